//! What is mailed when a recovery begins.

use keyholder_domain::{
    ids::{CustomerId, UserId},
    language::Language,
    recovery::{MAX_TOLD, READY_FOR},
    user::SignInName,
};
use keyholder_store::{
    WriteTransaction, access_facts,
    customers::Customer,
    directory,
    recoveries::{self, LinkUse, RecoveryLink, StoredRecovery},
    users::User,
};

use crate::{
    App,
    http::ApiResult,
    invitations::link::{LinkPurpose, LinkSeed},
    mail::{
        self, Letter,
        message::{About, Message},
        render::moment,
    },
};

/// Somebody who is told.
pub(super) struct Addressee {
    address: String,
    name: String,
    language: Language,
}

/// Every administrator with a mailbox, the person first.
pub(super) async fn addressees(
    tx: &WriteTransaction,
    customer: CustomerId,
    user: &User,
) -> ApiResult<Vec<Addressee>> {
    let all = access_facts::administrators(tx, customer).await?;
    let others = all
        .iter()
        .map(|each| each.user_id)
        .filter(|id| *id != user.id);
    let everybody: Vec<UserId> = std::iter::once(user.id).chain(others).collect();
    let mut told = Vec::new();
    for id in everybody.into_iter().take(MAX_TOLD) {
        let Some(row) = directory::find(tx, customer, id).await? else {
            continue;
        };
        if let SignInName::Email(address) = &row.sign_in_name {
            told.push(Addressee {
                address: address.as_str().to_owned(),
                name: format!("{} {}", row.given_name, row.family_name),
                language: row.language,
            });
        }
    }
    Ok(told)
}

/// Tells everybody, each with a link that stops it, and asks the new address to confirm.
pub(super) async fn begun(
    tx: &WriteTransaction,
    app: &App,
    customer: &Customer,
    user: &User,
    recovery: &StoredRecovery,
    told: Vec<Addressee>,
) -> ApiResult<()> {
    let name = format!("{} {}", user.given_name, user.family_name);
    let lines = vec![
        name.clone(),
        user.sign_in_name.as_str().to_owned(),
        moment(recovery.state.ready_at),
    ];
    for to in told {
        let what = (About::RecoveryBegun, LinkUse::Object, lines.clone());
        post(tx, app, customer, recovery, to, what).await?;
    }
    if let Some(email) = &recovery.new_address {
        let to = Addressee {
            address: email.as_str().to_owned(),
            name,
            language: user.language,
        };
        let what = (About::RecoveryAddress, LinkUse::Confirm, Vec::new());
        post(tx, app, customer, recovery, to, what).await?;
    }
    Ok(())
}

async fn post(
    tx: &WriteTransaction,
    app: &App,
    customer: &Customer,
    recovery: &StoredRecovery,
    to: Addressee,
    (about, purpose, lines): (About, LinkUse, Vec<String>),
) -> ApiResult<()> {
    let seed = LinkSeed::draw(&app.random);
    let token = seed.token(LinkPurpose::Recovery, &app.keys);
    let link = RecoveryLink {
        customer_id: recovery.customer_id,
        recovery_id: recovery.id,
        purpose,
        language: to.language,
    };
    recoveries::insert_link(tx, &token.hash(), link).await?;
    let letter = Letter::Message(Message {
        about,
        language: to.language,
        address: to.address,
        name: to.name,
        customer: customer.name.clone(),
        lines,
        link: Some((LinkPurpose::Recovery, seed)),
        useful_until: recovery.state.ready_at + READY_FOR,
    });
    mail::post(tx, app, &letter, recovery.started_at).await
}
