//! Who can do this here? The users whom the caller may see, by name, in pages.

use std::collections::BTreeMap;

use keyholder_contract::{
    explanation::{Holder, HolderPage, HolderQuery},
    page::PageInfo,
    problem::ErrorCode,
};
use keyholder_domain::{
    access,
    directory_query::{DirectoryQuery, Holding, SortKey, SortOrder, UserFilter},
    explanation::{self, Source},
    ids::LocationId,
    permission::Permission,
    second_factor::FactorState,
    user_status::UserStatusKind,
};
use keyholder_store::{
    access_facts, customers,
    directory::{self, Viewpoint},
    roles,
};

use super::decide::{place, within_reach};
use crate::{
    App,
    auth::AtCustomer,
    http::{ApiError, ApiResult, Fields},
    roles::list::label,
    users::{cursor, list_query, view, view_row},
};

/// A page of those for whom the decision is *allowed*.
pub(super) async fn holders(
    app: &App,
    at: &AtCustomer,
    permission: Permission,
    query: &HolderQuery,
) -> ApiResult<HolderPage> {
    let actor = at.actor(Permission::UsersView)?;
    let visible = access::visible_users(actor)?;
    let (location, terminal) = (query.location_id, query.terminal_id);
    let place = place(&app.database, at.customer_id, location, terminal).await?;
    if let Some(place) = place {
        within_reach(actor, place)?;
    }
    let all_roles = roles::list(&app.database, at.customer_id).await?;
    let list = format!("holders {permission:?} {place:?}");
    let mut narrowed = filter(permission, place, &all_roles);
    narrowed.factor_elsewhere =
        permission.entry().needs_second_factor && at.policy.refuse_built_in_codes;
    let asked = read(query, &list, narrowed)?;
    if let Some(missing) = unmet(app, at, permission).await? {
        return Ok(HolderPage {
            items: Vec::new(),
            page: PageInfo {
                total: query.count.then_some(0),
                ..PageInfo::default()
            },
            precondition: Some(missing),
        });
    }
    let now = app.now();
    let viewpoint = Viewpoint {
        customer: at.customer_id,
        visible: &visible,
        policy: at.policy.status(),
        now,
    };
    let page = directory::list(&app.database, viewpoint, &asked).await?;
    let total = if query.count {
        let total = directory::count(&app.database, viewpoint, &asked.filter).await?;
        Some(u32::try_from(total).unwrap_or(u32::MAX))
    } else {
        None
    };
    let ids = page.rows.iter().map(|row| row.user_id).collect();
    let facts: BTreeMap<_, _> = access_facts::find_many(&app.database, at.customer_id, &ids)
        .await?
        .into_iter()
        .map(|facts| (facts.user_id, facts))
        .collect();
    let labels = view_row::labels(all_roles.iter().map(label));
    let items = page
        .rows
        .into_iter()
        .filter_map(|row| {
            let holding = view::holding(facts.get(&row.user_id)?, &all_roles, now);
            // The list is narrowed by the same rule; this is where it is decided.
            if !holding.usable(place).contains(permission) {
                return None;
            }
            let sources = holding.sources(permission);
            Some(Holder {
                user: view_row::row(row, &labels, viewpoint.policy, now),
                role_ids: view::role_ids(&sources),
                direct: sources.contains(&Source::Direct),
            })
        })
        .collect();
    Ok(HolderPage {
        items,
        page: PageInfo {
            next_cursor: page.next.map(|place| cursor::write(&list, &place)),
            previous_cursor: page.previous.map(|place| cursor::write(&list, &place)),
            total,
        },
        precondition: None,
    })
}

/// Who is active, holds the permission with all that it rests on, reaches the place, and has the second
/// factor that it takes, not reset within the day.
fn filter(
    permission: Permission,
    place: Option<LocationId>,
    all_roles: &[roles::Role],
) -> UserFilter {
    let narrowed = permission.entry().location_scoped;
    let restricted = permission.entry().needs_second_factor;
    UserFilter {
        statuses: vec![UserStatusKind::Active],
        locations: place.filter(|_| narrowed).into_iter().collect(),
        holding: holding(permission, all_roles),
        second_factors: restricted
            .then_some(FactorState::STRONG)
            .into_iter()
            .flatten()
            .collect(),
        past_reset: restricted,
        reaching_any: narrowed && place.is_none(),
        ..UserFilter::default()
    }
}

/// The permission with all that it rests on, each with the roles that give it.
pub(super) fn holding(permission: Permission, all_roles: &[roles::Role]) -> Vec<Holding> {
    let needed = explanation::chain(permission).map(|needed| Holding {
        permission: needed,
        roles: all_roles
            .iter()
            .filter(|role| role.permissions.contains(needed))
            .map(|role| role.id)
            .collect(),
    });
    needed.collect()
}

fn read(query: &HolderQuery, list: &str, filter: UserFilter) -> ApiResult<DirectoryQuery> {
    let mut fields = Fields::default();
    let limit = list_query::read_limit(&mut fields, query.limit);
    let mut asked = DirectoryQuery {
        filter,
        sort: SortKey::Name,
        order: SortOrder::Ascending,
        position: None,
        limit,
    };
    if let Some(text) = &query.cursor {
        let position = cursor::read(list, text).filter(|position| cursor::fits(position, &asked));
        asked.position = fields.take(position.ok_or(()), |()| list_query::malformed_cursor());
    }
    fields.finish()?;
    Ok(asked)
}

/// What is missing at the customer, so that nobody may.
async fn unmet(
    app: &App,
    at: &AtCustomer,
    permission: Permission,
) -> ApiResult<Option<keyholder_domain::permission::Precondition>> {
    let Some(needed) = permission.entry().precondition else {
        return Ok(None);
    };
    let customer = customers::find(&app.database, at.customer_id)
        .await?
        .ok_or_else(|| ApiError::new(ErrorCode::NotFound))?;
    let facts = keyholder_domain::customer::CustomerFacts {
        mode: customer.mode,
        acquirer_agreement: customer.acquirer_agreement,
    };
    Ok((!facts.meets(needed)).then_some(needed))
}
