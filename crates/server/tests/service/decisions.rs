//! "May this user do this, here?", asked by a back office.

use keyholder_contract::{
    decision::{DecisionBatch, DecisionQuestion, DecisionRefusal},
    explanation::{AccessChange, HolderQuery, PlaceQuery},
    user::ChangePermissions,
};
use keyholder_domain::{permission::Permission, role::BuiltInRole};
use keyholder_store::on_both_databases;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Device, House, Member, Merchant, Reply};

/// Asks with the secret of a service client.
async fn ask(house: &House, merchant: &Merchant, secret: &str, question: Value) -> Reply {
    let path = format!("/v1/customers/{}/decisions", merchant.id);
    let authorization = format!("Bearer {secret}");
    let headers = [("authorization", authorization.as_str())];
    Device::new(house)
        .send(Method::POST, &path, Some(question), &headers)
        .await
}

on_both_databases! {
    async fn s045_s059_s060_s066_a_back_office_is_told_what_stands_in_the_way(
        database: TestDatabase
    ) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let (harbour, station) = (merchant.locations[0], merchant.locations[1]);
        let till = house.member(&merchant, Member::new("till", BuiltInRole::Cashier).at(harbour)).await;
        let all = house.member(&merchant, Member::new("all", BuiltInRole::Finance)).await;
        let off = house.member(&merchant, Member::new("off", BuiltInRole::Finance).deactivated()).await;
        let secret = house.service_client(&merchant).await;
        let view = "transactions.view";
        for (user, permission, place, allowed, code) in [
            (till.id, view, Some(harbour), true, Value::Null),
            (till.id, view, Some(station), false, json!("outside_locations")),
            (till.id, "transactions.credit", Some(harbour), false, json!("permission_missing")),
            (all.id, "transactions.credit", Some(station), false, json!("second_factor_missing")),
            (all.id, "payouts.view", None, true, Value::Null),
            (off.id, view, Some(harbour), false, json!("status")),
        ] {
            let question = json!({ "user_id": user, "permission": permission, "location_id": place });
            let reply = ask(&house, &merchant, &secret, question.clone()).await;
            assert_eq!(reply.json()["allowed"], allowed, "{question}: {}", reply.json());
            assert_eq!(reply.json()["refusal"]["code"], code, "{question}");
        }
        let anywhere = json!({ "user_id": till.id, "permission": view });
        let reply = ask(&house, &merchant, &secret, anywhere).await;
        assert_eq!(reply.json()["location_ids"], json!([harbour]));
    }

    async fn s116_c06_card_numbers_and_credits_take_an_app_factor(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let ben = house.member(&merchant, Member::new("ben", BuiltInRole::Finance)).await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let admin = house.sign_in(&anna).await;
        let secret = house.service_client(&merchant).await;
        let version = admin.read_user(merchant.id, ben.id).await.unwrap().version;
        let decrypt = ChangePermissions { permissions: vec![Permission::TransactionsDecryptPan] };
        admin.change_user_permissions(merchant.id, ben.id, version, &decrypt).await.unwrap();
        let restricted = [Permission::TransactionsCredit, Permission::TransactionsDecryptPan];
        // What the back office is told, alone and in a batch, and who is named as able to.
        let refusals = async || {
            let mut said = Vec::new();
            for permission in restricted {
                let question = json!({ "user_id": ben.id, "permission": permission.code() });
                let alone = ask(&house, &merchant, &secret, question).await.json();
                let question = DecisionQuestion {
                    user_id: ben.id,
                    permission,
                    location_id: None,
                    terminal_id: None,
                };
                let batch = DecisionBatch { questions: vec![question] };
                let batch = admin.ask_decisions(merchant.id, &batch).await.unwrap();
                assert_eq!(json!(batch.answers[0]), alone);
                let query = HolderQuery::default();
                let holders = admin.list_holders(merchant.id, permission, &query).await.unwrap();
                assert_eq!(holders.items.len() == 1, alone["allowed"] == true);
                said.push(alone["refusal"]["code"].clone());
            }
            said
        };
        let missing = vec![json!("second_factor_missing"); 2];
        assert_eq!(refusals().await, missing);
        let place = PlaceQuery::default();
        let why = admin.explain_access(merchant.id, ben.id, restricted[0], &place).await.unwrap();
        assert_eq!(why.change, [AccessChange::SetUpSecondFactor], "and how that changes");
        let user = admin.read_user(merchant.id, ben.id).await.unwrap();
        let idle: Vec<_> = user.rights.iter().filter(|right| right.idle.is_some()).collect();
        assert_eq!(idle.len(), 2);
        assert!(idle.iter().all(|right| right.idle == Some(DecisionRefusal::SecondFactorMissing)));

        let enrolled = house.enrol(&ben).await;
        assert_eq!(refusals().await, vec![Value::Null; 2], "at the next question");
        let own = enrolled.session.list_own_second_factors().await.unwrap();
        enrolled.session.remove_authenticator(own.authenticators[0].id).await.unwrap();
        assert_eq!(refusals().await, missing, "and no longer");
    }

    async fn a_service_client_asks_about_its_own_customer_and_nothing_else(database: TestDatabase) {
        let house = House::on(database).await;
        let mine = house.merchant("200001").await;
        let theirs = house.merchant("200002").await;
        let eve = house.member(&theirs, Member::new("eve", BuiltInRole::Cashier)).await;
        let secret = house.service_client(&mine).await;
        let about = |user| json!({ "user_id": user, "permission": "transactions.view" });
        assert_eq!(ask(&house, &theirs, &secret, about(eve.id)).await.code(), "not_found");
        assert_eq!(ask(&house, &mine, &secret, about(eve.id)).await.code(), "not_found");
        let mut elsewhere = about(eve.id);
        elsewhere["location_id"] = json!(theirs.locations[0]);
        assert_eq!(ask(&house, &mine, &secret, elsewhere).await.code(), "not_found");
        assert_eq!(ask(&house, &mine, "khs_x", about(eve.id)).await.code(), "sign_in_required");
        let device = Device::new(&house);
        let authorization = format!("Bearer {secret}");
        let path = format!("/v1/customers/{}/users", mine.id);
        let reply = device
            .send(Method::GET, &path, None, &[("authorization", &authorization)])
            .await;
        assert_eq!(reply.code(), "sign_in_required");
    }

    async fn a_person_asks_about_those_whom_they_may_see(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let place = merchant.locations[0];
        let ben = house.member(&merchant, Member::new("ben", BuiltInRole::Cashier)).await;
        let luc = Member::new("luc", BuiltInRole::LocationAdministrator).at(place);
        let luc = house.member(&merchant, luc).await;
        let nora = house.member(&merchant, Member::new("nora", BuiltInRole::Support)).await;
        let path = format!("/v1/customers/{}/decisions", merchant.id);
        let about = json!({ "user_id": ben.id, "permission": "transactions.view" });
        for (person, code) in [(&nora, ""), (&luc, "not_found"), (&ben, "permission_missing")] {
            let device = Device::of(&house, person).await;
            let reply = device.call(Method::POST, &path, Some(about.clone())).await;
            assert_eq!(reply.code(), code, "{}", person.name);
        }
    }
}
