//! One user at a customer.

use keyholder_domain::{
    ids::{LocationGroupId, LocationId, RoleId, UserId},
    language::Language,
    permission::Permission,
    second_factor::FactorState,
    sign_in_way::SignInWay,
    timestamp::Timestamp,
    user::{Origin, UserKind},
    user_status::UserStatusKind,
};
use serde::{Deserialize, Serialize};

use crate::{decision::DecisionRefusal, role::RoleLabel};

/// A status with what one needs to act on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Status {
    /// The word.
    pub kind: UserStatusKind,
    /// Since when, where known: sent, ran out, deactivated, deleted.
    pub since: Option<Timestamp>,
    /// Until when, where it ends by itself: the link, the lock, the time in the bin.
    pub until: Option<Timestamp>,
}

/// The state of a location scope, without its locations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum ScopeKind {
    /// Every location, also those added later.
    All,
    /// Only the named ones.
    Only,
    /// None yet.
    NoneYet,
}

/// Where a membership reaches.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct Scope {
    /// Which of the three states.
    pub kind: ScopeKind,
    /// The locations that are named, with `only`; empty otherwise.
    #[serde(default)]
    pub location_ids: Vec<LocationId>,
    /// The groups of locations, with `only`; they stand for what they hold at any moment.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_items = 10))]
    pub group_ids: Vec<LocationGroupId>,
}

/// What the caller may do with a user now, so that a button can say why it is locked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum UserAction {
    /// Send or make an activation link.
    Invite,
    /// Switch off.
    Deactivate,
    /// Switch on again.
    Reactivate,
    /// Put into the bin.
    Delete,
    /// Take out of the bin.
    Restore,
    /// Give an address to a user without one.
    Convert,
    /// Take a user of another origin into one's own hands.
    Adopt,
    /// Give and take roles.
    ChangeRoles,
    /// Give and take permissions beside the roles.
    ChangePermissions,
    /// Change where they reach.
    ChangeScope,
    /// Send or make a reset link.
    SendResetLink,
    /// Lift a lock after wrong passwords.
    Unlock,
    /// See where they are signed in, and sign them out there.
    EndSessions,
    /// Take away what they have set up as a second factor.
    ResetSecondFactor,
}

/// One action and whether the caller may take it on this user now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ActionState {
    /// The action.
    pub action: UserAction,
    /// Why not: the code that trying would return; absent where it is allowed.
    pub refusal: Option<crate::problem::ErrorCode>,
}

/// A user in full, as an administrator of the customer sees them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct User {
    /// The id.
    pub id: UserId,
    /// Counts the changes; send it back in `If-Match` as `"{version}"`.
    pub version: u32,
    /// Verified or unverified.
    pub kind: UserKind,
    /// The e-mail address or the generated name.
    pub sign_in_name: String,
    /// The given name.
    pub given_name: String,
    /// The family name.
    pub family_name: String,
    /// The language of mails and pages.
    pub language: Language,
    /// Whether the address looks like one that several people read.
    pub group_mailbox: bool,
    /// The status now.
    pub status: Status,
    /// What they have set up beside the password; absent until they accept.
    pub second_factor: Option<FactorState>,
    /// Until when what needs a second factor stays closed, where theirs was reset lately.
    pub cooling_until: Option<Timestamp>,
    /// The door that the user came through.
    pub origin: Origin,
    /// How they sign in; until they accept, how it was chosen.
    pub sign_in_way: SignInWay,
    /// How many more links may be mailed to them within the hour while they are invited; absent otherwise. Links
    /// that others have sent to the same address for somebody whom the caller may not know of count as well,
    /// and are not told.
    pub links_left: Option<u8>,
    /// When the next may be, once none may now.
    pub next_link_at: Option<Timestamp>,
    /// When they were adopted, where somebody else kept them.
    pub adopted_at: Option<Timestamp>,
    /// Who added them; absent where nobody did or the caller may not know of them.
    pub added_by: Option<Colleague>,
    /// Who sent or made the newest activation link; likewise.
    pub invited_by: Option<Colleague>,
    /// The roles.
    pub roles: Vec<RoleLabel>,
    /// What roles and direct permissions allow together, less what has no effect because something
    /// that it rests on is missing.
    pub permissions: Vec<Permission>,
    /// Everything given, with what gives it and whether it has an effect here.
    pub rights: Vec<Right>,
    /// Where they reach, as it was chosen.
    pub scope: Scope,
    /// How many locations they reach, groups expanded; 0 unless the scope is `only`.
    pub location_count: u32,
    /// When the membership was made.
    pub created_at: Timestamp,
    /// The last sign-in.
    pub last_sign_in_at: Option<Timestamp>,
    /// What the caller may do now.
    pub actions: Vec<ActionState>,
}

/// Somebody else at the customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Colleague {
    /// Who.
    pub id: UserId,
    /// Their name as the user list shows it.
    pub name: String,
}

/// A permission that a user holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Right {
    /// The permission.
    pub permission: Permission,
    /// The roles that give it.
    pub role_ids: Vec<RoleId>,
    /// Whether it was given directly.
    pub direct: bool,
    /// Why it has no effect, whatever the status; absent where it has one.
    pub idle: Option<DecisionRefusal>,
}

/// The permissions that a user has beside the roles from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct ChangePermissions {
    /// All of them, each with what it rests on among them or among the roles' permissions.
    pub permissions: Vec<Permission>,
}

/// Where a user reaches from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct ChangeScope {
    /// One of the three states (C7), with its locations.
    pub scope: Scope,
}

/// Who a new user is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct CreateUser {
    /// Verified (with `email`) or unverified (without).
    pub kind: UserKind,
    /// The personal address of a verified user; at most 254 bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// The given name, 1 to 100 characters.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 100))]
    pub given_name: String,
    /// The family name, 1 to 100 characters.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 100))]
    pub family_name: String,
    /// The language of mails and pages.
    #[serde(default)]
    pub language: Language,
    /// One or more roles (S23), at most 50.
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 50))]
    pub role_ids: Vec<RoleId>,
    /// Where they reach.
    pub scope: Scope,
    /// Whether to send the invitation at once; always `false` for unverified users.
    #[serde(default)]
    pub invite: bool,
    /// Where roles need a second administrator: whether to add the user without these and ask for them.
    /// Otherwise the request is refused with `approval_required`.
    #[serde(default)]
    pub ask_approval: bool,
    /// How they are to sign in (S28). `external` only where the service offers another provider, for verified
    /// users, and at no later time (S30).
    #[serde(default)]
    pub sign_in_way: SignInWay,
}

/// The address of a user who had none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct ConvertUser {
    /// A personal address, to which the activation link goes; at most 254 bytes.
    pub email: String,
}

/// The roles that a user has from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct ChangeRoles {
    /// All of them, 1 to 50.
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 50))]
    pub role_ids: Vec<RoleId>,
}

/// A sent or made activation link.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Invitation {
    /// The user as they are now.
    pub user: User,
    /// The link itself, for unverified users only, and only in this one answer: whoever made it
    /// hands it over. Absent when an idempotent request is repeated.
    pub activation_link: Option<String>,
    /// The code that its page asks for, to be told by another way; present with the link.
    pub code: Option<String>,
    /// Until when the link works; present with it.
    pub expires_at: Option<Timestamp>,
}

/// Links and codes stay out of logs.
impl std::fmt::Debug for Invitation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Invitation")
            .field("user", &self.user)
            .finish_non_exhaustive()
    }
}
