//! What a customer demands of passwords, sign-ins and sessions.

use keyholder_domain::{
    security_policy::{Composition, PolicyNumber, Rotation, SecurityPolicy},
    security_standards::Judgement,
};
use serde::{Deserialize, Serialize};

use crate::problem::ErrorCode;

/// The policy in force, and what could be chosen instead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct SecurityPolicyView {
    /// Counts the changes; send it back in `If-Match` as `"{version}"`.
    pub version: u32,
    /// What is in force.
    pub policy: SecurityPolicy,
    /// Which clauses of the standards it meets and breaks.
    pub judgements: Vec<Judgement>,
    /// Every profile with its defaults and limits.
    pub profiles: Vec<ProfileOffer>,
    /// Why the caller may not change it; absent where they may.
    pub refusal: Option<ErrorCode>,
}

/// A profile that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ProfileOffer {
    /// What it begins with; names the profile.
    pub defaults: SecurityPolicy,
    /// Which kinds of characters it asks for.
    pub composition: Composition,
    /// Whose passwords age.
    pub rotation: Rotation,
    /// How far each number can be moved.
    pub limits: Vec<NumberLimits>,
}

/// The ends between which a number can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct NumberLimits {
    /// Which.
    pub number: PolicyNumber,
    /// The smallest value.
    pub least: u16,
    /// The largest value.
    pub most: u16,
}

/// What a policy would do to the users of the customer if it were in force now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct PolicyPreview {
    /// Which clauses of the standards it meets and breaks.
    pub judgements: Vec<Judgement>,
    /// Users who must set a new password at the next sign-in.
    pub expired: Affected,
    /// Users who are locked because they have been away.
    pub locked: Affected,
    /// Users with a session that ends, so that they are asked to sign in again.
    pub asked: u32,
    /// How many administrators besides the caller could agree to critical grants now.
    pub approvers: u32,
    /// Users who have neither an app nor a passkey, and are mailed codes where the policy says so.
    pub mailed_codes: u32,
    /// Whom a required second factor would concern; nobody is asked where it is optional.
    pub second_factor: SecondFactorEffect,
    /// How many members have only authenticators that are built into the app.
    pub built_in_only: u32,
}

/// What asking for a second factor would do, by what people have set up now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct SecondFactorEffect {
    /// Users who have an authenticator: nothing changes for them.
    pub ready: u32,
    /// Users who must set one up before they get in again.
    pub asked: Concerned,
    /// Those among them without a mailbox: no letter tells them, and they cannot reset anything
    /// themselves.
    pub without_mailbox: Concerned,
    /// Users who have not accepted yet: they set one up at their first sign-in, unless they have one.
    pub waiting: u32,
}

/// Some users.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Concerned {
    /// How many.
    pub count: u32,
    /// The first names, at most five.
    pub names: Vec<String>,
}

/// Users in a status: now, and under the new policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Affected {
    /// How many are now.
    pub before: u32,
    /// How many would be.
    pub after: u32,
    /// The first names among those who are not now and would be, at most five.
    pub names: Vec<String>,
}
