//! Every field wrong in every way: a clear error that names the field, or stored and shown as text.

use keyholder_domain::role::BuiltInRole;
use keyholder_store::on_both_databases;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{Device, House, Member, requests::verified};

on_both_databases! {
    async fn a_wrong_field_is_named(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let device = Device::of(&house, &anna).await;
        let path = format!("/v1/customers/{}/users", merchant.id);
        let good = json!(verified("ada", merchant.roles["cashier"]));
        let long_mailbox = format!("{}@example.com", "a".repeat(250));
        let table: Vec<(&str, Value, &str, &str)> = vec![
            ("given_name", json!(""), "given_name", "required"),
            ("given_name", json!("   "), "given_name", "required"),
            ("given_name", json!(null), "given_name", "malformed"),
            ("given_name", json!(7), "given_name", "malformed"),
            ("given_name", json!("x".repeat(101)), "given_name", "too_long"),
            ("given_name", json!("a\nb"), "given_name", "forbidden_character"),
            ("given_name", json!("a\u{0}b"), "given_name", "forbidden_character"),
            ("family_name", json!("a\u{202E}b"), "family_name", "forbidden_character"),
            ("family_name", json!(["a"]), "family_name", "malformed"),
            ("email", json!(null), "email", "required"),
            ("email", json!("ada"), "email", "not_an_email"),
            ("email", json!("ada@example.com\r\nBcc: eve@example.com"), "email", "not_an_email"),
            ("email", json!(long_mailbox), "email", "too_long"),
            ("kind", json!("both"), "kind", "unknown"),
            ("kind", json!("unverified"), "email", "not_allowed"),
            ("language", json!("it"), "language", "unknown"),
            ("role_ids", json!([]), "role_ids", "too_few"),
            ("role_ids", json!(["x"]), "role_ids.0", "malformed"),
            ("role_ids", json!([uuid::Uuid::now_v7()]), "role_ids.0", "unknown"),
            ("role_ids", json!("x"), "role_ids", "malformed"),
            ("scope", json!({ "kind": "only", "location_ids": [] }), "scope.location_ids", "too_few"),
            ("scope", json!({ "kind": "all", "location_ids": [merchant.locations[0]] }), "scope.location_ids", "not_allowed"),
            ("scope", json!({ "kind": "none" }), "scope.kind", "unknown"),
            ("scope", json!({ "kind": "only", "location_ids": [uuid::Uuid::now_v7()] }), "scope.location_ids.0", "unknown"),
            ("invite", json!("yes"), "invite", "malformed"),
            ("admin", json!(true), "admin", "not_allowed"),
        ];
        let before = house.dump().await["users"].len();
        for (field, value, named, code) in table {
            let mut body = good.clone();
            body[field] = value.clone();
            let reply = device.call(Method::POST, &path, Some(body)).await;
            assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{field} = {value}");
            let errors = reply.json()["errors"].clone();
            let found = errors.as_array().unwrap().iter().any(|error| {
                error["field"] == named && error["code"] == code
            });
            assert!(found, "{field} = {value}: {errors}");
        }
        for body in ["", "{", "[]", "null", "\"x\""] {
            let proof = device.proof(&Method::POST, &path, device.access.as_deref());
            let authorization = format!("DPoP {}", device.access.as_deref().unwrap());
            let mut headers = reqwest::header::HeaderMap::new();
            headers.insert("dpop", proof.parse().unwrap());
            headers.insert("authorization", authorization.parse().unwrap());
            headers.insert("content-type", "application/json".parse().unwrap());
            let reply = device.send_bytes(Method::POST, &path, body.into(), headers).await;
            assert!(reply.status.is_client_error(), "{body}");
        }
        assert_eq!(house.dump().await["users"].len(), before);
    }

    async fn unusual_names_are_kept_as_they_are(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let admin = house.sign_in(&anna).await;
        for (index, name) in [
            "שרה",
            "ليلى",
            "👩‍💼",
            "Ælfþryð",
            "<b>Bold</b>",
            "O'Neil\"; DROP TABLE users; --",
            "100% _under_ \\back",
            "=1+1",
            "山田",
        ]
        .into_iter()
        .enumerate()
        {
            let mut request = verified(&format!("ada{index}"), merchant.roles["cashier"]);
            request.given_name = name.to_owned();
            let user = admin.create_user(merchant.id, &request, None).await.unwrap();
            assert_eq!(user.given_name, name);
            let read = admin.read_user(merchant.id, user.id).await.unwrap();
            assert_eq!(read.given_name, name);
            let query = keyholder_contract::user_list::UserQuery {
                search: Some(name.to_owned()),
                ..Default::default()
            };
            let found = admin.list_users(merchant.id, &query).await.unwrap();
            assert!(found.items.iter().any(|row| row.id == user.id), "{name} is found");
        }
    }

    async fn a_question_that_cannot_be_asked_is_named(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let device = Device::of(&house, &anna).await;
        for (path, field) in [
            ("users?limit=0", "limit"),
            ("users?limit=201", "limit"),
            ("users?cursor=x", "cursor"),
            ("users?cursor=e30", "cursor"),
            ("users?status=sleepy", "status"),
            ("users?colour=red", "colour"),
            ("locations?limit=0", "limit"),
            ("locations?cursor=x", "cursor"),
            ("audit-events?limit=999", "limit"),
            ("audit-events?cursor=Yi0x", "cursor"),
            ("audit-events?about=x", "about"),
            ("audit-events?action=nonsense", "action"),
            ("audit-events?from=yesterday", "from"),
            ("statistics?utc_offset_minutes=841", "utc_offset_minutes"),
        ] {
            let reply = device.get(&format!("/v1/customers/{}/{path}", merchant.id)).await;
            assert_eq!(reply.code(), "invalid_fields", "{path}");
            let named = reply.json()["errors"][0]["field"].clone();
            assert!(named.as_str().unwrap().starts_with(field), "{path}: {named}");
        }
    }
}
