//! The customers that the caller may know of.

use keyholder_contract::customer::CustomerList;
use keyholder_store::customers;

use super::view::view;
use crate::{App, auth::SignedIn, http::ApiResult};

/// How many customers are read at once.
const PIECE: u16 = 500;

/// All of them for an operator; for everybody else those where they may act now.
pub(crate) async fn list(app: &App, caller: &SignedIn) -> ApiResult<CustomerList> {
    let items = if caller.person.operator {
        all(app).await?
    } else {
        own(app, caller).await?
    };
    Ok(CustomerList {
        items: items.into_iter().map(view).collect(),
    })
}

async fn all(app: &App) -> ApiResult<Vec<customers::Customer>> {
    let mut all: Vec<customers::Customer> = Vec::new();
    loop {
        let after = all.last().map(|customer| customer.number.clone());
        let piece = customers::list(&app.database, after.as_ref(), PIECE).await?;
        let is_last = piece.len() < usize::from(PIECE);
        all.extend(piece);
        if is_last {
            return Ok(all);
        }
    }
}

async fn own(app: &App, caller: &SignedIn) -> ApiResult<Vec<customers::Customer>> {
    let mut customers = customers::list_of_user(&app.database, caller.user.id).await?;
    customers.retain(|customer| {
        let mut active = caller.memberships.iter();
        active.any(|(id, _)| *id == customer.id)
    });
    Ok(customers)
}
