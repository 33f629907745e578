//! What rights do: rows S52 to S58 as a back office sees them, why and who can, many at once.

use std::collections::BTreeSet;

use keyholder_client::Session;
use keyholder_contract::{
    decision::{DecisionBatch, DecisionQuestion, DecisionRefusal},
    explanation::{AccessChange, HolderQuery, PlaceQuery},
    problem::ErrorCode,
    user::{ChangePermissions, ChangeRoles},
};
use keyholder_domain::{
    customer::CustomerMode,
    ids::{LocationId, RoleId, UserId},
    permission::{Permission, Precondition},
    role::BuiltInRole,
    user_status::UserStatusKind,
};
use keyholder_store::on_both_databases;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Device, House, Member, Merchant, Reply};

/// A back office that knows one service client's secret.
struct BackOffice<'a> {
    house: &'a House,
    merchant: &'a Merchant,
    secret: String,
}

impl<'a> BackOffice<'a> {
    async fn of(house: &'a House, merchant: &'a Merchant) -> Self {
        let secret = house.service_client(merchant).await;
        Self {
            house,
            merchant,
            secret,
        }
    }

    async fn post(&self, path: &str, body: Value) -> Reply {
        let path = format!("/v1/customers/{}/{path}", self.merchant.id);
        let authorization = format!("Bearer {}", self.secret);
        Device::new(self.house)
            .send(
                Method::POST,
                &path,
                Some(body),
                &[("authorization", &authorization)],
            )
            .await
    }

    /// `None` where it is allowed, else the code of what stands in the way.
    async fn refusal(&self, user: UserId, code: &str, place: Option<LocationId>) -> Option<String> {
        let question = json!({ "user_id": user, "permission": code, "location_id": place });
        let answer = self.post("decisions", question).await.json();
        (answer["allowed"] == false).then(|| answer["refusal"]["code"].as_str().unwrap().to_owned())
    }
}

async fn grant(by: &Session, at: &Merchant, user: UserId, permissions: &[Permission]) {
    let version = by.read_user(at.id, user).await.unwrap().version;
    let wanted = ChangePermissions {
        permissions: permissions.to_vec(),
    };
    by.change_user_permissions(at.id, user, version, &wanted)
        .await
        .unwrap();
}

async fn give(by: &Session, at: &Merchant, user: UserId, roles: &[RoleId]) {
    let version = by.read_user(at.id, user).await.unwrap().version;
    let wanted = ChangeRoles {
        role_ids: roles.to_vec(),
    };
    by.change_user_roles(at.id, user, version, &wanted)
        .await
        .unwrap();
}

/// Grants a right and sees that exactly it opens at the back office.
async fn each_right_opens_its_own_door(house: &House, rights: &[Permission]) {
    let merchant = house.merchant("200001").await;
    let anna = house
        .member(
            &merchant,
            Member::new("anna", BuiltInRole::MerchantAdministrator),
        )
        .await;
    let ben = house
        .member(&merchant, Member::new("ben", BuiltInRole::Developer))
        .await;
    let admin = house.sign_in(&anna).await;
    let office = BackOffice::of(house, &merchant).await;
    for right in rights {
        let before = office.refusal(ben.id, right.code(), None).await;
        assert_eq!(before.as_deref(), Some("permission_missing"), "{right:?}");
        grant(&admin, &merchant, ben.id, &[*right]).await;
        assert_eq!(
            office.refusal(ben.id, right.code(), None).await,
            None,
            "{right:?}"
        );
        for other in rights.iter().filter(|other| *other != right) {
            let other = office.refusal(ben.id, other.code(), None).await;
            assert_eq!(other.as_deref(), Some("permission_missing"));
        }
        grant(&admin, &merchant, ben.id, &[]).await;
    }
}

on_both_databases! {
    async fn s052_user_management_and_account_billing_are_rights(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let ben = house.member(&merchant, Member::new("ben", BuiltInRole::Cashier)).await;
        let admin = house.sign_in(&anna).await;
        let office = BackOffice::of(&house, &merchant).await;
        grant(&admin, &merchant, ben.id, &[
            Permission::UsersView, Permission::UsersManage, Permission::AccountBilling,
        ]).await;
        for code in ["users.manage", "account.billing"] {
            assert_eq!(office.refusal(ben.id, code, None).await, None);
        }
        // The right opens the administration itself, too.
        let session = house.sign_in(&ben).await;
        session.list_users(merchant.id, &Default::default()).await.unwrap();
    }

    async fn s053_viewing_opens_first_and_editing_comes_on_top(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let ben = house.member(&merchant, Member::new("ben", BuiltInRole::Developer)).await;
        let admin = house.sign_in(&anna).await;
        let office = BackOffice::of(&house, &merchant).await;
        for (view, edit) in [
            (Permission::BuyersView, Permission::BuyersEdit),
            (Permission::SubscriptionsView, Permission::SubscriptionsEdit),
            (Permission::InvoicesView, Permission::InvoicesEdit),
            (Permission::TransactionsView, Permission::TransactionsEdit),
        ] {
            grant(&admin, &merchant, ben.id, &[view]).await;
            assert_eq!(office.refusal(ben.id, view.code(), None).await, None);
            assert!(office.refusal(ben.id, edit.code(), None).await.is_some());
            grant(&admin, &merchant, ben.id, &[view, edit]).await;
            assert_eq!(office.refusal(ben.id, edit.code(), None).await, None);
        }
    }

    async fn s054_statistics_and_reports_are_rights_of_their_own(database: TestDatabase) {
        let house = House::on(database).await;
        each_right_opens_its_own_door(&house, &[
            Permission::StatisticsView, Permission::ReportsView,
        ]).await;
    }

    async fn s055_settings_plans_and_discounts_are_rights_of_their_own(database: TestDatabase) {
        let house = House::on(database).await;
        each_right_opens_its_own_door(&house, &[
            Permission::AccountSettings, Permission::AccountPlans, Permission::AccountDiscounts,
        ]).await;
    }

    async fn s056_credentials_and_webhooks_are_rights(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let ben = house.member(&merchant, Member::new("ben", BuiltInRole::Cashier)).await;
        let dev = house.member(&merchant, Member::new("dev", BuiltInRole::Developer)).await;
        let office = BackOffice::of(&house, &merchant).await;
        for code in ["api.credentials", "api.webhooks"] {
            assert_eq!(office.refusal(dev.id, code, None).await, None);
            assert_eq!(office.refusal(ben.id, code, None).await.as_deref(), Some("permission_missing"));
        }
    }

    async fn s057_s058_a_right_without_effect_says_why_until_the_fact_is_there(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let ben = house.member(&merchant, Member::new("ben", BuiltInRole::Finance)).await;
        let admin = house.sign_in(&anna).await;
        let office = BackOffice::of(&house, &merchant).await;
        grant(&admin, &merchant, ben.id, &[Permission::SyncUse]).await;
        for (permission, missing) in [
            (Permission::PayoutsView, Precondition::AcquirerAgreement),
            (Permission::SyncUse, Precondition::Production),
        ] {
            house.facts(&merchant, CustomerMode::Test, false).await;
            let refused = office.refusal(ben.id, permission.code(), None).await;
            assert_eq!(refused.as_deref(), Some("precondition"));
            let user = admin.read_user(merchant.id, ben.id).await.unwrap();
            let right = user.rights.iter().find(|right| right.permission == permission).unwrap();
            assert_eq!(right.idle, Some(DecisionRefusal::Precondition { precondition: missing }));
            let why = admin.explain_access(merchant.id, ben.id, permission, &PlaceQuery::default()).await.unwrap();
            assert!(!why.answer.allowed);
            assert_eq!(why.change, [AccessChange::Meet { precondition: missing }]);
            let nobody = admin.list_holders(merchant.id, permission, &HolderQuery::default()).await.unwrap();
            assert_eq!((nobody.items.len(), nobody.precondition), (0, Some(missing)));
            house.facts(&merchant, CustomerMode::Live, true).await;
            assert_eq!(office.refusal(ben.id, permission.code(), None).await, None);
            let holders = admin.list_holders(merchant.id, permission, &HolderQuery::default()).await.unwrap();
            assert_eq!(holders.precondition, None);
            assert!(holders.items.iter().any(|holder| holder.user.id == ben.id));
        }
    }

    async fn a_cashier_of_one_place_gets_credit_at_the_next_click_and_is_stopped_at_the_next(
        database: TestDatabase
    ) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let (harbour, station) = (merchant.locations[0], merchant.locations[1]);
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let till = house.member(&merchant, Member::new("till", BuiltInRole::Cashier).at(harbour)).await;
        let admin = house.sign_in(&anna).await;
        let office = BackOffice::of(&house, &merchant).await;
        let asked = async |permission: &str, place| office.refusal(till.id, permission, Some(place)).await;

        // Only the own place, and no credit.
        assert_eq!(asked("transactions.view", harbour).await, None);
        assert_eq!(asked("transactions.view", station).await.as_deref(), Some("outside_locations"));
        assert_eq!(asked("transactions.credit", harbour).await.as_deref(), Some("permission_missing"));
        // Give the role: the button works at the next click, there and nowhere else.
        give(&admin, &merchant, till.id, &[merchant.roles["cashier"], merchant.roles["finance"]]).await;
        assert_eq!(asked("transactions.credit", harbour).await, None);
        assert_eq!(asked("transactions.credit", station).await.as_deref(), Some("outside_locations"));
        // Lock the user: it stops.
        let version = admin.read_user(merchant.id, till.id).await.unwrap().version;
        admin.deactivate_user(merchant.id, till.id, version).await.unwrap();
        assert_eq!(asked("transactions.credit", harbour).await.as_deref(), Some("status"));
        assert_eq!(asked("transactions.view", harbour).await.as_deref(), Some("status"));
    }

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
        grant(&admin, &merchant, people[3].id, &[Permission::TransactionsEdit]).await;
        people.push(anna);
        let office = BackOffice::of(&house, &merchant).await;
        for permission in Permission::all() {
            for place in [None, Some(harbour), Some(station)] {
                let mut found = BTreeSet::new();
                let mut query = HolderQuery { location_id: place, limit: Some(2), ..HolderQuery::default() };
                loop {
                    let page = admin.list_holders(merchant.id, permission, &query).await.unwrap();
                    found.extend(page.items.iter().map(|holder| holder.user.id));
                    query.cursor = page.page.next_cursor;
                    if query.cursor.is_none() {
                        break;
                    }
                }
                let mut expected = BTreeSet::new();
                for person in &people {
                    if office.refusal(person.id, permission.code(), place).await.is_none() {
                        expected.insert(person.id);
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
}
