//! The commands of the second factor: set up, shown, renamed and taken away; and the secrets that they
//! show to the person, each in one answer only.

use serde_json::{Value, json};

use crate::{
    mock_window::PASSWORD,
    phone::{self, Phone},
};

const SET_UP: &str = "begin_authenticator_setup";

/// Calls each of them.
pub(crate) async fn call_all(call: &mut impl AsyncFnMut(&str, Value) -> Value) {
    let none = call("list_own_second_factors", json!({})).await;
    assert_eq!(none["authenticators"], json!([]));
    let setup = call(SET_UP, json!({})).await;
    assert!(setup["qr"]["path"].is_string());
    assert_eq!(setup["uri"], Value::Null, "the picture says it");
    let mut add = json!({
        "setupId": setup["id"], "name": "Phone", "code": "000000", "currentPassword": PASSWORD,
    });
    let refused = call("add_authenticator", add.clone()).await;
    assert_eq!(refused["errors"][0]["code"], "wrong_code");
    let phone = Phone::told(setup["key"].as_str().unwrap());
    let (step, _) = phone::step();
    add["code"] = phone.code_of(step).into();
    let added = call("add_authenticator", add).await;
    let codes = added["recovery_codes"].as_array().unwrap();
    assert_eq!(codes.len(), 10);
    confirm_elsewhere(call).await;
    let one = json!({ "authenticatorId": added["authenticator"]["id"], "name": "Tablet" });
    let renamed = call("rename_authenticator", one.clone()).await;
    assert_eq!(renamed["authenticators"][0]["name"], "Tablet");
    let sheet = json!({ "sheet": "Keyholder: recovery codes" });
    assert_eq!(
        call("save_recovery_codes", sheet).await,
        "keyholder-recovery-codes.txt"
    );
    let device = call("read_device_security", json!({})).await;
    let told = device["disk_encryption"].as_str().unwrap();
    assert!(["on", "off", "unknown"].contains(&told), "{device}");
    let fresh = call("renew_recovery_codes", json!({})).await;
    let shown = json!({ "method": "recovery_code", "code": fresh["codes"][0] });
    let proof = json!({ "password": PASSWORD, "secondFactor": shown });
    assert!(call("step_up", proof).await["fresh_until"].is_string());
    let proof = json!({ "password": PASSWORD, "secondFactor": null });
    let refused = call("step_up", proof).await;
    assert_eq!(refused["errors"][0]["field"], "second_factor.code");
    let left = call("remove_authenticator", one).await;
    assert_eq!(left["recovery_codes_left"], 0);
}

/// This device confirms sign-ins, as far as one device alone can show: it is never asked about its own.
async fn confirm_elsewhere(call: &mut impl AsyncFnMut(&str, Value) -> Value) {
    let none = call("list_confirming_devices", json!({})).await;
    assert_eq!(none["devices"], json!([]));
    let one = call("enrol_confirming_device", json!({})).await;
    assert_eq!(one["devices"][0]["current"], true, "{one}");
    assert_eq!(
        call("read_own_auth_request", json!({})).await["request"],
        Value::Null
    );
    let live = call("watch_auth_requests", json!({})).await;
    assert!(live.is_boolean(), "{live}");
    let raise = json!({ "password": PASSWORD, "purpose": { "action": "create_user" } });
    let nobody = call("raise_step_up_request", raise).await;
    assert_eq!(nobody["code"], "not_found", "it cannot ask itself");
    let nothing = "00000000-0000-0000-0000-000000000000";
    let status = call("read_step_up_request", json!({ "authRequestId": nothing })).await;
    assert_eq!(status["code"], "not_found");
    let request = json!({ "authRequestId": nothing, "number": "123 456" });
    for command in ["approve_auth_request", "refuse_auth_request"] {
        assert_eq!(call(command, request.clone()).await["code"], "not_found");
    }
    let empty = json!({ "authRequestId": nothing, "number": " " });
    let refused = call("approve_auth_request", empty).await;
    assert_eq!(refused["errors"][0]["field"], "number");
    let device = json!({ "deviceId": one["devices"][0]["id"] });
    let left = call("remove_confirming_device", device).await;
    assert_eq!(left["devices"], json!([]));
    call("come_to_front", json!({})).await;
}

/// What was shown once, and by which command: it must be in no other answer.
pub(crate) fn shown(answers: &[(String, Value)]) -> Vec<(String, &'static str)> {
    let mut shown = vec![("otpauth:".to_owned(), "nothing")];
    for (command, answer) in answers {
        let (by, codes) = match command.as_str() {
            SET_UP => {
                let key = answer["key"].as_str().unwrap();
                let picture = answer["qr"]["path"].as_str().unwrap();
                let forms = [key.to_owned(), key.replace(' ', ""), picture.to_owned()];
                shown.extend(forms.map(|form| (form, SET_UP)));
                continue;
            }
            "add_authenticator" => ("add_authenticator", &answer["recovery_codes"]),
            "set_up_on_this_computer" => ("set_up_on_this_computer", &answer["recovery_codes"]),
            "renew_recovery_codes" => ("renew_recovery_codes", &answer["codes"]),
            _ => continue,
        };
        let codes = codes.as_array().into_iter().flatten();
        shown.extend(codes.map(|code| (code.as_str().unwrap().to_owned(), by)));
    }
    assert_eq!(shown.len(), 34, "a key, a picture and thrice ten codes");
    shown
}
