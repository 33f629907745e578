//! The policy in force, with what could be chosen.

use keyholder_contract::{
    problem::ErrorCode,
    security_policy::{NumberLimits, ProfileOffer, SecurityPolicyView},
};
use keyholder_domain::{
    access::{self, Actor},
    permission::Permission,
    security_policy::{PolicyNumber, SecurityPolicy, SecurityProfile},
    security_standards,
};
use keyholder_store::security_policies::{self, StoredPolicy};

use crate::{App, auth::AtCustomer, http::ApiResult, users::denial::code_of};

/// Reads the policy of the customer.
pub(super) async fn read(app: &App, at: &AtCustomer) -> ApiResult<SecurityPolicyView> {
    let actor = at.actor(Permission::SecurityManage)?;
    access::may_see_policy(actor)?;
    let stored = security_policies::find(&app.database, at.customer_id)
        .await?
        .ok_or(ErrorCode::NotFound)?;
    Ok(view(actor, &stored))
}

/// The policy as the caller sees it.
pub(super) fn view(actor: &Actor, stored: &StoredPolicy) -> SecurityPolicyView {
    SecurityPolicyView {
        version: stored.version,
        policy: stored.policy,
        judgements: security_standards::judge(&stored.policy),
        profiles: SecurityProfile::ALL.map(offer).into(),
        refusal: access::may_change_policy(actor).err().map(code_of),
    }
}

fn offer(profile: SecurityProfile) -> ProfileOffer {
    let limits = PolicyNumber::ALL.into_iter().map(|number| {
        let (least, most) = number.limits(profile);
        NumberLimits {
            number,
            least,
            most,
        }
    });
    ProfileOffer {
        defaults: SecurityPolicy::of(profile),
        composition: profile.composition(),
        rotation: profile.rotation(),
        limits: limits.collect(),
    }
}
