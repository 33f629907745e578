//! What a request is about to do, where its operation asks for a fresh proof (decision 30): the action, the customer
//! and the object of its address. A refusal names it, so that a device that is asked to confirm can say what for,
//! and what the device confirmed is held against it (decision 61).

use std::{collections::HashMap, sync::Arc};

use axum::{
    extract::{FromRequestParts as _, MatchedPath, RawPathParams},
    http::{Method, request::Parts},
};
use keyholder_domain::{
    auth_request::{AuthRequestAction, AuthRequestObject, Purpose},
    ids::CustomerId,
};
use utoipa::openapi::OpenApi;

use crate::App;

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
    fn find(&self, method: &Method, route: &str) -> Option<AuthRequestAction> {
        self.0.get(&(method.clone(), route.to_owned())).copied()
    }
}

/// What a request does; none where that asks for no fresh proof.
pub(crate) async fn purpose(parts: &mut Parts, app: &App) -> Option<Purpose> {
    // Reading never asks for one: nothing is looked up for it.
    if parts.method == Method::GET {
        return None;
    }
    let named = parts.extensions.get::<NamedActions>()?;
    let route = parts.extensions.get::<MatchedPath>()?;
    let action = named.find(&parts.method, route.as_str())?;
    let parameters = RawPathParams::from_request_parts(parts, app).await.ok()?;
    let value = |wanted: &str| {
        let found = parameters.iter().find(|(name, _)| *name == wanted);
        found.and_then(|(_, text)| text.parse().ok())
    };
    Some(Purpose {
        action,
        customer_id: value("customer_id").map(CustomerId::from_uuid),
        about: action.object().map(parameter).and_then(value),
    })
}

/// The parameter of a route that names an object.
const fn parameter(object: AuthRequestObject) -> &'static str {
    match object {
        AuthRequestObject::User => "user_id",
        AuthRequestObject::Role => "role_id",
        AuthRequestObject::PendingChange => "change_id",
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

    #[test]
    fn threat_31_the_address_of_an_action_names_its_object() {
        for ((_, route), action) in NamedActions::of(&openapi::document()).0.iter() {
            if let Some(object) = action.object() {
                let named = format!("{{{}}}", parameter(object));
                assert!(route.contains(&named), "{route} does not name {named}");
            }
        }
    }
}
