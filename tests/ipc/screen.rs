//! The screen as a desktop on Wayland shows it: on a bus of the test's own, with a played portal.

use std::{collections::HashMap, path::PathBuf};

use keyholder_app::Screen;
use serde_json::{Value, json};
use zbus::{
    Connection, connection, interface,
    message::Header,
    zvariant::{OwnedObjectPath, OwnedValue},
};

use crate::{
    desktop::{Desktop, Keyring},
    mock_window::{Computer, Window},
};

/// Plays the portal: what it answers, and the picture that it has made.
struct Portal {
    code: u32,
    picture: PathBuf,
}

#[interface(name = "org.freedesktop.portal.Screenshot")]
impl Portal {
    async fn screenshot(
        &self,
        parent: &str,
        options: HashMap<String, OwnedValue>,
        #[zbus(header)] header: Header<'_>,
        #[zbus(connection)] bus: &Connection,
    ) -> OwnedObjectPath {
        assert!(parent.is_empty(), "the window is out of the way");
        let caller = header.sender().unwrap();
        let token: &str = options["handle_token"].downcast_ref().unwrap();
        let name = caller.trim_start_matches(':').replace('.', "_");
        let request = format!("/org/freedesktop/portal/desktop/request/{name}/{token}");
        let address = url::Url::from_file_path(&self.picture).unwrap();
        let address = zbus::zvariant::Value::from(address.as_str());
        let facts = HashMap::from([("uri", address)]);
        let interface = "org.freedesktop.portal.Request";
        bus.emit_signal(
            Some(caller.as_str()),
            &*request,
            interface,
            "Response",
            &(self.code, facts),
        )
        .await
        .unwrap();
        request.try_into().unwrap()
    }
}

async fn captured(code: u32, draw: impl FnOnce(&PathBuf)) -> (Result<Value, Value>, bool) {
    let desktop = Desktop::start(Keyring::Missing).await;
    let bus = desktop.variable("DBUS_SESSION_BUS_ADDRESS");
    let picture = desktop.home().join("Screenshot from now.png");
    draw(&picture);
    let played = Portal {
        code,
        picture: picture.clone(),
    };
    let _portal = connection::Builder::address(bus)
        .unwrap()
        .name("org.freedesktop.portal.Desktop")
        .unwrap()
        .serve_at("/org/freedesktop/portal/desktop", played)
        .unwrap()
        .build()
        .await
        .unwrap();
    let ours = connection::Builder::address(bus).unwrap().build().await;
    let computer = Computer::with_screen(Screen::of_desktop(ours.unwrap()));
    let window = Window::open(&computer);
    window.call("start_up", json!({})).await.unwrap();
    let refused = window.call("capture_import", json!({})).await.unwrap_err();
    assert_eq!(
        refused["code"], "vault_locked",
        "nothing is looked at before"
    );
    let made = json!({ "inKeychain": true, "passphrase": null });
    window.call("create_vault", made).await.unwrap();
    let outcome = window.call("capture_import", json!({})).await;
    (outcome, picture.exists())
}

fn code(picture: &PathBuf) {
    let address = "otpauth://totp/Shown:maria?secret=MFRGGZDFMZTWQ2LK&issuer=Shown";
    let drawn = std::process::Command::new("qrencode")
        .arg("-o")
        .arg(picture)
        .arg(address)
        .status();
    assert!(drawn.unwrap().success());
}

#[tokio::test]
async fn s108_a_code_on_the_screen_is_read_through_the_desktop_and_its_picture_deleted() {
    let (preview, left) = captured(0, code).await;
    assert_eq!(preview.unwrap()["found"][0]["issuer"], "Shown");
    assert!(!left);
}

#[tokio::test]
async fn s108_whoever_does_not_show_the_screen_changes_nothing() {
    let (step, left) = captured(1, code).await;
    assert_eq!(step.unwrap(), json!({ "kind": "nothing" }));
    assert!(
        left,
        "a picture that was not handed over is not ours to delete"
    );
    let (failed, _) = captured(2, code).await;
    assert_eq!(failed.unwrap_err()["code"], "import_screen_failed");
}

#[tokio::test]
async fn s108_a_picture_of_the_screen_that_is_none_is_deleted_all_the_same() {
    let (refused, left) = captured(0, |picture| std::fs::write(picture, "none").unwrap()).await;
    assert_eq!(refused.unwrap_err()["code"], "import_unknown");
    assert!(!left);
}
