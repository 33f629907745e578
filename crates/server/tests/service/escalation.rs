//! Nobody gives what they lack, acts on who holds more, changes their own access, or leaves a
//! customer without an administrator.

use futures_util::future::join;
use keyholder_contract::role::RoleQuery;
use keyholder_contract::{
    audit::AuditQuery, location::LocationQuery, problem::ErrorCode, user::ChangeRoles,
    user_list::UserQuery,
};
use keyholder_domain::{role::BuiltInRole, user_status::UserStatusKind};
use keyholder_store::on_both_databases;
use reqwest::{Method, StatusCode};
use serde_json::json;
use uuid::Uuid;

use crate::support::{
    Device, House, Member,
    requests::{only, verified},
};

on_both_databases! {
    async fn c03_s008_nobody_changes_their_own_access(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let admin = house.sign_in(&anna).await;
        let version = admin.read_user(merchant.id, anna.id).await.unwrap().version;
        let roles = ChangeRoles { role_ids: vec![merchant.roles["cashier"]] };
        let codes = [
            admin.change_user_roles(merchant.id, anna.id, version, &roles).await.unwrap_err().code(),
            admin.deactivate_user(merchant.id, anna.id, version).await.unwrap_err().code(),
            admin.reactivate_user(merchant.id, anna.id, version).await.unwrap_err().code(),
            admin.invite_user(merchant.id, anna.id, None).await.unwrap_err().code(),
        ];
        assert!(codes.iter().all(|code| *code == Some(ErrorCode::OwnAccess)), "{codes:?}");
    }

    async fn l08_a_location_administrator_stays_within_their_own(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let (harbour, station) = (merchant.locations[0], merchant.locations[1]);
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let luc = Member::new("luc", BuiltInRole::LocationAdministrator).at(harbour);
        let luc = house.member(&merchant, luc).await;
        let till = house.member(&merchant, Member::new("till", BuiltInRole::Cashier).at(harbour)).await;
        let money = house.member(&merchant, Member::new("money", BuiltInRole::Finance).at(harbour)).await;
        let peer = Member::new("peer", BuiltInRole::LocationAdministrator).at(harbour);
        let peer = house.member(&merchant, peer).await;
        let away = house.member(&merchant, Member::new("away", BuiltInRole::Cashier).at(station)).await;
        let limited = house.sign_in(&luc).await;

        let create = async |role: &str, scope| {
            let mut request = verified("ada", merchant.roles[role]);
            request.scope = scope;
            limited.create_user(merchant.id, &request, None).await.map_err(|error| error.code())
        };
        for role in ["finance", "merchant_administrator", "auditor", "developer"] {
            let refused = create(role, only(&[harbour])).await.unwrap_err();
            assert_eq!(refused, Some(ErrorCode::GrantsMore), "{role}");
        }
        for scope in [only(&[station]), only(&[harbour, station]), crate::support::requests::everywhere()] {
            let refused = create("cashier", scope).await.unwrap_err();
            assert_eq!(refused, Some(ErrorCode::OutsideLocations));
        }
        create("cashier", only(&[harbour])).await.unwrap();

        let off = async |user, version| {
            limited.deactivate_user(merchant.id, user, version).await.map_err(|error| error.code())
        };
        // Who reaches further does not exist; who holds more cannot be touched.
        for unseen in [anna.id, away.id] {
            assert_eq!(off(unseen, 1).await.unwrap_err(), Some(ErrorCode::NotFound));
            let unread = limited.read_user(merchant.id, unseen).await.unwrap_err();
            assert_eq!(unread.code(), Some(ErrorCode::NotFound));
        }
        for more in [money.id, peer.id] {
            assert_eq!(off(more, 2).await.unwrap_err(), Some(ErrorCode::TargetHoldsMore));
        }
        let version = limited.read_user(merchant.id, till.id).await.unwrap().version;
        let upgrade = ChangeRoles { role_ids: vec![merchant.roles["finance"]] };
        let refused = limited
            .change_user_roles(merchant.id, till.id, version, &upgrade)
            .await
            .unwrap_err();
        assert_eq!(refused.code(), Some(ErrorCode::GrantsMore));
        off(till.id, version).await.unwrap();
    }

    async fn s069_an_administrator_reaches_every_location(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let admin = house.sign_in(&anna).await;
        let mut request = verified("ada", merchant.roles["merchant_administrator"]);
        request.scope = only(&[merchant.locations[0]]);
        let refused = admin.create_user(merchant.id, &request, None).await.unwrap_err();
        assert_eq!(refused.code(), Some(ErrorCode::InvalidFields));
        // Nor by way of a role that is given later.
        request.role_ids = vec![merchant.roles["cashier"]];
        let user = admin.create_user(merchant.id, &request, None).await.unwrap();
        let roles = ChangeRoles { role_ids: vec![merchant.roles["merchant_administrator"]] };
        let refused = admin
            .change_user_roles(merchant.id, user.id, user.version, &roles)
            .await
            .unwrap_err();
        assert_eq!(refused.code(), Some(ErrorCode::InvalidFields));
    }

    async fn l01_two_administrators_who_demote_each_other_leave_one(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let berta = house.member(&merchant, Member::new("berta", BuiltInRole::MerchantAdministrator)).await;
        let (one, other) = (house.sign_in(&anna).await, house.sign_in(&berta).await);
        let cashier = ChangeRoles { role_ids: vec![merchant.roles["cashier"]] };
        let admin = ChangeRoles { role_ids: vec![merchant.roles["merchant_administrator"]] };
        for round in 0..10 {
            let versions = (
                one.read_user(merchant.id, berta.id).await.unwrap().version,
                one.read_user(merchant.id, anna.id).await.unwrap().version,
            );
            let (first, second) = join(
                one.change_user_roles(merchant.id, berta.id, versions.0, &cashier),
                other.change_user_roles(merchant.id, anna.id, versions.1, &cashier),
            )
            .await;
            assert_eq!(
                [first.is_ok(), second.is_ok()].iter().filter(|ok| **ok).count(),
                1,
                "round {round}"
            );
            // Whoever is left gives the other the role back.
            let (left, demoted) = if first.is_ok() { (&one, &berta) } else { (&other, &anna) };
            let version = left.read_user(merchant.id, demoted.id).await.unwrap().version;
            left.change_user_roles(merchant.id, demoted.id, version, &admin).await.unwrap();
        }
    }

    async fn s006_foreign_ids_do_not_exist_and_change_nothing(database: TestDatabase) {
        let house = House::on(database).await;
        let mine = house.merchant("200001").await;
        let theirs = house.merchant("200002").await;
        let anna = house.member(&mine, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let ben = house.member(&mine, Member::new("ben", BuiltInRole::Cashier)).await;
        let eve = house.member(&theirs, Member::new("eve", BuiltInRole::Cashier)).await;
        let device = Device::of(&house, &anna).await;
        // The first call confirms the tokens, which is a write of its own.
        device.get("/v1/me").await;
        let nobody = Uuid::now_v7();
        let roles = json!({ "role_ids": [mine.roles["cashier"]] });
        let create = json!(verified("ada", mine.roles["cashier"]));
        let before = house.dump().await;
        let mut asked = Vec::new();
        for (customer, user) in [
            (mine.id.to_string(), eve.id.to_string()),
            (theirs.id.to_string(), eve.id.to_string()),
            (theirs.id.to_string(), ben.id.to_string()),
            (mine.id.to_string(), nobody.to_string()),
            (nobody.to_string(), ben.id.to_string()),
            (mine.id.to_string(), "x".to_owned()),
        ] {
            let path = format!("/v1/customers/{customer}/users/{user}");
            asked.push((Method::GET, path.clone(), None));
            asked.push((Method::POST, format!("{path}/invitations"), None));
            asked.push((Method::POST, format!("{path}/deactivate"), None));
            asked.push((Method::POST, format!("{path}/reactivate"), None));
            asked.push((Method::PUT, format!("{path}/roles"), Some(roles.clone())));
        }
        let foreign = format!("/v1/customers/{}", theirs.id);
        for path in ["", "/users", "/roles", "/locations", "/audit-events"] {
            asked.push((Method::GET, format!("{foreign}{path}"), None));
        }
        asked.push((Method::POST, format!("{foreign}/users"), Some(create)));
        asked.push((Method::GET, format!("/v1/customers/{}/locations/{}", mine.id, theirs.locations[0]), None));
        for (method, path, body) in asked {
            let proof = device.proof(&method, &path, device.access.as_deref());
            let authorization = format!("DPoP {}", device.access.as_deref().unwrap());
            let headers = [
                ("dpop", proof.as_str()),
                ("authorization", &authorization),
                ("if-match", "\"2\""),
            ];
            let reply = device.send(method.clone(), &path, body, &headers).await;
            assert_eq!(reply.status, StatusCode::NOT_FOUND, "{method} {path}: {}", reply.json());
        }
        assert_eq!(house.dump().await, before);
    }

    async fn roles_and_locations_of_another_customer_are_unknown(database: TestDatabase) {
        let house = House::on(database).await;
        let mine = house.merchant("200001").await;
        let theirs = house.merchant("200002").await;
        let anna = house.member(&mine, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let admin = house.sign_in(&anna).await;
        let foreign_role = verified("ada", theirs.roles["cashier"]);
        let mut foreign_place = verified("ada", mine.roles["cashier"]);
        foreign_place.scope = only(&[theirs.locations[0]]);
        for request in [foreign_role, foreign_place] {
            let refused = admin.create_user(mine.id, &request, None).await.unwrap_err();
            assert_eq!(refused.code(), Some(ErrorCode::InvalidFields));
        }
    }

    async fn operators_know_customers_and_places_and_no_users(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let ben = house.member(&merchant, Member::new("ben", BuiltInRole::Cashier)).await;
        let oskar = house.operator("oskar").await;
        let operator = house.sign_in(&oskar).await;
        assert_eq!(operator.list_customers().await.unwrap().items.len(), 1);
        operator.read_customer(merchant.id).await.unwrap();
        operator.list_locations(merchant.id, &LocationQuery::default()).await.unwrap();
        for code in [
            operator.list_users(merchant.id, &UserQuery::default()).await.unwrap_err().code(),
            operator.read_user(merchant.id, ben.id).await.unwrap_err().code(),
            operator.list_roles(merchant.id, &RoleQuery::default()).await.unwrap_err().code(),
            operator.list_audit_events(merchant.id, &AuditQuery::default()).await.unwrap_err().code(),
            operator.deactivate_user(merchant.id, ben.id, 2).await.unwrap_err().code(),
        ] {
            assert_eq!(code, Some(ErrorCode::PermissionMissing));
        }
        let admin = Member::new("anna", BuiltInRole::MerchantAdministrator);
        let anna = house.sign_in(&house.member(&merchant, admin).await).await;
        let user = anna.read_user(merchant.id, ben.id).await.unwrap();
        assert_eq!(user.status.kind, UserStatusKind::Active);
    }
}
