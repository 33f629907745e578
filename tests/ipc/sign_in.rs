//! The commands of a sign-in, where there is none to go on with: what each of them says then.

use serde_json::{Value, json};

use crate::{joined, mock_window::PASSWORD};

/// This service has no other provider, so nothing opens and nothing is waited for.
pub(crate) async fn external(call: &mut impl AsyncFnMut(&str, Value) -> Value) {
    let words = || json!({ "title": "Done", "body": "Go back." });
    let none = json!({ "offered": null, "linked": null });
    assert_eq!(
        call("list_sign_in_ways", json!({})).await,
        json!({ "external": null, "passkey": true })
    );
    assert_eq!(call("read_own_external_identity", json!({})).await, none);
    for (command, arguments, code) in [
        ("sign_in_in_browser", words(), "not_found"),
        (
            "sign_in_in_browser",
            json!({ "title": "", "body": "" }),
            "invalid_fields",
        ),
        ("link_in_browser", words(), "not_found"),
        ("step_up_in_browser", words(), "not_found"),
        ("unlink_external_identity", json!({}), "not_found"),
        ("open_browser_again", json!({}), "browser_wait_over"),
    ] {
        assert_eq!(call(command, arguments).await["code"], code, "{command}");
    }
    assert_eq!(call("stop_browser_wait", json!({})).await, Value::Null);
}

/// Nobody is signed in, and no sign-in waits. What a passkey does for a session is in a test of its own.
pub(crate) async fn signed_out(call: &mut impl AsyncFnMut(&str, Value) -> Value) {
    let nobody = "00000000-0000-0000-0000-000000000000";
    let done = json!({ "title": "Done", "body": "Go back." });
    for (command, arguments, code) in [
        ("show_passkey", json!({ "signInId": nobody }), "not_found"),
        (
            "sign_in_with_passkey",
            json!({ "signInId": nobody }),
            "not_found",
        ),
        (
            "set_up_sign_in_passkey",
            json!({ "signInId": nobody }),
            "not_found",
        ),
        (
            "step_up_with_passkey",
            json!({ "password": PASSWORD }),
            "sign_in_required",
        ),
        (
            "rename_passkey",
            json!({ "passkeyId": nobody, "name": "Key" }),
            "sign_in_required",
        ),
        (
            "remove_passkey",
            json!({ "passkeyId": nobody }),
            "sign_in_required",
        ),
        ("begin_passkey_setup", json!({}), "sign_in_required"),
    ] {
        let answer = call(command, joined(&arguments, &done)).await;
        assert_eq!(answer["code"], code, "{command}");
    }
    let begun = call("begin_passkey_sign_in", json!({})).await;
    let number = begun["number"].as_u64();
    assert!(
        number.is_some_and(|number| (10..100).contains(&number)),
        "{begun}"
    );
    let unknown = json!({ "signInId": "00000000-0000-0000-0000-000000000000" });
    assert_eq!(call("send_mailed_code", unknown).await["code"], "not_found");
    let unknown = json!({ "signInId": "00000000-0000-0000-0000-000000000000" });
    assert_eq!(
        call("begin_sign_in_setup", unknown).await["code"],
        "not_found"
    );
    let unknown = json!({
        "signInId": "00000000-0000-0000-0000-000000000000",
        "setupId": "00000000-0000-0000-0000-000000000000", "name": "Phone", "code": "1",
    });
    assert_eq!(
        call("complete_sign_in_setup", unknown).await["code"],
        "not_found"
    );
}
