//! The page: who is at the desk, what they see, and what becomes of a click.

use askama::Template;
use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use keyholder_contract::problem::ErrorCode;
use keyholder_domain::{
    access::VisibleUsers,
    directory_query::{DirectoryQuery, SortKey, SortOrder, UserFilter},
    ids::{CustomerId, TerminalId, UserId},
    location_scope::LocationScope,
    permission::Permission,
    user_status::{self, StatusPolicy},
};
use keyholder_store::{
    customers::{self, Customer},
    directory::{self, DirectoryRow, Viewpoint},
    locations, security_policies,
};
use serde::Deserialize;

use super::{
    ask,
    takings::{self, Payment},
    words::{explain, status_word},
};
use crate::{
    App,
    account_pages::reply,
    auth::DecisionCaller,
    http::{ApiError, ApiResult},
};

/// What the address says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::demo) struct Asked {
    customer: Option<CustomerId>,
    user: Option<UserId>,
    /// A permission that was clicked.
    act: Option<Permission>,
    terminal: Option<TerminalId>,
    payment: Option<String>,
}

/// Somebody who could be at the desk.
struct Choice {
    id: UserId,
    name: String,
    status: &'static str,
    current: bool,
}

/// A merchant to switch to.
struct MerchantChoice {
    id: CustomerId,
    name: String,
    current: bool,
}

/// A location with its terminals.
struct Place {
    name: String,
    terminals: Vec<Till>,
}

/// A terminal, with its payments if they may be seen.
struct Till {
    id: TerminalId,
    number: String,
    name: String,
    /// Why nothing is shown.
    hidden: Option<String>,
    payments: Vec<Payment>,
}

/// The answer to a click.
struct Answer {
    allowed: bool,
    text: String,
}

#[derive(Template)]
#[template(path = "demo/back_office.html")]
struct Page {
    merchants: Vec<MerchantChoice>,
    customer_id: CustomerId,
    people: Vec<Choice>,
    user_id: UserId,
    name: String,
    answer: Option<Answer>,
    places: Vec<Place>,
}

/// Shows the page.
pub(in crate::demo) async fn show(State(app): State<App>, Query(asked): Query<Asked>) -> Response {
    match page(&app, &asked).await {
        Ok(page) => reply::page(StatusCode::OK, &page, None),
        Err(error) => error.into_response(),
    }
}

async fn page(app: &App, asked: &Asked) -> ApiResult<Page> {
    let missing = || ApiError::new(ErrorCode::NotFound);
    let all = customers::list(&app.database, None, 10).await?;
    let customer = match asked.customer {
        Some(id) => all.iter().find(|customer| customer.id == id),
        None => all.first(),
    }
    .ok_or_else(missing)?;
    let caller = ask::caller(app, customer.id, customer.number.as_str()).await?;
    let people = people(app, customer.id).await?;
    // Without a choice, a cashier is at the desk: somebody who may do some things.
    let user = match asked.user {
        Some(id) => people.iter().find(|row| row.user_id == id),
        None => people
            .iter()
            .find(|row| row.sign_in_name.as_str().starts_with("jonas."))
            .or(people.first()),
    }
    .ok_or_else(missing)?;
    let desk = Desk {
        app,
        caller,
        customer,
        user_id: user.user_id,
        name: format!("{} {}", user.given_name, user.family_name),
    };
    let now = app.now();
    let policy = policy_of(app, customer.id).await?;
    Ok(Page {
        merchants: all
            .iter()
            .map(|each| MerchantChoice {
                id: each.id,
                name: each.name.clone(),
                current: each.id == customer.id,
            })
            .collect(),
        customer_id: customer.id,
        answer: desk.answer(asked).await?,
        places: desk.places().await?,
        people: people
            .iter()
            .map(|row| Choice {
                id: row.user_id,
                name: format!("{} {}", row.given_name, row.family_name),
                status: status_word(user_status::of(&row.status, policy, now).kind()),
                current: row.user_id == user.user_id,
            })
            .collect(),
        user_id: user.user_id,
        name: desk.name,
    })
}

async fn people(app: &App, customer: CustomerId) -> ApiResult<Vec<DirectoryRow>> {
    let viewpoint = Viewpoint {
        customer,
        visible: &VisibleUsers::All,
        policy: policy_of(app, customer).await?,
        now: app.now(),
    };
    let query = DirectoryQuery {
        filter: UserFilter::default(),
        sort: SortKey::Name,
        order: SortOrder::Ascending,
        position: None,
        limit: 200,
    };
    Ok(directory::list(&app.database, viewpoint, &query)
        .await?
        .rows)
}

async fn policy_of(app: &App, customer: CustomerId) -> ApiResult<StatusPolicy> {
    let stored = security_policies::find(&app.database, customer).await?;
    let policy = stored.map(|stored| stored.policy).unwrap_or_default();
    Ok(policy.status())
}

/// The desk with somebody at it.
struct Desk<'a> {
    app: &'a App,
    caller: DecisionCaller,
    customer: &'a Customer,
    user_id: UserId,
    name: String,
}

impl Desk<'_> {
    /// What becomes of the click in the address.
    async fn answer(&self, asked: &Asked) -> ApiResult<Option<Answer>> {
        let Some(permission) = asked.act else {
            return Ok(None);
        };
        let payment = asked.payment.as_deref().unwrap_or("?");
        let doing = match permission {
            Permission::TransactionsCredit => format!("credit payment {payment}"),
            Permission::TransactionsDecryptPan => {
                format!("see the card number of payment {payment}")
            }
            Permission::TransactionsMoto => "enter a payment by hand here".to_owned(),
            Permission::PayoutsView => "pay out here".to_owned(),
            other => format!("use {}", other.code()),
        };
        let answer = ask::ask(
            self.app,
            &self.caller,
            self.user_id,
            permission,
            asked.terminal,
        )
        .await?;
        Ok(Some(Answer {
            allowed: answer.allowed,
            text: explain(&self.name, &doing, &answer),
        }))
    }

    async fn places(&self) -> ApiResult<Vec<Place>> {
        let found = locations::list(
            &self.app.database,
            self.customer.id,
            &LocationScope::All,
            None,
            None,
            50,
        )
        .await?;
        let mut places = Vec::new();
        for location in found.locations {
            let mut terminals = Vec::new();
            for terminal in location.terminals {
                terminals.push(self.till(terminal).await?);
            }
            places.push(Place {
                name: location.location.name,
                terminals,
            });
        }
        // First the places where there is something to see.
        places.sort_by_key(|place| place.terminals.iter().all(|till| till.hidden.is_some()));
        Ok(places)
    }

    async fn till(&self, terminal: locations::Terminal) -> ApiResult<Till> {
        let see = Permission::TransactionsView;
        let place = Some(terminal.id);
        let answer = ask::ask(self.app, &self.caller, self.user_id, see, place).await?;
        let currency = if terminal.number.starts_with("524401") {
            "EUR"
        } else {
            "CHF"
        };
        Ok(Till {
            id: terminal.id,
            payments: if answer.allowed {
                takings::of(&terminal.number, currency)
            } else {
                Vec::new()
            },
            hidden: (!answer.allowed).then(|| explain(&self.name, "see payments here", &answer)),
            number: terminal.number,
            name: terminal.name,
        })
    }
}
