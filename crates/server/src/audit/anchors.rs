//! Sealed places in a file outside of the database, one a line. Whoever cuts off the end of the log
//! together with its recorded head and its checkpoint cannot cut it out of this file too.

use std::{
    fs::{self, File},
    io::{self, BufRead as _, BufReader, Write as _},
    path::Path,
};

use keyholder_domain::{audit_chain::Hash, ids::CustomerId, timestamp::Timestamp};
use keyholder_store::audit::Checkpoint;
use serde::{Deserialize, Serialize};

/// One line of the file.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Anchor {
    /// The customer; absent for the chain without one.
    pub(crate) customer_id: Option<CustomerId>,
    sequence: i64,
    hash: String,
    at: Timestamp,
    seal: String,
}

impl Anchor {
    /// The line of a checkpoint.
    pub(super) fn of(customer_id: Option<CustomerId>, checkpoint: &Checkpoint) -> Self {
        Self {
            customer_id,
            sequence: checkpoint.sequence,
            hash: hex(&checkpoint.hash),
            at: checkpoint.at,
            seal: hex(&checkpoint.seal),
        }
    }

    /// The checkpoint of a line, unless it is garbage.
    pub(crate) fn checkpoint(&self) -> Option<Checkpoint> {
        Some(Checkpoint {
            sequence: self.sequence,
            hash: unhex(&self.hash)?,
            at: self.at,
            seal: unhex(&self.seal)?,
        })
    }
}

/// Appends a line. One call writes it whole, so that several processes may share the file.
pub(super) fn append(path: &Path, anchor: &Anchor) -> io::Result<()> {
    let mut line = serde_json::to_vec(anchor)?;
    line.push(b'\n');
    let mut file = fs::OpenOptions::new()
        .create(true)
        .append(true)
        .open(path)?;
    file.write_all(&line)?;
    file.sync_data()
}

/// Reads every line.
pub(crate) fn read(path: &Path) -> io::Result<Vec<Anchor>> {
    BufReader::new(File::open(path)?)
        .lines()
        .map(|line| Ok(serde_json::from_str(&line?)?))
        .collect()
}

/// Bytes as lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing into a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn unhex(text: &str) -> Option<Hash> {
    let mut bytes = [0; 32];
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    for (place, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * place..2 * place + 2)?, 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_come_back() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("anchors");
        let checkpoint = Checkpoint {
            sequence: 7,
            hash: [0xab; 32],
            at: Timestamp::from_micros(1_700_000_000_000_000),
            seal: [0x01; 32],
        };
        append(&path, &Anchor::of(None, &checkpoint)).unwrap();
        append(&path, &Anchor::of(None, &checkpoint)).unwrap();
        let read = read(&path).unwrap();
        assert_eq!(read.len(), 2);
        assert_eq!(read.first().and_then(Anchor::checkpoint), Some(checkpoint));
        assert_eq!(unhex("zz"), None);
    }
}
