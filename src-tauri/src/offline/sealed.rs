//! The copy on disk: sealed with XChaCha20-Poly1305, and bound to the service, the person and the customer.
//!
//! ```text
//! 8 bytes "KHLIST01" | 24 bytes nonce | sealed JSON, 16 bytes longer than it
//! ```
//!
//! The key lies in the keychain together with whom the copy is of: a file of somebody else, or of another
//! customer, does not open with it.

use std::{
    fs::{self, File},
    io::{self, Read as _, Write as _},
    path::Path,
};

use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305, aead::AeadInOut as _};
use keyholder_domain::ids::{CustomerId, UserId};
use rand::{TryRng as _, rngs::SysRng};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::ListCopy;

const MAGIC: &[u8; 8] = b"KHLIST01";
const NONCE_BYTES: usize = 24;
const TAG_BYTES: usize = 16;
const KEY_BYTES: usize = 32;
/// The largest file, in bytes: two thousand rows with the longest names.
const MAX_BYTES: u64 = 16 * 1024 * 1024;

/// Whom a copy is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Owner {
    user: UserId,
    customer: CustomerId,
}

impl Owner {
    pub(super) fn of(copy: &ListCopy) -> Self {
        Self {
            user: copy.user(),
            customer: copy.customer,
        }
    }
}

/// The key of a copy, and whom it is of: 64 bytes in the keychain.
#[derive(Clone)]
pub(super) struct CopyKey {
    key: Box<Zeroizing<[u8; KEY_BYTES]>>,
    owner: Owner,
}

impl CopyKey {
    pub(super) fn fresh(owner: Owner) -> Option<Self> {
        let mut key = Box::new(Zeroizing::new([0; KEY_BYTES]));
        SysRng.try_fill_bytes(&mut **key).ok()?;
        Some(Self { key, owner })
    }

    pub(super) const fn owner(&self) -> Owner {
        self.owner
    }

    pub(super) fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(KEY_BYTES + 32));
        bytes.extend_from_slice(&**self.key);
        bytes.extend_from_slice(self.owner.user.as_uuid().as_bytes());
        bytes.extend_from_slice(self.owner.customer.as_uuid().as_bytes());
        bytes
    }

    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (key, owner) = bytes.split_at_checked(KEY_BYTES)?;
        let (user, customer) = owner.split_at_checked(16)?;
        let mut own = Box::new(Zeroizing::new([0; KEY_BYTES]));
        own.copy_from_slice(key);
        Some(Self {
            key: own,
            owner: Owner {
                user: UserId::from_uuid(Uuid::from_slice(user).ok()?),
                customer: CustomerId::from_uuid(Uuid::from_slice(customer).ok()?),
            },
        })
    }

    /// What a file is bound to beside its key.
    fn bound_to(&self, service: &str) -> Vec<u8> {
        let mut bound = MAGIC.to_vec();
        bound.extend_from_slice(self.owner.user.as_uuid().as_bytes());
        bound.extend_from_slice(self.owner.customer.as_uuid().as_bytes());
        bound.extend_from_slice(service.as_bytes());
        bound
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        let key: &[u8; KEY_BYTES] = &self.key;
        XChaCha20Poly1305::new(key.into())
    }
}

/// Seals a copy and puts it in the place of the one before.
pub(super) fn write(path: &Path, key: &CopyKey, service: &str, copy: &ListCopy) -> io::Result<()> {
    let mut nonce = [0; NONCE_BYTES];
    SysRng
        .try_fill_bytes(&mut nonce)
        .map_err(io::Error::other)?;
    // What holds the text is wiped, also where it had to grow.
    let mut text = Zeroizing::new(serde_json::to_vec(copy)?);
    text.reserve_exact(TAG_BYTES);
    key.cipher()
        .encrypt_in_place((&nonce).into(), &key.bound_to(service), &mut *text)
        .map_err(|_| io::Error::other("not sealed"))?;
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    fs::create_dir_all(folder)?;
    // Made for its owner's eyes alone.
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(MAGIC)?;
    file.write_all(&nonce)?;
    file.write_all(&text)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

/// Opens a copy; nothing where it is another's, was changed, or is none.
pub(super) fn read(path: &Path, key: &CopyKey, service: &str) -> Option<ListCopy> {
    let mut bytes = Vec::new();
    let file = File::open(path).ok()?;
    file.take(MAX_BYTES).read_to_end(&mut bytes).ok()?;
    let (magic, rest) = bytes.split_first_chunk::<8>()?;
    let (nonce, sealed) = rest.split_first_chunk::<NONCE_BYTES>()?;
    if magic != MAGIC {
        return None;
    }
    let mut text = Zeroizing::new(sealed.to_vec());
    key.cipher()
        .decrypt_in_place(nonce.into(), &key.bound_to(service), &mut *text)
        .ok()?;
    serde_json::from_slice(&text)
        .ok()
        .filter(|copy| Owner::of(copy) == key.owner)
}
