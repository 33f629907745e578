//! Whether a person may set a password: by the rules of all their customers, and by what they had
//! before. The same for every door: activation, reset, an expired password, a change.

use keyholder_contract::{
    password,
    problem::{ErrorCode, FieldCode, FieldError},
};
use keyholder_domain::{
    ids::CustomerId,
    password_history,
    password_policy::{self, PasswordFault},
    security_policy::Requirements,
};
use keyholder_store::{
    Read, access_facts,
    credentials::{self, Past},
    customers, security_policies,
    users::User,
};
use zeroize::Zeroizing;

use crate::{
    App,
    http::{ApiError, ApiResult, field_error},
    passwords::Verified,
    security_policy::requirements,
};

/// How many earlier passwords are looked at: the longest history, or the most changes of a day.
const LOOKED_AT: u16 = 24;

/// What is asked of a person's next password.
pub(crate) struct Demands {
    /// By all customers together.
    pub(crate) requirements: Requirements,
    names: Vec<String>,
}

/// What is asked of a person; `joining` is the customer that they are about to accept.
pub(crate) async fn demands(
    on: &impl Read,
    user: &User,
    joining: Option<CustomerId>,
) -> ApiResult<Demands> {
    let mut policies = security_policies::of_user(on, user.id).await?;
    if let Some(customer) = joining {
        let stored = security_policies::find(on, customer).await?;
        policies.extend(stored.map(|stored| stored.policy));
    }
    let mut names = vec![
        user.given_name.as_str().to_owned(),
        user.family_name.as_str().to_owned(),
        user.sign_in_name.as_str().to_owned(),
    ];
    for (customer, _) in access_facts::of_user(on, user.id).await? {
        if let Some(customer) = customers::find(on, customer).await? {
            names.push(customer.name);
            names.extend(customer.alias);
        }
    }
    Ok(Demands {
        requirements: requirements::of_policies(on, user.id, &policies).await?,
        names,
    })
}

/// Every fault of a password, under the name of the field that holds it. Earlier passwords are
/// compared only with one that is good otherwise.
pub(crate) async fn faults(
    app: &App,
    user: &User,
    demands: &Demands,
    password: &str,
    field: &str,
) -> ApiResult<Vec<FieldError>> {
    let names: Vec<&str> = demands.names.iter().map(String::as_str).collect();
    let rules = demands.requirements.password;
    let mut faults: Vec<_> = password_policy::check(password, &names, rules)
        .into_iter()
        .map(|fault| named(field, fault))
        .collect();
    if faults.is_empty() && comes_back(app, user, &demands.requirements, password).await? {
        faults.push(field_error(field, FieldCode::Reused, &[]));
    }
    Ok(faults)
}

async fn comes_back(
    app: &App,
    user: &User,
    requirements: &Requirements,
    password: &str,
) -> ApiResult<bool> {
    let past = credentials::history(&app.database, user.id, LOOKED_AT).await?;
    let ends: Vec<_> = past.iter().filter_map(|each| each.replaced_at).collect();
    let now = app.now();
    if let Some(again) = password_history::too_many_changes(&ends, now) {
        let wait = again.since(now).as_secs() + 1;
        return Err(ApiError::new(ErrorCode::TooManyRequests).retry_after(wait));
    }
    let barred = password_history::barred(&ends, requirements.history, now);
    let password = Zeroizing::new(password_policy::normalise(password));
    for Past { password_hash, .. } in past.into_iter().take(barred) {
        let verified = app
            .passwords
            .admit()?
            .verify(password.clone(), Some(password_hash))
            .await?;
        if verified != Verified::Wrong {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Hashes a password that has no fault.
pub(crate) async fn hash(app: &App, password: &str) -> ApiResult<String> {
    let password = Zeroizing::new(password_policy::normalise(password));
    app.passwords.hash(password, &app.random).await
}

/// A fault as the contract names it.
fn named(field: &str, fault: PasswordFault) -> FieldError {
    let (code, params) = password::fault(fault);
    FieldError {
        field: field.to_owned(),
        code,
        params,
    }
}
