//! The OpenAPI document: what is promised, held against what is committed and what is served.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use keyholder_server::openapi;
use keyholder_store::testing::{Product, TestDatabase};
use reqwest::Method;
use serde_json::Value;

use crate::support::{Device, House};

/// The committed document, beside the crate's manifest.
fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("openapi.json")
}

fn committed() -> String {
    fs::read_to_string(file()).unwrap_or_default()
}

fn document() -> Value {
    serde_json::to_value(openapi::document()).unwrap()
}

#[test]
fn the_document_is_the_committed_one() {
    let written = openapi::document().to_pretty_json().unwrap();
    if std::env::var_os("KEYHOLDER_WRITE_GENERATED").is_some() {
        fs::write(file(), format!("{written}\n")).unwrap();
    }
    assert!(
        committed().trim_end() == written,
        "the contract has changed; if that is meant, write the document anew: cargo xtask generate"
    );
}

#[tokio::test]
async fn the_document_is_served_to_everybody() {
    let house = House::on(TestDatabase::new(Product::Sqlite).await).await;
    let reply = Device::new(&house)
        .send(Method::GET, "/v1/openapi.json", None, &[])
        .await;
    assert_eq!(reply.header("content-type"), "application/json");
    assert_eq!(reply.json(), document());
    assert_eq!(reply.json()["openapi"], "3.1.0");
}

#[test]
fn every_operation_says_who_may_call_it_and_how_it_refuses() {
    let document = document();
    let mut ids = BTreeSet::new();
    let mut public = BTreeSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let id = operation["operationId"].as_str().unwrap();
            assert!(ids.insert(id.to_owned()), "{id} is named twice");
            assert!(
                operation["summary"].is_string(),
                "{method} {path} is not described"
            );
            let security = operation["security"].as_array();
            let security = security.unwrap_or_else(|| panic!("{method} {path} says nothing"));
            let needs_session = security.iter().all(|scheme| {
                scheme.get("session").is_some() || scheme.get("service_client").is_some()
            });
            if security.is_empty() || !needs_session {
                public.insert(id.to_owned());
            }
            let responses = operation["responses"].as_object().unwrap();
            for (status, response) in responses {
                if status.starts_with(['4', '5']) {
                    let schema = &response["content"]["application/problem+json"]["schema"];
                    assert_eq!(
                        schema["$ref"], "#/components/schemas/Problem",
                        "{id} {status}"
                    );
                }
            }
            if id != "read_openapi" {
                for status in ["400", "401", "404", "422", "429", "500", "503"] {
                    assert!(
                        responses.contains_key(status),
                        "{id} does not document {status}"
                    );
                }
            }
        }
    }
    // Everything else needs a caller; a new name here is a decision, not a detail.
    let expected = [
        "answer_external_sign_in",
        "answer_passkey_sign_in",
        "begin_passkey_sign_in_check",
        "begin_sign_in_passkey_check",
        "begin_sign_in_passkey_setup",
        "begin_sign_in_setup",
        "complete_sign_in_passkey_setup",
        "complete_sign_in_setup",
        "list_sign_in_ways",
        "raise_auth_request",
        "read_openapi",
        "read_raised_auth_request",
        "refresh_session",
        "request_password_reset",
        "send_mailed_code",
        "set_expired_password",
        "show_second_factor",
        "start_external_sign_in",
        "start_passkey_sign_in",
        "start_sign_in",
    ];
    assert_eq!(public, expected.map(str::to_owned).into());
}

#[test]
fn every_reference_of_the_document_leads_somewhere() {
    fn references<'a>(value: &'a Value, found: &mut BTreeSet<&'a str>) {
        match value {
            Value::Object(members) => {
                if let Some(Value::String(target)) = members.get("$ref") {
                    found.insert(target);
                }
                members
                    .values()
                    .for_each(|member| references(member, found));
            }
            Value::Array(items) => items.iter().for_each(|item| references(item, found)),
            _ => {}
        }
    }
    let document = document();
    let mut found = BTreeSet::new();
    references(&document, &mut found);
    assert!(found.len() > 20, "only {} references", found.len());
    for target in found {
        let pointer = target.strip_prefix('#').unwrap();
        assert!(document.pointer(pointer).is_some(), "{target}");
    }
}
