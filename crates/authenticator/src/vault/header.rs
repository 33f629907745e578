//! What stands before the contents, all of which is authenticated with them.
//!
//! ```text
//!    8        2         2       16       8      n × 104      24       4     integers little-endian
//! ┌───────┬─────────┬───────┬──────┬─────────┬─────────┬─────────┬────────┐
//! │ magic │ version │ slots │  id  │ counter │  slots  │  nonce  │ length │ contents …
//! └───────┴─────────┴───────┴──────┴─────────┴─────────┴─────────┴────────┘
//! ```

use super::{
    MAX_SLOTS, VaultError,
    cipher::{NONCE_BYTES, TAG_BYTES},
    file::MAX_FILE_BYTES,
    slot::{SLOT_BYTES, Slot},
};

const MAGIC: &[u8; 8] = b"khvault\n";
const VERSION: u16 = 1;

/// The name of a vault: random, and the same as long as it lives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct VaultId(pub(super) [u8; 16]);

/// The beginning of a file, but for the length of the contents.
#[derive(Clone)]
pub(super) struct Header {
    pub(super) id: VaultId,
    /// How often it was sealed. An older copy has a smaller one.
    pub(super) counter: u64,
    pub(super) slots: Vec<Slot>,
    pub(super) nonce: [u8; NONCE_BYTES],
}

impl Header {
    /// The bytes before the contents, which are `length` long with their tag.
    pub(super) fn to_bytes(&self, length: usize) -> Result<Vec<u8>, VaultError> {
        let slots = u16::try_from(self.slots.len()).map_err(|_| VaultError::SlotCount)?;
        let length = u32::try_from(length).map_err(|_| VaultError::TooMuch)?;
        let mut out = Vec::with_capacity(64 + self.slots.len() * SLOT_BYTES);
        out.extend_from_slice(MAGIC);
        out.extend_from_slice(&VERSION.to_le_bytes());
        out.extend_from_slice(&slots.to_le_bytes());
        out.extend_from_slice(&self.id.0);
        out.extend_from_slice(&self.counter.to_le_bytes());
        for slot in &self.slots {
            slot.write(&mut out);
        }
        out.extend_from_slice(&self.nonce);
        out.extend_from_slice(&length.to_le_bytes());
        Ok(out)
    }

    /// Parts a file into its header and its sealed contents. Nothing of it is believed yet but what could
    /// do harm: lengths and costs.
    pub(super) fn read(file: &[u8]) -> Result<(Self, &[u8]), VaultError> {
        let mut rest = file;
        let magic: [u8; 8] = take(&mut rest).map_err(|_| VaultError::NotAVault)?;
        if magic != *MAGIC {
            return Err(VaultError::NotAVault);
        }
        if file.len() > MAX_FILE_BYTES {
            return Err(VaultError::WrongLength);
        }
        let version = take(&mut rest).map(u16::from_le_bytes)?;
        if version != VERSION {
            return Err(match version {
                0 => VaultError::BadHeader,
                newer => VaultError::Newer(newer),
            });
        }
        let slots = usize::from(take(&mut rest).map(u16::from_le_bytes)?);
        if !(1..=MAX_SLOTS).contains(&slots) {
            return Err(VaultError::BadHeader);
        }
        let header = Self {
            id: VaultId(take(&mut rest)?),
            counter: take(&mut rest).map(u64::from_le_bytes)?,
            slots: (0..slots)
                .map(|_| Slot::read(&mut rest))
                .collect::<Result<_, _>>()?,
            nonce: take(&mut rest)?,
        };
        let length = take(&mut rest).map(u32::from_le_bytes)?;
        if u32::try_from(rest.len()) != Ok(length) || rest.len() < TAG_BYTES {
            return Err(VaultError::WrongLength);
        }
        Ok((header, rest))
    }
}

/// The next bytes.
pub(super) fn take<const N: usize>(bytes: &mut &[u8]) -> Result<[u8; N], VaultError> {
    let (taken, rest) = bytes
        .split_first_chunk::<N>()
        .ok_or(VaultError::WrongLength)?;
    *bytes = rest;
    Ok(*taken)
}
