//! What is shown of the vault outside of the window, and when that is to be drawn anew.

use super::*;

#[tokio::test]
async fn goal_a_locked_vault_names_no_account_outside_of_the_window() {
    let computer = Computer::new();
    let app = computer.app();
    let mut changes = app.changes();
    assert_eq!(app.favourites().await, Favourites::NoVault);
    app.create(true, None).await.unwrap();
    add(&app, "maria").await.unwrap();
    let Favourites::Open(few) = app.favourites().await else {
        panic!("the vault is open");
    };
    let names: Vec<_> = few.into_iter().map(|each| each.name).collect();
    assert_eq!(names, [Some("Example · maria".to_owned())]);
    assert!(changes.has_changed().unwrap());
    changes.mark_unchanged();

    assert!(app.lock().await);
    assert_eq!(app.favourites().await, Favourites::Locked);
    assert!(changes.has_changed().unwrap(), "the names go at once");
    changes.mark_unchanged();
    assert!(!app.lock().await);
    assert!(!changes.has_changed().unwrap());
    // Looking does not open it, also not after a start.
    let app = computer.app();
    assert_eq!(app.favourites().await, Favourites::Locked);

    let mut changes = app.changes();
    app.unlock(None, VaultCopy::Newest).await.unwrap();
    assert!(changes.has_changed().unwrap());
    changes.mark_unchanged();
    computer.pass(3_600);
    assert!(app.lock_if_idle(Duration::from_mins(15)).await);
    assert!(changes.has_changed().unwrap(), "also when it locks itself");
    assert_eq!(app.favourites().await, Favourites::Locked);
}
