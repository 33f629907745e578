//! Which operations demand a fresh proof of identity (C20, decision 30): every one of the document is in
//! the table, and the walk shows that each keeps to it.

use std::collections::BTreeSet;

use keyholder_contract::pending_change::AskChange;
use keyholder_domain::{
    ids::{AuthenticatorId, PendingChangeId, UserId},
    role::BuiltInRole,
    second_factor::time_code::{CodeDigits, TimeCodeAlgorithm},
    security_policy::{SecurityPolicy, SecurityProfile},
};
use keyholder_store::{
    authenticators::{self, Authenticator, CodeSource},
    on_both_databases,
};
use serde_json::json;
use uuid::Uuid;

use super::{
    callers::{Caller, Stage},
    operations::{About, Call, call, documented},
};
use crate::support::{House, Member, requests::unverified};

/// What an operation demands of the session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Demand {
    /// Nothing: it reads, takes away, asks, or is of no harm.
    Nothing,
    /// A fresh proof, always.
    Proof,
    /// The password in its form; beside it a fresh proof where the second factor is active.
    Password,
    /// A fresh proof where the second factor is active; the first set-up asks for the password itself.
    IfActive,
}

use Demand::{IfActive, Nothing, Password, Proof};

/// Those without a row here demand nothing.
const DEMANDS: [(&str, Demand); 39] = [
    // One's own sign-in.
    ("change_own_password", Password),
    ("change_email", Password),
    ("accept_membership", Password),
    ("begin_authenticator_setup", IfActive),
    ("add_authenticator", IfActive),
    ("rename_authenticator", Proof),
    ("remove_authenticator", Proof),
    ("begin_passkey_setup", Proof),
    ("rename_passkey", Proof),
    ("remove_passkey", Proof),
    ("renew_recovery_codes", Proof),
    ("enrol_confirming_device", Proof),
    ("remove_confirming_device", Proof),
    ("start_external_link", Proof),
    ("answer_external_link", Proof),
    ("unlink_external_identity", Proof),
    // Rights of others.
    ("create_user", Proof),
    ("change_user_roles", Proof),
    ("change_user_permissions", Proof),
    ("change_user_scope", Proof),
    ("reactivate_user", Proof),
    ("restore_user", Proof),
    ("create_role", Proof),
    ("change_role", Proof),
    ("delete_role", Proof),
    ("change_location_group", Proof),
    ("ask_change", Proof),
    ("grant_pending_change", Proof),
    // Sign-ins of others.
    ("convert_user", Proof),
    ("invite_user", Proof),
    ("send_reset_link", Proof),
    ("reset_second_factor", Proof),
    // The customer.
    ("change_security_policy", Proof),
    ("export_audit_events", Proof),
    // The payment provider.
    ("create_customer", Proof),
    ("start_recovery", Proof),
    ("finish_recovery", Proof),
    // Signed in without anything yet, or on the way out of it: what they ask for is the proof.
    ("step_up", Nothing),
    ("report_leaked_password", Nothing),
];

/// What needs a phone, or another scene than this one: `c20_changing_a_factor_needs_a_fresh_proof` and
/// `c20_a_form_with_the_password_needs_the_code_too`;
/// `l05_c20_linking_and_unlinking_take_a_fresh_proof`;
/// `c20_enrolling_and_removing_a_device_take_a_fresh_proof_and_a_strong_factor`.
const ELSEWHERE: [&str; 14] = [
    "accept_membership",
    "add_authenticator",
    "answer_external_link",
    "begin_authenticator_setup",
    "change_email",
    "change_own_password",
    "enrol_confirming_device",
    "remove_authenticator",
    "remove_confirming_device",
    "remove_passkey",
    "rename_authenticator",
    "rename_passkey",
    "start_external_link",
    "unlink_external_identity",
];

fn demand(id: &str) -> Demand {
    let row = DEMANDS.iter().find(|(name, _)| *name == id);
    row.map_or(Nothing, |(_, demand)| *demand)
}

#[test]
fn c20_every_row_is_an_operation_and_no_reading_is_asked() {
    let documented = documented();
    let ids: BTreeSet<_> = documented.iter().map(|(id, ..)| id.as_str()).collect();
    for (id, _) in DEMANDS {
        assert!(ids.contains(id), "{id} is no operation");
    }
    let rows: BTreeSet<_> = DEMANDS.iter().map(|(id, _)| *id).collect();
    assert_eq!(rows.len(), DEMANDS.len(), "a row stands twice");
    for (id, method, _) in documented {
        assert!(
            method != reqwest::Method::GET || demand(id) == Nothing,
            "{id} reads"
        );
    }
}

/// People and objects for whom each operation is possible.
struct Occasion {
    unverified: UserId,
    deleted: UserId,
    change: PendingChangeId,
}

impl Occasion {
    async fn prepare(house: &House, stage: &Stage) -> Self {
        let customer = stage.own.id;
        let second = Member::new("second", BuiltInRole::MerchantAdministrator);
        let second = house.member(&stage.own, second).await;
        let second = house.sign_in(&second).await;
        let may = house.sign_in(&stage.administrator).await;
        let cashier = stage.own.roles["cashier"];
        let unverified = may
            .create_user(customer, &unverified(cashier), None)
            .await
            .unwrap();
        let gone = house
            .member(&stage.own, Member::new("gone", BuiltInRole::Cashier))
            .await;
        let version = may.read_user(customer, gone.id).await.unwrap().version;
        may.delete_user(customer, gone.id, version).await.unwrap();
        let asked = AskChange::OwnAccess {
            role_ids: vec![cashier],
            permissions: Vec::new(),
        };
        let change = second.ask_change(customer, &asked, None).await.unwrap();
        phone(house, stage.active.id).await;
        let now = house.clock.now().as_micros();
        let ready = format!("UPDATE recoveries SET ready_at = {now}");
        house.database.run(&ready).await.unwrap();
        Self {
            unverified: unverified.id,
            deleted: gone.id,
            change: change.id,
        }
    }

    /// The call, about somebody or something for whom it is possible.
    fn call(&self, id: &str, stage: &Stage, by: &super::callers::Credentials<'_>) -> Call {
        let own = About::own(stage);
        let about = match id {
            "convert_user" => About {
                active: self.unverified,
                ..own
            },
            "restore_user" => About {
                active: self.deleted,
                ..own
            },
            _ => own,
        };
        let mut call = call(id, about, stage, by).unwrap();
        if id == "grant_pending_change" {
            let nobodys = Uuid::nil().to_string();
            call.path = call.path.replace(&nobodys, &self.change.to_string());
        }
        match id {
            "change_security_policy" => {
                call.body = Some(json!(SecurityPolicy::of(SecurityProfile::Nist)));
            }
            "change_location_group" => {
                let all = &stage.own.locations;
                call.body = Some(json!({ "name": "Region East", "location_ids": all }));
            }
            _ => {}
        }
        call
    }
}

/// Gives somebody an authenticator that nobody has.
async fn phone(house: &House, user_id: UserId) {
    let now = house.clock.now();
    let lost = Authenticator {
        id: AuthenticatorId::from_uuid(user_id.as_uuid()),
        user_id,
        name: "Lost phone".to_owned(),
        source: CodeSource {
            algorithm: TimeCodeAlgorithm::Sha1,
            digits: CodeDigits::Six,
            sealed_secret: vec![1, 2, 3],
        },
        last_step: 0,
        created_at: now,
        last_used_at: now,
        built_in: false,
    };
    let tx = house.database.database().begin_write().await.unwrap();
    authenticators::insert(&tx, &lost).await.unwrap();
    tx.commit().await.unwrap();
}

on_both_databases! {
    async fn c20_every_operation_demands_a_fresh_proof_or_does_not_as_the_table_says(
        database: TestDatabase
    ) {
        let house = House::on(database).await;
        let stage = Stage::set(&house).await;
        let mut callers = stage.enter(&house).await;
        let (who, administrator) = callers.pop().unwrap();
        assert_eq!(who, Caller::Administrator);
        let operator = callers.iter().position(|(who, _)| *who == Caller::Operator).unwrap();
        let (_, operator) = callers.swap_remove(operator);
        let occasion = Occasion::prepare(&house, &stage).await;
        house.database.run("UPDATE sessions SET proven_at = 0").await.unwrap();

        let mut wrong = Vec::new();
        let mut operations: Vec<_> = documented().iter().collect();
        operations.retain(|(id, ..)| !ELSEWHERE.contains(&id.as_str()));
        // Those first that are refused, and change nothing for the others; what ends the session is last.
        let ends = ["leave_customer", "report_leaked_password", "sign_out"];
        operations.sort_by_key(|(id, ..)| (ends.contains(&id.as_str()), demand(id) != Proof));
        for (id, _, path) in operations.iter().copied() {
            let by = if path.starts_with("/v1/operator/") { &operator } else { &administrator };
            let call = occasion.call(id, &stage, by);
            let before = house.dump().await;
            let reply = by.make(&house, &call).await;
            let code = if reply.status.is_success() { String::new() } else { reply.code() };
            if (code == "step_up_required") != (demand(id) == Proof) {
                wrong.push(format!("{id}: {} {code:?}", reply.status));
            }
            if code == "step_up_required" && !reply.json()["params"]["action"].is_string() {
                wrong.push(format!("{id} does not say what is to be confirmed"));
            }
            if demand(id) == Proof && house.dump().await != before {
                wrong.push(format!("{id} was refused and changed something"));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
        assert_eq!(operations.len(), documented().len() - ELSEWHERE.len());
    }
}
