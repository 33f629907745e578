//! A batch file: each line is checked with the decision endpoint's own logic, when the file is
//! submitted and again when it is executed. Nothing is really posted, so the form changes nothing.

use std::collections::BTreeMap;

use askama::Template;
use axum::{
    Form,
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use keyholder_contract::{
    decision::{DecisionAnswer, DecisionQuestion},
    problem::ErrorCode,
};
use keyholder_domain::{
    batch_file::{self, Mode},
    ids::{CustomerId, TerminalId, UserId},
    location_scope::LocationScope,
    permission::Permission,
};
use keyholder_store::{access_facts, customers, directory, locations};
use serde::Deserialize;

use super::{
    ask,
    batch_lines::{self, Line, MAX_LINES, Order},
    words::explain,
};
use crate::{
    App,
    account_pages::reply,
    decisions::decide_all,
    http::{ApiError, ApiResult},
};

/// Who submits, where; and with the form, what.
#[derive(Debug, Deserialize)]
pub(in crate::demo) struct Submitted {
    customer: CustomerId,
    user: UserId,
    #[serde(default)]
    lines: String,
    /// Post what is allowed, even if other lines are refused.
    #[serde(default)]
    only_allowed: Option<String>,
    /// How far the submitter reached when the file was submitted; there once it is executed.
    #[serde(default)]
    reach: Option<String>,
}

/// A line with what becomes of it.
struct Checked {
    number: usize,
    text: String,
    /// Why it is refused.
    reason: Option<String>,
    posted: bool,
}

#[derive(Template)]
#[template(path = "demo/batch.html")]
struct Page {
    customer_id: CustomerId,
    user_id: UserId,
    name: String,
    lines: String,
    only_allowed: bool,
    checked: Vec<Checked>,
    refused: usize,
    posted: usize,
    executed: bool,
    reach_before: Option<String>,
    reach_now: String,
    too_many: bool,
    max_lines: usize,
}

/// The empty form.
pub(in crate::demo) async fn form(
    State(app): State<App>,
    Query(submitted): Query<Submitted>,
) -> Response {
    answer(&app, submitted).await
}

/// The file, checked; and executed if it was submitted before.
pub(in crate::demo) async fn check(
    State(app): State<App>,
    Form(submitted): Form<Submitted>,
) -> Response {
    answer(&app, submitted).await
}

async fn answer(app: &App, submitted: Submitted) -> Response {
    match page(app, submitted).await {
        Ok(page) => reply::page(StatusCode::OK, &page, None),
        Err(error) => error.into_response(),
    }
}

async fn page(app: &App, submitted: Submitted) -> ApiResult<Page> {
    let missing = || ApiError::new(ErrorCode::NotFound);
    let row = directory::find(&app.database, submitted.customer, submitted.user)
        .await?
        .ok_or_else(missing)?;
    let name = format!("{} {}", row.given_name, row.family_name);
    let lines = batch_lines::read(&submitted.lines);
    let too_many = lines.len() > MAX_LINES;
    let reasons = if too_many || lines.is_empty() {
        Vec::new()
    } else {
        reasons(app, &submitted, &name, &lines).await?
    };
    let only_allowed = submitted.only_allowed.is_some();
    let mode = if only_allowed {
        Mode::OnlyAllowed
    } else {
        Mode::AllOrNothing
    };
    let allowed: Vec<_> = reasons.iter().map(Option::is_none).collect();
    let executed = submitted.reach.is_some() && !too_many;
    let posted = if executed {
        batch_file::posted(&allowed, mode)
    } else {
        Vec::new()
    };
    let reach_now = reach(app, &submitted).await?;
    Ok(Page {
        customer_id: submitted.customer,
        user_id: submitted.user,
        name,
        only_allowed,
        refused: allowed.iter().filter(|allowed| !**allowed).count(),
        posted: posted.len(),
        executed,
        checked: lines
            .into_iter()
            .zip(reasons)
            .enumerate()
            .map(|(place, (line, reason))| Checked {
                number: place + 1,
                text: line.text,
                reason,
                posted: posted.contains(&place),
            })
            .collect(),
        lines: submitted.lines,
        reach_before: submitted.reach,
        reach_now,
        too_many,
        max_lines: MAX_LINES,
    })
}

/// How far the submitter reaches now, in words that can be kept beside the file.
async fn reach(app: &App, submitted: &Submitted) -> ApiResult<String> {
    let facts = access_facts::find(&app.database, submitted.customer, submitted.user)
        .await?
        .ok_or_else(|| ApiError::new(ErrorCode::NotFound))?;
    Ok(match facts.access.scope {
        LocationScope::All => "all locations".to_owned(),
        LocationScope::NoneYet => "no location".to_owned(),
        LocationScope::Only(own) => format!("{} locations", own.len()),
    })
}

/// Why each line is refused, if it is.
async fn reasons(
    app: &App,
    submitted: &Submitted,
    name: &str,
    lines: &[Line],
) -> ApiResult<Vec<Option<String>>> {
    let customer = customers::find(&app.database, submitted.customer)
        .await?
        .ok_or_else(|| ApiError::new(ErrorCode::NotFound))?;
    let caller = ask::caller(app, customer.id, customer.number.as_str()).await?;
    let terminals = terminals(app, customer.id).await?;
    let orders: Vec<_> = lines
        .iter()
        .filter_map(|line| known(line, &terminals).ok())
        .collect();
    let questions: Vec<_> = orders
        .iter()
        .flat_map(|(order, terminal)| {
            [Permission::BatchSubmit, order.permission].map(|permission| DecisionQuestion {
                user_id: submitted.user,
                permission,
                location_id: None,
                terminal_id: Some(*terminal),
            })
        })
        .collect();
    let answers = if questions.is_empty() {
        Vec::new()
    } else {
        decide_all(app, &caller, &questions).await?.answers
    };
    let mut pairs = answers.chunks(2);
    let verdicts = lines.iter().map(|line| match known(line, &terminals) {
        Err(fault) => Some(fault.to_owned()),
        Ok((order, _)) => refusal(name, order, pairs.next().unwrap_or_default()),
    });
    Ok(verdicts.collect())
}

/// What the line orders, and where.
fn known<'a>(
    line: &'a Line,
    terminals: &BTreeMap<String, TerminalId>,
) -> Result<(&'a Order, TerminalId), &'static str> {
    let order = line.meaning.as_ref().map_err(|fault| *fault)?;
    match terminals.get(&order.terminal) {
        Some(terminal) => Ok((order, *terminal)),
        None => Err("there is no such terminal here"),
    }
}

/// The first of the two answers that says no.
fn refusal(name: &str, order: &Order, answers: &[DecisionAnswer]) -> Option<String> {
    let doing = match order.permission {
        Permission::TransactionsCredit => "credit here",
        _ => "enter payments by hand here",
    };
    let mut asked = ["submit batches here", doing].into_iter().zip(answers);
    asked
        .find(|(_, answer)| !answer.allowed)
        .map(|(doing, answer)| explain(name, doing, answer))
}

/// The terminals of the sample merchant, which has few, by number.
async fn terminals(app: &App, customer: CustomerId) -> ApiResult<BTreeMap<String, TerminalId>> {
    let scope = LocationScope::All;
    let found = locations::list(&app.database, customer, &scope, None, None, 50).await?;
    let all = found
        .locations
        .into_iter()
        .flat_map(|place| place.terminals);
    Ok(all.map(|terminal| (terminal.number, terminal.id)).collect())
}
