//! Which identity at another provider is which person, and when the two may be linked (S28 to S30, L5;
//! `security.md`, list item 32).
//!
//! ```text
//!               linked to nobody        linked to this person   linked to another
//! invitation    linked, if the          nothing to do           refused
//!               address agrees (S29)
//! profile       linked, if the          nothing to do           refused
//!               proof is fresh (L5)
//! ```
//!
//! A sign-in never links: it finds the person of an identity, or nobody. An identity is what its
//! provider never gives to anybody else: tenant and object id at Microsoft, issuer and subject
//! elsewhere. An e-mail address is no part of it: the administrator of any tenant can write any address
//! into a claim, and an address goes to somebody else when a person leaves.

use uuid::Uuid;

use crate::{email::Email, ids::UserId};

/// The longest issuer that is kept, in bytes.
pub const MAX_ISSUER_BYTES: usize = 512;

/// The longest subject, in characters (`OpenID` Connect Core 1.0, section 2: ASCII only).
pub const MAX_SUBJECT_CHARS: usize = 255;

/// Somebody at another provider.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ExternalIdentity {
    /// An account of Microsoft Entra. Its subject differs from one registered app to the next, its
    /// object id does not.
    Microsoft {
        /// The claim `tid`.
        tenant: Uuid,
        /// The claim `oid`, unique within the tenant.
        object: Uuid,
    },
    /// An account of another `OpenID` provider.
    Other {
        /// The claim `iss`, byte for byte.
        issuer: String,
        /// The claim `sub`, byte for byte.
        subject: String,
    },
}

/// Why claims name nobody. One of these must never be looked up: an absent id equals every other
/// absent id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IdentityError {
    /// No tenant, or none that is a UUID other than the nil one.
    #[error("the tenant is missing or malformed")]
    Tenant,
    /// No object id, or none that is a UUID other than the nil one.
    #[error("the object id is missing or malformed")]
    Object,
    /// The issuer is empty or longer than [`MAX_ISSUER_BYTES`].
    #[error("the issuer is empty or too long")]
    Issuer,
    /// The subject is absent, empty, not printable ASCII, or longer than [`MAX_SUBJECT_CHARS`].
    #[error("the subject is missing or malformed")]
    Subject,
}

impl ExternalIdentity {
    /// The identity that claims of Microsoft name, once the token was verified.
    ///
    /// # Errors
    /// [`IdentityError`], where a claim is absent, malformed or nil.
    pub fn microsoft(tenant: Option<&str>, object: Option<&str>) -> Result<Self, IdentityError> {
        Ok(Self::Microsoft {
            tenant: real_uuid(tenant).ok_or(IdentityError::Tenant)?,
            object: real_uuid(object).ok_or(IdentityError::Object)?,
        })
    }

    /// The identity that claims of another provider name, once the token was verified.
    ///
    /// # Errors
    /// [`IdentityError`], where the issuer or the subject is absent or malformed.
    pub fn other(issuer: &str, subject: Option<&str>) -> Result<Self, IdentityError> {
        if issuer.is_empty() || issuer.len() > MAX_ISSUER_BYTES {
            return Err(IdentityError::Issuer);
        }
        let subject = subject
            .filter(|text| (1..=MAX_SUBJECT_CHARS).contains(&text.len()))
            .filter(|text| text.bytes().all(|byte| byte.is_ascii_graphic()))
            .ok_or(IdentityError::Subject)?;
        Ok(Self::Other {
            issuer: issuer.to_owned(),
            subject: subject.to_owned(),
        })
    }
}

/// Braces, URNs and bare digits are other spellings of a UUID; a provider that writes its claims in
/// them is not the one that was set up.
fn real_uuid(text: Option<&str>) -> Option<Uuid> {
    let text = text.filter(|text| text.len() == 36)?;
    Uuid::try_parse(text).ok().filter(|uuid| !uuid.is_nil())
}

/// What speaks for a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion<'a> {
    /// The person came by the invitation to an account for which this sign-in was chosen, and so reads
    /// the mailbox of `invited`.
    Invitation {
        /// The address that was invited.
        invited: &'a Email,
        /// The address that the provider vouches for, if it does.
        vouched: Option<&'a Email>,
    },
    /// The person is signed in.
    Profile {
        /// Whether the proof of who they are is fresh ([`crate::step_up::is_fresh`]).
        fresh: bool,
    },
}

/// What comes of a wish to link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Linking {
    /// The link is made.
    Link,
    /// It is there already.
    Unchanged,
    /// The identity is somebody else's.
    LinkedToAnother,
    /// The person has another identity, which is unlinked first.
    HasAnother,
    /// The provider does not vouch for the address that was invited (S29).
    OtherAddress,
    /// Who is signed in shows again who they are.
    ProofNeeded,
}

/// Whether `person` is linked to an identity that is linked to `holder` now. `has_another` says that the
/// person is linked to an identity other than this one.
pub fn link(
    person: UserId,
    holder: Option<UserId>,
    has_another: bool,
    occasion: Occasion<'_>,
) -> Linking {
    // What speaks for the link comes first: nobody learns whose an identity is by asking.
    match occasion {
        Occasion::Profile { fresh: false } => return Linking::ProofNeeded,
        Occasion::Invitation { invited, vouched }
            if vouched.map(Email::folded) != Some(invited.folded()) =>
        {
            return Linking::OtherAddress;
        }
        Occasion::Profile { fresh: true } | Occasion::Invitation { .. } => {}
    }
    match holder {
        Some(holder) if holder == person => Linking::Unchanged,
        Some(_) => Linking::LinkedToAnother,
        None if has_another => Linking::HasAnother,
        None => Linking::Link,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TENANT: &str = "11111111-1111-4111-8111-111111111111";
    const OBJECT: &str = "22222222-2222-4222-8222-222222222222";
    const NIL: &str = "00000000-0000-0000-0000-000000000000";

    #[test]
    fn null_sub_rejected() {
        let braced = format!("{{{OBJECT}}}");
        for bad in [
            None,
            Some(""),
            Some("null"),
            Some(NIL),
            Some(braced.as_str()),
        ] {
            assert_eq!(
                ExternalIdentity::microsoft(Some(TENANT), bad),
                Err(IdentityError::Object)
            );
            assert_eq!(
                ExternalIdentity::microsoft(bad, Some(OBJECT)),
                Err(IdentityError::Tenant)
            );
        }
        let long = "s".repeat(MAX_SUBJECT_CHARS + 1);
        for bad in [
            None,
            Some(""),
            Some(" "),
            Some("a\0"),
            Some("é"),
            Some(&*long),
        ] {
            assert_eq!(
                ExternalIdentity::other("https://id.example.com", bad),
                Err(IdentityError::Subject)
            );
        }
        assert_eq!(
            ExternalIdentity::other("", Some("s")),
            Err(IdentityError::Issuer)
        );
    }

    #[test]
    fn the_same_object_id_in_another_tenant_is_somebody_else() {
        let one = ExternalIdentity::microsoft(Some(TENANT), Some(OBJECT)).unwrap();
        let other = ExternalIdentity::microsoft(Some(OBJECT), Some(OBJECT)).unwrap();
        assert_ne!(one, other);
        let upper = TENANT.to_uppercase();
        assert_eq!(
            one,
            ExternalIdentity::microsoft(Some(&upper), Some(OBJECT)).unwrap()
        );
    }

    #[test]
    fn oidc_link_matrix() {
        let person = UserId::from_uuid(Uuid::from_u128(1));
        let stranger = UserId::from_uuid(Uuid::from_u128(2));
        let invited: Email = "Anna@example.com".parse().unwrap();
        let same: Email = "anna@example.com".parse().unwrap();
        let other: Email = "eve@example.com".parse().unwrap();
        let invitation = |vouched| Occasion::Invitation {
            invited: &invited,
            vouched,
        };
        let refusals = [
            (invitation(None), Linking::OtherAddress),
            (invitation(Some(&other)), Linking::OtherAddress),
            (Occasion::Profile { fresh: false }, Linking::ProofNeeded),
        ];
        let grounds = [invitation(Some(&same)), Occasion::Profile { fresh: true }];
        let facts = [
            (None, false, Linking::Link),
            (None, true, Linking::HasAnother),
            (Some(person), false, Linking::Unchanged),
            (Some(person), true, Linking::Unchanged),
            (Some(stranger), false, Linking::LinkedToAnother),
            (Some(stranger), true, Linking::LinkedToAnother),
        ];
        for (holder, has_another, expected) in facts {
            for occasion in grounds {
                let found = link(person, holder, has_another, occasion);
                assert_eq!(found, expected, "{holder:?} {has_another} {occasion:?}");
            }
            for (occasion, refusal) in refusals {
                let found = link(person, holder, has_another, occasion);
                assert_eq!(found, refusal, "{holder:?} {has_another} {occasion:?}");
            }
        }
    }
}
