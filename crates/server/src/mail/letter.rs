//! What is mailed: the values of each kind of mail, before they become text.

use keyholder_contract::external_identity::ExternalProvider;
use keyholder_domain::{ids::SignInId, language::Language, timestamp::Timestamp};
use serde::{Deserialize, Serialize};
use url::Url;

use super::message::Message;
use crate::{
    invitations::link::{LinkPurpose, LinkSeed},
    keys::ServerKeys,
    sign_in::mailed_code,
};

/// A mail that waits in the outbox. It holds what its one-time link or code is made from, never these: a
/// copy of the database alone opens no account.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Letter {
    /// The activation link of a verified user (S34, S39).
    Invitation(Invitation),
    /// The code of a sign-in (S27).
    Code(CodeLetter),
    /// Everything else: a few sentences, and perhaps a link.
    Message(Message),
}

/// The values of a mailed code.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct CodeLetter {
    /// In which language.
    pub(crate) language: Language,
    /// The address.
    pub(crate) address: String,
    /// Whom to greet.
    pub(crate) name: String,
    /// The sign-in that the code is for.
    pub(crate) run: SignInId,
    /// The how many-th code of it.
    pub(crate) number: u32,
    /// Until when it counts.
    pub(crate) expires_at: Timestamp,
}

/// The values of an invitation.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Invitation {
    /// In which language.
    pub(crate) language: Language,
    /// The address.
    pub(crate) address: String,
    /// Whom to greet: the name as the inviter wrote it.
    pub(crate) name: String,
    /// The customer whose access is offered.
    pub(crate) customer: String,
    /// The other provider at which the person signs in (S28); none: with a password.
    #[serde(default)]
    pub(crate) provider: Option<ExternalProvider>,
    /// What the one-time link is made from.
    pub(crate) seed: LinkSeed,
    /// When the link runs out.
    pub(crate) expires_at: Timestamp,
}

impl Letter {
    /// To which address it goes.
    pub(crate) fn address(&self) -> &str {
        match self {
            Self::Invitation(invitation) => &invitation.address,
            Self::Code(code) => &code.address,
            Self::Message(message) => &message.address,
        }
    }

    /// The name beside the address.
    pub(crate) fn recipient(&self) -> &str {
        match self {
            Self::Invitation(invitation) => &invitation.name,
            Self::Code(code) => &code.name,
            Self::Message(message) => &message.name,
        }
    }

    /// The one-time link in it; empty for one without.
    pub(crate) fn link(&self, keys: &ServerKeys, origin: &Url) -> String {
        match self {
            Self::Invitation(invitation) => {
                let token = invitation.seed.token(LinkPurpose::Activation, keys);
                token.address(origin)
            }
            Self::Code(_) => String::new(),
            Self::Message(message) => message.link(keys, origin),
        }
    }

    /// What only the key file makes of it: the code of a sign-in, or else the one-time link; empty for a
    /// letter that has neither.
    pub(crate) fn secret(&self, keys: &ServerKeys, origin: &Url) -> String {
        match self {
            Self::Code(code) => mailed_code::digits(keys, code.run, code.number),
            Self::Invitation(_) | Self::Message(_) => self.link(keys, origin),
        }
    }

    /// When it is pointless to send it any more.
    pub(crate) fn useless_after(&self) -> Timestamp {
        match self {
            Self::Invitation(invitation) => invitation.expires_at,
            Self::Code(code) => code.expires_at,
            Self::Message(message) => message.useful_until,
        }
    }
}

// The link opens an account: it must not reach a log by way of a debug print.
impl std::fmt::Debug for Letter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Invitation(_) => f.write_str("Letter::Invitation(…)"),
            Self::Code(_) => f.write_str("Letter::Code(…)"),
            Self::Message(_) => f.write_str("Letter::Message(…)"),
        }
    }
}

impl std::fmt::Debug for Invitation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Invitation(…)")
    }
}

impl std::fmt::Debug for CodeLetter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CodeLetter(…)")
    }
}
