//! Requests that are right, to be made wrong in one place.

use keyholder_contract::audit::AuditQuery;
use keyholder_contract::user::{CreateUser, Scope, ScopeKind};
use keyholder_domain::{
    ids::{AuditSubjectId, LocationId, RoleId, UserId},
    language::Language,
    user::UserKind,
};

/// A verified user of one role who reaches everything.
pub(crate) fn verified(mailbox: &str, role: RoleId) -> CreateUser {
    CreateUser {
        kind: UserKind::Verified,
        email: Some(format!("{mailbox}@example.com")),
        given_name: "Ada".to_owned(),
        family_name: "Newcomer".to_owned(),
        language: Language::En,
        role_ids: vec![role],
        scope: everywhere(),
        invite: false,
        ask_approval: false,
        sign_in_way: keyholder_domain::sign_in_way::SignInWay::Password,
    }
}

/// The same without a mailbox.
pub(crate) fn unverified(role: RoleId) -> CreateUser {
    CreateUser {
        kind: UserKind::Unverified,
        email: None,
        ..verified("nobody", role)
    }
}

pub(crate) fn everywhere() -> Scope {
    Scope {
        kind: ScopeKind::All,
        location_ids: Vec::new(),
        group_ids: Vec::new(),
    }
}

pub(crate) fn only(locations: &[LocationId]) -> Scope {
    Scope {
        kind: ScopeKind::Only,
        location_ids: locations.to_vec(),
        group_ids: Vec::new(),
    }
}

/// The entries of the log that are about somebody.
pub(crate) fn about(user: UserId) -> AuditQuery {
    AuditQuery {
        about: Some(AuditSubjectId::from_uuid(user.as_uuid())),
        ..AuditQuery::default()
    }
}
