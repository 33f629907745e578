//! Taking accounts over: from a file, a picture, the clipboard and a backup. The page sees names; the
//! seeds and the passwords are in no answer.

use std::{borrow::Cow, os::unix::fs::PermissionsExt as _, path::PathBuf};

use qrcode::{Color, QrCode};
use serde_json::{Value, json};

use crate::{
    mock_window::{Computer, Window},
    vault::PASSPHRASE,
};

const SEED: &str = "MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U";
const PICTURED: &str = "ONXW2ZJAN5TCA5DIMVZWKIDMN5XGOZLS";

/// Calls each of them, with the vault open.
pub(crate) async fn call_all(
    window: &Window,
    computer: &Computer,
    call: &mut impl AsyncFnMut(&str, Value) -> Value,
) {
    let choose = json!({ "title": "Choose a file" });
    let nothing = call("choose_import", choose.clone()).await;
    assert_eq!(nothing, json!({ "kind": "nothing" }));
    let list = format!(
        "otpauth://totp/Shop:maria?secret={SEED}&issuer=Shop\n\
         otpauth://totp/Shop:maria?secret={SEED}&issuer=Shop\n\
         otpauth://totp/Broken:maria?secret={SEED}0&issuer=Broken\n"
    );
    let path = computer.folder().join("named-wrongly.png");
    std::fs::write(&path, list).unwrap();
    computer.pick(vec![path]);
    let preview = call("choose_import", choose.clone()).await;
    assert_eq!(preview["kind"], "preview");
    assert_eq!(preview["program"], "list");
    assert_eq!(preview["file"], "named-wrongly.png");
    assert_eq!(preview["found"][0]["known"], "no");
    assert_eq!(preview["found"][1]["known"], "in_file");
    let refused = json!([{ "place": 3, "name": "Broken: maria", "reason": "secret" }]);
    assert_eq!(preview["refused"], refused);
    let none = json!({ "places": [1], "replace": false });
    let refused = call("complete_import", none).await;
    assert_eq!(refused["code"], "import_nothing_chosen");
    let both = json!({ "places": [0, 1], "replace": false });
    assert_eq!(call("complete_import", both.clone()).await, 1);
    assert_eq!(call("complete_import", both).await["code"], "import_gone");
    picture(window, computer, call).await;
    clipboard(call).await;
    on_screen(computer, call).await;
    give_away(call).await;
    backup(computer, call, &choose).await;
}

/// A picture that is dropped onto the window.
async fn picture(
    window: &Window,
    computer: &Computer,
    call: &mut impl AsyncFnMut(&str, Value) -> Value,
) {
    let nothing = call("take_dropped_import", json!({})).await;
    assert_eq!(nothing["kind"], "nothing");
    let path = computer.folder().join("code.png");
    let drawn = std::process::Command::new("qrencode")
        .args(["--level", "M", "--output"])
        .arg(&path)
        .arg(pictured())
        .status()
        .unwrap();
    assert!(drawn.success());
    window.drop_files(vec![path.clone()]);
    let preview = call("take_dropped_import", json!({})).await;
    assert_eq!(preview["found"][0]["issuer"], "Pictured", "{preview}");
    several(window, computer, call, path).await;
    assert_eq!(call("forget_import", json!({})).await, Value::Null);
    let first = json!({ "places": [0], "replace": false });
    assert_eq!(call("complete_import", first).await["code"], "import_gone");
}

/// Several files in one go: two pictures of which one holds two codes, and what is not sound.
async fn several(
    window: &Window,
    computer: &Computer,
    call: &mut impl AsyncFnMut(&str, Value) -> Value,
    pictured: PathBuf,
) {
    let at = |name: &str| computer.folder().join(name);
    for (name, issuer) in [("one.png", "One"), ("two.png", "Two")] {
        let address = format!("otpauth://totp/{issuer}:maria?secret={SEED}&issuer={issuer}");
        run(
            "qrencode",
            &["-l", "M", "-o", at(name).to_str().unwrap(), &address],
        );
    }
    let both = at("both.png");
    let beside = [at("one.png"), at("two.png"), both.clone()];
    let beside = beside.each_ref().map(|path| path.to_str().unwrap());
    run("convert", &["+append", beside[0], beside[1], beside[2]]);
    let white = at("white.png");
    run(
        "convert",
        &["-size", "90x90", "xc:white", white.to_str().unwrap()],
    );
    std::fs::write(at("cut.png"), &std::fs::read(&both).unwrap()[..200]).unwrap();
    std::fs::write(at("notes.txt"), "milk, bread").unwrap();
    let gone = at("gone.png");
    window.drop_files(vec![
        both,
        white,
        at("cut.png"),
        at("notes.txt"),
        gone,
        pictured,
    ]);
    let preview = call("take_dropped_import", json!({})).await;
    let found = preview["found"].as_array().unwrap().iter();
    let mut issuers: Vec<_> = found
        .map(|found| found["issuer"].as_str().unwrap())
        .collect();
    issuers.sort_unstable();
    assert_eq!(issuers, ["One", "Pictured", "Two"], "{preview}");
    assert_eq!(preview["files"], 6);
    let left_out = preview["left_out"].as_array().unwrap().iter();
    let left_out: Vec<_> = left_out
        .map(|left| {
            (
                left["file"].as_str().unwrap(),
                left["why"]["code"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        left_out,
        [
            ("white.png", "import_nothing"),
            ("cut.png", "import_picture"),
            ("notes.txt", "import_unknown"),
            ("gone.png", "import_unreadable"),
        ]
    );
    computer.pick(vec![PathBuf::from("x"); 51]);
    let refused = call("choose_import", json!({ "title": "Choose files" })).await;
    assert_eq!(refused["code"], "import_too_many_files");
    assert_eq!(refused["params"]["max"], "50");
    window.drop_files(vec![at("one.png"), at("two.png")]);
    call("take_dropped_import", json!({})).await;
}

fn run(program: &str, arguments: &[&str]) {
    let done = std::process::Command::new(program).args(arguments).status();
    assert!(done.unwrap().success(), "{program} {arguments:?}");
}

/// A picture on the clipboard, as a tool that takes screenshots puts it there; then a text.
async fn clipboard(call: &mut impl AsyncFnMut(&str, Value) -> Value) {
    call("copy_text", json!({ "text": "nothing of the kind" })).await;
    let refused = call("paste_import", json!({})).await;
    assert_eq!(refused["code"], "import_unknown");
    let code = QrCode::new(pictured()).unwrap();
    let (dots, quiet, squares) = (5, 4, code.width());
    let colors = code.to_colors();
    let side = (squares + 2 * quiet) * dots;
    let inside = |at: usize| (at / dots).checked_sub(quiet).filter(|at| *at < squares);
    let bytes = (0..side * side).flat_map(|pixel| {
        let square = inside(pixel % side).zip(inside(pixel / side));
        let dark = square.is_some_and(|(x, y)| colors[y * squares + x] == Color::Dark);
        let shade = if dark { 0 } else { u8::MAX };
        [shade, shade, shade, u8::MAX]
    });
    let picture = arboard::ImageData {
        width: side,
        height: side,
        bytes: Cow::Owned(bytes.collect()),
    };
    let mut clipboard = arboard::Clipboard::new().unwrap();
    clipboard.set_image(picture).unwrap();
    let preview = call("paste_import", json!({})).await;
    assert_eq!(preview["found"][0]["issuer"], "Pictured", "{preview}");
    assert_eq!(preview["file"], Value::Null);
    let all = json!({ "places": [0], "replace": false });
    assert_eq!(call("complete_import", all).await, 1);
}

/// A code in the window of another program.
async fn on_screen(computer: &Computer, call: &mut impl AsyncFnMut(&str, Value) -> Value) {
    let blank = call("capture_import", json!({})).await;
    assert_eq!(blank["found"], json!([]), "{blank}");
    let mut shown = std::process::Command::new("display")
        .arg(computer.folder().join("both.png"))
        .spawn()
        .unwrap();
    let both = async {
        loop {
            let preview = call("capture_import", json!({})).await;
            if preview["found"].as_array().unwrap().len() == 2 {
                return preview;
            }
        }
    };
    let both = tokio::time::timeout(std::time::Duration::from_mins(1), both).await;
    shown.kill().unwrap();
    shown.wait().unwrap();
    let preview = both.unwrap();
    assert_eq!(
        (&preview["file"], &preview["files"]),
        (&Value::Null, &json!(1))
    );
    call("forget_import", json!({})).await;
}

/// Files that hold every seed: whoever saves one shows the passphrase, and only its owner reads it.
async fn give_away(call: &mut impl AsyncFnMut(&str, Value) -> Value) {
    let words = json!({
        "language": "en", "title": "Codes", "lead": "Lock it away", "key": "Key",
        "settings": "Settings",
    });
    for (command, name) in [
        ("save_plain_codes", "keyholder-codes-unsealed.txt"),
        ("save_code_sheet", "keyholder-codes-to-print.html"),
    ] {
        let with = |current: Value| json!({ "current": current, "words": words });
        let refused = call(command, with(Value::Null)).await;
        assert_eq!(refused["errors"][0]["field"], "current");
        let refused = call(command, with(json!("wrong"))).await;
        assert_eq!(refused["code"], "vault_wrong_passphrase");
        assert_eq!(saved(name), None);
        assert_eq!(call(command, with(json!(PASSPHRASE))).await, name);
        let path = saved(name).unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains("Pictured"), "{name}");
        let mode = std::fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{name}: {mode:o}");
    }
}

/// A file among the downloads.
fn saved(name: &str) -> Option<PathBuf> {
    let home = std::env::home_dir().unwrap();
    let places = [home.join("Downloads"), home];
    places
        .iter()
        .map(|folder| folder.join(name))
        .find(|path| path.is_file())
}

/// The backup that was saved before, which replaces everything.
async fn backup(
    computer: &Computer,
    call: &mut impl AsyncFnMut(&str, Value) -> Value,
    choose: &Value,
) {
    computer.pick(vec![saved("keyholder-codes.vault").unwrap()]);
    let sealed = call("choose_import", choose.clone()).await;
    let expected = json!({
        "kind": "password", "program": "keyholder", "file": "keyholder-codes.vault",
    });
    assert_eq!(sealed, expected);
    let wrong = json!({ "password": "wrong horse battery" });
    let refused = call("open_import", wrong).await;
    assert_eq!(refused["code"], "import_wrong_password");
    let right = json!({ "password": PASSPHRASE });
    let preview = call("open_import", right).await;
    let found = preview["found"].as_array().unwrap().len();
    assert!(found > 0, "{preview}");
    let every: Vec<_> = (0..found).collect();
    let all = json!({ "places": every, "replace": true });
    assert_eq!(call("complete_import", all).await, found);
    let listed = call("list_vault_entries", json!({ "byUse": false })).await;
    assert_eq!(listed.as_array().unwrap().len(), found);
}

fn pictured() -> String {
    format!("otpauth://totp/Pictured:maria?secret={PICTURED}&issuer=Pictured")
}

/// What no command answers with.
pub(crate) fn secrets() -> [String; 3] {
    [
        SEED.to_owned(),
        PICTURED.to_owned(),
        "wrong horse battery".to_owned(),
    ]
}
