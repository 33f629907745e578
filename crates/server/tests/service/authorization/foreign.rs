//! The ids of another customer open nothing and change nothing, whoever sends them.

use keyholder_store::on_both_databases;
use reqwest::StatusCode;
use serde_json::json;

use super::{
    callers::{Credentials, Stage},
    operations::{About, Call, call, documented},
};
use crate::support::House;

/// The ways to put foreign ids into a path.
fn mixtures(stage: &Stage) -> [(&'static str, About); 2] {
    let own = About::own(stage);
    let stranger = stage.stranger.id;
    let foreign_objects = About {
        location: stage.foreign.locations[0],
        role: stage.foreign_role,
        group: stage.foreign_group,
        active: stranger,
        off: stranger,
        pending: stranger,
        ..own
    };
    [
        (
            "the foreign customer",
            About {
                customer: stage.foreign.id,
                ..foreign_objects
            },
        ),
        ("foreign objects at the own customer", foreign_objects),
    ]
}

async fn refused(
    house: &House,
    by: &Credentials<'_>,
    what: &str,
    call: &Call,
    expected: &[StatusCode],
) {
    let before = house.dump().await;
    let reply = by.make(house, call).await;
    let status = reply.status;
    assert!(
        expected.contains(&status),
        "{what}: {status} {}",
        reply.json()
    );
    assert_eq!(house.dump().await, before, "{what} changed something");
}

on_both_databases! {
    async fn a_foreign_id_in_a_path_is_not_found_and_changes_nothing(database: TestDatabase) {
        let house = House::on(database).await;
        let stage = Stage::set(&house).await;
        let administrator = Credentials::of(&house, &stage.administrator).await;
        let mut tried = 0;
        for (id, _, path) in documented() {
            for (what, about) in mixtures(&stage) {
                let at_own = about.customer == stage.own.id;
                let names_object = ["{user_id}", "{location_id}", "{role_id}", "{group_id}"]
                    .iter()
                    .any(|object| path.contains(object));
                if !path.contains("{customer_id}") || (at_own && !names_object) {
                    continue;
                }
                let call = call(id, about, &stage, &administrator).unwrap();
                let what = format!("{id} of {what}");
                refused(&house, &administrator, &what, &call, &[StatusCode::NOT_FOUND]).await;
                tried += 1;
            }
        }
        assert!(tried > 15, "only {tried} tried");
    }

    async fn a_foreign_id_in_a_body_is_refused_and_changes_nothing(database: TestDatabase) {
        let house = House::on(database).await;
        let stage = Stage::set(&house).await;
        let administrator = Credentials::of(&house, &stage.administrator).await;
        let own = About::own(&stage);
        let foreign_role = stage.foreign.roles["cashier"];
        let foreign_location = stage.foreign.locations[0];
        let refusals = [StatusCode::NOT_FOUND, StatusCode::UNPROCESSABLE_ENTITY];

        let mut bodies = Vec::new();
        for (field, value) in [
            ("role_ids", json!([foreign_role])),
            ("scope", json!({ "kind": "only", "location_ids": [foreign_location] })),
        ] {
            let mut create = call("create_user", own, &stage, &administrator).unwrap();
            create.body.as_mut().unwrap()[field] = value;
            bodies.push((format!("create_user with a foreign {field}"), create));
        }
        for id in ["create_location_group", "change_location_group"] {
            let mut save = call(id, own, &stage, &administrator).unwrap();
            save.body.as_mut().unwrap()["location_ids"] = json!([foreign_location]);
            bodies.push((format!("{id} with a foreign location"), save));
        }
        let mut scope = call("change_user_scope", own, &stage, &administrator).unwrap();
        scope.body = Some(json!({ "scope": { "kind": "only", "group_ids": [stage.foreign_group] } }));
        bodies.push(("change_user_scope to a foreign group".to_owned(), scope));
        let mut change = call("change_user_roles", own, &stage, &administrator).unwrap();
        change.body = Some(json!({ "role_ids": [foreign_role] }));
        bodies.push(("change_user_roles to a foreign role".to_owned(), change));
        for body in [
            json!({ "user_id": stage.stranger.id, "permission": "transactions.view" }),
            json!({
                "user_id": stage.active.id, "permission": "transactions.view",
                "location_id": foreign_location,
            }),
        ] {
            let mut ask = call("ask_decision", own, &stage, &administrator).unwrap();
            ask.body = Some(body);
            bodies.push(("ask_decision about something foreign".to_owned(), ask));
        }
        for (what, call) in &bodies {
            refused(&house, &administrator, what, call, &refusals).await;
        }
    }
}
