//! Showing the second factor: the same for every door that asks for it.
//!
//! The attempt is counted before the code is looked at, under a lock, so that parallel guesses cannot
//! slip past the limit; a code that was taken is spent in the same transaction as what it opens.

use keyholder_contract::problem::{ErrorCode, FieldCode, FieldError};
use keyholder_domain::{
    audit::AuditAction,
    auth_request::AuthRequestState,
    ids::CustomerId,
    second_factor::{
        FactorMethod,
        attempts::{self, Attempt, CodeAttempts},
        mailed_code,
        recovery_code::RecoveryCode,
        time_code::{self, Judged},
    },
    timestamp::Timestamp,
};
use keyholder_store::{
    WriteTransaction,
    auth_requests::{self, Asking},
    authenticators, passkey_ceremonies, profiles, second_factors,
    users::User,
};
use serde_json::json;
use subtle::ConstantTimeEq as _;

use super::{letters, recovery_codes, secret};
use crate::{
    App,
    auth::token::{self, TokenKind},
    http::{ApiError, ApiResult, field_error},
    mail::message::About,
    sessions::everywhere::{self, Event},
};

/// The longest code that is looked at, in bytes; more than any that is printed anywhere.
pub(crate) const MAX_BYTES: usize = 64;

/// What somebody shows.
#[derive(Clone, Copy)]
pub(crate) struct Typed<'a> {
    /// Which way.
    pub(crate) method: FactorMethod,
    /// The code.
    pub(crate) code: &'a str,
    /// The thumbprint of the key of the device; what stands for it where a passkey
    /// was shown on a page.
    pub(crate) device: Option<&'a str>,
    /// Who asked another device; nobody on a page.
    pub(crate) asking: Option<Asking>,
    /// The code that the sign-in has mailed and that is taken now; none anywhere else.
    pub(crate) mailed: Option<&'a str>,
}

impl<'a> Typed<'a> {
    /// What was typed on a page: digits are those of an app.
    pub(crate) fn on_page(code: &'a str) -> Self {
        let method = if time_code::digits(code).is_some() {
            FactorMethod::Authenticator
        } else {
            FactorMethod::RecoveryCode
        };
        Self {
            method,
            code,
            device: None,
            asking: None,
            mailed: None,
        }
    }

    /// The proof of a passkey that was shown on the page of a link, which `place` stands for.
    pub(crate) const fn proof_on_page(proof: &'a str, place: &'a str) -> Self {
        Self {
            method: FactorMethod::Passkey,
            code: proof,
            device: Some(place),
            asking: None,
            mailed: None,
        }
    }
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Showed {
    /// The second factor was shown; the code is spent.
    Right,
    /// A code that was right, and was used before.
    Used,
    /// Not a code.
    Wrong,
    /// Nothing was looked at: too many wrong codes.
    Wait(Timestamp),
    /// Nothing is looked at any more.
    Shut,
}

/// Looks at a code of a person. Whatever comes of it is to be committed. `customers` see in their
/// activity that a recovery code was used, or that a code was wrong.
pub(crate) async fn show(
    tx: &WriteTransaction,
    app: &App,
    user: &User,
    typed: Typed<'_>,
    customers: &[CustomerId],
) -> ApiResult<Showed> {
    let now = app.now();
    // Whoever changes what the person has set up locks the person first: nobody waits for the other.
    profiles::lock(tx, user.id).await?;
    let Typed { method, code, .. } = typed;
    let built_in = method == FactorMethod::OtpLocal;
    let method = method.looked_at_as();
    let before = second_factors::lock_attempts(tx, user.id, method).await?;
    let counted = match attempts::attempt(before, now) {
        Attempt::Counted(counted) => counted,
        Attempt::Wait { until } => return Ok(Showed::Wait(until)),
        Attempt::Shut => return Ok(Showed::Shut),
    };
    let showed = match method {
        FactorMethod::Authenticator | FactorMethod::OtpLocal => {
            authenticator(tx, app, user, (code, built_in), now).await?
        }
        FactorMethod::Passkey => passkey(tx, user, typed, now).await?,
        FactorMethod::Device => device(tx, typed, now).await?,
        FactorMethod::RecoveryCode => recovery_code(tx, app, user, code, now).await?,
        FactorMethod::MailedCode => mailed_code(typed.mailed, code),
    };
    let right = showed == Showed::Right;
    let remembered = if right {
        CodeAttempts::default()
    } else {
        counted
    };
    second_factors::save_attempts(tx, user.id, method, remembered).await?;
    let told = match (right, method) {
        (
            true,
            FactorMethod::Authenticator
            | FactorMethod::OtpLocal
            | FactorMethod::Passkey
            | FactorMethod::Device
            | FactorMethod::MailedCode,
        ) => return Ok(showed),
        (true, FactorMethod::RecoveryCode) => {
            letters::tell(tx, app, user, About::RecoveryCodeUsed, Vec::new(), now).await?;
            AuditAction::RecoveryCodeUsed
        }
        (false, _) => AuditAction::SecondFactorFailed,
    };
    let event = Event {
        // Whoever types wrong codes need not be the person.
        actor_id: right.then_some(user.id),
        action: told,
        target_id: Some(user.id),
        details: json!({ "method": method.code() }),
    };
    everywhere::noted(tx, app, customers, &event).await?;
    Ok(showed)
}

/// What is said where a code opened nothing; nothing to say where it did.
pub(crate) fn fault(showed: Showed, field: &str, now: Timestamp) -> Option<ApiError> {
    let at_field = |code| ApiError::invalid_fields(vec![named(field, code)]);
    match showed {
        Showed::Right => None,
        Showed::Used => Some(at_field(FieldCode::CodeUsed)),
        Showed::Wrong => Some(at_field(FieldCode::WrongCode)),
        Showed::Wait(until) => {
            let seconds = until.since(now).as_secs().max(1);
            Some(ApiError::new(ErrorCode::TooManyRequests).retry_after(seconds))
        }
        Showed::Shut => Some(ErrorCode::SecondFactorShut.into()),
    }
}

pub(crate) fn named(field: &str, code: FieldCode) -> FieldError {
    field_error(field, code, &[])
}

/// The code, and whether the app took it out of its own vault.
async fn authenticator(
    tx: &WriteTransaction,
    app: &App,
    user: &User,
    (typed, built_in): (&str, bool),
    now: Timestamp,
) -> ApiResult<Showed> {
    let mut showed = Showed::Wrong;
    let Some(digits) = time_code::digits(typed) else {
        return Ok(showed);
    };
    for each in authenticators::of_user(tx, user.id).await? {
        let maker = secret::open(app, user.id, &each.source, user.sign_in_name.as_str())?;
        let matching = maker.matching_step(&digits, now);
        match time_code::judge(matching, Some(each.last_step)) {
            Judged::Right { step } => {
                if authenticators::take_step(tx, each.id, step, now).await? {
                    if built_in && !each.built_in {
                        authenticators::note_built_in(tx, each.id).await?;
                    }
                    return Ok(Showed::Right);
                }
                showed = Showed::Used;
            }
            Judged::Used => showed = Showed::Used,
            Judged::Wrong => {}
        }
    }
    Ok(showed)
}

/// Which code was mailed is compared in the same time whatever was typed. It is spent with the step that it
/// opens: a sign-in asks for it once.
fn mailed_code(mailed: Option<&str>, typed: &str) -> Showed {
    let right = match (mailed, mailed_code::read(typed)) {
        (Some(mailed), Some(typed)) => bool::from(mailed.as_bytes().ct_eq(typed.as_bytes())),
        _ => false,
    };
    if right { Showed::Right } else { Showed::Wrong }
}

/// The proof that the page of a passkey handed to this device.
async fn passkey(
    tx: &WriteTransaction,
    user: &User,
    typed: Typed<'_>,
    now: Timestamp,
) -> ApiResult<Showed> {
    let proof = token::look_up(TokenKind::PasskeyProof, typed.code);
    let (Some(proof), Some(device)) = (proof, typed.device) else {
        return Ok(Showed::Wrong);
    };
    Ok(
        if passkey_ceremonies::spend_proof(tx, user.id, device, &proof, now).await? {
            Showed::Right
        } else {
            Showed::Wrong
        },
    )
}

/// The request of this sign-in, or session, that another device has confirmed; it is spent.
async fn device(tx: &WriteTransaction, typed: Typed<'_>, now: Timestamp) -> ApiResult<Showed> {
    let (Ok(id), Some(asking)) = (typed.code.parse(), typed.asking) else {
        return Ok(Showed::Wrong);
    };
    let request = auth_requests::of(tx, asking, id).await?;
    let approved = request.is_some_and(|request| {
        request.facts.state_at(now) == AuthRequestState::Approved
            && typed.device == Some(&request.key_thumbprint)
    });
    Ok(if approved && auth_requests::take(tx, asking, id).await? {
        Showed::Right
    } else {
        Showed::Wrong
    })
}

async fn recovery_code(
    tx: &WriteTransaction,
    app: &App,
    user: &User,
    typed: &str,
    now: Timestamp,
) -> ApiResult<Showed> {
    let Some(code) = RecoveryCode::parse(typed) else {
        return Ok(Showed::Wrong);
    };
    for hash in recovery_codes::hashes(&app.keys, user.id, &code) {
        if second_factors::spend_recovery_code(tx, user.id, &hash, now).await? {
            return Ok(Showed::Right);
        }
    }
    Ok(Showed::Wrong)
}
