//! Telling people that their customer asks for a second factor: once it is decided, and again shortly
//! before a day that lies ahead. Whoever has an authenticator, or no mailbox, hears nothing.

use keyholder_domain::{ids::CustomerId, second_factor_requirement::SecondFactorRequirement};
use keyholder_store::{
    WriteTransaction, customers, factor_letters, security_policies,
    users::{self, User},
};

use crate::{
    App,
    http::ApiResult,
    mail::{message::About, render::moment},
    own_password::notice,
};

/// Letters that are posted together.
const AT_ONCE: u16 = 100;

/// Has people told, or told nothing more, after the customer decided.
pub(super) async fn decided(
    tx: &WriteTransaction,
    app: &App,
    customer: CustomerId,
    asked: SecondFactorRequirement,
) -> ApiResult<()> {
    let due = asked.is_required().then(|| app.now());
    factor_letters::set_due(tx, customer, due).await?;
    Ok(())
}

/// Posts every letter that is due; gives how many. Any number of processes may do it at once.
pub(crate) async fn post_due(app: &App) -> ApiResult<u64> {
    let mut posted = 0;
    for customer in factor_letters::due(&app.database, app.now()).await? {
        while let Some(some) = post_some(app, customer).await? {
            posted += some;
        }
    }
    Ok(posted)
}

/// Posts some of the letters of a customer; nothing once all are posted.
async fn post_some(app: &App, customer: CustomerId) -> ApiResult<Option<u64>> {
    let tx = app.database.begin_write().await?;
    let now = app.now();
    // One process after the other: none posts what another has posted.
    let stored = security_policies::lock(&tx, customer).await?;
    let due = factor_letters::due_at(&tx, customer).await?;
    let (Some(stored), Some(due)) = (stored, due.filter(|due| *due <= now)) else {
        return Ok(None);
    };
    let asked = stored.policy.second_factor;
    let name = customers::find(&tx, customer)
        .await?
        .map(|found| found.name);
    let people = factor_letters::untold(&tx, customer, due, AT_ONCE).await?;
    for person in &people {
        if let (Some(user), Some(name)) = (users::find(&tx, *person).await?, &name) {
            tell(&tx, app, &user, name, asked).await?;
        }
        factor_letters::note_told(&tx, customer, *person, now).await?;
    }
    let all = people.len() < usize::from(AT_ONCE);
    if all {
        factor_letters::set_due(&tx, customer, asked.reminder_after(now)).await?;
    }
    tx.commit().await?;
    let posted = u64::try_from(people.len()).unwrap_or(u64::MAX);
    Ok((posted > 0 || !all).then_some(posted))
}

async fn tell(
    tx: &WriteTransaction,
    app: &App,
    user: &User,
    customer: &str,
    asked: SecondFactorRequirement,
) -> ApiResult<()> {
    let now = app.now();
    let (about, lines) = match asked {
        SecondFactorRequirement::Required { from: Some(from) } if from > now => {
            (About::SecondFactorSoon, vec![moment(from)])
        }
        SecondFactorRequirement::Required { .. } => (About::SecondFactorRequired, Vec::new()),
        SecondFactorRequirement::Optional => return Ok(()),
    };
    let name = format!("{} {}", user.given_name, user.family_name);
    let to = (&user.sign_in_name, user.language, name);
    notice::post(tx, app, to, (about, customer.to_owned(), lines), now).await
}
