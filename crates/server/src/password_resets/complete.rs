//! Setting a password with a reset link (C1): what it lifts is the rule's to say, and it never
//! switches on who is switched off. It gives no session: the person signs in with the password.
//!
//! Where the second factor is active it is asked for too (S90): a mailbox alone changes nothing.

use keyholder_contract::problem::FieldError;
use keyholder_domain::{
    audit::AuditAction,
    hand_over_code::{self, Tried},
    password_reset,
    second_factor::{FactorMethod, attempts::CodeAttempts},
    user_status::{self, UserStatusKind},
};
use keyholder_store::{
    WriteTransaction, credentials, reset_links, second_factors, sessions, sign_in_attempts, users,
};
use serde_json::json;
use zeroize::Zeroizing;

use super::opened::{self, Opened};
use crate::{
    App, hand_over,
    http::ApiResult,
    invitations::link::LinkToken,
    new_password,
    own_password::notice,
    second_factors::show::{self, Showed},
    sessions::everywhere,
};

/// What came of it.
pub(crate) enum Outcome {
    /// The person can sign in with the new password.
    Done,
    /// The password will not do; the link still works.
    Refused(Vec<FieldError>),
    /// The second factor was not shown; the link still works.
    Factor(Showed),
    /// The link was used or replaced meanwhile.
    Unusable,
}

/// What was typed.
pub(crate) struct Typed<'a> {
    pub(crate) password: &'a Zeroizing<String>,
    /// Whether the password was typed differently the second time.
    pub(crate) repeat_fault: Option<FieldError>,
    /// The second factor; looked at only where it is active.
    pub(crate) factor: show::Typed<'a>,
}

/// Compares the code that was told separately, and counts a wrong one, durably.
pub(crate) async fn try_code(app: &App, token: &LinkToken, typed: &str) -> ApiResult<Tried> {
    let tx = app.database.begin_write().await?;
    let Some(link) = reset_links::lock(&tx, &token.hash()).await? else {
        return Ok(Tried::Dead);
    };
    let tried = hand_over::compare(&app.keys, token, typed, link.wrong_codes);
    if tried != Tried::Right {
        reset_links::count_wrong_code(&tx, link.id).await?;
    }
    if hand_over_code::kills(tried, link.wrong_codes) {
        let sender = link.sender.map(|sender| sender.customer_id);
        let details = json!({ "reset": link.id });
        hand_over::note_end(&tx, app, (sender, link.user_id), details).await?;
    }
    tx.commit().await?;
    Ok(tried)
}

/// Checks the password, spends the link and sets the password. The code, where there is one, was
/// compared before.
pub(crate) async fn complete(
    app: &App,
    token: &LinkToken,
    opened: &Opened,
    typed: Typed<'_>,
) -> ApiResult<Outcome> {
    let password = typed.password;
    let mut faults =
        new_password::faults(app, &opened.user, &opened.demands, password, "password").await?;
    faults.extend(typed.repeat_fault);
    if !faults.is_empty() {
        // Somebody faster with the same link and password would make it one that was used before.
        return Ok(match opened::open(&app.database, token, app.now()).await? {
            Some(_) => Outcome::Refused(faults),
            None => Outcome::Unusable,
        });
    }
    // Before the transaction: it takes long, and SQLite has one writer.
    let hash = new_password::hash(app, password).await?;

    let tx = app.database.begin_write().await?;
    let now = app.now();
    let locked = reset_links::lock(&tx, &token.hash()).await?;
    let Some(opened) = opened::resolve(&tx, locked, now).await? else {
        return Ok(Outcome::Unusable);
    };
    let user = &opened.user;
    let customers: Vec<_> = opened.memberships.iter().map(|(id, _)| *id).collect();
    if opened.held.is_active() {
        let showed = show::show(&tx, app, user, typed.factor, &customers).await?;
        if showed != Showed::Right {
            tx.commit().await?;
            return Ok(Outcome::Factor(showed));
        }
    }
    if !reset_links::spend(&tx, opened.reset.id, now).await? {
        return Ok(Outcome::Unusable);
    }
    credentials::set_password(&tx, user.id, &hash, now).await?;
    reset_links::supersede(&tx, user.id, now).await?;
    // Whoever knew the old password is out.
    sessions::end_all(&tx, user.id, now).await?;
    lift(&tx, app, &opened).await?;
    // Codes are mailed to who knows the password, and whoever knew it is out: their guesses count no more.
    let forgotten = CodeAttempts::default();
    second_factors::save_attempts(&tx, user.id, FactorMethod::MailedCode, forgotten).await?;
    everywhere::did(&tx, app, &customers, AuditAction::PasswordReset, user.id).await?;
    notice::password_changed(&tx, app, user, now).await?;
    tx.commit().await?;
    Ok(Outcome::Done)
}

async fn lift(tx: &WriteTransaction, app: &App, opened: &Opened) -> ApiResult<()> {
    let now = app.now();
    let user = &opened.user;
    let lifts = password_reset::completing_lifts(opened.reset.requested_by());
    if lifts.attempts {
        sign_in_attempts::clear_all(tx, user.id).await?;
        if user.locked_until.is_some() {
            users::set_locked_until(tx, user.id, None).await?;
        }
    }
    let was_away = opened.memberships.iter().any(|(_, facts)| {
        user_status::of(&facts.status, facts.policy.status(), now).kind()
            == UserStatusKind::LockedInactivity
    });
    if lifts.inactivity && was_away {
        // The day of the reset counts as a sign-in, as the day of activation does.
        users::record_sign_in(tx, user.id, now).await?;
    }
    Ok(())
}
