//! What an installation remembers of updates, in one small file that is replaced as a whole or not at all.

use std::{
    fs, io,
    io::Write as _,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

use keyholder_domain::timestamp::Timestamp;
use keyholder_updates::{FeedMemory, Trial};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::WasAt;

/// The largest file that is read, in bytes.
const MAX_BYTES: u64 = 64 * 1024;

/// What is remembered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Kept {
    /// Gives the installation its turn in a rollout; says nothing about the machine and is sent nowhere.
    pub(super) installation: Uuid,
    /// Of the feed.
    pub(super) feed: FeedMemory,
    /// A version that was installed and is not known to work yet.
    pub(super) trial: Option<Trial>,
    /// Where somebody was when the app was started anew.
    pub(super) was_at: Option<WasAt>,
}

/// The file and what it holds.
pub(super) struct KeptFile {
    path: PathBuf,
    current: Mutex<Kept>,
}

impl KeptFile {
    /// Reads the file. One that is absent or makes no sense is that of a new installation: nothing that a
    /// signature binds depends on it.
    pub(super) fn open(path: PathBuf, now: Timestamp) -> Self {
        let current = read(&path).unwrap_or_else(|error| {
            if error.kind() != io::ErrorKind::NotFound {
                tracing::warn!(%error, "what is remembered of updates cannot be read");
            }
            Kept {
                installation: Uuid::new_v4(),
                feed: FeedMemory::new(now),
                trial: None,
                was_at: None,
            }
        });
        Self {
            path,
            current: Mutex::new(current),
        }
    }

    /// What is remembered now.
    pub(super) fn get(&self) -> Kept {
        self.lock().clone()
    }

    /// Changes what is remembered, first on disk.
    pub(super) fn update(&self, change: impl FnOnce(&mut Kept)) -> io::Result<()> {
        let mut current = self.lock();
        let mut changed = current.clone();
        change(&mut changed);
        write(&self.path, &changed)?;
        *current = changed;
        Ok(())
    }

    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.current.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn read(path: &Path) -> io::Result<Kept> {
    if fs::metadata(path)?.len() > MAX_BYTES {
        return Err(io::Error::other("larger than it can be"));
    }
    Ok(serde_json::from_slice(&fs::read(path)?)?)
}

fn write(path: &Path, kept: &Kept) -> io::Result<()> {
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    fs::create_dir_all(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    serde_json::to_writer_pretty(&mut file, kept)?;
    file.flush()?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}
