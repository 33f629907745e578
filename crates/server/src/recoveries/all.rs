//! The recoveries of all customers.

use keyholder_contract::recovery::{CustomerRecovery, CustomerRecoveryPage, RecoveryQuery};
use keyholder_domain::recovery;
use keyholder_store::{
    customers,
    recoveries::{self, Listed, RecoveryPosition},
};

use super::list::view;
use crate::{
    App,
    http::{ApiResult, Fields},
    provider::cursor,
    users::list_query::read_limit,
};

/// The newest first.
pub(super) async fn list(app: &App, query: &RecoveryQuery) -> ApiResult<CustomerRecoveryPage> {
    let mut fields = Fields::default();
    let limit = read_limit(&mut fields, query.limit);
    let after: Option<RecoveryPosition> = cursor::read(&mut fields, query.cursor.as_deref());
    fields.finish()?;
    let (on, now) = (&app.database, app.now());
    let which = Listed {
        standing: query.standing,
        expired_since: recovery::expired_since(now),
        after,
        limit: limit + 1,
    };
    let found = recoveries::list_all(on, which).await?;
    let (found, page) = cursor::cut(found, limit, |last| RecoveryPosition {
        at: last.started_at,
        id: last.id,
    });
    let mut items = Vec::with_capacity(found.len());
    for recovery in found {
        if let Some(customer) = customers::find(on, recovery.customer_id).await? {
            items.push(CustomerRecovery {
                customer_id: customer.id,
                customer_number: customer.number.to_string(),
                customer_name: customer.name,
                recovery: view(recovery, now),
            });
        }
    }
    Ok(CustomerRecoveryPage { items, page })
}
