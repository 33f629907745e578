//! Every operation of the service's document has a method of its name here, and no method asks for
//! something that the document does not know.

#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test may fail by panicking"
)]

use std::{collections::BTreeSet, fs, path::Path};

use serde_json::Value;

fn here() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Method and address with its id, as `GET /v1/me` and `read_me`.
fn documented() -> BTreeSet<(String, String)> {
    let text = fs::read_to_string(here().join("../server/openapi.json")).unwrap();
    let document: Value = serde_json::from_str(&text).unwrap();
    let mut all = BTreeSet::new();
    for (path, methods) in document.get("paths").unwrap().as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            if let Some(id) = operation.get("operationId").and_then(Value::as_str) {
                let address = format!("{} {path}", method.to_uppercase());
                all.insert((address, id.to_owned()));
            }
        }
    }
    assert!(!all.is_empty(), "the document holds no operation");
    all
}

/// Each method under `src/operations/` with the address in its documentation.
fn offered() -> BTreeSet<(String, String)> {
    let mut all = BTreeSet::new();
    for file in fs::read_dir(here().join("src/operations")).unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        let mut address = None;
        for line in text.lines().map(str::trim) {
            if let Some(rest) = line.strip_prefix("/// `") {
                address = rest.split_once('`').map(|(address, _)| address.to_owned());
            } else if let Some(rest) = line.strip_prefix("pub async fn ") {
                let name = rest.split_once('(').expect("a function").0;
                let address = address.take().expect("its documentation names the address");
                all.insert((address, name.to_owned()));
            }
        }
    }
    all
}

#[test]
fn every_operation_of_the_document_has_its_method() {
    // Whether the process lives is for the machinery around it, and not part of the contract.
    let mut offered = offered();
    let alive = ("GET /health/live".to_owned(), "answers".to_owned());
    assert!(offered.remove(&alive));
    assert_eq!(offered, documented());
}
