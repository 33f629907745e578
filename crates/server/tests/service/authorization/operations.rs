//! How each operation is called, so that nothing but the caller decides the outcome.

use std::sync::LazyLock;

use keyholder_domain::{
    ids::{
        CustomerId, LocationGroupId, LocationId, LocationRequestId, RoleId, SavedFilterId, UserId,
    },
    security_policy::SecurityPolicy,
};
use keyholder_server::openapi;
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use super::callers::{Credentials, Stage, sign_in_body};
use crate::support::PASSWORD;

/// One call, ready to be made by anybody.
pub(super) struct Call {
    pub(super) method: Method,
    pub(super) path: String,
    pub(super) body: Option<Value>,
    /// Whose version goes into `If-Match`, where the operation needs one.
    pub(super) edits: Option<(CustomerId, UserId)>,
    /// The same for an own role.
    pub(super) edits_role: Option<(CustomerId, RoleId)>,
    /// The same for a group of locations.
    pub(super) edits_group: Option<(CustomerId, LocationGroupId)>,
}

/// Whose objects a call is about.
#[derive(Clone, Copy)]
pub(super) struct About {
    pub(super) customer: CustomerId,
    pub(super) location: LocationId,
    pub(super) role: RoleId,
    pub(super) group: LocationGroupId,
    /// An active user, one who is off, one who is pending.
    pub(super) active: UserId,
    pub(super) off: UserId,
    pub(super) pending: UserId,
}

impl About {
    pub(super) fn own(stage: &Stage) -> Self {
        Self {
            customer: stage.own.id,
            location: stage.own.locations[0],
            role: stage.role,
            group: stage.group,
            active: stage.active.id,
            off: stage.off.id,
            pending: stage.pending.id,
        }
    }
}

/// One request for who answers it, another for who takes it back.
fn request(id: &str, stage: &Stage) -> LocationRequestId {
    match id {
        "answer_location_request" => stage.requests[0],
        _ => stage.requests[1],
    }
}

/// One kept filter for who changes it, another for who gives it up.
fn filter(id: &str, stage: &Stage) -> SavedFilterId {
    match id {
        "change_saved_filter" => stage.filters[0],
        _ => stage.filters[1],
    }
}

/// The operations of the document, by id.
pub(super) fn documented() -> &'static [(String, Method, String)] {
    // Writing the document takes as long as a dozen calls, and every call of the table looks it up.
    static DOCUMENTED: LazyLock<Vec<(String, Method, String)>> = LazyLock::new(|| {
        let document = serde_json::to_value(openapi::document()).unwrap();
        let mut all = Vec::new();
        for (path, item) in document["paths"].as_object().unwrap() {
            for (method, operation) in item.as_object().unwrap() {
                let id = operation["operationId"].as_str().unwrap().to_owned();
                let method = Method::from_bytes(method.to_uppercase().as_bytes()).unwrap();
                all.push((id, method, path.clone()));
            }
        }
        all
    });
    &DOCUMENTED
}

/// The call of an operation about some objects. `None` for an operation that nobody has described.
#[expect(clippy::too_many_lines, reason = "a table: what each operation sends")]
pub(super) fn call(id: &str, about: About, stage: &Stage, by: &Credentials<'_>) -> Option<Call> {
    let (_, method, template) = documented().iter().find(|(name, ..)| name == id)?;
    let user = match id {
        "reactivate_user" => about.off,
        "invite_user" => about.pending,
        _ => about.active,
    };
    let path = template
        .replace("{customer_id}", &about.customer.to_string())
        .replace("{location_id}", &about.location.to_string())
        .replace("{change_id}", &Uuid::nil().to_string())
        .replace("{permission}", "transactions.view")
        .replace("{role_id}", &about.role.to_string())
        .replace("{group_id}", &about.group.to_string())
        .replace("{terminal_id}", &stage.terminal.to_string())
        .replace("{request_id}", &request(id, stage).to_string())
        .replace("{saved_filter_id}", &filter(id, stage).to_string())
        .replace("{recovery_id}", &stage.recovery.to_string())
        .replace("{sign_in_id}", &Uuid::nil().to_string())
        .replace("{authenticator_id}", &Uuid::nil().to_string())
        .replace("{session_id}", &stage.session.to_string())
        .replace("{user_id}", &user.to_string());
    let place = json!({ "name": "Pier 7" });
    let role = stage.own.roles["cashier"];
    let edited = Some((about.customer, user));
    let first = Some((stage.own.id, stage.stranger.id));
    let (body, edits) = match id {
        "start_sign_in" => (Some(sign_in_body(&stage.administrator)), None),
        "refresh_session" => {
            let token = by.device.refresh.clone().unwrap_or_default();
            (Some(json!({ "refresh_token": token })), None)
        }
        "create_user" => (
            Some(json!({
                "kind": "verified", "email": "new@example.com", "given_name": "New",
                "family_name": "User", "role_ids": [role],
                "scope": { "kind": "only", "location_ids": [about.location] },
            })),
            None,
        ),
        "adopt_user" | "deactivate_user" | "delete_user" | "reactivate_user" | "restore_user"
        | "unlock_user" => (None, edited),
        // Edits of what is no user: a stranger's version there, and here, is the first.
        "change_alias" => (Some(json!({ "alias": "Harbour" })), first),
        "change_profile" => (
            Some(json!({ "given_name": "A", "family_name": "B", "language": "en" })),
            first,
        ),
        "change_email" => (
            Some(json!({ "email": "moved@example.com", "password": PASSWORD })),
            None,
        ),
        "accept_membership" => (Some(json!({ "password": PASSWORD })), None),
        "propose_correction" => (Some(json!({ "given_name": "Corrected" })), None),
        "convert_user" => (Some(json!({ "email": "converted@example.com" })), edited),
        "ask_change" => (
            Some(json!({
                "kind": "dead_mailbox", "user_id": about.active, "email": "alive@example.com",
            })),
            None,
        ),
        "change_user_roles" => (Some(json!({ "role_ids": [role] })), edited),
        "change_user_permissions" => (Some(json!({ "permissions": ["statistics.view"] })), edited),
        "change_user_scope" => (
            Some(json!({ "scope": {
                "kind": "only", "location_ids": [about.location, stage.own.locations[1]],
            } })),
            edited,
        ),
        "create_role" => (
            Some(json!({ "name": "Phone desk", "permissions": ["transactions.moto"] })),
            None,
        ),
        "change_role" => (
            Some(json!({ "name": "Counter", "permissions": ["transactions.moto"] })),
            None,
        ),
        "create_location_group" => (
            Some(json!({ "name": "Region South", "location_ids": [about.location] })),
            None,
        ),
        "change_location_group" => (
            Some(json!({ "name": "Region East", "location_ids": [about.location] })),
            None,
        ),
        "create_saved_filter" => (
            Some(json!({ "name": "Tills", "filter": { "kind": "unverified" } })),
            None,
        ),
        "change_saved_filter" => (
            Some(json!({ "name": "Others", "filter": { "never_signed_in": true } })),
            first,
        ),
        "delete_saved_filter" => (None, first),
        "ask_decisions" => (
            Some(json!({
                "questions": [{ "user_id": about.active, "permission": "transactions.view" }],
            })),
            None,
        ),
        "export_audit_events" => (Some(json!({ "format": "csv" })), None),
        "ask_decision" => (
            Some(json!({ "user_id": about.active, "permission": "transactions.view" })),
            None,
        ),
        // As it is, so that nothing changes and the first version stays the present one.
        "change_security_policy" => (
            Some(json!(SecurityPolicy::PAYMENTS)),
            Some((about.customer, UserId::from_uuid(Uuid::nil()))),
        ),
        "request_password_reset" => (Some(json!({ "sign_in_name": "nobody@example.com" })), None),
        "set_expired_password" => (Some(json!({ "new_password": "anything" })), None),
        "show_second_factor" => (
            Some(json!({ "method": "authenticator", "code": "000000" })),
            None,
        ),
        "begin_sign_in_passkey_check"
        | "begin_passkey_check"
        | "begin_passkey_sign_in_check"
        | "begin_sign_in_passkey_setup" => (
            Some(json!({ "return_port": 49_152, "return_state": "a-word-of-the-app" })),
            None,
        ),
        "answer_auth_request" => (Some(json!({ "answer": "a.b.c" })), None),
        "raise_step_up_request" => (
            Some(json!({ "password": "", "purpose": { "action": "create_user" } })),
            None,
        ),
        "raise_auth_request"
        | "read_step_up_request"
        | "read_raised_auth_request"
        | "read_own_auth_request"
        | "watch_own_auth_requests"
        | "list_confirming_devices"
        | "enrol_confirming_device"
        | "remove_confirming_device" => (None, None),
        "rename_passkey" => (Some(json!({ "name": "Key" })), None),
        "begin_passkey_setup" | "remove_passkey" => (None, None),
        "begin_sign_in_setup" | "send_mailed_code" => (None, None),
        "complete_sign_in_setup" => (
            Some(json!({ "setup_id": Uuid::nil(), "name": "Phone", "code": "000000" })),
            None,
        ),
        "step_up" => (Some(json!({ "password": "" })), None),
        "start_external_sign_in" => (Some(json!({ "device_name": "Test", "port": 50_000 })), None),
        "start_passkey_sign_in" => (Some(json!({ "device_name": "Test" })), None),
        "answer_passkey_sign_in" | "complete_sign_in_passkey_setup" => {
            (Some(json!({ "proof": "khf_none" })), None)
        }
        "start_external_link" | "start_external_step_up" => (Some(json!({ "port": 50_000 })), None),
        "answer_external_sign_in" | "answer_external_link" | "answer_external_step_up" => {
            (Some(json!({ "state": "a", "code": "b" })), None)
        }
        "list_sign_in_ways" | "read_own_external_identity" | "unlink_external_identity" => {
            (None, None)
        }
        "begin_authenticator_setup" => (Some(json!({})), None),
        "add_authenticator" => (
            Some(json!({
                "setup_id": Uuid::nil(), "name": "Phone", "code": "000000", "current_password": "",
            })),
            None,
        ),
        "rename_authenticator" => (Some(json!({ "name": "Phone" })), None),
        "list_own_second_factors" | "remove_authenticator" | "renew_recovery_codes" => (None, None),
        "change_own_password" => (
            Some(json!({ "current_password": "", "new_password": "" })),
            None,
        ),
        "report_leaked_password" => (Some(json!({ "current_password": "" })), None),
        "preview_security_policy" => (Some(json!(SecurityPolicy::PAYMENTS)), None),
        "create_customer" => (
            Some(json!({
                "customer": {
                    "number": "300009", "name": "Third", "mode": "test", "acquirer_agreement": false,
                },
                "administrator": {
                    "email": "third@example.com", "given_name": "A", "family_name": "B",
                    "language": "en",
                },
            })),
            None,
        ),
        // As it is, so that its version stays the first.
        "change_customer" => (
            Some(json!({
                "number": "300001", "name": "Merchant 300001", "mode": "live",
                "acquirer_agreement": true,
            })),
            first,
        ),
        "create_location" => (Some(place), None),
        "change_location" => (Some(place), first),
        "create_terminal" => (
            Some(json!({ "number": "T900", "name": "Till", "kind": "moto" })),
            None,
        ),
        "change_terminal" => (
            Some(json!({
                "number": "T901", "name": "Till", "kind": "moto", "location_id": about.location,
            })),
            first,
        ),
        "request_location" => (Some(json!({ "location": place })), None),
        "withdraw_location_request" => (None, first),
        "answer_location_request" => (
            Some(json!({ "answer": "create", "location": place })),
            first,
        ),
        "start_recovery" => (
            Some(json!({
                "sign_in_name": stage.away.name, "reason": "Lost phone", "evidence": "Seen in person",
            })),
            None,
        ),
        "finish_recovery"
        | "list_all_recoveries"
        | "list_location_requests"
        | "list_provider_locations"
        | "list_recoveries"
        | "list_waiting_requests"
        | "read_provider_customer"
        | "search_customers"
        | "stop_recovery" => (None, None),
        "decline_membership"
        | "grant_pending_change"
        | "leave_customer"
        | "list_pending_changes"
        | "read_pending_change"
        | "read_profile"
        | "refuse_pending_change"
        | "read_security_policy"
        | "send_reset_link"
        | "stop_data_change"
        | "withdraw_pending_change" => (None, None),
        "count_users"
        | "end_own_other_sessions"
        | "end_own_session"
        | "reset_second_factor"
        | "end_user_session"
        | "end_user_sessions"
        | "list_own_sessions"
        | "list_user_sessions"
        | "delete_location_group"
        | "delete_role"
        | "explain_access"
        | "invite_user"
        | "list_audit_events"
        | "list_customers"
        | "list_location_groups"
        | "list_locations"
        | "list_helpers"
        | "list_holders"
        | "list_permissions"
        | "list_roles"
        | "list_saved_filters"
        | "list_users"
        | "read_customer"
        | "read_location"
        | "read_location_group"
        | "read_me"
        | "read_openapi"
        | "read_role"
        | "read_statistics"
        | "read_user"
        | "sign_out"
        | "verify_audit_events" => (None, None),
        _ => return None,
    };
    Some(Call {
        method: method.clone(),
        path,
        body,
        edits,
        edits_role: ["change_role", "delete_role"]
            .contains(&id)
            .then_some((about.customer, about.role)),
        edits_group: ["change_location_group", "delete_location_group"]
            .contains(&id)
            .then_some((about.customer, about.group)),
    })
}
