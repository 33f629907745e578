//! A change whose audit entry cannot be written does not happen, whatever the change.

use keyholder_store::on_both_databases;
use reqwest::Method;
use serde_json::json;

use super::{
    callers::{Caller, Stage},
    operations::{About, call, documented},
};
use crate::support::House;

/// What changes nothing that is audited: it answers a question, or only counts and renews.
const WITHOUT_ENTRY: [&str; 4] = [
    "ask_decision",
    "ask_decisions",
    "refresh_session",
    "start_sign_in",
];

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

on_both_databases! {
    async fn a_change_that_cannot_be_noted_does_not_happen(database: TestDatabase) {
        let house = House::on(database).await;
        let stage = Stage::set(&house).await;
        let mut callers = stage.enter(&house).await;
        let (who, administrator) = callers.pop().unwrap();
        assert_eq!(who, Caller::Administrator);
        break_the_log(&house).await;
        let before = house.dump().await;
        let mut tried = 0;
        let mut wrong = Vec::new();
        for (id, method, _) in documented() {
            if method == Method::GET || WITHOUT_ENTRY.contains(&id.as_str()) {
                continue;
            }
            let Some(mut call) = call(&id, About::own(&stage), &stage, &administrator) else {
                continue;
            };
            if id == "change_user_roles" {
                // The role that the matrix gives is held already, which is no change.
                call.body = Some(json!({ "role_ids": [stage.own.roles["support"]] }));
            }
            let reply = administrator.make(&house, &call).await;
            if !reply.status.is_server_error() {
                wrong.push(format!("{id}: {}", reply.status));
            }
            if house.dump().await != before {
                wrong.push(format!("{id} changed something"));
            }
            tried += 1;
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
        assert!(tried >= 7, "{tried} operations");
    }
}
