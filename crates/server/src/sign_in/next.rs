//! What comes next, and going on with it.

use keyholder_contract::{
    problem::ErrorCode,
    session::{NextStep, SignIn},
};
use keyholder_domain::{
    ids::{CustomerId, SignInId, UserId},
    second_factor::{FactorMethod, Held, mailed_code::Sent},
    second_factor_requirement,
    sign_in::{self, Candidate, STEP_LIFETIME, Shown, Step},
    user_status,
};
use keyholder_store::{
    Read, WriteTransaction,
    access_facts::{self, AccessFacts},
    second_factors,
    users::User,
};

use super::{mailed_code, session};
use crate::{
    App,
    auth::{Proof, stands},
    auth_requests,
    http::ApiResult,
    security_policy::requirements,
};

/// How a sign-in stands, by the facts of this moment.
pub(super) struct Standing {
    /// What comes next.
    pub(super) step: Step,
    pub(super) held: Held,
    memberships: Vec<(CustomerId, AccessFacts)>,
}

impl Standing {
    /// Whether the run goes on with a step that somebody has to take.
    pub(super) const fn waits(&self) -> bool {
        match self.step {
            Step::SecondFactor | Step::PasswordExpired | Step::SetUpSecondFactor => true,
            Step::Session | Step::PasswordNeeded | Step::LockedInactivity | Step::Refused => false,
        }
    }

    /// The customers where the person may act now.
    pub(super) fn customers(&self, app: &App) -> Vec<CustomerId> {
        let now = app.now();
        let standing = self
            .memberships
            .iter()
            .filter(|(_, facts)| stands(facts, now));
        standing.map(|(customer, _)| *customer).collect()
    }
}

/// Asks the rule what comes next for who has shown this.
pub(super) async fn stand(
    on: &impl Read,
    app: &App,
    user: &User,
    shown: Shown,
) -> ApiResult<Standing> {
    let now = app.now();
    let memberships = access_facts::of_user(on, user.id).await?;
    let statuses: Vec<_> = memberships
        .iter()
        .map(|(_, facts)| {
            let mut status = facts.status;
            // Whether this device is locked out was decided when the attempt was counted; a lock
            // that strangers caused does not concern it.
            status.locked_until = None;
            user_status::of(&status, facts.policy.status(), now).kind()
        })
        .collect();
    let asked = memberships
        .iter()
        .map(|(_, facts)| facts.policy.second_factor);
    let factor_required =
        second_factor_requirement::is_asked_of(asked.zip(statuses.iter().copied()), now);
    let held = second_factors::held(on, user.id).await?;
    let step = sign_in::next_step(
        shown,
        Candidate {
            operator: user.operator,
            statuses: &statuses,
            held,
            factor_required,
        },
    );
    Ok(Standing {
        step,
        held,
        memberships,
    })
}

/// The ways that a sign-in from this device takes, the usual one first.
pub(super) async fn methods(
    on: &impl Read,
    app: &App,
    proof: &Proof,
    user: UserId,
    held: Held,
) -> ApiResult<Vec<FactorMethod>> {
    let devices = auth_requests::reachable(on, app, user, proof).await?;
    Ok(Held { devices, ..held }.sign_in_methods())
}

/// One run of the steps.
pub(super) struct Run<'a> {
    pub(super) id: SignInId,
    pub(super) user: &'a User,
    pub(super) device_name: &'a str,
    /// What was shown so far.
    pub(super) shown: Shown,
    /// The code that was mailed for it.
    pub(super) mailed: Option<Sent>,
}

/// The answer of a run that goes on: the session, which begins, or what it waits for. Nothing where
/// the person may not come in.
pub(super) async fn answer(
    app: &App,
    tx: &WriteTransaction,
    proof: &Proof,
    run: &Run<'_>,
    standing: &Standing,
) -> ApiResult<Option<SignIn>> {
    let expires_at = app.now() + STEP_LIFETIME;
    let next = match standing.step {
        Step::Session => {
            let memberships = &standing.memberships;
            let tokens = session::begin(app, tx, proof, run, memberships).await?;
            NextStep::Session { tokens }
        }
        Step::SecondFactor => NextStep::SecondFactor {
            methods: methods(tx, app, proof, run.user.id, standing.held).await?,
            mailed: mailed_code::is_due(standing).then(|| mailed_code::shown(run.user, run.mailed)),
            expires_at,
        },
        Step::PasswordExpired => NextStep::PasswordExpired {
            rules: requirements::password_of_user(tx, run.user.id).await?,
            expires_at,
        },
        Step::SetUpSecondFactor => NextStep::SetUpSecondFactor { expires_at },
        Step::PasswordNeeded => return Err(ErrorCode::PasswordNeeded.into()),
        Step::LockedInactivity | Step::Refused => return Ok(None),
    };
    Ok(Some(SignIn { id: run.id, next }))
}
