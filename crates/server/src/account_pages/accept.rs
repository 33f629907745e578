//! Accepting one more customer (L13): the person shows with their password that it is them, and with a
//! code where the second factor is active.
//!
//! Wrong passwords count like those of a sign-in from an unknown device, so that a link is no second
//! way to guess.

use keyholder_domain::{
    audit::AuditAction,
    ids::{CustomerId, UserId},
    lockout::{self, Attempt, Attempts},
    password_policy,
};
use keyholder_store::{access_facts, invitations, memberships, sign_in_attempts, users};
use serde_json::json;
use zeroize::Zeroizing;

use super::{
    code::Faults,
    factor::{self, FACTOR},
    frame::Frame,
    opened::{self, Opened},
};
use crate::{
    App,
    audit::{Entry, record},
    auth::stands,
    http::{ApiResult, Fields},
    invitations::link::LinkToken,
    passwords::Verified,
    second_factors::{
        measure_code,
        show::{self, Showed},
    },
    security_policy::requirements,
    sessions::everywhere,
    sign_in::STRANGERS,
};

/// What came of the form.
pub(super) enum Outcome {
    /// The membership is taken up.
    Done,
    /// The link still works.
    Refused(Faults),
    /// The link was used or replaced meanwhile.
    Unusable,
}

/// What came of what was typed.
enum Shown {
    TakenUp,
    /// Wrong or locked; the page does not say which.
    WrongPassword,
    /// The second factor was not shown.
    Factor(Showed),
    Unusable,
}

/// Checks password and code, spends the link and takes the membership up; what is wrong is said in words.
pub(super) async fn take(
    app: &App,
    frame: Frame,
    (token, opened): (&LinkToken, &Opened),
    (password, factor): (&Zeroizing<String>, &str),
) -> ApiResult<Outcome> {
    let refused = |notice: &str, factor, fields| {
        Outcome::Refused(Faults {
            notice: Some(frame.text(notice)),
            code: None,
            factor,
            fields,
        })
    };
    let mut fields = Fields::default();
    if opened.held.is_active() {
        measure_code(&mut fields, FACTOR, factor);
    }
    if let Err(error) = fields.finish() {
        return Ok(refused("account-errors", None, error.errors().to_vec()));
    }
    Ok(
        match accept(app, token, opened, (password, factor)).await? {
            Shown::TakenUp => Outcome::Done,
            Shown::WrongPassword => refused("accept-refused", None, Vec::new()),
            Shown::Factor(showed) => {
                let fault = factor::fault(frame, showed, app.now());
                refused("account-errors", fault, Vec::new())
            }
            Shown::Unusable => Outcome::Unusable,
        },
    )
}

async fn accept(
    app: &App,
    token: &LinkToken,
    opened: &Opened,
    (password, factor): (&Zeroizing<String>, &str),
) -> ApiResult<Shown> {
    let user_id = opened.subject.user.id;
    let place = app.passwords.admit()?;
    let counted = count(app, user_id).await?;
    // One hash per attempt, locked or not.
    let stored = counted.and_then(|_| opened.subject.password_hash.clone());
    let normalised = Zeroizing::new(password_policy::normalise(password));
    let verified = place.verify(normalised, stored).await?;
    match (counted, verified) {
        (Some(_), Verified::Right { .. }) => take_up(app, token, factor).await,
        (counted, _) => {
            refuse(app, user_id, counted).await?;
            Ok(Shown::WrongPassword)
        }
    }
}

/// Counts the attempt, durably, before anyone looks at the password; nothing if locked.
async fn count(app: &App, user_id: UserId) -> ApiResult<Option<Attempts>> {
    let tx = app.database.begin_write().await?;
    let now = app.now();
    let before = sign_in_attempts::lock(&tx, user_id, STRANGERS).await?;
    let policy = requirements::of_user(&tx, user_id).await?.lockout;
    let counted = match lockout::attempt(before, policy, now) {
        Attempt::Locked { .. } => None,
        Attempt::Counted(attempts) => {
            sign_in_attempts::save(&tx, user_id, STRANGERS, attempts, now).await?;
            Some(attempts)
        }
    };
    tx.commit().await?;
    Ok(counted)
}

async fn take_up(app: &App, token: &LinkToken, factor: &str) -> ApiResult<Shown> {
    let tx = app.database.begin_write().await?;
    let now = app.now();
    let locked = invitations::lock(&tx, &token.hash()).await?;
    let Some(opened) = opened::resolve(&tx, locked, now).await? else {
        return Ok(Shown::Unusable);
    };
    let invitation = &opened.invitation;
    let customer_id = invitation.customer_id;
    if opened.held.is_active() {
        let user = &opened.subject.user;
        let customers = everywhere::places(&tx, user.id, now).await?;
        let shown = show::Typed::on_page(factor);
        let showed = show::show(&tx, app, user, shown, &customers).await?;
        if showed != Showed::Right {
            // The password was right: nobody guessed that.
            sign_in_attempts::clear(&tx, user.id, STRANGERS).await?;
            tx.commit().await?;
            return Ok(Shown::Factor(showed));
        }
    }
    if !invitations::spend(&tx, customer_id, invitation.id, now).await? {
        return Ok(Shown::Unusable);
    }
    let user_id = opened::settle(&tx, &opened, now).await?;
    sign_in_attempts::clear(&tx, user_id, STRANGERS).await?;
    if opened.subject.user.locked_until.is_some() {
        users::set_locked_until(&tx, user_id, None).await?;
    }
    memberships::accept(&tx, customer_id, user_id, now).await?;
    let entry = Entry {
        customer_id: Some(customer_id),
        actor_id: Some(user_id),
        action: AuditAction::MembershipAccepted,
        target_id: Some(user_id),
        details: json!({ "invitation": invitation.id }),
    };
    record(&tx, app, entry).await?;
    tx.commit().await?;
    Ok(Shown::TakenUp)
}

/// Writes a wrong password down where the person is active already; an attempt while locked goes to
/// the chain without a customer.
async fn refuse(app: &App, user_id: UserId, counted: Option<Attempts>) -> ApiResult<()> {
    let tx = app.database.begin_write().await?;
    let now = app.now();
    let customers: Vec<CustomerId> = match counted {
        None => Vec::new(),
        Some(_) => access_facts::of_user(&tx, user_id)
            .await?
            .into_iter()
            .filter(|(_, facts)| stands(facts, now))
            .map(|(customer, _)| customer)
            .collect(),
    };
    let until = counted.and_then(|attempts| attempts.locked_until);
    let mut actions = vec![AuditAction::SignInFailed];
    if until.is_some() {
        users::set_locked_until(&tx, user_id, until).await?;
        actions.push(AuditAction::UserLocked);
    }
    for action in actions {
        everywhere::befell(&tx, app, &customers, action, Some(user_id)).await?;
    }
    tx.commit().await?;
    Ok(())
}
