//! The step of somebody whose customer asks for a second factor and who has none (S112, S113): an
//! authenticator or a passkey is set up within the sign-in, and then there is a session.
//!
//! Whoever is here has shown the password in this run, so it is not asked for again. The secret is
//! bound to the run, and gone with it.

use keyholder_contract::{
    problem::{ErrorCode, FieldCode},
    second_factor::{AuthenticatorSetup, CompleteSignInSetup},
    session::EnrolledSignIn,
};
use keyholder_domain::{
    ids::{AuthenticatorId, SignInId},
    second_factor::{
        FactorMethod,
        time_code::{CodeDigits, TimeCodeAlgorithm},
    },
    sign_in::{STEP_LIFETIME, Shown, Step},
};
use keyholder_store::{
    WriteTransaction, passkey_ceremonies, profiles, sessions, sign_in_setups,
    users::{self, User},
    waiting_sign_ins::{self, WaitingSignIn},
};

use super::next::{self, Run, Standing};
use crate::{
    App,
    auth::{
        Proof,
        token::{self, TokenKind},
    },
    http::{ApiError, ApiResult, field_error},
    passkeys::{ceremony::Asked, setup},
    second_factors::{
        begin_setup,
        complete::{self, Waiting},
        secret,
    },
};

/// Draws a secret for the run; an earlier one is worth nothing from then on.
pub(super) async fn begin(app: &App, proof: &Proof, id: SignInId) -> ApiResult<AuthenticatorSetup> {
    let tx = app.begin_write(proof).await?;
    let (waiting, user, _) = due(&tx, app, proof, id).await?;
    let setup = AuthenticatorId::from_uuid(app.random.uuid(app.now()));
    // What every app knows (S113: six digits).
    let (algorithm, digits) = (TimeCodeAlgorithm::Sha1, CodeDigits::Six);
    let source = secret::draw(app, user.id, algorithm, digits)?;
    sign_in_setups::begin(&tx, id, setup, &source).await?;
    let shown = begin_setup::shown(app, &user, setup, &source, waiting.expires_at)?;
    tx.commit().await?;
    Ok(shown)
}

/// Looks at the first code and goes on. Sessions that the person has elsewhere end, as with every
/// authenticator that is set up. `name` was read.
pub(super) async fn complete(
    app: &App,
    proof: &Proof,
    id: SignInId,
    request: &CompleteSignInSetup,
    name: String,
) -> ApiResult<EnrolledSignIn> {
    let tx = app.begin_write(proof).await?;
    let (waiting, user, standing) = due(&tx, app, proof, id).await?;
    let source = sign_in_setups::find(&tx, id, request.setup_id)
        .await?
        .ok_or_else(|| ApiError::new(ErrorCode::NotFound))?;
    let setup = Waiting {
        id: request.setup_id,
        name,
        source,
        built_in: false,
    };
    let customers = standing.customers(app);
    let about = (&user, standing.held, customers.as_slice());
    let (_, recovery_codes) = complete::complete(&tx, app, about, setup, &request.code).await?;
    go_on(
        app,
        tx,
        proof,
        (&waiting, &user),
        (FactorMethod::Authenticator, recovery_codes),
    )
    .await
}

/// As [`complete`], with a passkey that was made on its page: what the page handed to the app is the proof.
pub(crate) async fn complete_by_passkey(
    app: &App,
    proof: &Proof,
    id: SignInId,
    shown: &str,
) -> ApiResult<EnrolledSignIn> {
    let wrong = || {
        let fault = field_error("proof", FieldCode::WrongCode, &[]);
        ApiError::invalid_fields(vec![fault])
    };
    let hash = token::look_up(TokenKind::PasskeyProof, shown).ok_or_else(wrong)?;
    let tx = app.begin_write(proof).await?;
    let (waiting, user, _) = due(&tx, app, proof, id).await?;
    let device = &waiting.key_thumbprint;
    let kept = passkey_ceremonies::take_made(&tx, id, device, &hash, app.now())
        .await?
        .ok_or_else(wrong)?;
    let Asked::Made { name, made } = serde_json::from_str(&kept).map_err(ApiError::internal)?
    else {
        return Err(wrong());
    };
    let recovery_codes = setup::put_to_use(&tx, app, &user, (&name, &made))
        .await?
        .ok_or_else(wrong)?;
    go_on(
        app,
        tx,
        proof,
        (&waiting, &user),
        (FactorMethod::Passkey, recovery_codes),
    )
    .await
}

/// Goes on once a factor was set up, which the run has shown thereby.
async fn go_on(
    app: &App,
    tx: WriteTransaction,
    proof: &Proof,
    (waiting, user): (&WaitingSignIn, &User),
    (factor, recovery_codes): (FactorMethod, Vec<String>),
) -> ApiResult<EnrolledSignIn> {
    let now = app.now();
    let id = waiting.id;
    sessions::end_all(&tx, user.id, now).await?;
    let shown = Shown {
        factor: Some(factor),
        ..waiting.shown()
    };
    let standing = next::stand(&tx, app, user, shown).await?;
    let run = Run {
        id,
        user,
        device_name: &waiting.device_name,
        shown,
        mailed: waiting.mailed,
    };
    let answer = next::answer(app, &tx, proof, &run, &standing).await?;
    if standing.waits() {
        waiting_sign_ins::note_factor(&tx, id, factor, now + STEP_LIFETIME).await?;
    } else {
        waiting_sign_ins::take(&tx, id).await?;
    }
    tx.commit().await?;
    Ok(EnrolledSignIn {
        sign_in: answer.ok_or_else(|| ApiError::new(ErrorCode::SignInFailed))?,
        recovery_codes,
    })
}

/// The person of a run in which a set-up is what comes next, as [`due`].
pub(crate) async fn due_set_up(
    tx: &WriteTransaction,
    app: &App,
    proof: &Proof,
    id: SignInId,
) -> ApiResult<User> {
    due(tx, app, proof, id).await.map(|(_, user, _)| user)
}

/// The run, its person and how it stands; fails unless a set-up is what comes next. Nobody else takes
/// a step of the run, or changes what the person has set up, until the transaction ends.
async fn due(
    tx: &WriteTransaction,
    app: &App,
    proof: &Proof,
    id: SignInId,
) -> ApiResult<(WaitingSignIn, User, Standing)> {
    let missing = || ApiError::new(ErrorCode::NotFound);
    let waiting = waiting_sign_ins::lock(tx, id, &proof.key.to_string(), app.now())
        .await?
        .ok_or_else(missing)?;
    profiles::lock(tx, waiting.user_id).await?;
    let user = users::find(tx, waiting.user_id)
        .await?
        .ok_or_else(missing)?;
    let shown = waiting.shown();
    let standing = next::stand(tx, app, &user, shown).await?;
    match standing.step {
        Step::SetUpSecondFactor => Ok((waiting, user, standing)),
        Step::PasswordNeeded => Err(ErrorCode::PasswordNeeded.into()),
        Step::LockedInactivity | Step::Refused => Err(ErrorCode::SignInFailed.into()),
        // Another step first, or nothing to set up any more.
        Step::Session | Step::SecondFactor | Step::PasswordExpired => Err(missing()),
    }
}
