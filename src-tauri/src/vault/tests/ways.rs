//! What opens the vault is changed by whoever can open it, and the last way stays.

use super::*;

const NEW: &str = "nine loud harbours";

async fn opens(computer: &Computer, passphrase: Option<&str>) -> String {
    let app = computer.app();
    app.lock().await;
    let passphrase = passphrase.and_then(phrase);
    code(app.unlock(passphrase, VaultCopy::Newest).await)
}

#[tokio::test]
async fn threat_a_changed_passphrase_shuts_the_old_one_out_and_asks_for_it_first() {
    let computer = Computer::new();
    let app = computer.app();
    app.create(true, phrase(RIGHT)).await.unwrap();
    let set = || PassphraseWish::Set(phrase(NEW).unwrap());
    let refused = app.change_ways(None, true, set()).await.unwrap_err();
    assert_eq!(refused.errors[0].field, "current");
    let outcome = app.change_ways(phrase("not this one"), true, set()).await;
    assert_eq!(code(outcome), "vault_wrong_passphrase");
    assert_eq!(opens(&computer, Some(RIGHT)).await, "");
    app.change_ways(phrase(RIGHT), true, set()).await.unwrap();
    assert_eq!(
        opens(&computer, Some(RIGHT)).await,
        "vault_wrong_passphrase"
    );
    assert_eq!(opens(&computer, Some(NEW)).await, "");
    assert_eq!(opens(&computer, None).await, "", "the keychain still does");
    // It is open, and goes on being saved.
    add(&app, "later").await.unwrap();
    let again = computer.app();
    again.view().await;
    assert_eq!(count(&again).await.unwrap(), 1);
}

#[tokio::test]
async fn goal_ways_are_added_and_taken_away_and_never_the_last() {
    let computer = Computer::new();
    let app = computer.app();
    app.create(true, None).await.unwrap();
    let keep = || PassphraseWish::Keep;
    let outcome = app.change_ways(None, false, keep()).await;
    assert_eq!(code(outcome), "vault_last_way");
    let set = PassphraseWish::Set(phrase(RIGHT).unwrap());
    app.change_ways(None, true, set).await.unwrap();
    assert_eq!(opens(&computer, Some(RIGHT)).await, "");
    let outcome = app.change_ways(phrase(RIGHT), false, PassphraseWish::Remove);
    assert_eq!(code(outcome.await), "vault_last_way");
    app.change_ways(phrase(RIGHT), false, keep()).await.unwrap();
    let view = app.view().await;
    assert!(view.passphrase && !view.keychain);
    assert_eq!(opens(&computer, Some(RIGHT)).await, "");
    assert_eq!(
        opens(&computer, None).await,
        "vault_key_gone",
        "it holds no key"
    );
    app.change_ways(phrase(RIGHT), true, PassphraseWish::Remove)
        .await
        .unwrap();
    let view = app.view().await;
    assert!(view.keychain && !view.passphrase);
    assert_eq!(opens(&computer, None).await, "");
}

#[tokio::test]
async fn threat_wrong_passphrases_for_a_change_wait_as_those_that_open() {
    let computer = Computer::new();
    let app = computer.app();
    app.create(false, phrase(RIGHT)).await.unwrap();
    let keep = async |typed| {
        let outcome = app.change_ways(phrase(typed), false, PassphraseWish::Keep);
        code(outcome.await)
    };
    for _ in 0..3 {
        assert_eq!(keep("not this one").await, "vault_wrong_passphrase");
    }
    assert_eq!(keep(RIGHT).await, "vault_wait");
    computer.pass(5);
    assert_eq!(keep(RIGHT).await, "");
    app.lock().await;
    assert_eq!(keep(RIGHT).await, "vault_locked");
}

#[tokio::test]
async fn a_keychain_that_fails_adds_no_way() {
    let computer = Computer::new();
    let app = computer.app();
    app.create(false, phrase(RIGHT)).await.unwrap();
    computer.there.store(false, Ordering::SeqCst);
    let app = computer.app();
    app.unlock(phrase(RIGHT), VaultCopy::Newest).await.unwrap();
    let outcome = app.change_ways(phrase(RIGHT), true, PassphraseWish::Keep);
    assert_eq!(code(outcome.await), "vault_keychain");
    assert!(!app.view().await.keychain);
    assert_eq!(opens(&computer, Some(RIGHT)).await, "");
}
