//! The second factor of a sign-in (S104 to S109): what a person could show beside the password, and
//! what it is worth.
//!
//! ```text
//!                   shows                               counts as
//! authenticator     a code of the moment (RFC 6238)     an app factor
//! otp_local         the same, out of the app's vault    an app factor, unless refused ([`built_in`])
//! passkey           a signature (WebAuthn Level 3)      stronger than an app factor
//! device            a number, on another device         an app factor, beside one of the two above
//! recovery code     one of ten, each once               the way back where the rest is lost
//! mailed code       six digits from the mailbox         weak: in a sign-in, where there is neither
//! ```
//!
//! A person may have several authenticators and passkeys. The second factor is active as long as there
//! is one; recovery codes alone are none, and go with the last of them. It belongs to the person and not
//! to a customer: whoever has set it up is asked for it wherever they belong. Mailed codes come by
//! themselves ([`mailed_code`]), and are not asked for any more once there is an app or a passkey.

pub mod attempts;
pub mod built_in;
pub mod mailed_code;
pub mod recovery_code;
pub mod reset;
pub mod time_code;

use serde::{Deserialize, Serialize};

/// The most authenticators that a person has.
pub const MAX_AUTHENTICATORS: usize = 10;

/// The most passkeys that a person has.
pub const MAX_PASSKEYS: usize = 10;

/// The longest name of an authenticator or a passkey, in characters.
pub const MAX_NAME_CHARS: usize = 60;

/// A way to show the second factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum FactorMethod {
    /// The code that an authenticator app shows now.
    Authenticator,
    /// The same, where the app took the code out of the vault of the computer that is signed in on (C13).
    OtpLocal,
    /// A passkey or security key, used in the system's browser (WebAuthn).
    Passkey,
    /// A number that was typed on another device of the person ([`crate::auth_request`]).
    Device,
    /// One of the codes that were written down when the second factor was set up.
    RecoveryCode,
    /// The code that was mailed in this sign-in.
    MailedCode,
}

impl FactorMethod {
    /// Every way, the usual one first.
    pub const ALL: [Self; 6] = [
        Self::Authenticator,
        Self::OtpLocal,
        Self::Passkey,
        Self::Device,
        Self::RecoveryCode,
        Self::MailedCode,
    ];

    /// Whether it counts as an app or something stronger (C6): what is enforced, and what restricted
    /// services and fresh proofs take.
    pub const fn is_strong(self) -> bool {
        !matches!(self, Self::MailedCode)
    }

    /// The word in the database and in the activity.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Authenticator => "authenticator",
            Self::OtpLocal => "otp_local",
            Self::Passkey => "passkey",
            Self::Device => "device",
            Self::RecoveryCode => "recovery_code",
            Self::MailedCode => "mailed_code",
        }
    }

    /// The way of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.code() == code)
    }
}

/// What a person has set up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// How many authenticators.
    pub authenticators: u32,
    /// How many passkeys.
    pub passkeys: u32,
    /// How many devices could confirm a sign-in now; none where nobody asks for that.
    pub devices: u32,
    /// How many recovery codes that were not used yet.
    pub recovery_codes: u32,
    /// Whether codes are mailed to them in a sign-in where there is no authenticator.
    pub mailed_codes: bool,
}

impl Held {
    /// Whether there is a second factor that counts wherever one is asked for: an app.
    pub const fn is_active(self) -> bool {
        self.authenticators > 0 || self.passkeys > 0
    }

    /// Whether only one is left: without it the second factor is off.
    pub const fn is_last(self) -> bool {
        self.authenticators + self.passkeys == 1
    }

    /// The ways that count wherever a second factor is asked for, the usual one first; none where it is
    /// not active.
    pub fn methods(self) -> Vec<FactorMethod> {
        let strong = |method: &FactorMethod| method.is_strong() && self.opens(*method);
        FactorMethod::ALL.into_iter().filter(strong).collect()
    }

    /// The ways that a sign-in takes, the usual one first; none where the password stands alone.
    pub fn sign_in_methods(self) -> Vec<FactorMethod> {
        let open = |method: &FactorMethod| self.opens(*method);
        FactorMethod::ALL.into_iter().filter(open).collect()
    }

    const fn opens(self, method: FactorMethod) -> bool {
        match method {
            FactorMethod::Authenticator => self.authenticators > 0,
            // Nobody chooses it: the app says it of a code.
            FactorMethod::OtpLocal => false,
            FactorMethod::Passkey => self.passkeys > 0,
            FactorMethod::Device => self.is_active() && self.devices > 0,
            FactorMethod::RecoveryCode => self.is_active() && self.recovery_codes > 0,
            FactorMethod::MailedCode => self.mailed_codes && !self.is_active(),
        }
    }

    /// Whether a sign-in that has shown this has shown enough. A mailed code is not, once there is an
    /// app: somebody may set one up elsewhere between two steps.
    pub fn is_satisfied_by(self, shown: Option<FactorMethod>) -> bool {
        match shown {
            Some(method) => method.is_strong() || !self.is_active(),
            None => !self.is_active() && !self.mailed_codes,
        }
    }
}

/// The strongest that a person has set up, as lists show and count it (S115).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum FactorState {
    /// Nothing: the password stands alone.
    None,
    /// Codes by mail, which are weak.
    MailedCode,
    /// An authenticator app.
    App,
    /// A passkey, beside an app or alone.
    Passkey,
}

impl FactorState {
    /// Every state, the weakest first.
    pub const ALL: [Self; 4] = [Self::None, Self::MailedCode, Self::App, Self::Passkey];

    /// The states of whoever has something that counts wherever a second factor is asked for (C6).
    pub const STRONG: [Self; 2] = [Self::App, Self::Passkey];

    /// The states of whoever has nothing that counts where a second factor is enforced (C6).
    pub const WITHOUT_APP: [Self; 2] = [Self::None, Self::MailedCode];

    /// Whether it counts wherever a second factor is asked for.
    pub const fn is_strong(self) -> bool {
        matches!(self, Self::App | Self::Passkey)
    }

    /// The word in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::MailedCode => "mailed_code",
            Self::App => "app",
            Self::Passkey => "passkey",
        }
    }

    /// The state of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lead_back_to_their_states_and_are_what_serde_writes() {
        for state in FactorState::ALL {
            assert_eq!(FactorState::from_code(state.code()), Some(state));
            assert_eq!(serde_json::to_value(state).unwrap(), state.code());
            assert_eq!(FactorState::STRONG.contains(&state), state.is_strong());
            assert_ne!(FactorState::WITHOUT_APP.contains(&state), state.is_strong());
        }
        assert_eq!(FactorState::from_code("sms"), None);
    }

    #[test]
    fn words_lead_back_to_their_ways_and_are_what_serde_writes() {
        for method in FactorMethod::ALL {
            assert_eq!(FactorMethod::from_code(method.code()), Some(method));
            assert_eq!(serde_json::to_value(method).unwrap(), method.code());
        }
        assert_eq!(FactorMethod::from_code("password"), None);
    }

    #[test]
    fn s104_recovery_codes_alone_are_no_second_factor() {
        let held = |authenticators, passkeys, recovery_codes| Held {
            authenticators,
            passkeys,
            devices: 0,
            recovery_codes,
            mailed_codes: false,
        };
        use FactorMethod::{Authenticator, Passkey, RecoveryCode};
        assert_eq!(held(0, 0, 0).methods(), []);
        assert_eq!(held(0, 0, 10).methods(), []);
        assert!(!held(0, 0, 10).is_active());
        assert_eq!(held(1, 0, 0).methods(), [Authenticator]);
        assert_eq!(held(0, 1, 0).methods(), [Passkey]);
        assert_eq!(
            held(2, 1, 3).methods(),
            [Authenticator, Passkey, RecoveryCode]
        );
    }

    #[test]
    fn threat_31_a_device_stands_beside_an_app_or_a_passkey_and_never_alone() {
        let mut held = Held {
            devices: 1,
            mailed_codes: true,
            ..Held::default()
        };
        assert!(!held.is_active());
        assert_eq!(held.sign_in_methods(), [FactorMethod::MailedCode]);
        held.passkeys = 1;
        let both = [FactorMethod::Passkey, FactorMethod::Device];
        assert_eq!(held.sign_in_methods(), both);
        held.devices = 0;
        assert_eq!(held.sign_in_methods(), [FactorMethod::Passkey]);
    }

    #[test]
    fn c06_s109_a_mailed_code_opens_a_sign_in_while_there_is_no_app_and_nothing_else() {
        let mut held = Held {
            mailed_codes: true,
            ..Held::default()
        };
        assert_eq!(held.sign_in_methods(), [FactorMethod::MailedCode]);
        assert_eq!(held.methods(), []);
        assert!(!held.is_active());
        held.authenticators = 1;
        assert_eq!(held.sign_in_methods(), [FactorMethod::Authenticator]);
        assert_eq!(held.methods(), [FactorMethod::Authenticator]);
    }

    #[test]
    fn c06_what_was_shown_is_enough_if_it_is_as_strong_as_what_there_is() {
        let held = |authenticators, mailed_codes| Held {
            authenticators,
            mailed_codes,
            ..Held::default()
        };
        let weak = Some(FactorMethod::MailedCode);
        for (held, nothing, mailed) in [
            (held(0, false), true, true),
            (held(0, true), false, true),
            (held(1, false), false, false),
            (held(1, true), false, false),
        ] {
            assert_eq!(held.is_satisfied_by(None), nothing, "{held:?}");
            assert_eq!(held.is_satisfied_by(weak), mailed, "{held:?}");
            for strong in [FactorMethod::Authenticator, FactorMethod::RecoveryCode] {
                assert!(held.is_satisfied_by(Some(strong)), "{held:?}");
            }
        }
    }
}
