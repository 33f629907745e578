//! Why somebody may do something, who can, and many questions at once.

use std::collections::BTreeSet;

use keyholder_contract::{
    decision::{DecisionBatch, DecisionQuestion, DecisionRefusal},
    explanation::{AccessChange, HelperList, HolderQuery, PlaceQuery},
    problem::ErrorCode,
};
use keyholder_domain::{permission::Permission, role::BuiltInRole, user_status::UserStatusKind};
use keyholder_store::on_both_databases;
use serde_json::json;

use crate::{
    own_data::code,
    rights::{BackOffice, grant},
    support::{House, Member},
};

on_both_databases! {
    async fn why_names_what_gives_it_and_the_smallest_change(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let (harbour, station) = (merchant.locations[0], merchant.locations[1]);
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let till = house.member(&merchant, Member::new("till", BuiltInRole::Cashier).at(harbour)).await;
        let admin = house.sign_in(&anna).await;
        let at = |place| PlaceQuery { location_id: Some(place), terminal_id: None };
        let credit = Permission::TransactionsCredit;
        let why = admin.explain_access(merchant.id, till.id, credit, &at(station)).await.unwrap();
        assert_eq!(why.answer.refusal, Some(DecisionRefusal::PermissionMissing));
        assert_eq!(why.change, [
            AccessChange::Give { permissions: vec![credit] },
            AccessChange::Reach,
            AccessChange::SetUpSecondFactor,
        ]);
        assert!(why.needs_second_factor);
        assert_eq!(why.role_ids[0], merchant.roles["finance"]);
        assert_eq!(why.chain[1].role_ids, [merchant.roles["cashier"]]);
        let view = Permission::TransactionsView;
        let why = admin.explain_access(merchant.id, till.id, view, &at(harbour)).await.unwrap();
        assert!(why.answer.allowed);
        assert_eq!((why.within, why.status), (Some(true), UserStatusKind::Active));
        assert!(!why.change.is_empty());
    }

    async fn who_can_is_exactly_for_whom_the_decision_is_allowed(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let (harbour, station) = (merchant.locations[0], merchant.locations[1]);
        let mut people = Vec::new();
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        for (name, role) in [
            ("ben", BuiltInRole::Finance), ("cleo", BuiltInRole::Auditor), ("dora", BuiltInRole::Developer),
        ] {
            people.push(house.member(&merchant, Member::new(name, role)).await);
        }
        people.push(house.member(&merchant, Member::new("emil", BuiltInRole::Cashier).at(harbour)).await);
        people.push(house.member(&merchant, Member::new("finn", BuiltInRole::Finance).at(station)).await);
        people.push(house.member(&merchant, Member::new("gina", BuiltInRole::Finance).deactivated()).await);
        people.push(house.member(&merchant, Member::new("hugo", BuiltInRole::Finance).pending()).await);
        let admin = house.sign_in(&anna).await;
        // S116: of those who may credit, one has the factor that it takes.
        house.enrol(&people[0]).await;
        grant(&admin, &merchant, people[3].id, &[Permission::TransactionsEdit]).await;
        people.push(anna);
        let office = BackOffice::of(&house, &merchant).await;
        let places = [None, Some(harbour), Some(station)];
        let mut questions = Vec::new();
        for permission in Permission::all() {
            for place in places {
                questions.extend(people.iter().map(|person| json!({
                    "user_id": person.id, "permission": permission.code(), "location_id": place,
                })));
            }
        }
        let reply = office.post("decisions/batch", json!({ "questions": questions })).await.json();
        let mut answers = reply["answers"].as_array().unwrap().chunks(people.len());
        for permission in Permission::all() {
            for place in places {
                let allowed = people.iter().zip(answers.next().unwrap());
                let expected: BTreeSet<_> = allowed
                    .filter(|(_, answer)| answer["allowed"] == true)
                    .map(|(person, _)| person.id)
                    .collect();
                let mut query = HolderQuery { location_id: place, ..HolderQuery::default() };
                // Small pages where many may.
                query.limit = (permission == Permission::TransactionsView).then_some(2);
                let mut found = BTreeSet::new();
                loop {
                    let page = admin.list_holders(merchant.id, permission, &query).await.unwrap();
                    found.extend(page.items.iter().map(|holder| holder.user.id));
                    query.cursor = page.page.next_cursor;
                    if query.cursor.is_none() {
                        break;
                    }
                }
                assert_eq!(found, expected, "{permission:?} at {place:?}");
            }
        }
    }

    async fn l08_a_limited_caller_learns_nothing_of_others_through_why_and_who(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let (harbour, station) = (merchant.locations[0], merchant.locations[1]);
        let luc = Member::new("luc", BuiltInRole::LocationAdministrator).at(harbour);
        let luc = house.member(&merchant, luc).await;
        let near = house.member(&merchant, Member::new("near", BuiltInRole::Cashier).at(harbour)).await;
        let far = house.member(&merchant, Member::new("far", BuiltInRole::Cashier).at(station)).await;
        let session = house.sign_in(&luc).await;
        let view = Permission::TransactionsView;
        let holders = session.list_holders(merchant.id, view, &HolderQuery { count: true, ..HolderQuery::default() }).await.unwrap();
        let seen: BTreeSet<_> = holders.items.iter().map(|holder| holder.user.id).collect();
        assert_eq!(seen, BTreeSet::from([luc.id, near.id]));
        assert_eq!(holders.page.total, Some(2));
        let elsewhere = PlaceQuery { location_id: Some(station), terminal_id: None };
        let why = session.explain_access(merchant.id, near.id, view, &elsewhere).await.unwrap_err();
        assert_eq!(why.code(), Some(ErrorCode::NotFound));
        let why = session.explain_access(merchant.id, far.id, view, &PlaceQuery::default()).await.unwrap_err();
        assert_eq!(why.code(), Some(ErrorCode::NotFound));
        let ask = |user_id, location_id| DecisionQuestion { user_id, permission: view, location_id, terminal_id: None };
        let batch = DecisionBatch { questions: vec![
            ask(near.id, Some(harbour)), ask(near.id, Some(station)), ask(far.id, None),
        ] };
        let answers = session.ask_decisions(merchant.id, &batch).await.unwrap().answers;
        assert!(answers[0].allowed);
        assert_eq!(answers[1].refusal, Some(DecisionRefusal::Unknown));
        assert_eq!(answers[2].refusal, Some(DecisionRefusal::Unknown));
    }

    async fn l10_s071_a_thousand_questions_are_answered_as_one_by_one(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let other = house.merchant("200002").await;
        let harbour = merchant.locations[0];
        let till = house.member(&merchant, Member::new("till", BuiltInRole::Cashier).at(harbour)).await;
        let all = house.member(&merchant, Member::new("all", BuiltInRole::Finance)).await;
        let stranger = house.member(&other, Member::new("stranger", BuiltInRole::Finance)).await;
        house.enrol(&all).await;
        let office = BackOffice::of(&house, &merchant).await;
        let people = [till.id, all.id, stranger.id];
        let places = [None, Some(harbour), Some(merchant.locations[1]), Some(other.locations[0])];
        let codes = ["transactions.view", "transactions.credit", "batch.submit", "users.view"];
        let questions: Vec<_> = (0..1_000)
            .map(|number: usize| json!({
                "user_id": people[number % 3],
                "permission": codes[number / 3 % 4],
                "location_id": places[number / 12 % 4],
            }))
            .collect();
        let reply = office.post("decisions/batch", json!({ "questions": questions })).await;
        let answers = reply.json()["answers"].as_array().unwrap().clone();
        assert_eq!(answers.len(), 1_000);
        for (question, answer) in questions.iter().zip(&answers).take(48) {
            let alone = office.post("decisions", question.clone()).await;
            if alone.status.is_success() {
                assert_eq!(&alone.json(), answer, "{question}");
            } else {
                assert_eq!(answer["refusal"]["code"], "unknown", "{question}");
            }
        }
        let mut many = questions.clone();
        many.push(questions[0].clone());
        let too_many = office.post("decisions/batch", json!({ "questions": many })).await;
        assert_eq!(too_many.code(), "invalid_fields");
        let none = office.post("decisions/batch", json!({ "questions": [] })).await;
        assert_eq!(none.code(), "invalid_fields");
    }

    async fn s008_whoever_lacks_a_permission_learns_who_can_give_it(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let elsewhere = house.merchant("200002").await;
        let harbour = merchant.locations[0];
        let admin = BuiltInRole::MerchantAdministrator;
        let anna = house.member(&merchant, Member::new("anna", admin)).await;
        for name in ["berta", "carl", "dora"] {
            house.member(&merchant, Member::new(name, admin)).await;
        }
        house.member(&merchant, Member::new("abel", admin).deactivated()).await;
        house.member(&merchant, Member::new("ada", admin).pending()).await;
        house.member(&elsewhere, Member::new("adam", admin)).await;
        let here = Member::new("aaron", BuiltInRole::LocationAdministrator).at(harbour);
        let aaron = house.member(&merchant, here).await;
        let till = house.member(&merchant, Member::new("till", BuiltInRole::Cashier).at(harbour)).await;
        let names = |list: HelperList| {
            let names: Vec<_> = list.items.into_iter().map(|one| one.given_name).collect();
            (names, list.more)
        };
        let cashier = house.sign_in(&till).await;
        // Aaron could, but a cashier who sees no users learns of administrators only.
        let moto = Permission::TransactionsEdit;
        let told = names(cashier.list_helpers(merchant.id, moto).await.unwrap());
        assert_eq!(told, (vec!["anna".into(), "berta".into(), "carl".into()], 1));
        // Who sees users learns of those as well.
        let admin = house.sign_in(&anna).await;
        grant(&admin, &merchant, till.id, &[Permission::UsersView]).await;
        let told = names(cashier.list_helpers(merchant.id, moto).await.unwrap());
        assert_eq!(told, (vec!["aaron".into(), "anna".into(), "berta".into()], 2));
        // Nobody helps themselves, and nobody gives what they lack.
        let told = names(admin.list_helpers(merchant.id, moto).await.unwrap());
        assert_eq!(told, (vec!["berta".into(), "carl".into(), "dora".into()], 0));
        let limited = house.sign_in(&aaron).await;
        let payouts = Permission::PayoutsView;
        let told = names(limited.list_helpers(merchant.id, payouts).await.unwrap());
        assert_eq!(told, (vec!["anna".into(), "berta".into(), "carl".into()], 1));
        // Another customer is not there.
        let foreign = cashier.list_helpers(elsewhere.id, moto).await.unwrap_err();
        assert_eq!(code(&foreign), Some(ErrorCode::NotFound));
    }
}
