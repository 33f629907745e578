//! Asking for a change that a second person must agree to.

use std::collections::BTreeSet;

use keyholder_contract::{
    pending_change::{AskChange, PendingChange},
    problem::{ErrorCode, FieldCode},
    user::ChangePermissions,
};
use keyholder_domain::{
    access::{self, Actor, UserAction},
    audit::AuditAction,
    email::Email,
    ids::{PendingChangeId, RoleId, UserId},
    last_administrator::WORKING,
    pending_change::{self, LIFETIME, MAX_WAITING},
    permission::Permission,
    timestamp::Timestamp,
    user_status::UserStatusKind,
};
use keyholder_store::{
    WriteTransaction,
    access_facts::{self, AccessFacts},
    pending_changes::{self, StoredChange},
    roles, users,
};
use serde_json::{Map, Value, json};

use super::{dead_mailbox, letters, own_locations, view, wanted::Wanted};
use crate::{
    App,
    audit::{Entry, record},
    auth::AtCustomer,
    http::{ApiError, ApiResult, Earlier, Fields, IdempotencyKey, field_error},
    users::{
        acting, change_permissions,
        denial::wrong_status,
        new_user::{self, email_fault},
        role_choice,
    },
};

/// How long somebody waits who asks for too much at once.
const LATER: u64 = 60 * 60;

/// A change that waits now, or was asked for earlier under the same key.
pub(super) struct Asked {
    pub(super) change: PendingChange,
    pub(super) replayed: bool,
}

/// Remembers the change, and tells those who may agree to it.
pub(super) async fn ask(
    app: &App,
    at: &AtCustomer,
    key: &IdempotencyKey,
    request: &AskChange,
) -> ApiResult<Asked> {
    let own = at.actor(Permission::UsersManage)?.user_id;
    let tx = app.begin_write(at.proof()).await?;
    let now = app.now();
    if let AskChange::OwnAccess { role_ids, .. } = request {
        roles::keep(&tx, at.customer_id, &role_ids.iter().copied().collect()).await?;
    }
    let target_id = match request {
        AskChange::OwnAccess { .. } | AskChange::OwnLocations { .. } => own,
        AskChange::DeadMailbox { user_id, .. } => *user_id,
    };
    let target = acting::lock_target(&tx, at.customer_id, target_id).await?;
    let actor = acting::actor_now(&tx, at, now).await?;
    match request {
        AskChange::OwnAccess { .. } | AskChange::OwnLocations { .. } => {
            pending_change::may_ask_for_oneself(&actor)?;
        }
        AskChange::DeadMailbox { .. } => {
            let target = acting::target(&target);
            access::may(&actor, &UserAction::ProposeCorrection, &target)?;
        }
    }
    let claimed = match key.claim(&tx, app, at, "ask_change", request).await? {
        Earlier::Answer(change) => {
            return Ok(Asked {
                change,
                replayed: true,
            });
        }
        Earlier::None(claimed) => claimed,
    };
    let wanted = match request {
        AskChange::OwnAccess {
            role_ids,
            permissions,
        } => wanted_access(&tx, at, &target, role_ids, permissions).await?,
        AskChange::OwnLocations { scope } => {
            own_locations::wanted(&tx, at, (&actor, &target), scope).await?
        }
        AskChange::DeadMailbox { user_id, email } => {
            let status = acting::status_of(&target, now);
            // Who has not accepted has nothing to lose; who is switched off is switched on first.
            if !WORKING.contains(&status) && status != UserStatusKind::LockedInactivity {
                return Err(wrong_status(status));
            }
            wanted_address(&tx, at, &actor, *user_id, email).await?
        }
    };
    let stored = open(&tx, app, at, (&actor, &target), &wanted, now).await?;
    let change = view::view(&tx, at.customer_id, &actor, &stored, now).await?;
    claimed.remember(&tx, &change).await?;
    tx.commit().await?;
    Ok(Asked {
        change,
        replayed: false,
    })
}

async fn wanted_access(
    tx: &WriteTransaction,
    at: &AtCustomer,
    target: &AccessFacts,
    role_ids: &[RoleId],
    permissions: &[Permission],
) -> ApiResult<Wanted> {
    let mut fields = Fields::default();
    new_user::read_role_ids(&mut fields, role_ids);
    fields.finish()?;
    let through_roles = role_choice::permissions(tx, at.customer_id, role_ids).await?;
    let request = ChangePermissions {
        permissions: permissions.to_vec(),
    };
    let direct = change_permissions::read(&request, through_roles)?;
    let role_ids: BTreeSet<_> = role_ids.iter().copied().collect();
    if role_ids == target.roles.iter().copied().collect::<BTreeSet<_>>() && direct == target.direct
    {
        let fault = field_error("role_ids", FieldCode::Unchanged, &[]);
        return Err(ApiError::invalid_fields(vec![fault]));
    }
    Ok(Wanted::OwnAccess {
        role_ids,
        permissions: direct.iter().collect(),
    })
}

async fn wanted_address(
    tx: &WriteTransaction,
    at: &AtCustomer,
    actor: &Actor,
    user_id: UserId,
    email: &str,
) -> ApiResult<Wanted> {
    let mut fields = Fields::default();
    let email = fields.take(email.parse::<Email>(), email_fault);
    fields.finish()?;
    let user = users::find(tx, user_id).await?;
    let Some((email, user)) = email.zip(user) else {
        return Err(ErrorCode::NotFound.into());
    };
    dead_mailbox::demand_movable(tx, at.customer_id, actor, &user, &email).await?;
    if email.folded() == user.sign_in_name.folded() {
        let fault = field_error("email", FieldCode::Unchanged, &[]);
        return Err(ApiError::invalid_fields(vec![fault]));
    }
    Ok(Wanted::DeadMailbox {
        email,
        former: user.sign_in_name.as_str().to_owned(),
    })
}

/// The one way in which a change comes to wait.
async fn open(
    tx: &WriteTransaction,
    app: &App,
    at: &AtCustomer,
    (actor, target): (&Actor, &AccessFacts),
    wanted: &Wanted,
    now: Timestamp,
) -> ApiResult<StoredChange> {
    let customer = at.customer_id;
    let outlook = wanted.outlook(tx, customer, target).await?;
    let basis = outlook.basis.ok_or(ErrorCode::Stale)?;
    clear_the_way(tx, at, target, wanted, now).await?;
    if pending_changes::count_waiting(tx, customer, now).await? >= MAX_WAITING {
        return Err(ApiError::new(ErrorCode::TooManyRequests).retry_after(LATER));
    }
    let granters: BTreeSet<_> =
        access_facts::working_administrators_besides(tx, customer, actor.user_id, now)
            .await?
            .into_iter()
            .map(|administrator| administrator.user_id)
            .filter(|id| *id != target.user_id)
            .collect();
    if granters.is_empty() {
        return Err(ErrorCode::NoSecondAdministrator.into());
    }
    let stored = StoredChange {
        id: PendingChangeId::from_uuid(app.random.uuid(now)),
        kind: wanted.kind(),
        change: wanted.write()?,
        facts: pending_change::PendingChange {
            asked_by: actor.user_id,
            target: target.user_id,
            basis,
            asked_at: now,
            expires_at: now + LIFETIME,
            ended: None,
        },
        ended_at: None,
        ended_by: None,
    };
    pending_changes::insert(tx, customer, &stored, &granters).await?;
    letters::to_granters(tx, app, customer, &stored, &granters, now).await?;
    let entry = Entry {
        customer_id: Some(customer),
        actor_id: Some(actor.user_id),
        action: AuditAction::ChangeAsked,
        target_id: Some(target.user_id),
        details: details(&stored, wanted, target),
    };
    record(tx, app, entry).await?;
    Ok(stored)
}

/// What the log says of what is asked for.
fn details(stored: &StoredChange, wanted: &Wanted, target: &AccessFacts) -> Value {
    let mut all = Map::from_iter([
        ("change".to_owned(), json!(stored.id)),
        ("asked".to_owned(), json!(stored.kind)),
    ]);
    match wanted {
        Wanted::OwnAccess { role_ids, .. } => {
            let roles = json!({ "before": target.roles, "after": role_ids });
            all.insert("roles".to_owned(), roles);
        }
        Wanted::OwnLocations { scope } => {
            let facts = own_locations::facts(&target.access.scope, scope);
            all.extend(facts.map(|(field, fact)| (field.to_owned(), fact)));
        }
        Wanted::DeadMailbox { .. } => {}
    }
    Value::Object(all)
}

/// One of a kind waits for a user at a time; one that nobody can agree to any more makes room.
async fn clear_the_way(
    tx: &WriteTransaction,
    at: &AtCustomer,
    target: &AccessFacts,
    wanted: &Wanted,
    now: Timestamp,
) -> ApiResult<()> {
    let (customer, kind) = (at.customer_id, wanted.kind());
    let Some(earlier) = pending_changes::open_of(tx, customer, target.user_id, kind).await? else {
        return Ok(());
    };
    let was = Wanted::read(&earlier.change)?;
    let outlook = was.outlook(tx, customer, target).await?;
    match earlier.facts.state(outlook.basis, now) {
        pending_change::ChangeState::Waiting => Err(ErrorCode::ChangeWaiting.into()),
        over => {
            pending_changes::end(tx, customer, earlier.id, over, None, now).await?;
            Ok(())
        }
    }
}
