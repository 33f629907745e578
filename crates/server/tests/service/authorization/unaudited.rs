//! A change whose audit entry cannot be written does not happen, whatever the change.

use std::collections::BTreeMap;

use keyholder_domain::security_policy::{SecurityPolicy, SecurityProfile};
use keyholder_store::on_both_databases;
use reqwest::Method;
use serde_json::{Value, json};

use super::{
    callers::{Caller, Stage},
    operations::{About, call, documented},
};
use crate::support::{House, PASSWORD};

/// What changes nothing that is audited: it answers a question, or only counts and renews.
const WITHOUT_ENTRY: [&str; 9] = [
    "ask_decision",
    "ask_decisions",
    "begin_authenticator_setup",
    "begin_passkey_setup",
    "preview_security_policy",
    "refresh_session",
    "start_passkey_sign_in",
    "start_sign_in",
    "step_up",
];

/// What the stage gives no occasion for, so that it is refused before anything is written: nobody is
/// locked, deleted, without an address, of another origin, has a second factor or the code of one, in the middle of a sign-in or of a change,
/// invited elsewhere, one of two administrators, signed in twice, or has waited long enough.
const WITHOUT_OCCASION: [&str; 45] = [
    "accept_membership",
    "add_authenticator",
    "adopt_user",
    "answer_auth_request",
    "answer_external_link",
    "answer_external_sign_in",
    "answer_external_step_up",
    "answer_passkey_sign_in",
    "ask_change",
    "begin_passkey_check",
    "begin_passkey_sign_in_check",
    "begin_sign_in_passkey_check",
    "begin_sign_in_passkey_setup",
    "begin_sign_in_setup",
    "complete_sign_in_passkey_setup",
    "complete_sign_in_setup",
    "convert_user",
    "decline_membership",
    "end_own_other_sessions",
    "end_own_session",
    "enrol_confirming_device",
    "finish_recovery",
    "grant_pending_change",
    "leave_customer",
    "raise_auth_request",
    "raise_step_up_request",
    "refuse_pending_change",
    "remove_authenticator",
    "remove_confirming_device",
    "remove_passkey",
    "rename_authenticator",
    "rename_passkey",
    "renew_recovery_codes",
    "reset_second_factor",
    "restore_user",
    "send_mailed_code",
    "set_expired_password",
    "show_second_factor",
    "start_external_link",
    "start_external_sign_in",
    "start_external_step_up",
    "stop_data_change",
    "unlink_external_identity",
    "unlock_user",
    "withdraw_pending_change",
];

/// What the operation would do if the matrix's own request does nothing, or is refused.
fn body_of(id: &str, stage: &Stage) -> Option<Value> {
    Some(match id {
        // The role that the matrix gives is held already, which is no change.
        "change_user_roles" => json!({ "role_ids": [stage.own.roles["support"]] }),
        "change_security_policy" => json!(SecurityPolicy::of(SecurityProfile::Nist)),
        "change_customer" => json!({
            "number": "300001", "name": "Another", "mode": "live", "acquirer_agreement": true,
        }),
        "change_own_password" => {
            json!({ "current_password": PASSWORD, "new_password": "Vorhang-77-Tulpe-wKq" })
        }
        "report_leaked_password" => json!({ "current_password": PASSWORD }),
        _ => return None,
    })
}

/// Lets every further entry fail, as a full disk would.
async fn break_the_log(house: &House) {
    let is_sqlite = house.database.url().starts_with("sqlite:");
    let statements: &[&str] = if is_sqlite {
        &["CREATE TRIGGER no_room BEFORE INSERT ON audit_events \
           BEGIN SELECT RAISE(ABORT, 'no room for the log'); END"]
    } else {
        &[
            "CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS \
             $$ BEGIN RAISE EXCEPTION 'no room for the log'; END; $$",
            "CREATE TRIGGER no_room BEFORE INSERT ON audit_events \
             FOR EACH ROW EXECUTE FUNCTION no_room()",
        ]
    };
    for statement in statements {
        house.database.run(statement).await.unwrap();
    }
}

/// Everything but the count of attempts, which stands before anyone looks at a password, and with it the
/// proof of the request that is counted.
async fn contents(house: &House) -> BTreeMap<String, Vec<String>> {
    let mut dump = house.dump().await;
    dump.remove("sign_in_attempts");
    dump.remove("unknown_name_attempts");
    dump.remove("proof_ids");
    dump
}

on_both_databases! {
    async fn a_change_that_cannot_be_noted_does_not_happen(database: TestDatabase) {
        let house = House::on(database).await;
        let stage = Stage::set(&house).await;
        let mut callers = stage.enter(&house).await;
        let (who, administrator) = callers.pop().unwrap();
        assert_eq!(who, Caller::Administrator);
        let operator = callers.iter().position(|(who, _)| *who == Caller::Operator).unwrap();
        let (_, operator) = callers.swap_remove(operator);
        break_the_log(&house).await;
        let before = contents(&house).await;
        let mut tried = 0;
        let mut wrong = Vec::new();
        for (id, method, path) in documented() {
            let mut without = WITHOUT_ENTRY.iter().chain(&WITHOUT_OCCASION);
            if method == Method::GET || without.any(|each| *each == *id) {
                continue;
            }
            let Some(mut call) = call(id, About::own(&stage), &stage, &administrator) else {
                continue;
            };
            if let Some(body) = body_of(id, &stage) {
                call.body = Some(body);
            }
            let by = if path.starts_with("/v1/operator/") { &operator } else { &administrator };
            let reply = by.make(&house, &call).await;
            if !reply.status.is_server_error() {
                wrong.push(format!("{id}: {}", reply.status));
            }
            let after = contents(&house).await;
            let changed: Vec<_> = after.keys().filter(|table| after[*table] != before[*table]).collect();
            if !changed.is_empty() {
                wrong.push(format!("{id} changed {changed:?}"));
            }
            tried += 1;
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
        assert!(tried >= 7, "{tried} operations");
    }
}
