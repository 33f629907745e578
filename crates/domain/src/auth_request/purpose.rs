//! What exactly a session asks to be confirmed (decision 61). The device that is asked names it, and a proof that
//! it confirmed opens that and nothing else.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::AuthRequestAction;
use crate::ids::CustomerId;

/// An action, where, and on what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct Purpose {
    /// What is done.
    pub action: AuthRequestAction,
    /// At which customer; absent where it concerns none.
    #[serde(default)]
    pub customer_id: Option<CustomerId>,
    /// The user, the role or the waiting change that it is done to; absent where the action names none, and where
    /// it is to be done to several.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Uuid))]
    #[cfg_attr(feature = "bindings", specta(type = Option<String>))]
    pub about: Option<Uuid>,
}

impl Purpose {
    /// Whether what was confirmed covers what is done now: the same action at the same customer, and on the same
    /// object unless several were confirmed.
    pub fn covers(self, done: Self) -> bool {
        self.action == done.action
            && self.customer_id == done.customer_id
            && (self.about.is_none() || self.about == done.about)
    }

    /// Whether the log of a customer may say what it was for: what is done there, and what concerns the person's own
    /// sign-in. What they do at another customer, and that there is one, is not told (C18).
    pub fn is_told_at(self, customer: Option<CustomerId>) -> bool {
        match self.customer_id {
            Some(own) => customer == Some(own),
            None => customer.is_none() || self.action.is_about_own_sign_in(),
        }
    }

    /// Whether it is for several objects, not for one.
    pub const fn is_for_several(self) -> bool {
        self.action.object().is_some() && self.about.is_none()
    }
}

/// As it is kept: three words, `-` for what is absent.
impl fmt::Display for Purpose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = |id: Option<Uuid>| id.map_or_else(|| "-".to_owned(), |id| id.to_string());
        let customer = self.customer_id.map(|id| id.as_uuid());
        let (action, customer, about) = (self.action.code(), word(customer), word(self.about));
        write!(f, "{action} {customer} {about}")
    }
}

/// Not the three words of a purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an action, a customer and an object")]
pub struct NoPurpose;

impl FromStr for Purpose {
    type Err = NoPurpose;

    fn from_str(text: &str) -> Result<Self, NoPurpose> {
        let mut words = text.split(' ');
        let mut next = || words.next().ok_or(NoPurpose);
        let id = |word: &str| match word {
            "-" => Ok(None),
            word => word.parse().map(Some).map_err(|_| NoPurpose),
        };
        let purpose = Self {
            action: AuthRequestAction::from_code(next()?).ok_or(NoPurpose)?,
            customer_id: id(next()?)?.map(CustomerId::from_uuid),
            about: id(next()?)?,
        };
        match words.next() {
            None => Ok(purpose),
            Some(_) => Err(NoPurpose),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: Uuid = Uuid::from_u128(1);
    const OTHER: Uuid = Uuid::from_u128(2);

    fn roles(customer: u128, about: Option<Uuid>) -> Purpose {
        Purpose {
            action: AuthRequestAction::ChangeRoles,
            customer_id: Some(CustomerId::from_uuid(Uuid::from_u128(customer))),
            about,
        }
    }

    #[test]
    fn threat_31_what_was_confirmed_covers_that_and_nothing_else() {
        let confirmed = roles(7, Some(ONE));
        assert!(confirmed.covers(confirmed));
        for done in [
            roles(7, Some(OTHER)),
            roles(8, Some(ONE)),
            roles(7, None),
            Purpose {
                action: AuthRequestAction::ChangeScope,
                ..confirmed
            },
            Purpose {
                customer_id: None,
                ..confirmed
            },
        ] {
            assert!(!confirmed.covers(done), "{done}");
        }
    }

    #[test]
    fn threat_31_several_cover_each_of_the_same_kind() {
        let several = roles(7, None);
        assert!(several.is_for_several() && !roles(7, Some(ONE)).is_for_several());
        assert!(several.covers(roles(7, Some(ONE))) && several.covers(roles(7, Some(OTHER))));
        assert!(!several.covers(roles(8, Some(ONE))));
        let export = Purpose {
            action: AuthRequestAction::ExportActivity,
            ..several
        };
        assert!(!export.is_for_several());
    }

    #[test]
    fn c18_a_purpose_is_told_where_it_is_carried_out_and_nowhere_else() {
        let customer = |number| Some(CustomerId::from_uuid(Uuid::from_u128(number)));
        let change = roles(7, Some(ONE));
        assert!(change.is_told_at(customer(7)));
        assert!(!change.is_told_at(customer(8)) && !change.is_told_at(None));
        let own = |action| Purpose {
            action,
            customer_id: None,
            about: None,
        };
        assert!(own(AuthRequestAction::ChangePassword).is_told_at(customer(7)));
        for hidden in [
            AuthRequestAction::AcceptMembership,
            AuthRequestAction::CreateCustomer,
        ] {
            assert!(!own(hidden).is_told_at(customer(7)), "{hidden:?}");
            assert!(own(hidden).is_told_at(None), "{hidden:?}");
        }
    }

    #[test]
    fn a_purpose_is_read_as_it_is_written() {
        for purpose in [
            roles(7, Some(ONE)),
            roles(7, None),
            Purpose {
                customer_id: None,
                ..roles(7, None)
            },
        ] {
            assert_eq!(purpose.to_string().parse(), Ok(purpose));
        }
        for text in [
            "",
            "change_roles",
            "change_roles -",
            "walk - -",
            "change_roles - - -",
            "change_roles x -",
        ] {
            assert_eq!(text.parse::<Purpose>(), Err(NoPurpose), "{text}");
        }
    }
}
