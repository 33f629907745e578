//! What is taken over is kept as a whole or not at all, and forgotten with the keys.

use zeroize::Zeroizing;

use super::*;

const TWO: &str = "otpauth://totp/One:maria?secret=GEZDGNBVGY3TQOJQ&issuer=One\n\
                   otpauth://totp/Two:maria?secret=GEZDGNBVGY3TQOJR&issuer=Two\n";

fn file(text: impl AsRef<[u8]>) -> Offered {
    Offered::File {
        name: Some("export.txt".to_owned()),
        bytes: Zeroizing::new(text.as_ref().to_vec()),
    }
}

fn shown(step: &ImportStep) -> serde_json::Value {
    serde_json::to_value(step).unwrap()
}

async fn opened(computer: &Computer) -> KeptVault {
    let app = computer.app();
    app.create(true, None).await.unwrap();
    add(&app, "kept").await.unwrap();
    app
}

#[tokio::test]
async fn threat_25_what_cannot_be_saved_was_not_taken_over_and_can_be_tried_again() {
    let computer = Computer::new();
    let app = opened(&computer).await;
    app.offer(file(TWO)).await.unwrap();
    // A folder in the place of the file: nothing can be saved there.
    let path = computer.path();
    let aside = path.with_extension("aside");
    fs::rename(&path, &aside).unwrap();
    fs::create_dir(&path).unwrap();
    let outcome = app.complete_import(vec![0, 1], true).await;
    assert_eq!(code(outcome), "vault_not_saved");
    assert_eq!(count(&app).await.unwrap(), 1, "what was kept still is");
    fs::remove_dir(&path).unwrap();
    fs::rename(&aside, &path).unwrap();
    assert_eq!(app.complete_import(vec![0, 1], false).await.unwrap(), 2);
    let again = computer.app();
    again.view().await;
    assert_eq!(count(&again).await.unwrap(), 3);
}

#[tokio::test]
async fn threat_what_is_looked_at_is_forgotten_when_the_vault_is_locked() {
    let computer = Computer::new();
    let app = opened(&computer).await;
    app.offer(file(TWO)).await.unwrap();
    app.lock().await;
    assert_eq!(code(app.offer(file(TWO)).await), "vault_locked");
    assert_eq!(
        code(app.complete_import(vec![0], false).await),
        "vault_locked"
    );
    app.unlock(None, VaultCopy::Newest).await.unwrap();
    assert_eq!(
        code(app.complete_import(vec![0], false).await),
        "import_gone"
    );
    assert_eq!(count(&app).await.unwrap(), 1);
}

#[tokio::test]
async fn goal_what_is_known_is_not_kept_twice_whatever_was_chosen() {
    let computer = Computer::new();
    let app = opened(&computer).await;
    app.offer(file(TWO)).await.unwrap();
    assert_eq!(app.complete_import(vec![1], false).await.unwrap(), 1);
    let step = app.offer(file(TWO)).await.unwrap();
    assert_eq!(shown(&step)["found"][0]["known"], "no");
    assert_eq!(shown(&step)["found"][1]["known"], "in_vault");
    let outcome = app.complete_import(vec![1], false).await;
    assert_eq!(code(outcome), "import_nothing_chosen");
    // It stays to be chosen from; places that are none are nothing.
    assert_eq!(app.complete_import(vec![0, 1, 99], false).await.unwrap(), 1);
    assert_eq!(count(&app).await.unwrap(), 3);
}

#[tokio::test]
async fn goal_a_backup_takes_the_place_of_everything_after_its_passphrase() {
    let computer = Computer::new();
    let app = opened(&computer).await;
    let entries = app.read(|entries, _| entries.to_vec()).await.unwrap();
    let sealed = export::sealed(
        &entries,
        &phrase(RIGHT).unwrap(),
        Argon2Cost::FLOOR,
        &mut SysRng,
    )
    .unwrap();
    add(&app, "later").await.unwrap();
    let step = app.offer(file(&sealed)).await.unwrap();
    assert_eq!(shown(&step)["kind"], "password");
    let outcome = app.complete_import(vec![0], true).await;
    assert_eq!(
        code(outcome),
        "import_gone",
        "nobody has seen what is in it"
    );
    let wrong = Zeroizing::new("another one".to_owned());
    assert_eq!(code(app.open_import(wrong).await), "import_wrong_password");
    let right = Zeroizing::new(RIGHT.to_owned());
    let step = app.open_import(right).await.unwrap();
    assert_eq!(shown(&step)["found"][0]["known"], "in_vault");
    assert_eq!(app.complete_import(vec![0], true).await.unwrap(), 1);
    assert_eq!(count(&app).await.unwrap(), 1);
}

#[tokio::test]
async fn what_is_no_export_is_named() {
    let computer = Computer::new();
    let app = opened(&computer).await;
    let key_only = fs::read(computer.path()).unwrap();
    let broken_picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    for (bytes, expected) in [
        (b"just words".to_vec(), "import_unknown"),
        (vec![b'x'; import_limit() + 1], "import_too_large"),
        (broken_picture, "import_picture"),
        (key_only, "import_sealed"),
        (b"khvault\n".to_vec(), "import_damaged"),
    ] {
        assert_eq!(code(app.offer(file(bytes)).await), expected);
    }
    let outcome = app.open_import(Zeroizing::new(RIGHT.to_owned())).await;
    assert_eq!(code(outcome), "import_gone");
}

const fn import_limit() -> usize {
    keyholder_authenticator::import::MAX_FILE_BYTES
}
