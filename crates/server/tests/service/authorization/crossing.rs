//! Lift L9: no path leads from one customer to another. Calls of every operation are generated, in any
//! order, by people and programs of one customer, with ids of the other in the path, the question and the
//! body: nothing of the other customer changes, and nothing of it is told.

use std::collections::BTreeMap;

use keyholder_store::on_both_databases;
use proptest::{
    prelude::*,
    strategy::{Strategy, ValueTree},
    test_runner::TestRunner,
};
use serde_json::Value;

use super::{
    callers::{Caller, Stage},
    operations::{About, call, documented},
};
use crate::support::{House, depth::times};

/// Those who belong to the first customer and to no other.
const CALLERS: [Caller; 5] = [
    Caller::Administrator,
    Caller::Administrator,
    Caller::LimitedToLocation,
    Caller::WithoutRight,
    Caller::ServiceClient,
];

/// What ends the caller's own access, so that nothing would be tried after it.
const ENDS: [&str; 1] = ["leave_customer"];

/// Cases after which the database is looked at.
const LOOKS: usize = 8;

/// One generated call: which operation, by whom, and what of it is the other customer's.
#[derive(Clone, Copy, Debug)]
struct Attempt {
    operation: usize,
    caller: usize,
    /// One bit for each kind of object in the path.
    path: u8,
    /// One bit for each kind of object in the body.
    body: u8,
    query: usize,
}

fn attempts(operations: usize) -> impl Strategy<Value = Vec<Attempt>> {
    let one = (
        0..operations,
        0..CALLERS.len(),
        any::<u8>(),
        any::<u8>(),
        0_usize..8,
    );
    let one = one.prop_map(|(operation, caller, path, body, query)| Attempt {
        operation,
        caller,
        path,
        body,
        query,
    });
    proptest::collection::vec(one, 1..4)
}

/// Own objects with some of the other customer's among them.
fn about(stage: &Stage, bits: u8) -> About {
    let own = About::own(stage);
    let stranger = stage.stranger.id;
    let foreign = |bit: u8| bits & (1 << bit) != 0;
    About {
        // Most of the time the own customer: elsewhere everything is refused at once.
        customer: if foreign(0) && foreign(1) {
            stage.foreign.id
        } else {
            own.customer
        },
        location: if foreign(2) {
            stage.foreign.locations[0]
        } else {
            own.location
        },
        role: if foreign(3) {
            stage.foreign_role
        } else {
            own.role
        },
        group: if foreign(4) {
            stage.foreign_group
        } else {
            own.group
        },
        active: if foreign(5) { stranger } else { own.active },
        off: if foreign(6) { stranger } else { own.off },
        pending: if foreign(7) { stranger } else { own.pending },
    }
}

/// The objects of a body that have a counterpart at the other customer.
fn counterparts(stage: &Stage) -> Vec<(String, String)> {
    let pair = |own: &dyn ToString, foreign: &dyn ToString| (own.to_string(), foreign.to_string());
    vec![
        pair(&stage.own.roles["cashier"], &stage.foreign.roles["cashier"]),
        pair(&stage.own.locations[0], &stage.foreign.locations[0]),
        pair(&stage.own.locations[1], &stage.foreign.locations[1]),
        pair(&stage.active.id, &stage.stranger.id),
        pair(&stage.group, &stage.foreign_group),
    ]
}

fn swapped(body: &Value, stage: &Stage, bits: u8) -> Value {
    let mut text = body.to_string();
    for (bit, (own, foreign)) in counterparts(stage).iter().enumerate() {
        if bits & (1 << bit) != 0 {
            text = text.replace(own, foreign);
        }
    }
    serde_json::from_str(&text).unwrap()
}

/// What is asked besides; what an operation does not know is refused.
fn query(stage: &Stage, number: usize) -> String {
    let (place, person) = (stage.foreign.locations[0], stage.stranger.id);
    match number {
        0 => format!("?location={place}"),
        1 => format!("?role={}", stage.foreign_role),
        2 => format!("?about={person}"),
        3 => format!("?location_id={place}"),
        4 => format!("?id={place}"),
        _ => String::new(),
    }
}

/// The rows of the database that name the other customer or its people.
fn rows_of(dump: &BTreeMap<String, Vec<String>>, words: &[String]) -> Vec<String> {
    let rows = dump.iter().flat_map(|(table, rows)| {
        let named = rows
            .iter()
            .filter(|row| words.iter().any(|word| row.contains(word)));
        named.map(move |row| format!("{table} {row}"))
    });
    rows.collect()
}

on_both_databases! {
    async fn l09_no_generated_path_leads_from_one_customer_to_another(database: TestDatabase) {
        let house = House::on(database).await;
        let stage = Stage::set(&house).await;
        let credentials: Vec<_> = stage.enter(&house).await;
        let by = |caller| &credentials.iter().find(|(who, _)| *who == caller).unwrap().1;
        let operations: Vec<_> = documented()
            .iter()
            .filter(|(id, _, path)| path.contains("{customer_id}") && !ENDS.contains(&id.as_str()))
            .map(|(id, ..)| id.clone())
            .collect();
        let mut words: Vec<_> = counterparts(&stage).into_iter().map(|(_, foreign)| foreign).collect();
        words.push(stage.foreign.id.to_string());
        words.push(stage.foreign_role.to_string());
        let before = rows_of(&house.dump().await, &words);
        assert!(before.len() > 10);

        let mut random = TestRunner::deterministic();
        let strategy = attempts(operations.len());
        let mut succeeded = 0;
        let mut tried = Vec::new();
        for case in 1..=times(256, 4_096, 65_536) {
            let attempts = strategy.new_tree(&mut random).unwrap().current();
            for attempt in &attempts {
                let id = operations[attempt.operation].as_str();
                let by = by(CALLERS[attempt.caller]);
                let mut call = call(id, about(&stage, attempt.path), &stage, by).unwrap();
                call.body = call.body.map(|body| swapped(&body, &stage, attempt.body));
                call.path.push_str(&query(&stage, attempt.query));
                let reply = by.make(&house, &call).await;
                let text = String::from_utf8_lossy(&reply.body).into_owned();
                assert!(!reply.status.is_server_error(), "case {case}, {id}: {text}");
                for word in &words {
                    assert!(!text.contains(word), "case {case}, {id} tells {word}: {text}");
                }
                if call.path.contains(&stage.foreign.id.to_string()) {
                    assert!(!reply.status.is_success(), "case {case}, {id} at the other customer");
                }
                succeeded += usize::from(reply.status.is_success());
                tried.push((id, *attempt));
            }
            if case % LOOKS == 0 {
                let after = rows_of(&house.dump().await, &words);
                assert_eq!(after, before, "until case {case}, one of {tried:?}");
                tried.clear();
            }
        }
        // Not because nothing was allowed.
        assert!(succeeded > 20, "only {succeeded} succeeded");
    }
}
