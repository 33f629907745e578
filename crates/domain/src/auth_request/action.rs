//! What a request is about: a sign-in, or the one action for which a session was asked for a fresh proof
//! (decision 30). The device that is asked names it, so that nobody confirms one thing and means another.

use serde::{Deserialize, Serialize};

/// Makes the kinds, their words on the wire and in the database, and the list of all.
macro_rules! actions {
    ($($doc:literal $name:ident $code:literal)+) => {
        /// What is asked for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[cfg_attr(feature = "bindings", derive(specta::Type))]
        pub enum AuthRequestAction {
            $(#[doc = $doc] #[serde(rename = $code)] $name,)+
        }

        impl AuthRequestAction {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The word on the wire and in the database.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }
        }
    };
}

actions! {
    "To sign in." SignIn "sign_in"
    "To change one's own password." ChangePassword "change_password"
    "To change one's own address." ChangeEmail "change_email"
    "To accept one more customer." AcceptMembership "accept_membership"
    "To set up an authenticator." AddAuthenticator "add_authenticator"
    "To rename an authenticator." RenameAuthenticator "rename_authenticator"
    "To remove an authenticator." RemoveAuthenticator "remove_authenticator"
    "To draw new recovery codes." RenewRecoveryCodes "renew_recovery_codes"
    "To set up a passkey." AddPasskey "add_passkey"
    "To rename a passkey." RenamePasskey "rename_passkey"
    "To remove a passkey." RemovePasskey "remove_passkey"
    "To let a device confirm." AddConfirmingDevice "add_confirming_device"
    "To let a device confirm no more." RemoveConfirmingDevice "remove_confirming_device"
    "To link an account at another provider." LinkAccount "link_account"
    "To unlink it." UnlinkAccount "unlink_account"
    "To add a user." CreateUser "create_user"
    "To change the roles of a user." ChangeRoles "change_roles"
    "To change the rights of a user." ChangePermissions "change_permissions"
    "To change the locations of a user." ChangeScope "change_scope"
    "To switch a user on." ReactivateUser "reactivate_user"
    "To take a user out of the bin." RestoreUser "restore_user"
    "To compose a role." CreateRole "create_role"
    "To change a role." ChangeRole "change_role"
    "To delete a role." DeleteRole "delete_role"
    "To change a group of locations." ChangeLocationGroup "change_location_group"
    "To ask a second administrator." AskChange "ask_change"
    "To agree as the second administrator." GrantChange "grant_change"
    "To give a user an address." ConvertUser "convert_user"
    "To invite a user." InviteUser "invite_user"
    "To send a reset link." SendResetLink "send_reset_link"
    "To reset the second factor of a user." ResetSecondFactor "reset_second_factor"
    "To change the security policy." ChangeSecurityPolicy "change_security_policy"
    "To export the activity." ExportActivity "export_activity"
    "To set up a customer." CreateCustomer "create_customer"
    "To begin the way back of an administrator." StartRecovery "start_recovery"
    "To finish it." FinishRecovery "finish_recovery"
}

/// What an action is done to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuthRequestObject {
    /// A user of the customer.
    User,
    /// A role of the customer.
    Role,
    /// A change that waits for a second administrator.
    PendingChange,
}

impl AuthRequestAction {
    /// The kind of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|action| action.code() == code)
    }

    /// Whether it is the person's own sign-in that it concerns, wherever they belong.
    pub(super) const fn is_about_own_sign_in(self) -> bool {
        matches!(
            self,
            Self::SignIn
                | Self::ChangePassword
                | Self::ChangeEmail
                | Self::AddAuthenticator
                | Self::RenameAuthenticator
                | Self::RemoveAuthenticator
                | Self::RenewRecoveryCodes
                | Self::AddPasskey
                | Self::RenamePasskey
                | Self::RemovePasskey
                | Self::AddConfirmingDevice
                | Self::RemoveConfirmingDevice
                | Self::LinkAccount
                | Self::UnlinkAccount
        )
    }

    /// What its operation names in its address, if that can be told by a name.
    pub const fn object(self) -> Option<AuthRequestObject> {
        Some(match self {
            Self::ChangeRoles
            | Self::ChangePermissions
            | Self::ChangeScope
            | Self::ReactivateUser
            | Self::RestoreUser
            | Self::ConvertUser
            | Self::InviteUser
            | Self::SendResetLink
            | Self::ResetSecondFactor => AuthRequestObject::User,
            Self::ChangeRole | Self::DeleteRole => AuthRequestObject::Role,
            Self::GrantChange => AuthRequestObject::PendingChange,
            _ => return None,
        })
    }

    /// Whether a session asks it, and not a sign-in.
    pub const fn is_step_up(self) -> bool {
        !matches!(self, Self::SignIn)
    }
}
