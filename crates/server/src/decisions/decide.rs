//! "May this user do this, here?"

use keyholder_contract::{
    decision::{DecisionAnswer, DecisionQuestion, DecisionRefusal},
    problem::{ErrorCode, FieldCode},
};
use keyholder_domain::{
    access::{self, Actor, UserAction},
    decision::{self, Decision, Facts, Refusal, Where},
    ids::{CustomerId, LocationId, TerminalId},
    permission::Permission,
    second_factor::reset,
};
use keyholder_store::{
    Read,
    access_facts::{self, AccessFacts},
    locations,
};

use crate::{
    App,
    auth::DecisionCaller,
    http::{ApiError, ApiResult, field_error},
    users::{acting, view::built_in_refused},
};

/// Answers a question about a user of the customer. A service client may ask about everybody, a
/// person about those whom they may see.
pub(crate) async fn decide(
    app: &App,
    caller: &DecisionCaller,
    question: &DecisionQuestion,
) -> ApiResult<DecisionAnswer> {
    let customer = caller.customer_id();
    let facts = access_facts::find(&app.database, customer, question.user_id).await?;
    if let DecisionCaller::Person(person) = caller {
        let actor = person.actor(Permission::UsersView)?;
        access::holds(actor, Permission::UsersView)?;
        let target = facts.as_ref().map(acting::target);
        let target = target.ok_or_else(|| ApiError::new(ErrorCode::NotFound))?;
        access::may(actor, &UserAction::Read, &target)?;
    }
    let facts = facts.ok_or_else(|| ApiError::new(ErrorCode::NotFound))?;
    let place = place(
        &app.database,
        customer,
        question.location_id,
        question.terminal_id,
    )
    .await?;
    if let (DecisionCaller::Person(person), Some(place)) = (caller, place) {
        within_reach(person.actor(Permission::UsersView)?, place)?;
    }
    Ok(answer(app, &facts, question.permission, place))
}

pub(super) fn answer(
    app: &App,
    facts: &AccessFacts,
    permission: Permission,
    place: Option<LocationId>,
) -> DecisionAnswer {
    let now = app.now();
    let facts = Facts {
        status: acting::status_of(facts, now),
        access: facts.access.clone(),
        customer: facts.customer,
        second_factor: facts.second_factor.is_strong(),
        built_in_refused: built_in_refused(facts),
        cooling_until: reset::cools_until(facts.factor_reset_at, now),
    };
    said(decision::decide(&facts, permission, place))
}

/// A decision as the contract says it.
pub(super) fn said(decision: Decision) -> DecisionAnswer {
    match decision {
        Decision::Allowed(reach) => DecisionAnswer {
            allowed: true,
            refusal: None,
            location_ids: match reach {
                Where::Anywhere => None,
                Where::At(locations) => Some(locations.into_iter().collect()),
            },
        },
        Decision::Refused(refusal) => DecisionAnswer {
            allowed: false,
            refusal: Some(refused(refusal)),
            location_ids: None,
        },
    }
}

/// What stands in the way, as the contract says it.
pub(crate) const fn refused(refusal: Refusal) -> DecisionRefusal {
    match refusal {
        Refusal::Status(status) => DecisionRefusal::Status { status },
        Refusal::PermissionMissing => DecisionRefusal::PermissionMissing,
        Refusal::PrerequisiteMissing(permission) => {
            DecisionRefusal::PrerequisiteMissing { permission }
        }
        Refusal::OutsideLocations => DecisionRefusal::OutsideLocations,
        Refusal::SecondFactorMissing => DecisionRefusal::SecondFactorMissing,
        Refusal::BuiltInRefused => DecisionRefusal::BuiltInRefused,
        Refusal::Precondition(precondition) => DecisionRefusal::Precondition { precondition },
        Refusal::Cooling(until) => DecisionRefusal::Cooling { until },
    }
}

/// The location of the question; a terminal stands for the location that it is linked to now (S61).
/// Places of other customers do not exist.
pub(super) async fn place(
    on: &impl Read,
    customer: CustomerId,
    location_id: Option<LocationId>,
    terminal_id: Option<TerminalId>,
) -> ApiResult<Option<LocationId>> {
    let place = match (location_id, terminal_id) {
        (None, None) => return Ok(None),
        (Some(_), Some(_)) => {
            let fault = field_error("terminal_id", FieldCode::NotAllowed, &[]);
            return Err(ApiError::invalid_fields(vec![fault]));
        }
        (Some(location), None) => locations::find(on, customer, location)
            .await?
            .map(|found| found.location.id),
        (None, Some(terminal)) => locations::of_terminal(on, customer, terminal).await?,
    };
    place.map(Some).ok_or_else(|| ErrorCode::NotFound.into())
}

/// A place outside of the caller's own locations does not exist for them.
pub(super) fn within_reach(actor: &Actor, place: LocationId) -> ApiResult<()> {
    if actor.access.scope.includes(place) {
        Ok(())
    } else {
        Err(ErrorCode::NotFound.into())
    }
}
