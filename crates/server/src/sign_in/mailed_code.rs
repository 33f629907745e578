//! The code that a sign-in mails (S27), and what the person is told about it.
//!
//! A code is made from the key file, the id of the run and its number: neither the run nor the outbox
//! holds it, so a copy of the database lets nobody in.

use keyholder_contract::{problem::ErrorCode, session::MailedCode};
use keyholder_domain::{
    ids::SignInId,
    second_factor::{
        FactorMethod,
        mailed_code::{self, Sending, Sent},
    },
    sign_in::Step,
    timestamp::Timestamp,
    user::SignInName,
};
use keyholder_store::{
    WriteTransaction,
    users::User,
    waiting_sign_ins::{self, WaitingSignIn},
};

use super::next::Standing;
use crate::{
    App,
    auth::Proof,
    http::{ApiError, ApiResult},
    keys::ServerKeys,
    mail::{
        self, Letter,
        allowance::{self, Kind},
        letter::CodeLetter,
    },
};

/// What the key is for.
const PURPOSE: &str = "mailed-code";

/// The digits of a code.
pub(crate) fn digits(keys: &ServerKeys, run: SignInId, number: u32) -> String {
    let mut message = run.as_uuid().into_bytes().to_vec();
    message.extend(number.to_be_bytes());
    mailed_code::digits_of(keys.seal(PURPOSE, &message))
}

/// The code of a run that is taken now, if any is.
pub(super) fn taken(app: &App, waiting: &WaitingSignIn) -> Option<String> {
    let sent = waiting.mailed.filter(|sent| sent.counts_at(app.now()))?;
    Some(digits(&app.keys, waiting.id, sent.number))
}

/// Whether a code from the mailbox is what comes next.
pub(super) fn is_due(standing: &Standing) -> bool {
    standing.step == Step::SecondFactor
        && standing
            .held
            .sign_in_methods()
            .contains(&FactorMethod::MailedCode)
}

/// Mails the first code of a run that begins, if one is what comes next.
pub(super) async fn send_first(
    tx: &WriteTransaction,
    app: &App,
    user: &User,
    run: SignInId,
    standing: &Standing,
) -> ApiResult<Option<Sent>> {
    if is_due(standing) {
        send(tx, app, user, run, 1).await
    } else {
        Ok(None)
    }
}

/// Mails the next code of a run, which the caller has locked or begins. Nothing where the person was
/// sent too many within the hour.
pub(super) async fn send(
    tx: &WriteTransaction,
    app: &App,
    user: &User,
    run: SignInId,
    number: u32,
) -> ApiResult<Option<Sent>> {
    let SignInName::Email(address) = &user.sign_in_name else {
        return Ok(None);
    };
    let now = app.now();
    let kind = Kind::MailedCode(user.id);
    if !allowance::take(tx, app, kind, &address.folded(), now).await? {
        return Ok(None);
    }
    let sent = Sent { number, at: now };
    let letter = Letter::Code(CodeLetter {
        language: user.language,
        address: address.as_str().to_owned(),
        name: format!("{} {}", user.given_name, user.family_name),
        run,
        number,
        expires_at: sent.expires_at(),
    });
    mail::post(tx, app, &letter, now).await?;
    Ok(Some(sent))
}

/// Mails one more code of a run whose next step is the code.
pub(super) async fn send_another(
    app: &App,
    proof: &Proof,
    id: SignInId,
) -> ApiResult<(Timestamp, MailedCode)> {
    let missing = || ApiError::new(ErrorCode::NotFound);
    let tx = app.begin_write(proof).await?;
    let now = app.now();
    let (waiting, user, standing) = super::show_second_factor::due(&tx, app, proof, id).await?;
    if !is_due(&standing) {
        return Err(missing());
    }
    let number = match mailed_code::sending(waiting.mailed, now) {
        Sending::Now { number } => number,
        Sending::Wait { until } => {
            let seconds = until.since(now).as_secs().max(1);
            return Err(ApiError::new(ErrorCode::TooManyRequests).retry_after(seconds));
        }
        // The sign-in begins anew.
        Sending::Exhausted => return Err(missing()),
    };
    let Some(sent) = send(&tx, app, &user, id, number).await? else {
        return Err(allowance::exceeded());
    };
    waiting_sign_ins::note_mailed(&tx, id, sent).await?;
    tx.commit().await?;
    Ok((sent.expires_at(), shown(&user, Some(sent))))
}

/// What the person is told.
pub(super) fn shown(user: &User, sent: Option<Sent>) -> MailedCode {
    MailedCode {
        address: mailed_code::masked(user.sign_in_name.as_str()),
        sent_at: sent.map(|sent| sent.at),
        another_after: sent.and_then(mailed_code::another_after),
    }
}
