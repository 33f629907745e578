//! An answer in plain English.

use keyholder_contract::decision::{DecisionAnswer, DecisionRefusal};
use keyholder_domain::{permission::Precondition, user_status::UserStatusKind};

/// What the answer says about one who asked to do something.
pub(super) fn explain(name: &str, doing: &str, answer: &DecisionAnswer) -> String {
    let Some(refusal) = &answer.refusal else {
        return format!("{name} may {doing}.");
    };
    let reason = match refusal {
        DecisionRefusal::Status { status } => {
            format!("their status is “{}”", status_word(*status))
        }
        DecisionRefusal::PermissionMissing => "none of their roles allows it".to_owned(),
        DecisionRefusal::PrerequisiteMissing { permission } => {
            format!("they lack {}, on which it rests", permission.code())
        }
        DecisionRefusal::Unknown => "there is no such terminal here".to_owned(),
        DecisionRefusal::OutsideLocations => {
            "this place lies outside of their locations".to_owned()
        }
        DecisionRefusal::Precondition {
            precondition: Precondition::AcquirerAgreement,
        } => "the merchant has no acquirer agreement that supports payouts".to_owned(),
        DecisionRefusal::Precondition {
            precondition: Precondition::Production,
        } => "the merchant is in test mode".to_owned(),
        DecisionRefusal::SecondFactorMissing => {
            "this takes a second factor, and they have none. They set up an authenticator app in \
             Keyholder, under their name at the top"
                .to_owned()
        }
        DecisionRefusal::BuiltInRefused => {
            "this takes a second factor on another device than the one they sign in on. They set up \
             an app on their phone, or a passkey, under their name at the top"
                .to_owned()
        }
        DecisionRefusal::Cooling { .. } => {
            "their second factor was reset lately, and this stays closed for a day".to_owned()
        }
    };
    format!("{name} may not {doing}: {reason}.")
}

/// A status as people say it.
pub(super) const fn status_word(status: UserStatusKind) -> &'static str {
    match status {
        UserStatusKind::Active => "active",
        UserStatusKind::NotInvited => "not invited",
        UserStatusKind::ActivationLinkSent => "activation link sent",
        UserStatusKind::ActivationLinkExpired => "activation link expired",
        UserStatusKind::Deactivated => "deactivated",
        UserStatusKind::LockedAttempts => "locked after wrong passwords",
        UserStatusKind::LockedInactivity => "locked for inactivity",
        UserStatusKind::PasswordExpired => "password expired",
        UserStatusKind::Deleted => "deleted",
    }
}
