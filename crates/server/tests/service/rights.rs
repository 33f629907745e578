//! What rights do: rows S52 to S58 as a back office sees them.

use keyholder_client::Session;
use keyholder_contract::{
    decision::DecisionRefusal,
    explanation::{AccessChange, HolderQuery, PlaceQuery},
    user::{ChangePermissions, ChangeRoles},
    user_list::UserQuery,
};
use keyholder_domain::{
    customer::CustomerMode,
    ids::{LocationId, RoleId, UserId},
    permission::{Permission, Precondition},
    role::BuiltInRole,
};
use keyholder_store::on_both_databases;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Device, House, Member, Merchant, Reply};

/// A back office that knows one service client's secret.
pub(crate) struct BackOffice<'a> {
    house: &'a House,
    merchant: &'a Merchant,
    secret: String,
}

impl<'a> BackOffice<'a> {
    pub(crate) async fn of(house: &'a House, merchant: &'a Merchant) -> Self {
        let secret = house.service_client(merchant).await;
        Self {
            house,
            merchant,
            secret,
        }
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> Reply {
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
    pub(crate) async fn refusal(
        &self,
        user: UserId,
        code: &str,
        place: Option<LocationId>,
    ) -> Option<String> {
        let question = json!({ "user_id": user, "permission": code, "location_id": place });
        let answer = self.post("decisions", question).await.json();
        (answer["allowed"] == false).then(|| answer["refusal"]["code"].as_str().unwrap().to_owned())
    }
}

pub(crate) async fn grant(by: &Session, at: &Merchant, user: UserId, permissions: &[Permission]) {
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
    // S116: some of the rights take a second factor besides.
    house.enrol(&ben).await;
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
        session.list_users(merchant.id, &UserQuery::default()).await.unwrap();
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
        house.enrol(&till).await;
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
}
