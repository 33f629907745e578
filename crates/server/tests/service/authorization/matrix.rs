//! The table, and the walk over it.

use std::collections::BTreeSet;

use keyholder_store::on_both_databases;

use super::{
    callers::{Caller, Stage},
    operations::{About, call, documented},
};
use crate::support::House;

/// Allowed.
const OK: &str = "";
/// Sign in first.
const IN: &str = "sign_in_required";
/// Nothing here that the caller may know of.
const NF: &str = "not_found";
/// Known to be there, and not theirs to use.
const PM: &str = "permission_missing";
/// Would give locations outside of their own.
const OL: &str = "outside_locations";
/// Something in the body will not do, which is said before anything is looked at.
const IF: &str = "invalid_fields";
/// Not in this status.
const WS: &str = "wrong_status";
/// The last administrator stays.
const LA: &str = "last_administrator";
/// Verified users stay verified.
const AV: &str = "already_verified";
/// The customer's own already.
const AA: &str = "adopted_already";
/// Nothing is set up that could be taken away.
const NX: &str = "no_second_factor";
/// An authenticator or a passkey first.
const FN: &str = "second_factor_needed";
/// Nobody else could agree.
const NS: &str = "no_second_administrator";
/// The waiting time is not over.
const TE: &str = "recovery_too_early";
/// Needs a device key.
const PR: &str = "invalid_proof";

/// One row for each operation; the columns are those of [`Caller::ALL`]. `sign_out` comes last, as
/// nobody who did it is signed in any more; nor is who left the only customer just before.
#[rustfmt::skip]
static EXPECTED: [(&str, [&str; 12]); 137] = [
    //                      nobody garbage expired operator foreign without limited invited off service foreign-s administrator
    ("read_openapi",       [OK,    OK,     OK,     OK,      OK,     OK,     OK,     OK,     OK, OK,     OK,       OK]),
    ("start_sign_in",      [OK,    OK,     OK,     OK,      OK,     OK,     OK,     OK,     OK, PR,     PR,       OK]),
    ("read_me",            [IN,    IN,     IN,     OK,      OK,     OK,     OK,     OK,     IN, IN,     IN,       OK]),
    ("list_permissions",   [IN,    IN,     IN,     OK,      OK,     OK,     OK,     OK,     IN, IN,     IN,       OK]),
    ("list_customers",     [IN,    IN,     IN,     OK,      OK,     OK,     OK,     OK,     IN, IN,     IN,       OK]),
    ("read_customer",      [IN,    IN,     IN,     OK,      NF,     OK,     OK,     NF,     NF, IN,     IN,       OK]),
    ("list_locations",     [IN,    IN,     IN,     OK,      NF,     PM,     OK,     NF,     NF, IN,     IN,       OK]),
    ("read_location",      [IN,    IN,     IN,     OK,      NF,     PM,     NF,     NF,     NF, IN,     IN,       OK]),
    ("list_location_groups",  [IN, IN,     IN,     PM,      NF,     PM,     OK,     NF,     NF, IN,     IN,       OK]),
    ("read_location_group",   [IN, IN,     IN,     PM,      NF,     PM,     NF,     NF,     NF, IN,     IN,       OK]),
    ("create_location_group", [IN, IN,     IN,     PM,      NF,     PM,     PM,     NF,     NF, IN,     IN,       OK]),
    ("change_location_group", [IN, IN,     IN,     PM,      NF,     PM,     PM,     NF,     NF, IN,     IN,       OK]),
    ("delete_location_group", [IN, IN,     IN,     PM,      NF,     PM,     PM,     NF,     NF, IN,     IN,       OK]),
    ("list_roles",         [IN,    IN,     IN,     PM,      NF,     PM,     OK,     NF,     NF, IN,     IN,       OK]),
    ("read_role",          [IN,    IN,     IN,     PM,      NF,     PM,     OK,     NF,     NF, IN,     IN,       OK]),
    ("create_role",        [IN,    IN,     IN,     PM,      NF,     PM,     PM,     NF,     NF, IN,     IN,       OK]),
    ("change_role",        [IN,    IN,     IN,     PM,      NF,     PM,     PM,     NF,     NF, IN,     IN,       OK]),
    ("delete_role",        [IN,    IN,     IN,     PM,      NF,     PM,     PM,     NF,     NF, IN,     IN,       OK]),
    ("list_users",         [IN,    IN,     IN,     PM,      NF,     PM,     OK,     NF,     NF, IN,     IN,       OK]),
    ("count_users",        [IN,    IN,     IN,     PM,      NF,     PM,     OK,     NF,     NF, IN,     IN,       OK]),
    ("list_saved_filters", [IN,    IN,     IN,     PM,      NF,     PM,     OK,     NF,     NF, IN,     IN,       OK]),
    ("create_saved_filter",[IN,    IN,     IN,     PM,      NF,     PM,     OK,     NF,     NF, IN,     IN,       OK]),
    ("change_saved_filter",[IN,    IN,     IN,     PM,      NF,     PM,     NF,     NF,     NF, IN,     IN,       OK]),
    ("delete_saved_filter",[IN,    IN,     IN,     PM,      NF,     PM,     NF,     NF,     NF, IN,     IN,       OK]),
    ("read_user",          [IN,    IN,     IN,     PM,      NF,     PM,     NF,     NF,     NF, IN,     IN,       OK]),
    ("list_audit_events",  [IN,    IN,     IN,     PM,      NF,     PM,     PM,     NF,     NF, IN,     IN,       OK]),
    ("verify_audit_events",[IN,    IN,     IN,     PM,      NF,     PM,     PM,     NF,     NF, IN,     IN,       OK]),
    ("export_audit_events",[IN,    IN,     IN,     PM,      NF,     PM,     PM,     NF,     NF, IN,     IN,       OK]),
    ("read_statistics",    [IN,    IN,     IN,     PM,      NF,     PM,     OK,     NF,     NF, IN,     IN,       OK]),
    ("ask_decision",       [IN,    IN,     IN,     PM,      NF,     PM,     NF,     NF,     NF, OK,     NF,       OK]),
    ("ask_decisions",      [IN,    IN,     IN,     PM,      NF,     PM,     OK,     NF,     NF, OK,     NF,       OK]),
    ("explain_access",     [IN,    IN,     IN,     PM,      NF,     PM,     NF,     NF,     NF, IN,     IN,       OK]),
    ("list_holders",       [IN,    IN,     IN,     PM,      NF,     PM,     OK,     NF,     NF, IN,     IN,       OK]),
    ("list_helpers",       [IN,    IN,     IN,     PM,      NF,     OK,     OK,     NF,     NF, IN,     IN,       OK]),
    ("create_user",        [IN,    IN,     IN,     PM,      NF,     PM,     OL,     NF,     NF, IN,     IN,       OK]),
    ("invite_user",        [IN,    IN,     IN,     PM,      NF,     PM,     NF,     NF,     NF, IN,     IN,       OK]),
    ("send_reset_link",    [IN,    IN,     IN,     PM,      NF,     PM,     NF,     NF,     NF, IN,     IN,       OK]),
    ("unlock_user",        [IN,    IN,     IN,     PM,      NF,     PM,     NF,     NF,     NF, IN,     IN,       WS]),
    ("list_user_sessions", [IN,    IN,     IN,     PM,      NF,     PM,     NF,     NF,     NF, IN,     IN,       OK]),
    ("end_user_session",   [IN,    IN,     IN,     PM,      NF,     PM,     NF,     NF,     NF, IN,     IN,       OK]),
    ("end_user_sessions",  [IN,    IN,     IN,     PM,      NF,     PM,     NF,     NF,     NF, IN,     IN,       OK]),
    ("reset_second_factor",[IN,    IN,     IN,     PM,      NF,     PM,     NF,     NF,     NF, IN,     IN,       NX]),
    ("change_user_roles",  [IN,    IN,     IN,     PM,      NF,     PM,     NF,     NF,     NF, IN,     IN,       OK]),
    ("change_user_permissions", [IN, IN,   IN,     PM,      NF,     PM,     NF,     NF,     NF, IN,     IN,       OK]),
    ("change_user_scope",  [IN,    IN,     IN,     PM,      NF,     PM,     NF,     NF,     NF, IN,     IN,       OK]),
    ("propose_correction", [IN,    IN,     IN,     PM,      NF,     PM,     NF,     NF,     NF, IN,     IN,       OK]),
    ("list_pending_changes", [IN, IN, IN, PM, NF, OK, OK, NF, NF, IN, IN, OK]),
    ("read_pending_change", [IN, IN, IN, PM, NF, NF, NF, NF, NF, IN, IN, NF]),
    ("ask_change", [IN, IN, IN, PM, NF, PM, NF, NF, NF, IN, IN, NS]),
    ("grant_pending_change", [IN, IN, IN, PM, NF, NF, NF, NF, NF, IN, IN, NF]),
    ("refuse_pending_change", [IN, IN, IN, PM, NF, NF, NF, NF, NF, IN, IN, NF]),
    ("withdraw_pending_change", [IN, IN, IN, PM, NF, NF, NF, NF, NF, IN, IN, NF]),
    ("deactivate_user",    [IN,    IN,     IN,     PM,      NF,     PM,     NF,     NF,     NF, IN,     IN,       OK]),
    ("reactivate_user",    [IN,    IN,     IN,     PM,      NF,     PM,     NF,     NF,     NF, IN,     IN,       OK]),
    ("delete_user",        [IN,    IN,     IN,     PM,      NF,     PM,     NF,     NF,     NF, IN,     IN,       OK]),
    ("restore_user",       [IN,    IN,     IN,     PM,      NF,     PM,     NF,     NF,     NF, IN,     IN,       OK]),
    ("convert_user",       [IN,    IN,     IN,     PM,      NF,     PM,     NF,     NF,     NF, IN,     IN,       AV]),
    ("adopt_user",         [IN,    IN,     IN,     PM,      NF,     PM,     NF,     NF,     NF, IN,     IN,       AA]),
    ("request_password_reset",[OK, OK,     OK,     OK,      OK,     OK,     OK,     OK,     OK, PR,     PR,       OK]),
    ("set_expired_password",  [NF, NF,     NF,     NF,      NF,     NF,     NF,     NF,     NF, PR,     PR,       NF]),
    ("show_second_factor", [NF,    NF,     NF,     NF,      NF,     NF,     NF,     NF,     NF, PR,     PR,       NF]),
    ("send_mailed_code",   [NF,    NF,     NF,     NF,      NF,     NF,     NF,     NF,     NF, PR,     PR,       NF]),
    ("begin_sign_in_setup",    [NF, NF,    NF,     NF,      NF,     NF,     NF,     NF,     NF, PR,     PR,       NF]),
    ("complete_sign_in_setup", [NF, NF,    NF,     NF,      NF,     NF,     NF,     NF,     NF, PR,     PR,       NF]),
    ("begin_sign_in_passkey_check", [NF, NF, NF,   NF,      NF,     NF,     NF,     NF,     NF, PR,     PR,       NF]),
    ("begin_sign_in_passkey_setup", [NF, NF, NF,   NF,      NF,     NF,     NF,     NF,     NF, PR,     PR,       NF]),
    ("complete_sign_in_passkey_setup", [IF, IF, IF, IF,     IF,     IF,     IF,     IF,     IF, PR,     PR,       IF]),
    ("raise_auth_request",        [NF, NF, NF,     NF,      NF,     NF,     NF,     NF,     NF, PR,     PR,       NF]),
    ("read_raised_auth_request",  [NF, NF, NF,     NF,      NF,     NF,     NF,     NF,     NF, PR,     PR,       NF]),
    ("raise_step_up_request",     [IN, IN, IN,     IF,      IF,     IF,     IF,     IF,     IN, IN,     IN,       IF]),
    ("read_step_up_request",      [IN, IN, IN,     NF,      NF,     NF,     NF,     NF,     IN, IN,     IN,       NF]),
    ("read_own_auth_request",     [IN, IN, IN,     OK,      OK,     OK,     OK,     OK,     IN, IN,     IN,       OK]),
    ("watch_own_auth_requests",   [IN, IN, IN,     NF,      NF,     NF,     NF,     NF,     IN, IN,     IN,       NF]),
    ("answer_auth_request",       [IN, IN, IN,     NF,      NF,     NF,     NF,     NF,     IN, IN,     IN,       NF]),
    ("list_confirming_devices",   [IN, IN, IN,     OK,      OK,     OK,     OK,     OK,     IN, IN,     IN,       OK]),
    ("enrol_confirming_device",   [IN, IN, IN,     FN,      FN,     FN,     FN,     FN,     IN, IN,     IN,       FN]),
    ("remove_confirming_device",  [IN, IN, IN,     NF,      NF,     NF,     NF,     NF,     IN, IN,     IN,       NF]),
    ("begin_passkey_setup",       [IN, IN, IN,     OK,      OK,     OK,     OK,     OK,     IN, IN,     IN,       OK]),
    ("begin_passkey_check",       [IN, IN, IN,     NF,      NF,     NF,     NF,     NF,     IN, IN,     IN,       NF]),
    ("rename_passkey",            [IN, IN, IN,     NF,      NF,     NF,     NF,     NF,     IN, IN,     IN,       NF]),
    ("remove_passkey",            [IN, IN, IN,     NF,      NF,     NF,     NF,     NF,     IN, IN,     IN,       NF]),
    ("list_sign_in_ways",      [OK, OK,    OK,     OK,      OK,     OK,     OK,     OK,     OK, PR,     PR,       OK]),
    ("start_external_sign_in", [NF, NF,    NF,     NF,      NF,     NF,     NF,     NF,     NF, PR,     PR,       NF]),
    ("answer_external_sign_in",[NF, NF,    NF,     NF,      NF,     NF,     NF,     NF,     NF, PR,     PR,       NF]),
    ("start_passkey_sign_in",       [OK, OK, OK,   OK,      OK,     OK,     OK,     OK,     OK, PR,     PR,       OK]),
    ("begin_passkey_sign_in_check", [NF, NF, NF,   NF,      NF,     NF,     NF,     NF,     NF, PR,     PR,       NF]),
    ("answer_passkey_sign_in",      [IF, IF, IF,   IF,      IF,     IF,     IF,     IF,     IF, PR,     PR,       IF]),
    ("read_own_external_identity",[IN, IN, IN,     OK,      OK,     OK,     OK,     OK,     IN, IN,     IN,       OK]),
    ("unlink_external_identity",  [IN, IN, IN,     NF,      NF,     NF,     NF,     NF,     IN, IN,     IN,       NF]),
    ("start_external_link",       [IN, IN, IN,     NF,      NF,     NF,     NF,     NF,     IN, IN,     IN,       NF]),
    ("answer_external_link",      [IN, IN, IN,     NF,      NF,     NF,     NF,     NF,     IN, IN,     IN,       NF]),
    ("start_external_step_up",    [IN, IN, IN,     NF,      NF,     NF,     NF,     NF,     IN, IN,     IN,       NF]),
    ("answer_external_step_up",   [IN, IN, IN,     NF,      NF,     NF,     NF,     NF,     IN, IN,     IN,       NF]),
    ("step_up",            [IN,    IN,     IN,     IF,      IF,     IF,     IF,     IF,     IN, IN,     IN,       IF]),
    ("list_own_second_factors",   [IN, IN, IN,     OK,      OK,     OK,     OK,     OK,     IN, IN,     IN,       OK]),
    ("begin_authenticator_setup", [IN, IN, IN,     OK,      OK,     OK,     OK,     OK,     IN, IN,     IN,       OK]),
    ("add_authenticator",  [IN,    IN,     IN,     IF,      IF,     IF,     IF,     IF,     IN, IN,     IN,       IF]),
    ("rename_authenticator",      [IN, IN, IN,     NF,      NF,     NF,     NF,     NF,     IN, IN,     IN,       NF]),
    ("remove_authenticator",      [IN, IN, IN,     NF,      NF,     NF,     NF,     NF,     IN, IN,     IN,       NF]),
    ("renew_recovery_codes",      [IN, IN, IN,     NF,      NF,     NF,     NF,     NF,     IN, IN,     IN,       NF]),
    ("list_own_sessions",         [IN, IN, IN,     OK,      OK,     OK,     OK,     OK,     IN, IN,     IN,       OK]),
    ("end_own_session",           [IN, IN, IN,     NF,      NF,     NF,     NF,     NF,     IN, IN,     IN,       NF]),
    ("end_own_other_sessions",    [IN, IN, IN,     OK,      OK,     OK,     OK,     OK,     IN, IN,     IN,       OK]),
    ("change_own_password",[IN,    IN,     IN,     IF,      IF,     IF,     IF,     IF,     IN, IN,     IN,       IF]),
    ("report_leaked_password",[IN, IN,     IN,     IF,      IF,     IF,     IF,     IF,     IN, IN,     IN,       IF]),
    ("read_security_policy",   [IN, IN,    IN,     PM,      NF,     PM,     OK,     NF,     NF, IN,     IN,       OK]),
    ("preview_security_policy",[IN, IN,    IN,     PM,      NF,     PM,     PM,     NF,     NF, IN,     IN,       OK]),
    ("change_security_policy", [IN, IN,    IN,     PM,      NF,     PM,     PM,     NF,     NF, IN,     IN,       OK]),
    ("search_customers",   [IN,    IN,     IN,     OK,      NF,     NF,     NF,     NF,     NF, IN,     IN,       NF]),
    ("create_customer",    [IN,    IN,     IN,     OK,      NF,     NF,     NF,     NF,     NF, IN,     IN,       NF]),
    ("read_provider_customer", [IN, IN,    IN,     OK,      NF,     NF,     NF,     NF,     NF, IN,     IN,       NF]),
    ("list_provider_locations",[IN, IN,    IN,     OK,      NF,     NF,     NF,     NF,     NF, IN,     IN,       NF]),
    ("create_location",    [IN,    IN,     IN,     OK,      NF,     NF,     NF,     NF,     NF, IN,     IN,       NF]),
    ("change_location",    [IN,    IN,     IN,     OK,      NF,     NF,     NF,     NF,     NF, IN,     IN,       NF]),
    ("create_terminal",    [IN,    IN,     IN,     OK,      NF,     NF,     NF,     NF,     NF, IN,     IN,       NF]),
    ("change_terminal",    [IN,    IN,     IN,     OK,      NF,     NF,     NF,     NF,     NF, IN,     IN,       NF]),
    ("list_waiting_requests",  [IN, IN,    IN,     OK,      NF,     NF,     NF,     NF,     NF, IN,     IN,       NF]),
    ("answer_location_request",[IN, IN,    IN,     OK,      NF,     NF,     NF,     NF,     NF, IN,     IN,       NF]),
    ("list_all_recoveries",[IN,    IN,     IN,     OK,      NF,     NF,     NF,     NF,     NF, IN,     IN,       NF]),
    ("list_recoveries",    [IN,    IN,     IN,     OK,      NF,     NF,     NF,     NF,     NF, IN,     IN,       NF]),
    ("start_recovery",     [IN,    IN,     IN,     OK,      NF,     NF,     NF,     NF,     NF, IN,     IN,       NF]),
    ("finish_recovery",    [IN,    IN,     IN,     TE,      NF,     NF,     NF,     NF,     NF, IN,     IN,       NF]),
    ("stop_recovery",      [IN,    IN,     IN,     OK,      NF,     NF,     NF,     NF,     NF, IN,     IN,       NF]),
    ("list_location_requests", [IN, IN,    IN,     PM,      NF,     PM,     PM,     NF,     NF, IN,     IN,       OK]),
    ("request_location",   [IN,    IN,     IN,     PM,      NF,     PM,     PM,     NF,     NF, IN,     IN,       OK]),
    ("withdraw_location_request", [IN, IN, IN,     PM,      NF,     PM,     PM,     NF,     NF, IN,     IN,       OK]),
    ("change_customer",    [IN,    IN,     IN,     OK,      NF,     NF,     NF,     NF,     NF, IN,     IN,       NF]),
    ("change_alias",       [IN,    IN,     IN,     PM,      NF,     PM,     PM,     NF,     NF, IN,     IN,       OK]),
    ("read_profile",       [IN,    IN,     IN,     OK,      OK,     OK,     OK,     OK,     IN, IN,     IN,       OK]),
    ("change_profile",     [IN,    IN,     IN,     OK,      OK,     OK,     OK,     OK,     IN, IN,     IN,       OK]),
    ("change_email",       [IN,    IN,     IN,     OK,      OK,     OK,     OK,     OK,     IN, IN,     IN,       OK]),
    ("stop_data_change",   [IN,    IN,     IN,     OK,      OK,     OK,     OK,     OK,     IN, IN,     IN,       OK]),
    ("accept_membership",  [IN,    IN,     IN,     NF,      NF,     NF,     NF,     NF,     IN, IN,     IN,       NF]),
    ("decline_membership", [IN,    IN,     IN,     NF,      NF,     NF,     NF,     NF,     IN, IN,     IN,       NF]),
    ("leave_customer",     [IN,    IN,     IN,     NF,      NF,     OK,     OK,     NF,     IN, IN,     IN,       LA]),
    ("refresh_session",    [IN,    IN,     OK,     OK,      OK,     IN,     IN,     OK,     IN, PR,     PR,       OK]),
    ("sign_out",           [IN,    IN,     OK,     OK,      OK,     IN,     IN,     OK,     IN, IN,     IN,       OK]),
];

#[test]
fn every_operation_has_a_row_and_every_row_an_operation() {
    let documented: BTreeSet<_> = documented().iter().map(|(id, ..)| id.clone()).collect();
    let rows: BTreeSet<_> = EXPECTED.iter().map(|(id, _)| (*id).to_owned()).collect();
    assert_eq!(documented, rows);
    assert_eq!(rows.len(), EXPECTED.len(), "a row stands twice");
}

on_both_databases! {
    async fn every_caller_gets_what_the_table_says(database: TestDatabase) {
        let house = House::on(database).await;
        let stage = Stage::set(&house).await;
        let mut callers = stage.enter(&house).await;
        let mut wrong = Vec::new();
        // What the database holds, while nobody was allowed to change it.
        let mut known = None;
        for (id, expected) in EXPECTED {
            for ((caller, credentials), expected) in callers.iter_mut().zip(expected) {
                let call = call(id, About::own(&stage), &stage, credentials).unwrap();
                let before = match known.take() {
                    Some(dump) => dump,
                    None => house.dump().await,
                };
                let reply = credentials.make(&house, &call).await;
                let allowed = reply.status.is_success();
                let answer = if allowed { OK.to_owned() } else { reply.code() };
                if answer != expected || (allowed != expected.is_empty()) {
                    wrong.push(format!("{id} by {caller:?}: {} {answer:?}, not {expected:?}", reply.status));
                }
                if !allowed {
                    let after = house.dump().await;
                    if after != before {
                        wrong.push(format!("{id} by {caller:?} was refused and changed something"));
                    }
                    known = Some(after);
                }
                if id == "refresh_session" && allowed {
                    credentials.device.keep(&reply.json());
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
        assert_eq!(callers.last().unwrap().0, Caller::Administrator);
    }
}
