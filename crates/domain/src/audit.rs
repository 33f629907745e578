//! The audit chain: what is audited, and how each entry seals the ones before it.
//!
//! Every change writes one entry in its own transaction. Entries of one customer form a chain (and
//! those without a customer another): each holds the hash of the one before. The chained part holds
//! ids and a salted commitment to the details; the details themselves stand beside the chain, so
//! that erasing a person's data breaks no link.
//!
//! ```text
//! commitment(n) = SHA-256("keyholder.audit.details.v1" ‖ salt ‖ details)
//! hash(n)       = SHA-256("keyholder.audit.entry.v1" ‖ fields(n), each with its length ‖ hash(n-1))
//! ```

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{
    ids::{AuditEventId, CustomerId, UserId},
    timestamp::Timestamp,
};

/// A SHA-256 hash.
pub type Hash = [u8; 32];

/// The hash before the first entry of a chain.
pub const GENESIS: Hash = [0; 32];

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum AuditAction {
    /// A customer was set up.
    CustomerCreated,
    /// A user was created.
    UserCreated,
    /// An activation link was sent or made.
    UserInvited,
    /// A user set the first password.
    UserActivated,
    /// A user who existed elsewhere took the membership up.
    MembershipAccepted,
    /// A user was switched off.
    UserDeactivated,
    /// A user was switched on again.
    UserReactivated,
    /// A user's roles changed.
    RolesChanged,
    /// A user's direct permissions changed.
    PermissionsChanged,
    /// An own role was made.
    RoleCreated,
    /// An own role was renamed, or allows something else.
    RoleChanged,
    /// An own role was deleted.
    RoleDeleted,
    /// Someone signed in.
    SignedIn,
    /// A sign-in was refused.
    SignInFailed,
    /// Wrong passwords locked a user out.
    UserLocked,
    /// Someone signed out.
    SignedOut,
    /// A session ended because a spent refresh token came back.
    RefreshReused,
    /// The customer's security policy changed.
    SecurityPolicyChanged,
    /// Someone changed their password.
    PasswordChanged,
    /// Someone asked for a reset link.
    PasswordResetRequested,
    /// An administrator sent or made a reset link.
    PasswordResetSent,
    /// Someone set a password with a reset link.
    PasswordReset,
    /// Someone reported that their password may have leaked.
    PasswordLeaked,
    /// A lock after wrong passwords was lifted.
    UserUnlocked,
}

impl AuditAction {
    /// Every action.
    pub const ALL: [Self; 24] = [
        Self::CustomerCreated,
        Self::UserCreated,
        Self::UserInvited,
        Self::UserActivated,
        Self::MembershipAccepted,
        Self::UserDeactivated,
        Self::UserReactivated,
        Self::RolesChanged,
        Self::PermissionsChanged,
        Self::RoleCreated,
        Self::RoleChanged,
        Self::RoleDeleted,
        Self::SignedIn,
        Self::SignInFailed,
        Self::UserLocked,
        Self::SignedOut,
        Self::RefreshReused,
        Self::SecurityPolicyChanged,
        Self::PasswordChanged,
        Self::PasswordResetRequested,
        Self::PasswordResetSent,
        Self::PasswordReset,
        Self::PasswordLeaked,
        Self::UserUnlocked,
    ];

    /// The code on the wire and in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::CustomerCreated => "customer_created",
            Self::UserCreated => "user_created",
            Self::UserInvited => "user_invited",
            Self::UserActivated => "user_activated",
            Self::MembershipAccepted => "membership_accepted",
            Self::UserDeactivated => "user_deactivated",
            Self::UserReactivated => "user_reactivated",
            Self::RolesChanged => "roles_changed",
            Self::PermissionsChanged => "permissions_changed",
            Self::RoleCreated => "role_created",
            Self::RoleChanged => "role_changed",
            Self::RoleDeleted => "role_deleted",
            Self::SignedIn => "signed_in",
            Self::SignInFailed => "sign_in_failed",
            Self::UserLocked => "user_locked",
            Self::SignedOut => "signed_out",
            Self::RefreshReused => "refresh_reused",
            Self::SecurityPolicyChanged => "security_policy_changed",
            Self::PasswordChanged => "password_changed",
            Self::PasswordResetRequested => "password_reset_requested",
            Self::PasswordResetSent => "password_reset_sent",
            Self::PasswordReset => "password_reset",
            Self::PasswordLeaked => "password_leaked",
            Self::UserUnlocked => "user_unlocked",
        }
    }

    /// The action of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.code() == code)
    }
}

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
    /// The newest entries are gone: the chain ends before its recorded head.
    #[error("the chain ends at entry {0}, before its recorded head")]
    CutOff(i64),
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
mod tests {
    use uuid::Uuid;

    use super::*;

    fn chain(length: i64) -> Vec<(ChainedFields, Hash, [u8; 16], String)> {
        let mut previous = GENESIS;
        (1..=length)
            .map(|sequence| {
                let salt = [u8::try_from(sequence).unwrap(); 16];
                let details = format!(r#"{{"n":{sequence}}}"#);
                let fields = ChainedFields {
                    customer_id: Some(CustomerId::from_uuid(Uuid::from_u128(1))),
                    sequence,
                    id: AuditEventId::from_uuid(Uuid::from_u128(sequence.unsigned_abs().into())),
                    at: Timestamp::from_micros(sequence),
                    actor_id: None,
                    action: AuditAction::SignedIn,
                    target_id: None,
                    commitment: commitment(&salt, &details),
                };
                previous = entry_hash(&fields, &previous);
                (fields, previous, salt, details)
            })
            .collect()
    }

    fn walk(chain: &[(ChainedFields, Hash, [u8; 16], String)]) -> Result<ChainWalk, ChainFault> {
        let mut walk = ChainWalk::default();
        for (fields, hash, salt, details) in chain {
            walk.step(fields, hash, Some((salt, details)))?;
        }
        Ok(walk)
    }

    #[test]
    fn an_untouched_chain_passes_and_erased_details_break_nothing() {
        let entries = chain(5);
        let head = entries.last().unwrap().1;
        assert_eq!(walk(&entries).unwrap().finish(5, &head), Ok(()));
        let mut erased = ChainWalk::default();
        for (fields, hash, ..) in &entries {
            erased.step(fields, hash, None).unwrap();
        }
    }

    #[test]
    fn every_kind_of_tampering_is_named_with_its_place() {
        let mut changed = chain(5);
        changed[2].0.action = AuditAction::SignedOut;
        assert_eq!(walk(&changed).unwrap_err(), ChainFault::Altered(3));

        let mut removed = chain(5);
        removed.remove(2);
        assert_eq!(walk(&removed).unwrap_err(), ChainFault::Gap(3));

        let mut reworded = chain(5);
        reworded[3].3 = "{}".to_owned();
        assert_eq!(walk(&reworded).unwrap_err(), ChainFault::DetailsAltered(4));

        let mut swapped = chain(5);
        swapped.swap(1, 2);
        assert!(walk(&swapped).is_err());

        let entries = chain(5);
        let head = entries.last().unwrap().1;
        assert_eq!(
            walk(&entries[..4]).unwrap().finish(5, &head),
            Err(ChainFault::CutOff(4))
        );
    }
}
