//! Which action an operation stands for, where it asks for a fresh proof (decision 30). The refusal names it, so
//! that a device that is asked to confirm can say what for.

use std::{collections::HashMap, sync::Arc};

use axum::http::Method;
use keyholder_domain::auth_request::AuthRequestAction;
use utoipa::openapi::OpenApi;

/// The actions by method and route.
#[derive(Clone, Default)]
pub(crate) struct NamedActions(Arc<HashMap<(Method, String), AuthRequestAction>>);

impl NamedActions {
    /// Those of a document.
    pub(crate) fn of(document: &OpenApi) -> Self {
        let mut named = HashMap::new();
        for (path, item) in &document.paths.paths {
            for (method, operation) in [
                (Method::POST, &item.post),
                (Method::PUT, &item.put),
                (Method::PATCH, &item.patch),
                (Method::DELETE, &item.delete),
            ] {
                let id = operation
                    .as_ref()
                    .and_then(|known| known.operation_id.as_deref());
                if let Some(action) = id.and_then(of_operation) {
                    named.insert((method, path.clone()), action);
                }
            }
        }
        Self(Arc::new(named))
    }

    /// The action of a request.
    pub(crate) fn find(&self, method: &Method, route: &str) -> Option<AuthRequestAction> {
        self.0.get(&(method.clone(), route.to_owned())).copied()
    }
}

fn of_operation(id: &str) -> Option<AuthRequestAction> {
    use AuthRequestAction as Action;
    Some(match id {
        "change_own_password" => Action::ChangePassword,
        "change_email" => Action::ChangeEmail,
        "accept_membership" => Action::AcceptMembership,
        "begin_authenticator_setup" | "add_authenticator" => Action::AddAuthenticator,
        "rename_authenticator" => Action::RenameAuthenticator,
        "remove_authenticator" => Action::RemoveAuthenticator,
        "renew_recovery_codes" => Action::RenewRecoveryCodes,
        "begin_passkey_setup" => Action::AddPasskey,
        "rename_passkey" => Action::RenamePasskey,
        "remove_passkey" => Action::RemovePasskey,
        "enrol_confirming_device" => Action::AddConfirmingDevice,
        "remove_confirming_device" => Action::RemoveConfirmingDevice,
        "start_external_link" | "answer_external_link" => Action::LinkAccount,
        "unlink_external_identity" => Action::UnlinkAccount,
        "create_user" => Action::CreateUser,
        "change_user_roles" => Action::ChangeRoles,
        "change_user_permissions" => Action::ChangePermissions,
        "change_user_scope" => Action::ChangeScope,
        "reactivate_user" => Action::ReactivateUser,
        "restore_user" => Action::RestoreUser,
        "create_role" => Action::CreateRole,
        "change_role" => Action::ChangeRole,
        "delete_role" => Action::DeleteRole,
        "change_location_group" => Action::ChangeLocationGroup,
        "ask_change" => Action::AskChange,
        "grant_pending_change" => Action::GrantChange,
        "convert_user" => Action::ConvertUser,
        "invite_user" => Action::InviteUser,
        "send_reset_link" => Action::SendResetLink,
        "reset_second_factor" => Action::ResetSecondFactor,
        "change_security_policy" => Action::ChangeSecurityPolicy,
        "export_audit_events" => Action::ExportActivity,
        "create_customer" => Action::CreateCustomer,
        "start_recovery" => Action::StartRecovery,
        "finish_recovery" => Action::FinishRecovery,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::openapi;

    #[test]
    fn c20_every_action_but_a_sign_in_is_that_of_an_operation() {
        let named = NamedActions::of(&openapi::document());
        let mut found: BTreeSet<_> = named.0.values().copied().collect();
        found.insert(AuthRequestAction::SignIn);
        assert_eq!(found, AuthRequestAction::ALL.iter().copied().collect());
    }
}
