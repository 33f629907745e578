//! Setting up a customer with its built-in roles and its first administrator, who is invited by mail.

use keyholder_contract::{
    problem::ErrorCode,
    provider::{CreateCustomer, ProviderCustomer},
};
use keyholder_domain::{
    audit::AuditAction, ids::CustomerId, role::BuiltInRole, scope_choice::ScopeChoice,
    sign_in_way::SignInWay, timestamp::Timestamp, user::Origin,
};
use keyholder_store::{
    WriteTransaction,
    customers::Customer,
    memberships::{self, NewMembership},
};
use serde_json::json;

use super::{fields, read};
use crate::{
    App,
    audit::{Entry, by_provider, record},
    auth::Operator,
    customers::set_up,
    http::{ApiError, ApiResult, Earlier, Fields, IdempotencyKey, Replayed},
    invitations::issue::{Delivery, Recipient, issue_by_provider},
    second_factors::fresh,
    users::{
        create::{self, Failure},
        new_user::{NewUser, email_fault, read_name},
    },
};

/// Sets the customer up.
pub(super) async fn create(
    app: &App,
    operator: &Operator,
    key: &IdempotencyKey,
    request: &CreateCustomer,
) -> ApiResult<Replayed<ProviderCustomer>> {
    let tx = operator.begin_write(app).await?;
    let owner = operator.key_owner();
    let claimed = match key
        .claim_as(&tx, app, owner, "create_customer", request)
        .await?
    {
        Earlier::Answer(reply) => {
            return Ok(Replayed {
                replayed: true,
                reply,
            });
        }
        Earlier::None(claimed) => claimed,
    };
    let (facts, administrator) = read_request(request)?;
    fresh::demand_for_others(&tx, app, &operator.person).await?;
    let now = app.now();
    let customer = Customer {
        id: CustomerId::from_uuid(app.random.uuid(now)),
        number: facts.number,
        name: facts.name,
        alias: None,
        mode: request.customer.mode,
        acquirer_agreement: request.customer.acquirer_agreement,
        settings_version: 1,
        created_at: now,
    };
    let roles = set_up::add(&tx, app, &customer)
        .await
        .map_err(|error| fields::taken(error, "customer.number"))?;
    let entry = Entry {
        customer_id: Some(customer.id),
        actor_id: Some(operator.person.user_id),
        action: AuditAction::CustomerCreated,
        target_id: None,
        details: by_provider(json!({ "number": customer.number, "mode": customer.mode })),
    };
    record(&tx, app, entry).await?;
    let role = roles
        .iter()
        .filter(|(_, role)| *role == BuiltInRole::MerchantAdministrator)
        .map(|(id, _)| *id);
    let administrator = NewUser {
        role_ids: role.collect(),
        ..administrator
    };
    invite(&tx, app, operator, &customer, &administrator, now).await?;
    let reply = read::read(&tx, customer.id).await?;
    claimed.remember(&tx, &reply).await?;
    tx.commit().await?;
    Ok(Replayed {
        replayed: false,
        reply,
    })
}

fn read_request(request: &CreateCustomer) -> ApiResult<(fields::Facts, NewUser)> {
    let mut faults = Fields::default();
    let facts = fields::customer(&mut faults, "customer.", &request.customer);
    let who = &request.administrator;
    let email = faults.take(who.email.parse(), |error| {
        let mut fault = email_fault(error);
        "administrator.email".clone_into(&mut fault.field);
        fault
    });
    let given_name = read_name(&mut faults, "administrator.given_name", &who.given_name);
    let family_name = read_name(&mut faults, "administrator.family_name", &who.family_name);
    faults.finish()?;
    let administrator = NewUser {
        email,
        given_name: fields::there(given_name)?,
        family_name: fields::there(family_name)?,
        language: who.language,
        role_ids: Vec::new(),
        scope: ScopeChoice::All,
        invite: true,
        // Whoever brings a customer in does not choose for its people.
        sign_in_way: SignInWay::Password,
    };
    Ok((fields::there(facts)?, administrator))
}

/// Adds the administrator, known elsewhere or not, and mails the link.
async fn invite(
    tx: &WriteTransaction,
    app: &App,
    operator: &Operator,
    customer: &Customer,
    new: &NewUser,
    now: Timestamp,
) -> ApiResult<()> {
    let create::Person(user_id, sign_in_name) =
        create::person(tx, app, new, now)
            .await
            .map_err(|failure| match failure {
                Failure::NameTaken => ApiError::new(ErrorCode::Unavailable).retry_after(1),
                Failure::Other(error) => error,
            })?;
    let membership = NewMembership {
        customer_id: customer.id,
        user_id,
        given_name: new.given_name.clone(),
        family_name: new.family_name.clone(),
        language: new.language,
        origin: Origin::Operator,
        // Whoever sets a customer up reaches every location, and there is no group yet.
        scope: new.scope.named(),
        roles: new.role_ids.iter().copied().collect(),
        created_by: None,
        created_at: now,
    };
    memberships::insert_invited(tx, &membership, sign_in_name.as_str()).await?;
    let entry = Entry {
        customer_id: Some(customer.id),
        actor_id: Some(operator.person.user_id),
        action: AuditAction::UserCreated,
        target_id: Some(user_id),
        details: by_provider(json!({ "roles": new.role_ids, "scope": new.scope.code() })),
    };
    record(tx, app, entry).await?;
    let recipient = Recipient {
        customer_id: customer.id,
        customer_name: &customer.name,
        user_id,
        sign_in_name: &sign_in_name,
        given_name: new.given_name.as_str(),
        family_name: new.family_name.as_str(),
        language: new.language,
    };
    let by = operator.person.user_id;
    let _mailed = issue_by_provider(tx, app, &recipient, by, Delivery::Mail, now).await?;
    Ok(())
}
