//! Asking for a change: a row, a link for each side that must confirm, and a line in the log.

use keyholder_domain::{
    audit::AuditAction,
    data_change::LIFETIME,
    ids::{CustomerId, DataChangeId, UserId},
    person_name::PersonName,
    text,
    timestamp::Timestamp,
};
use keyholder_store::{
    WriteTransaction,
    data_changes::{self, NewDataChange, Wanted},
    users::User,
};
use serde_json::{Value, json};

use crate::{
    App,
    http::ApiResult,
    invitations::link::{LinkPurpose, LinkSeed},
    mail::{
        self, Letter, allowance,
        message::{About, Message},
    },
    sessions::everywhere::{self, Event},
};

/// What is asked, for whom, and by whom.
pub(crate) struct Asked<'a> {
    pub(crate) user: &'a User,
    pub(crate) wanted: Wanted,
    /// The customer whose administrator proposes it; absent for one's own change.
    pub(crate) customer: Option<(CustomerId, &'a str)>,
    pub(crate) by: UserId,
}

/// Remembers the change, mails the links and writes it down; gives when the links run out.
pub(crate) async fn ask(
    tx: &WriteTransaction,
    app: &App,
    asked: &Asked<'_>,
    now: Timestamp,
) -> ApiResult<Timestamp> {
    let former = LinkSeed::draw(&app.random);
    let new = LinkSeed::draw(&app.random);
    let hash = |seed: LinkSeed| seed.token(LinkPurpose::DataChange, &app.keys).hash();
    let change = NewDataChange {
        id: DataChangeId::from_uuid(app.random.uuid(now)),
        user_id: asked.user.id,
        customer_id: asked.customer.map(|(id, _)| id),
        asked_by: Some(asked.by),
        wanted: asked.wanted.clone(),
        former_address: asked.user.sign_in_name.as_str().to_owned(),
        former_token_hash: hash(former),
        new_token_hash: hash(new),
        created_at: now,
        expires_at: now + LIFETIME,
    };
    data_changes::insert(tx, &change).await?;
    let to_former = if asked.customer.is_some() {
        About::Correction
    } else {
        About::ChangeFormer
    };
    post(
        tx,
        app,
        asked,
        to_former,
        (&change.former_address, former),
        now,
    )
    .await?;
    if let Some(email) = &asked.wanted.email {
        post(tx, app, asked, About::ChangeNew, (email.as_str(), new), now).await?;
    }
    note(tx, app, asked, &change, now).await?;
    Ok(change.expires_at)
}

async fn post(
    tx: &WriteTransaction,
    app: &App,
    asked: &Asked<'_>,
    about: About,
    (address, seed): (&str, LinkSeed),
    now: Timestamp,
) -> ApiResult<()> {
    let kind = allowance::Kind::DataChange(asked.by);
    allowance::require(tx, app, kind, &text::fold(address), now).await?;
    let user = asked.user;
    let letter = Letter::Message(Message {
        about,
        language: user.language,
        address: address.to_owned(),
        name: format!("{} {}", user.given_name, user.family_name),
        customer: asked.customer.map_or("", |(_, name)| name).to_owned(),
        lines: lines(&asked.wanted),
        link: Some((LinkPurpose::DataChange, seed)),
        useful_until: now + LIFETIME,
    });
    mail::post(tx, app, &letter, now).await
}

/// What changes, to be read as it is.
pub(crate) fn lines(wanted: &Wanted) -> Vec<String> {
    let name: Vec<&str> = [&wanted.given_name, &wanted.family_name]
        .into_iter()
        .flatten()
        .map(PersonName::as_str)
        .collect();
    let mut lines = Vec::new();
    if !name.is_empty() {
        lines.push(name.join(" "));
    }
    lines.extend(wanted.email.as_ref().map(|email| email.as_str().to_owned()));
    lines
}

/// Which fields change, by name.
pub(crate) fn fields(wanted: &Wanted) -> Value {
    let mut fields = Vec::new();
    if wanted.given_name.is_some() {
        fields.push("given_name");
    }
    if wanted.family_name.is_some() {
        fields.push("family_name");
    }
    if wanted.email.is_some() {
        fields.push("email");
    }
    json!({ "fields": fields })
}

/// A proposal is the business of the customer that makes it; one's own wish is told everywhere.
async fn note(
    tx: &WriteTransaction,
    app: &App,
    asked: &Asked<'_>,
    change: &NewDataChange,
    now: Timestamp,
) -> ApiResult<()> {
    let customers = match asked.customer {
        Some((id, _)) => vec![id],
        None => everywhere::places(tx, change.user_id, now).await?,
    };
    let event = Event {
        actor_id: Some(asked.by),
        action: AuditAction::DataChangeAsked,
        target_id: Some(change.user_id),
        details: fields(&asked.wanted),
    };
    everywhere::noted(tx, app, &customers, &event).await
}
