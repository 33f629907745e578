//! Many questions at once (lift L10), in as many queries as one takes, whatever their number.

use std::collections::{BTreeMap, BTreeSet};

use keyholder_contract::{
    decision::{DecisionAnswer, DecisionAnswers, DecisionQuestion, DecisionRefusal, MAX_QUESTIONS},
    problem::FieldCode,
};
use keyholder_domain::{
    access::{self, UserAction},
    ids::{CustomerId, LocationId, TerminalId, UserId},
    permission::Permission,
};
use keyholder_store::{
    access_facts::{self, AccessFacts},
    locations,
};

use super::decide::answer;
use crate::{
    App,
    auth::DecisionCaller,
    http::{ApiResult, Fields, field_error},
    users::acting,
};

/// Answers the questions in their order. What the caller may not know of is answered *unknown*.
pub(crate) async fn decide_all(
    app: &App,
    caller: &DecisionCaller,
    questions: &[DecisionQuestion],
) -> ApiResult<DecisionAnswers> {
    if let DecisionCaller::Person(person) = caller {
        access::holds(person.actor(Permission::UsersView)?, Permission::UsersView)?;
    }
    check(questions)?;
    let users = users(app, caller, questions).await?;
    let places = places(app, caller.customer_id(), questions).await?;
    let answers = questions
        .iter()
        .map(|question| one(app, caller, question, &users, &places))
        .collect::<ApiResult<_>>()?;
    Ok(DecisionAnswers { answers })
}

fn check(questions: &[DecisionQuestion]) -> ApiResult<()> {
    let mut fields = Fields::default();
    if questions.is_empty() {
        fields.add(field_error("questions", FieldCode::TooFew, &[("min", 1)]));
    }
    if questions.len() > MAX_QUESTIONS {
        let max = [("max", MAX_QUESTIONS)];
        fields.add(field_error("questions", FieldCode::TooMany, &max));
    }
    for (index, question) in questions.iter().enumerate() {
        if question.location_id.is_some() && question.terminal_id.is_some() {
            let field = format!("questions.{index}.terminal_id");
            fields.add(field_error(&field, FieldCode::NotAllowed, &[]));
        }
    }
    fields.finish()
}

/// The users of the questions whom the caller may see.
async fn users(
    app: &App,
    caller: &DecisionCaller,
    questions: &[DecisionQuestion],
) -> ApiResult<BTreeMap<UserId, AccessFacts>> {
    let ids: BTreeSet<_> = questions.iter().map(|question| question.user_id).collect();
    let found = access_facts::find_many(&app.database, caller.customer_id(), &ids).await?;
    let mut seen = BTreeMap::new();
    for facts in found {
        let admitted = match caller {
            DecisionCaller::Service { .. } => true,
            DecisionCaller::Person(person) => {
                let actor = person.actor(Permission::UsersView)?;
                access::may(actor, &UserAction::Read, &acting::target(&facts)).is_ok()
            }
        };
        if admitted {
            seen.insert(facts.user_id, facts);
        }
    }
    Ok(seen)
}

/// The places of the questions that are the customer's.
struct Places {
    locations: BTreeSet<LocationId>,
    terminals: BTreeMap<TerminalId, LocationId>,
}

async fn places(
    app: &App,
    customer: CustomerId,
    questions: &[DecisionQuestion],
) -> ApiResult<Places> {
    let named = questions.iter().filter_map(|question| question.location_id);
    let terminals = questions.iter().filter_map(|question| question.terminal_id);
    Ok(Places {
        locations: locations::existing(&app.database, customer, &named.collect()).await?,
        terminals: locations::of_terminals(&app.database, customer, &terminals.collect()).await?,
    })
}

fn one(
    app: &App,
    caller: &DecisionCaller,
    question: &DecisionQuestion,
    users: &BTreeMap<UserId, AccessFacts>,
    places: &Places,
) -> ApiResult<DecisionAnswer> {
    let unknown = DecisionAnswer {
        allowed: false,
        refusal: Some(DecisionRefusal::Unknown),
        location_ids: None,
    };
    let place = match (question.location_id, question.terminal_id) {
        (None, None) => None,
        (Some(location), _) => match places.locations.get(&location) {
            Some(location) => Some(*location),
            None => return Ok(unknown),
        },
        (None, Some(terminal)) => match places.terminals.get(&terminal) {
            Some(location) => Some(*location),
            None => return Ok(unknown),
        },
    };
    if let (DecisionCaller::Person(person), Some(place)) = (caller, place)
        && !person
            .actor(Permission::UsersView)?
            .access
            .scope
            .includes(place)
    {
        return Ok(unknown);
    }
    Ok(match users.get(&question.user_id) {
        Some(facts) => answer(app, facts, question.permission, place),
        None => unknown,
    })
}
