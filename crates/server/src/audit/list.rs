//! Reading the audit log.

use std::collections::BTreeMap;

use keyholder_contract::{
    audit::{AuditEntry, AuditPage},
    page::PageInfo,
    problem::ErrorCode,
};
use keyholder_domain::{
    access::{self, Actor, UserAction, VisibleUsers},
    ids::{CustomerId, UserId},
    permission::Permission,
};
use keyholder_store::{
    Database, access_facts,
    audit::{self, AuditEvent, AuditPosition},
};

use crate::{
    App,
    auth::AtCustomer,
    http::{ApiError, ApiResult},
    users::acting,
};

/// Which entries are asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Question {
    /// Of this user only.
    pub(super) target_id: Option<UserId>,
    pub(super) position: AuditPosition,
    pub(super) limit: u16,
}

/// How many pages are looked through for a caller who may see few of the entries.
const MAX_PAGES: usize = 10;

/// Entries, newest first. Who sees only some users sees only what was done to them.
pub(super) async fn list(app: &App, at: &AtCustomer, question: Question) -> ApiResult<AuditPage> {
    let actor = at.actor(Permission::ActivityView)?;
    access::holds(actor, Permission::ActivityView)?;
    let visible = access::visible_users(actor)?;
    if let Some(target) = question.target_id {
        let facts = access_facts::find(&app.database, at.customer_id, target).await?;
        let facts = facts.ok_or_else(|| ApiError::new(ErrorCode::NotFound))?;
        access::may(actor, &UserAction::Read, &acting::target(&facts))?;
    }
    let mut sight = Sight {
        database: &app.database,
        customer: at.customer_id,
        actor,
        visible,
        known: BTreeMap::new(),
    };
    let mut position = question.position;
    let mut items = Vec::new();
    let mut newer = None;
    for page_number in 0.. {
        let page = audit::page(
            &app.database,
            at.customer_id,
            question.target_id,
            position,
            question.limit,
        )
        .await?;
        if page_number == 0 {
            newer = page.newer;
        }
        for event in page.events {
            items.extend(sight.entry(event).await?);
        }
        let wants_more = items.is_empty() && page_number + 1 < MAX_PAGES;
        match page.older {
            // A page on which nothing may be seen is no answer; one further back may be.
            Some(older) if wants_more && !matches!(position, AuditPosition::After(_)) => {
                position = older;
            }
            older => {
                return Ok(AuditPage {
                    items,
                    page: PageInfo {
                        next_cursor: older.and_then(super::cursor::write),
                        previous_cursor: newer.and_then(super::cursor::write),
                        total: None,
                    },
                });
            }
        }
    }
    Err(ErrorCode::Internal.into())
}

/// Whom the caller may know of.
struct Sight<'a> {
    database: &'a Database,
    customer: CustomerId,
    actor: &'a Actor,
    visible: VisibleUsers,
    known: BTreeMap<UserId, bool>,
}

impl Sight<'_> {
    /// The entry as the caller may see it, if at all.
    async fn entry(&mut self, event: AuditEvent) -> ApiResult<Option<AuditEntry>> {
        let about = event.target_id.or(event.actor_id);
        let seen = match about {
            Some(user) => self.admits(user).await?,
            None => self.visible == VisibleUsers::All,
        };
        if !seen {
            return Ok(None);
        }
        let names_actor = match event.actor_id {
            Some(user) => self.admits(user).await?,
            None => false,
        };
        Ok(Some(AuditEntry {
            id: event.id,
            sequence: u32::try_from(event.sequence).unwrap_or(u32::MAX),
            at: event.at,
            actor_id: event.actor_id,
            actor_name: event.actor_name.filter(|_| names_actor),
            action: event.action,
            target_id: event.target_id,
            target_name: event.target_name,
        }))
    }

    async fn admits(&mut self, user: UserId) -> ApiResult<bool> {
        if self.visible == VisibleUsers::All || user == self.actor.user_id {
            return Ok(true);
        }
        if let Some(known) = self.known.get(&user) {
            return Ok(*known);
        }
        let facts = access_facts::find(self.database, self.customer, user).await?;
        let admits = facts.is_some_and(|facts| self.visible.admits(&facts.access.scope));
        self.known.insert(user, admits);
        Ok(admits)
    }
}
