//! The audit chain: how each entry seals the ones before it.
//!
//! Entries of one customer form a chain (and those without a customer another): each holds the hash
//! of the one before. The chained part holds ids and a salted commitment to the details; the details
//! themselves stand beside the chain, so that erasing a person's data breaks no link. Times never run
//! backwards within a chain ([`follow`]), so that its order is the order of time.
//!
//! ```text
//! commitment(n) = SHA-256("keyholder.audit.details.v1" ‖ salt ‖ details)
//! hash(n)       = SHA-256("keyholder.audit.entry.v1" ‖ fields(n), each with its length ‖ hash(n-1))
//! ```
//!
//! A chain cannot see that its newest entries were cut off together with its recorded head. So a
//! checkpoint (place and hash, [`checkpoint_text`]) is sealed with a key that the database does not
//! hold; a chain that ends before its checkpoint, or has another hash there, was tampered with.

use sha2::{Digest, Sha256};

use crate::{
    audit::AuditAction,
    ids::{AuditEventId, CustomerId, UserId},
    timestamp::Timestamp,
};

/// A SHA-256 hash.
pub type Hash = [u8; 32];

/// The hash before the first entry of a chain.
pub const GENESIS: Hash = [0; 32];

/// The chained part of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainedFields {
    /// The chain: a customer, or none for events without one.
    pub customer_id: Option<CustomerId>,
    /// The place in the chain, from 1.
    pub sequence: i64,
    /// The entry.
    pub id: AuditEventId,
    /// When.
    pub at: Timestamp,
    /// Who did it; absent for the service itself.
    pub actor_id: Option<UserId>,
    /// What.
    pub action: AuditAction,
    /// To whom.
    pub target_id: Option<UserId>,
    /// What the details are sealed with.
    pub commitment: Hash,
}

/// Seals details with a random salt, so that erased details cannot be guessed from the seal.
pub fn commitment(salt: &[u8; 16], details: &str) -> Hash {
    Sha256::new()
        .chain_update(b"keyholder.audit.details.v1")
        .chain_update(salt)
        .chain_update(details.as_bytes())
        .finalize()
        .into()
}

/// The hash of an entry that follows one with the hash `previous`.
pub fn entry_hash(fields: &ChainedFields, previous: &Hash) -> Hash {
    let mut hasher = Sha256::new().chain_update(b"keyholder.audit.entry.v1");
    // Every field is preceded by its length, so that no two entries read alike.
    let mut add = |bytes: &[u8]| {
        hasher.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
        hasher.update(bytes);
    };
    add(fields
        .customer_id
        .map(|id| id.to_string())
        .unwrap_or_default()
        .as_bytes());
    add(&fields.sequence.to_be_bytes());
    add(fields.id.to_string().as_bytes());
    add(&fields.at.as_micros().to_be_bytes());
    add(fields
        .actor_id
        .map(|id| id.to_string())
        .unwrap_or_default()
        .as_bytes());
    add(fields.action.code().as_bytes());
    add(fields
        .target_id
        .map(|id| id.to_string())
        .unwrap_or_default()
        .as_bytes());
    add(&fields.commitment);
    add(previous);
    hasher.finalize().into()
}

/// When an entry counts as having happened: now, but never before the one it follows, however the
/// clocks of several processes differ.
pub fn follow(now: Timestamp, previous: Option<Timestamp>) -> Timestamp {
    previous.map_or(now, |previous| previous.max(now))
}

/// What is sealed to hold a chain at a place: everything that says which chain, where and when.
pub fn checkpoint_text(
    customer: Option<CustomerId>,
    sequence: i64,
    hash: &Hash,
    at: Timestamp,
) -> Vec<u8> {
    let chain = customer.map(|id| id.to_string()).unwrap_or_default();
    let length = u64::try_from(chain.len()).unwrap_or(u64::MAX);
    [
        b"keyholder.audit.checkpoint.v1".as_slice(),
        &length.to_be_bytes(),
        chain.as_bytes(),
        &sequence.to_be_bytes(),
        hash,
        &at.as_micros().to_be_bytes(),
    ]
    .concat()
}

/// What is wrong with a chain, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChainFault {
    /// An entry is missing or out of place before this one.
    #[error("entry {0} is missing or out of place")]
    Gap(i64),
    /// An entry was changed after it was written, or the one before it was.
    #[error("entry {0} was altered, or the one before it was")]
    Altered(i64),
    /// The details do not match what was sealed.
    #[error("the details of entry {0} were altered")]
    DetailsAltered(i64),
    /// The newest entries are gone: the chain ends before its recorded head or its checkpoint.
    #[error("the chain ends at entry {0}, before its recorded head or its checkpoint")]
    CutOff(i64),
    /// The seal of the checkpoint at this entry does not fit: it was not made with this key.
    #[error("the checkpoint at entry {0} was not sealed by this service")]
    FalseCheckpoint(i64),
}

/// Walks a chain from its first entry.
#[derive(Clone, Debug)]
pub struct ChainWalk {
    sequence: i64,
    hash: Hash,
}

impl Default for ChainWalk {
    fn default() -> Self {
        Self {
            sequence: 0,
            hash: GENESIS,
        }
    }
}

impl ChainWalk {
    /// Goes on behind an entry whose place and hash are known.
    pub const fn behind(sequence: i64, hash: Hash) -> Self {
        Self { sequence, hash }
    }

    /// The place that was reached, 0 before the first entry.
    pub const fn sequence(&self) -> i64 {
        self.sequence
    }

    /// The hash there.
    pub const fn hash(&self) -> Hash {
        self.hash
    }

    /// Checks the next entry against its stored hash and, unless erased, its details.
    pub fn step(
        &mut self,
        fields: &ChainedFields,
        stored_hash: &Hash,
        details: Option<(&[u8; 16], &str)>,
    ) -> Result<(), ChainFault> {
        if fields.sequence != self.sequence + 1 {
            return Err(ChainFault::Gap(self.sequence + 1));
        }
        if entry_hash(fields, &self.hash) != *stored_hash {
            return Err(ChainFault::Altered(fields.sequence));
        }
        if let Some((salt, details)) = details
            && commitment(salt, details) != fields.commitment
        {
            return Err(ChainFault::DetailsAltered(fields.sequence));
        }
        self.sequence = fields.sequence;
        self.hash = *stored_hash;
        Ok(())
    }

    /// Checks what was reached against a place and a hash that are known from elsewhere.
    pub fn meets(&self, sequence: i64, hash: &Hash) -> Result<(), ChainFault> {
        if self.sequence == sequence && self.hash != *hash {
            Err(ChainFault::Altered(sequence))
        } else {
            Ok(())
        }
    }

    /// Checks that the chain ends where its recorded head says.
    pub fn finish(&self, head_sequence: i64, head_hash: &Hash) -> Result<(), ChainFault> {
        if self.sequence == head_sequence && self.hash == *head_hash {
            Ok(())
        } else {
            Err(ChainFault::CutOff(self.sequence))
        }
    }
}

#[cfg(test)]
mod tests;
