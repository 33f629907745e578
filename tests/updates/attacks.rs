//! The 24 attempts against the app's own updater, over a real connection: each ends with a code, a line in the
//! log, nothing written, and the old app in place.

use std::{
    fs, io,
    process::Command,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use keyholder_app::UpdatePhase;
use serde_json::json;
use tracing_subscriber::fmt::MakeWriter;

use crate::{
    machine::{Key, Machine, NOW, OLD, Release, bytes, comment},
    server::Reply,
};

/// A log that is read.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    fn text(&self) -> String {
        let bytes = self
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        String::from_utf8(bytes).unwrap()
    }
}

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// Publishes what `spoil` makes of an honest release, and has the app look and install. Gives the code.
async fn attempt(spoil: impl FnOnce(&mut Machine, &mut Release)) -> String {
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt()
        .with_writer(log.clone())
        .with_ansi(false)
        .finish();
    let _guard = tracing::subscriber::set_default(subscriber);
    let (mut machine, mut release) = Machine::new().await;
    spoil(&mut machine, &mut release);
    machine.publish(&release);
    let updater = machine.start("1.0.0");
    updater.look().await;
    if updater.status().fault.is_none() {
        updater.install().await.unwrap_err();
    }
    let status = updater.status();
    assert!(
        matches!(
            status.phase,
            UpdatePhase::Current | UpdatePhase::Offered { .. }
        ),
        "{status:?}"
    );
    let code = status.fault.unwrap();
    assert!(log.text().contains(&code), "{code}: {}", log.text());
    // Nothing lies beside the app, and it starts as what it was.
    assert_eq!(machine.home(), ["Keyholder.AppImage"], "{code}");
    assert_eq!(fs::read(machine.app()).unwrap(), OLD, "{code}");
    let said = Command::new(machine.app()).output().unwrap().stdout;
    assert_eq!(said, b"1.0.0\n");
    // The next start tries nothing of it, and the newest that was seen is still none.
    assert!(!machine.start("1.0.0").begin());
    let kept = fs::read_to_string(machine.path("data/updates.json")).unwrap_or_default();
    assert!(!kept.contains("signed_at"), "{kept}");
    code
}

async fn spoilt(spoil: impl FnOnce(&mut Release)) -> String {
    attempt(|_, release| spoil(release)).await
}

#[tokio::test]
async fn update_attacks_01_to_07_on_the_signature_and_the_bytes() {
    let honest = bytes("1.1.0");
    let refused = spoilt(|release| release.signature = Some(String::new())).await;
    assert_eq!(refused, "update_signature_malformed", "1");
    let refused = spoilt(|release| release.signed = b"something else".to_vec()).await;
    assert_eq!(refused, "update_signature_wrong", "2");
    let refused = spoilt(|release| release.signature = Some("%%%".to_owned())).await;
    assert_eq!(refused, "update_signature_malformed", "3");
    for position in [0, 5, honest.len() - 1] {
        let mut changed = honest.clone();
        changed[position] ^= 1;
        let refused = spoilt(|release| release.file = Reply::Whole(changed)).await;
        assert_eq!(refused, "update_signature_wrong", "4 at {position}");
    }
    let cut = honest[..honest.len() - 1].to_vec();
    let refused = spoilt(|release| release.file = Reply::Whole(cut)).await;
    assert_eq!(refused, "update_signature_wrong", "5");
    let more = [honest.as_slice(), b"x"].concat();
    let refused = spoilt(|release| release.file = Reply::Whole(more)).await;
    assert_eq!(refused, "update_signature_wrong", "6");
    let refused = spoilt(|release| release.signer = Key::new()).await;
    assert_eq!(refused, "update_signature_wrong", "7");
}

#[tokio::test]
async fn update_attack_08_a_key_beside_the_app_is_not_looked_at() {
    // Keys lie in every place of the user that an app might read; the build has its own.
    let refused = attempt(|machine, release| {
        release.signer = Key::new();
        let key = release.signer.public.clone();
        let policy = json!({ "keys": [key] }).to_string();
        fs::create_dir_all(machine.path("data")).unwrap();
        for place in [
            machine.path("data/policy.json"),
            machine.path("policy.json"),
        ] {
            fs::write(place, &policy).unwrap();
        }
        let memory = json!({ "keys": [key], "installation": uuid::Uuid::nil() });
        fs::write(machine.path("data/updates.json"), memory.to_string()).unwrap();
    });
    assert_eq!(refused.await, "update_signature_wrong");
}

#[tokio::test]
async fn update_attacks_09_to_16_on_what_is_signed_beside_the_bytes() {
    let refused = spoilt(|release| {
        use base64::{Engine as _, engine::general_purpose::STANDARD};
        let real = release.signer.sign(&release.signed, &release.comment);
        let text = String::from_utf8(STANDARD.decode(real).unwrap()).unwrap();
        release.signature = Some(STANDARD.encode(text.replace("1.1.0", "9.9.9")));
        release.version = "9.9.9".to_owned();
    });
    assert_eq!(refused.await, "update_signature_wrong", "9");
    let refused = spoilt(|release| release.becomes("0.9.0")).await;
    assert_eq!(refused, "update_not_newer", "10");
    let refused = spoilt(|release| {
        release.becomes("0.9.0");
        release.version = "2.0.0".to_owned();
    });
    assert_eq!(refused.await, "update_version_mismatch", "11");
    let refused = spoilt(|release| {
        let bare = release.comment.split("\tversion:").next().unwrap();
        release.comment = bare.to_owned();
    });
    assert_eq!(refused.await, "update_signature_unbound", "12");
    let refused = spoilt(|release| release.becomes("1.1.0-beta.1")).await;
    assert_eq!(refused, "update_pre_release", "14");
    for (words, by, code) in [
        (
            "linux-x86_64-appimage",
            "linux-aarch64-appimage",
            "update_other_target",
        ),
        (
            "linux-x86_64-appimage",
            "windows-x86_64-nsis",
            "update_other_target",
        ),
        ("keyholder_", "keyring_", "update_other_product"),
        ("_stable_", "_beta_", "update_other_channel"),
    ] {
        let refused = spoilt(|release| release.comment = release.comment.replace(words, by));
        assert_eq!(refused.await, code, "15 and 16: {by}");
    }
}

#[tokio::test]
async fn update_attack_13_the_same_version_is_nothing_new() {
    let (machine, mut release) = Machine::new().await;
    release.becomes("1.0.0");
    machine.publish(&release);
    let updater = machine.start("1.0.0");
    updater.look().await;
    assert_eq!(updater.status().phase, UpdatePhase::Current);
    updater.install().await.unwrap_err();
    assert_eq!(machine.home(), ["Keyholder.AppImage"]);
}

#[tokio::test]
async fn update_attacks_17_to_19_on_the_place() {
    let refused = spoilt(|release| release.url = Some("http://127.0.0.1/app".to_owned())).await;
    assert_eq!(refused, "update_place_not_allowed", "18");
    let refused = spoilt(|release| release.url = Some("https://evil.example/app".to_owned())).await;
    assert_eq!(refused, "update_place_not_allowed", "18");
    for place in ["http://127.0.0.1/app", "https://evil.example/app"] {
        let elsewhere = || Reply::Redirect(place.to_owned());
        let refused = spoilt(|release| release.file = elsewhere()).await;
        assert_eq!(refused, "update_place_not_allowed", "19: {place}");
        let refused = spoilt(|release| release.reply = Some(elsewhere())).await;
        assert_eq!(refused, "update_place_not_allowed", "19: {place}");
    }
    // In a circle.
    let refused = attempt(|machine, release| {
        release.file = Reply::Redirect(format!("{}/app.AppImage", machine.server.base));
    });
    assert_eq!(refused.await, "update_place_not_allowed");
}

#[tokio::test]
async fn update_attacks_20_and_21_on_the_download() {
    let refused = spoilt(|release| release.file = Reply::Announced(300 << 20)).await;
    assert_eq!(refused, "update_too_large", "20");
    let short = Reply::Short(bytes("1.1.0"), 200_000);
    let refused = spoilt(|release| release.file = short.clone()).await;
    assert_eq!(refused, "update_truncated", "20");
    let refused = spoilt(|release| release.file = Reply::Endless).await;
    assert_eq!(refused, "update_too_large", "20");
    // What goes quiet is given up long before what merely takes its time.
    let begun = Instant::now();
    let stalled = || Reply::Stalled(b"\x7fELF".to_vec());
    let refused = spoilt(|release| release.file = stalled()).await;
    assert_eq!(refused, "update_timed_out", "21");
    let refused = spoilt(|release| release.reply = Some(stalled())).await;
    assert_eq!(refused, "update_timed_out", "21");
    assert!(begun.elapsed() < Duration::from_secs(40));
}

#[tokio::test]
async fn update_attack_22_a_certificate_that_nobody_vouches_for() {
    let refused = attempt(|machine, _| machine.trusts = false).await;
    assert_eq!(refused, "update_unreachable");
}

#[tokio::test]
async fn update_attack_23_a_manifest_that_is_none() {
    for reply in [
        Reply::Endless,
        Reply::Whole(b"<html>sign in to the wireless network".to_vec()),
        Reply::Whole("[".repeat(60_000).into_bytes()),
    ] {
        let refused = spoilt(|release| release.reply = Some(reply)).await;
        assert_eq!(refused, "update_manifest_malformed");
    }
    let refused = spoilt(|release| release.manifest = json!({ "version": 2 })).await;
    assert_eq!(refused, "update_manifest_malformed");
}

#[tokio::test]
async fn update_attack_24_an_old_state_is_played_back_or_the_feed_stands_still() {
    let (machine, mut release) = Machine::new().await;
    machine.publish(&release);
    let updater = machine.start("1.0.0");
    updater.look().await;
    updater.install().await.unwrap();
    // 1.1.0 runs; then somebody offers something between, and the same signed at an earlier moment.
    release.becomes("1.0.5");
    machine.publish(&release);
    let updater = machine.start("1.0.1");
    updater.look().await;
    assert_eq!(updater.status().fault.unwrap(), "update_older_than_seen");
    release.becomes("1.1.0");
    release.comment = comment("1.1.0", NOW - 60);
    machine.publish(&release);
    updater.look().await;
    assert_eq!(updater.status().fault, None);
    updater.install().await.unwrap_err();
    assert_eq!(updater.status().fault.unwrap(), "update_older_than_seen");

    let day = Duration::from_hours(24);
    machine.later(day * 30);
    assert!(!updater.status().frozen);
    machine.later(Duration::from_secs(1));
    assert!(updater.status().frozen, "the warning is in sight");
    release.becomes("1.2.0");
    machine.publish(&release);
    updater.look().await;
    assert!(!updater.status().frozen);
}

#[tokio::test]
async fn a_genuine_file_that_is_no_app_is_not_put_in_its_place() {
    let (machine, mut release) = Machine::new().await;
    release.signed = b"a text".to_vec();
    release.file = Reply::Whole(b"a text".to_vec());
    machine.publish(&release);
    let updater = machine.start("1.0.0");
    updater.look().await;
    updater.install().await.unwrap_err();
    assert_eq!(updater.status().fault.unwrap(), "update_no_package");
    assert_eq!(fs::read(machine.app()).unwrap(), OLD);
}
