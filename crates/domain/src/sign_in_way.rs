//! How somebody signs in: with a password, or with an account at another provider alone (S28 to S30, C14).
//!
//! The other provider is chosen while a person is added, and at no other time: whoever has a password keeps
//! it beside an account that they link later (L5). Whoever was added for the other provider never has one,
//! so nothing about passwords applies to them: neither age nor reset nor leak.
//!
//! ```text
//!                  account linked    none linked
//! has a password   password          password
//! has none         external          password, which is set with a link
//! ```

use serde::{Deserialize, Serialize};

use crate::user::UserKind;

/// How somebody signs in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum SignInWay {
    /// With a password of their own.
    #[default]
    Password,
    /// With their account at the other provider; they have no password here.
    External,
}

/// How somebody signs in who has a password or not, and is linked to an account or not.
pub const fn of(has_password: bool, linked: bool) -> SignInWay {
    if linked && !has_password {
        SignInWay::External
    } else {
        SignInWay::Password
    }
}

/// Whether this way can be chosen for a new user. The provider vouches for an address (S29), so whoever has
/// none signs in with a password; and `offered` says whether there is a provider at all.
pub fn may_choose(way: SignInWay, kind: UserKind, offered: bool) -> bool {
    match way {
        SignInWay::Password => true,
        SignInWay::External => offered && kind == UserKind::Verified,
    }
}

/// How somebody on a list signs in, as far as there is anything to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum ListedWay {
    /// With a password of their own.
    Password,
    /// With their account at the other provider; they have no password here.
    External,
    /// Not at all so far: they have not accepted yet.
    NotYet,
}

impl ListedWay {
    /// All of them, as they are counted.
    pub const ALL: [Self; 3] = [Self::Password, Self::External, Self::NotYet];

    /// The word in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::External => "external",
            Self::NotYet => "not_yet",
        }
    }

    /// The way of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn c14_only_who_has_an_account_and_no_password_signs_in_there_alone() {
        for (has_password, linked, way) in [
            (true, true, SignInWay::Password),
            (true, false, SignInWay::Password),
            (false, true, SignInWay::External),
            (false, false, SignInWay::Password),
        ] {
            assert_eq!(of(has_password, linked), way, "{has_password} {linked}");
        }
    }

    #[test]
    fn words_lead_back_to_their_ways_and_are_what_serde_writes() {
        for way in ListedWay::ALL {
            assert_eq!(ListedWay::from_code(way.code()), Some(way));
            assert_eq!(serde_json::to_value(way).unwrap(), way.code());
        }
    }

    #[test]
    fn s028_the_other_provider_is_chosen_for_an_address_where_there_is_one() {
        for kind in [UserKind::Verified, UserKind::Unverified] {
            for offered in [true, false] {
                assert!(may_choose(SignInWay::Password, kind, offered));
                let may = may_choose(SignInWay::External, kind, offered);
                assert_eq!(may, offered && kind == UserKind::Verified);
            }
        }
    }
}
