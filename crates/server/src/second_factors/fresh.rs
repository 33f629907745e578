//! Demanding a fresh proof of identity (C20). Which operations do stands in decision 30; a test holds the
//! document against that table.

use keyholder_contract::problem::ErrorCode;
use keyholder_domain::{
    second_factor::{FactorMethod, Held},
    step_up,
};
use keyholder_store::{WriteTransaction, profiles, second_factors};

use crate::{
    App,
    auth::Person,
    auth_requests,
    http::{ApiError, ApiResult},
};

/// Fails unless the session has shown everything within the last minutes; gives what the person holds,
/// which nobody changes until the transaction ends. The refusal names the ways to show the second factor
/// (`methods`) and what is done, so that whoever asks the person needs no second question.
pub(crate) async fn demand(tx: &WriteTransaction, app: &App, person: &Person) -> ApiResult<Held> {
    profiles::lock(tx, person.user_id).await?;
    let held = second_factors::held(tx, person.user_id).await?;
    if step_up::is_fresh(person.proven, held, person.doing, app.now()) {
        Ok(held)
    } else {
        Err(refusal(tx, app, person, held).await?)
    }
}

/// As [`demand`], for an action on somebody or something else: the person is not locked, so that two who
/// act on each other do not wait for each other.
pub(crate) async fn demand_for_others(
    tx: &WriteTransaction,
    app: &App,
    person: &Person,
) -> ApiResult<()> {
    let held = second_factors::held(tx, person.user_id).await?;
    demand_holding(tx, app, person, held).await
}

/// As [`demand_for_others`], where it is known what the person holds.
pub(crate) async fn demand_holding(
    tx: &WriteTransaction,
    app: &App,
    person: &Person,
    held: Held,
) -> ApiResult<()> {
    if step_up::is_fresh(person.proven, held, person.doing, app.now()) {
        Ok(())
    } else {
        Err(refusal(tx, app, person, held).await?)
    }
}

/// As [`demand`], where the password has just been shown.
pub(crate) async fn demand_beside_password(
    tx: &WriteTransaction,
    app: &App,
    person: &Person,
) -> ApiResult<()> {
    profiles::lock(tx, person.user_id).await?;
    let held = second_factors::held(tx, person.user_id).await?;
    if step_up::is_fresh_beside_password(person.proven, held, person.doing, app.now()) {
        Ok(())
    } else {
        Err(refusal(tx, app, person, held).await?)
    }
}

/// What is said to somebody whose proof is not fresh, or is not one for them.
pub(crate) async fn refusal(
    tx: &WriteTransaction,
    app: &App,
    person: &Person,
    held: Held,
) -> ApiResult<ApiError> {
    let devices = auth_requests::reachable(tx, app, person.user_id, &person.proof).await?;
    let held = Held { devices, ..held };
    let methods: Vec<_> = held.methods().into_iter().map(FactorMethod::code).collect();
    let refused = ApiError::new(ErrorCode::StepUpRequired).with("methods", methods.join(" "));
    let Some(doing) = person.doing else {
        return Ok(refused);
    };
    let mut refused = refused.with("action", doing.action.code());
    if let Some(customer) = doing.customer_id {
        refused = refused.with("customer_id", customer);
    }
    if let Some(about) = doing.about {
        refused = refused.with("about", about);
    }
    Ok(refused)
}
