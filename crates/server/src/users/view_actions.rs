//! What somebody may do with a user now.

use keyholder_contract::{
    problem::ErrorCode,
    user::{ActionState, UserAction as Named},
};
use keyholder_domain::{
    access::{self, Actor, UserAction},
    conversion, deactivation, deletion, invitation, password_reset, session,
    sign_in_way::SignInWay,
    timestamp::Timestamp,
    user::UserKind,
    user_status::UserStatusKind,
};
use keyholder_store::access_facts::AccessFacts;

use super::{acting, denial};

/// What the caller may do now, by asking the rules that trying would ask.
pub(super) fn actions(
    actor: &Actor,
    facts: &AccessFacts,
    (kind, resettable): (UserKind, bool),
    now: Timestamp,
) -> Vec<ActionState> {
    let status = acting::status_of(facts, now);
    let there = status != UserStatusKind::Deleted;
    let acts = session::goes_on(status);
    let access = || facts.access.clone();
    let off = deactivation::may_deactivate(status).is_ok();
    let on = deactivation::may_reactivate(status).is_ok();
    let gone = deletion::may_delete(status).is_ok();
    let back = deletion::may_restore(status).is_ok();
    let due = password_reset::is_due(status);
    let locked = password_reset::can_be_unlocked(status);
    [
        (
            Named::Invite,
            UserAction::Invite,
            invitation::is_due(status),
        ),
        (Named::Deactivate, UserAction::Deactivate, off),
        (Named::Reactivate, UserAction::Reactivate, on),
        (Named::Delete, UserAction::Delete, gone),
        (Named::Restore, UserAction::Restore, back),
        (Named::Convert, UserAction::Convert, true),
        (Named::Adopt, UserAction::Adopt, there),
        (Named::ChangeRoles, UserAction::ChangeRoles(access()), there),
        (
            Named::ChangePermissions,
            UserAction::ChangePermissions(access()),
            there,
        ),
        (Named::ChangeScope, UserAction::ChangeScope(access()), there),
        (Named::SendResetLink, UserAction::SendResetLink, due),
        (Named::Unlock, UserAction::Unlock, locked),
        (Named::EndSessions, UserAction::EndSessions, acts),
        (
            Named::ResetSecondFactor,
            UserAction::ResetSecondFactor,
            acts,
        ),
    ]
    .into_iter()
    .map(|(action, asked, fits)| {
        let denied = access::may(actor, &asked, &acting::target(facts)).err();
        let beside = || match action {
            Named::Convert => conversion::may_convert(kind, status)
                .err()
                .map(denial::code_of_conversion),
            Named::Adopt if !facts.foreign => Some(ErrorCode::AdoptedAlready),
            Named::SendResetLink if facts.sign_in_way == SignInWay::External => {
                Some(ErrorCode::NoPasswordHere)
            }
            Named::ResetSecondFactor if !resettable => Some(ErrorCode::NoSecondFactor),
            _ => None,
        };
        let refusal = denied
            .map(denial::code_of)
            .or_else(|| (!fits).then_some(ErrorCode::WrongStatus))
            .or_else(beside);
        ActionState { action, refusal }
    })
    .collect()
}
