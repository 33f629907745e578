//! Creating a user (S17, S23 to S26), and inviting them in the same step if asked (S33 to S35). Roles that
//! need a second administrator come later, if it is asked for (`pending_changes/new_user.rs`).

use std::collections::BTreeSet;

use keyholder_contract::{
    problem::ErrorCode,
    user::{CreateUser, User},
};
use keyholder_domain::{
    access::{self, Access, Actor},
    audit::AuditAction,
    ids::{CustomerId, RoleId, UserId},
    location_scope::LocationScope,
    permission::Permission,
    sign_in_way::SignInWay,
    timestamp::Timestamp,
    user::{Origin, SignInName},
    username::Username,
};
use keyholder_store::{
    StoreError, WriteTransaction, customers, directory,
    error::unique,
    location_groups,
    memberships::{self, NewMembership},
    roles::Role,
    users,
};
use serde_json::json;

use super::{
    acting, claim, namesakes,
    new_user::{self, NewUser},
    role_choice, scope_choice, view,
};
use crate::{
    App,
    audit::{Entry, record},
    auth::AtCustomer,
    critical_grants,
    http::{ApiError, ApiResult, Earlier, IdempotencyKey},
    invitations::issue::{Delivery, Recipient, issue},
    pending_changes::{self, Newcomer},
    second_factors::fresh,
};

/// How often creating starts over because somebody has the name that was drawn.
const ATTEMPTS: u32 = 4;

/// A user who was created now, or earlier under the same key.
pub(crate) struct Created {
    pub(crate) user: User,
    pub(crate) replayed: bool,
}

/// Creates the user. An address that belongs to a person at another customer gives that person a
/// membership to accept (S98, L13); the answer does not differ.
pub(crate) async fn create(
    app: &App,
    at: &AtCustomer,
    key: &IdempotencyKey,
    request: &CreateUser,
) -> ApiResult<Created> {
    let actor = at.actor(Permission::UsersManage)?;
    access::holds(actor, Permission::UsersManage)?;
    let new = new_user::read(request, app.oidc.is_some())?;
    for _ in 1..ATTEMPTS {
        match attempt(app, at, key, request, &new).await {
            Err(Failure::NameTaken) => {}
            Err(Failure::Other(error)) => return Err(error),
            Ok(created) => return Ok(created),
        }
    }
    Err(ApiError::unavailable(1))
}

pub(crate) enum Failure {
    /// The name that was drawn is taken: draw again.
    NameTaken,
    Other(ApiError),
}

impl<E: Into<ApiError>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Other(error.into())
    }
}

async fn attempt(
    app: &App,
    at: &AtCustomer,
    key: &IdempotencyKey,
    request: &CreateUser,
    new: &NewUser,
) -> Result<Created, Failure> {
    let tx = app.begin_write(at.proof()).await?;
    let now = app.now();
    let user = new_person(app, new, now);
    let chosen: BTreeSet<_> = new.role_ids.iter().copied().collect();
    let begun = acting::adding(&tx, at, &user, &chosen, now).await?;
    let caller = begun.caller;
    let actor = acting::actor(&caller.facts);
    access::holds(&actor, Permission::UsersManage)?;
    let claimed = match key.claim(&tx, app, at, "create_user", request).await? {
        Earlier::Answer(user) => {
            return Ok(Created {
                user,
                replayed: true,
            });
        }
        Earlier::None(claimed) => claimed,
    };
    let roles = role_choice::all_known(begun.roles, &new.role_ids)?;
    scope_choice::keep(&tx, at.customer_id, &request.scope).await?;
    let reach = decide(&tx, at.customer_id, &actor, &roles, new).await?;
    let wanted = (roles.as_slice(), request.ask_approval);
    let at_once = critical_grants::at_once(&tx, at.customer_id, actor.user_id, wanted, now).await?;
    fresh::demand_holding(&tx, app, &at.person, caller.held).await?;
    let given: BTreeSet<_> = at_once.iter().map(|role| role.id).collect();

    let person = named(user, begun.person)?;
    let room = namesakes::make_room(
        &tx,
        app,
        (at.customer_id, &actor),
        (person, &begun.holders),
        new,
        now,
    );
    let person = room.await?;
    let membership = add_membership(&tx, at, &person, (new, &given), now).await?;
    if new.sign_in_way == SignInWay::External {
        memberships::choose_external(&tx, at.customer_id, person.0).await?;
    }
    let entry = Entry {
        customer_id: Some(at.customer_id),
        actor_id: Some(actor.user_id),
        action: AuditAction::UserCreated,
        target_id: Some(person.0),
        details: json!({ "roles": given, "scope": new.scope.code() }),
    };
    record(&tx, app, entry).await?;
    let invited = if new.invite {
        Some((now, invite(&tx, app, at, &person, new, now).await?))
    } else {
        None
    };
    let newcomer = directory::Newcomer {
        membership: &membership,
        sign_in_name: &person.1,
        sign_in_way: new.sign_in_way,
        groups: new.scope.groups(),
        access: Access {
            permissions: role_choice::together(&at_once),
            scope: reach,
        },
        invited,
    };
    let user = view::after_creation(&tx, (&actor, &caller), &newcomer, &at_once, now).await?;
    if given != chosen {
        let newcomer = Newcomer {
            user_id: person.0,
            known_as: &user.sign_in_name,
            role_ids: &chosen,
            scope: &request.scope,
        };
        pending_changes::ask_for(&tx, app, at, &actor, &newcomer, now).await?;
    }
    claimed.remember(&tx, &user).await?;
    tx.commit().await?;
    Ok(Created {
        user,
        replayed: false,
    })
}

/// Asks the rules, with what the roles and locations of the request really are; gives where they reach.
async fn decide(
    tx: &WriteTransaction,
    customer: CustomerId,
    actor: &Actor,
    roles: &[Role],
    new: &NewUser,
) -> ApiResult<LocationScope> {
    let expanded = scope_choice::expand(tx, customer, new.scope.clone()).await?;
    let access = Access {
        permissions: role_choice::together(roles),
        scope: expanded.reach.clone(),
    };
    access::may_create(actor, &access)?;
    // After the rules: whoever is limited to locations learns nothing about others.
    scope_choice::known(tx, customer, actor, &expanded).await?;
    Ok(access.scope)
}

/// The person and the name under which they sign in.
pub(crate) struct Person(pub(crate) UserId, pub(crate) SignInName);

/// Finds the person of the address, or adds them.
pub(crate) async fn person(
    tx: &WriteTransaction,
    app: &App,
    new: &NewUser,
    now: Timestamp,
) -> Result<Person, Failure> {
    let user = new_person(app, new, now);
    let id = users::insert_or_find(tx, &user).await?;
    named(user, id)
}

fn new_person(app: &App, new: &NewUser, now: Timestamp) -> users::NewUser {
    users::NewUser {
        id: claim::new_id(app),
        sign_in_name: match &new.email {
            Some(email) => SignInName::Email(email.clone()),
            None => SignInName::Username(Username::generate(app.random.bytes())),
        },
        given_name: new.given_name.clone(),
        family_name: new.family_name.clone(),
        language: new.language,
        operator: false,
        created_at: now,
    }
}

/// Who has the name now: they, or somebody who has had it before. Of a known person too the address is as
/// the inviter typed it.
fn named(user: users::NewUser, id: UserId) -> Result<Person, Failure> {
    match &user.sign_in_name {
        SignInName::Username(_) if id != user.id => Err(Failure::NameTaken),
        SignInName::Email(_) | SignInName::Username(_) => Ok(Person(id, user.sign_in_name)),
    }
}

async fn add_membership(
    tx: &WriteTransaction,
    at: &AtCustomer,
    Person(user_id, sign_in_name): &Person,
    (new, roles): (&NewUser, &BTreeSet<RoleId>),
    now: Timestamp,
) -> ApiResult<NewMembership> {
    let membership = NewMembership {
        customer_id: at.customer_id,
        user_id: *user_id,
        given_name: new.given_name.clone(),
        family_name: new.family_name.clone(),
        language: new.language,
        origin: Origin::Administrator,
        scope: new.scope.named(),
        roles: roles.clone(),
        created_by: Some(at.person.user_id),
        created_at: now,
    };
    memberships::insert_invited(tx, &membership, sign_in_name.as_str())
        .await
        .map_err(|error: StoreError| {
            if error.is_taken(unique::MEMBERSHIP) {
                ApiError::new(ErrorCode::UserExists)
            } else {
                error.into()
            }
        })?;
    let groups = new.scope.groups();
    location_groups::give(tx, at.customer_id, *user_id, &groups).await?;
    Ok(membership)
}

/// Invites them; gives until when the link works.
async fn invite(
    tx: &WriteTransaction,
    app: &App,
    at: &AtCustomer,
    Person(user_id, sign_in_name): &Person,
    new: &NewUser,
    now: Timestamp,
) -> ApiResult<Timestamp> {
    let customer = customers::find(tx, at.customer_id)
        .await?
        .ok_or_else(|| ApiError::new(ErrorCode::NotFound))?;
    let recipient = Recipient {
        customer_id: at.customer_id,
        customer_name: &customer.name,
        user_id: *user_id,
        sign_in_name,
        given_name: new.given_name.as_str(),
        family_name: new.family_name.as_str(),
        language: new.language,
    };
    // Only verified users are invited while they are created, so there is no link to hand over.
    let by = Some(at.person.user_id);
    let made = issue(tx, app, &recipient, by, Delivery::Mail, now).await?;
    Ok(made.expires_at())
}
