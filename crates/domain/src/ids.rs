//! One identifier type per noun, so that a user can never be passed where a customer is meant.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        ///
        /// A `UUIDv7`, written as lower-case hyphenated text.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[cfg_attr(feature = "openapi", schema(value_type = String, format = Uuid))]
        #[cfg_attr(feature = "bindings", derive(specta::Type))]
        #[serde(transparent)]
        pub struct $name(#[cfg_attr(feature = "bindings", specta(type = String))] Uuid);

        impl $name {
            /// Wraps an identifier that the caller drew or read.
            pub const fn from_uuid(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// The identifier as a UUID.
            pub const fn as_uuid(&self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0.hyphenated())
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    };
}

id_type!(
    /// A merchant's account. Not the *customer number* that people see.
    CustomerId
);
id_type!(
    /// What an audit entry can be about: a user, a role, a location or another object.
    AuditSubjectId
);
id_type!(
    /// A person with a sign-in, whatever customers they belong to.
    UserId
);
id_type!(
    /// A named set of permissions at one customer.
    RoleId
);
id_type!(
    /// A filter of the list of users that somebody keeps.
    SavedFilterId
);
id_type!(
    /// A place of business of a customer.
    LocationId
);
id_type!(
    /// A group of locations that a customer made.
    LocationGroupId
);
id_type!(
    /// A point of sale at a location.
    TerminalId
);
id_type!(
    /// One sending of an activation link.
    InvitationId
);
id_type!(
    /// One change of a person's own data that waits for links to be confirmed.
    DataChangeId
);
id_type!(
    /// One change that waits for a second person.
    PendingChangeId
);
id_type!(
    /// An authenticator app that a person has set up.
    AuthenticatorId
);
id_type!(
    /// A passkey that a person has set up.
    PasskeyId
);
id_type!(
    /// One run of the sign-in steps.
    SignInId
);
id_type!(
    /// One request to confirm a sign-in on another device.
    AuthRequestId
);
id_type!(
    /// A signed-in device of one user.
    SessionId
);
id_type!(
    /// A device that holds a key of its own.
    DeviceId
);
id_type!(
    /// A program of the back office that asks for decisions on behalf of one customer.
    ServiceClientId
);
id_type!(
    /// One entry of the audit log.
    AuditEventId
);
id_type!(
    /// One sending of a reset link.
    ResetLinkId
);
id_type!(
    /// One request for a location.
    LocationRequestId
);
id_type!(
    /// One recovery of an administrator through an operator.
    RecoveryId
);
id_type!(
    /// One mail that waits to be sent.
    MailId
);
