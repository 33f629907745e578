//! The second factor of a sign-in (S104 to S109): what a person could show beside the password, and
//! what it is worth.
//!
//! ```text
//!                   shows                               counts as
//! authenticator     a code of the moment (RFC 6238)     an app factor
//! recovery code     one of ten, each once               the way back where the app is lost
//! ```
//!
//! A person may have several authenticators. The second factor is active as long as there is one;
//! recovery codes alone are none, and go with the last authenticator. It belongs to the person and not
//! to a customer: whoever has set it up is asked for it wherever they belong.

pub mod attempts;
pub mod recovery_code;
pub mod reset;
pub mod time_code;

use serde::{Deserialize, Serialize};

/// The most authenticators that a person has.
pub const MAX_AUTHENTICATORS: usize = 10;

/// The longest name of an authenticator, in characters.
pub const MAX_NAME_CHARS: usize = 60;

/// A way to show the second factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum FactorMethod {
    /// The code that an authenticator app shows now.
    Authenticator,
    /// One of the codes that were written down when the authenticator was set up.
    RecoveryCode,
}

impl FactorMethod {
    /// Every way, the usual one first.
    pub const ALL: [Self; 2] = [Self::Authenticator, Self::RecoveryCode];

    /// The word in the database and in the activity.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Authenticator => "authenticator",
            Self::RecoveryCode => "recovery_code",
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
    /// How many recovery codes that were not used yet.
    pub recovery_codes: u32,
}

impl Held {
    /// Whether the second factor is asked for.
    pub const fn is_active(self) -> bool {
        self.authenticators > 0
    }

    /// The ways that are open, the usual one first; none where the second factor is not active.
    pub fn methods(self) -> Vec<FactorMethod> {
        let open = |method: &FactorMethod| match method {
            FactorMethod::Authenticator => self.is_active(),
            FactorMethod::RecoveryCode => self.is_active() && self.recovery_codes > 0,
        };
        FactorMethod::ALL.into_iter().filter(open).collect()
    }
}

/// What a person has set up, as lists show and count it (S115).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum FactorState {
    /// Nothing: the password stands alone.
    None,
    /// An authenticator app.
    App,
}

impl FactorState {
    /// Every state, the weakest first.
    pub const ALL: [Self; 2] = [Self::None, Self::App];

    /// The word in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::App => "app",
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
        let held = |authenticators, recovery_codes| Held {
            authenticators,
            recovery_codes,
        };
        use FactorMethod::{Authenticator, RecoveryCode};
        assert_eq!(held(0, 0).methods(), []);
        assert_eq!(held(0, 10).methods(), []);
        assert!(!held(0, 10).is_active());
        assert_eq!(held(1, 0).methods(), [Authenticator]);
        assert_eq!(held(2, 3).methods(), [Authenticator, RecoveryCode]);
    }
}
