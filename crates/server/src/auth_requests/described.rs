//! What a device is told of the purpose of a request: names, as far as the person who asks may see them.

use std::collections::BTreeSet;

use keyholder_domain::{
    access,
    auth_request::{AuthRequestObject, Purpose},
    ids::{CustomerId, PendingChangeId, RoleId, UserId},
    permission::Permission,
};
use keyholder_store::{Read, access_facts::AccessFacts, customers, pending_changes, roles};
use uuid::Uuid;

use crate::{
    auth::SignedIn,
    http::ApiResult,
    users::{acting, colleagues},
};

/// The names of a purpose.
#[derive(Debug, Default)]
pub(super) struct Described {
    /// The customer.
    pub(super) customer_name: Option<String>,
    /// What it is done to.
    pub(super) about: Option<String>,
}

/// Names a purpose, or the field that names nothing that the caller may see: whether it exists or not makes no
/// difference.
pub(super) async fn describe(
    on: &impl Read,
    caller: &SignedIn,
    purpose: Purpose,
) -> ApiResult<Result<Described, &'static str>> {
    const CUSTOMER: &str = "purpose.customer_id";
    const ABOUT: &str = "purpose.about";
    let Some(id) = purpose.customer_id else {
        return Ok(match purpose.about {
            None => Ok(Described::default()),
            Some(_) => Err(ABOUT),
        });
    };
    let own = caller
        .memberships
        .iter()
        .find(|(customer, _)| *customer == id);
    if own.is_none() && !caller.person.operator {
        return Ok(Err(CUSTOMER));
    }
    let Some(customer) = customers::find(on, id).await? else {
        return Ok(Err(CUSTOMER));
    };
    let about = match (purpose.about, purpose.action.object(), own) {
        (None, ..) => None,
        (Some(about), Some(object), Some((_, facts))) => {
            let named = name(on, id, facts, (object, about)).await?;
            if named.is_none() {
                return Ok(Err(ABOUT));
            }
            named
        }
        _ => return Ok(Err(ABOUT)),
    };
    Ok(Ok(Described {
        customer_name: Some(customer.name),
        about,
    }))
}

/// The name of an object of a customer.
async fn name(
    on: &impl Read,
    customer: CustomerId,
    caller: &AccessFacts,
    (object, id): (AuthRequestObject, Uuid),
) -> ApiResult<Option<String>> {
    let actor = acting::actor(caller);
    if access::holds(&actor, Permission::UsersView).is_err() {
        return Ok(None);
    }
    let user = async |id| {
        let found = colleagues::visible(on, &actor, customer, id).await?;
        Ok(found.map(|colleague| colleague.name))
    };
    match object {
        AuthRequestObject::User => user(UserId::from_uuid(id)).await,
        AuthRequestObject::Role => {
            let ids = BTreeSet::from([RoleId::from_uuid(id)]);
            let found = roles::find_all(on, customer, &ids).await?;
            Ok(found.into_iter().next().and_then(|role| role.name))
        }
        AuthRequestObject::PendingChange => {
            let id = PendingChangeId::from_uuid(id);
            match pending_changes::find(on, customer, id).await? {
                Some(change) => user(change.facts.target).await,
                None => Ok(None),
            }
        }
    }
}
