//! The restart into a new version, and coming back to where one was.

use std::{
    fs,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use keyholder_app::{Fault, Put, UpdatePhase};

use crate::machine::{Machine, was_at};

#[tokio::test]
async fn whoever_restarts_comes_back_to_where_they_were_once() {
    let (machine, release) = Machine::new().await;
    let updater = machine.sees(&release).await;
    let was_at = was_at("/users?search=keller");
    // This one takes the place of the old file while the app goes on: somebody may work for hours more.
    let nothing = updater.restart_from(was_at.clone()).await;
    assert_eq!(nothing, Err(Fault::NotInstalled), "nothing is in place yet");
    updater.install().await.unwrap();
    assert_eq!(machine.start("1.1.0").come_back(), None);
    updater.restart_from(was_at.clone()).await.unwrap();
    assert_eq!(machine.start("1.1.0").come_back(), Some(was_at));
    assert_eq!(machine.start("1.1.0").come_back(), None, "only once");
    let kept = fs::read_to_string(machine.path("data/updates.json")).unwrap();
    assert!(!kept.contains("keller"), "{kept}");
}

/// The installers of Windows end the app, so they are not begun while somebody works.
#[tokio::test]
async fn an_installer_of_the_system_is_begun_by_the_restart() {
    let (mut machine, release) = Machine::new().await;
    let was_at = was_at("/roles");
    for works in [true, false] {
        let runs = Arc::new(AtomicUsize::new(0));
        machine.put = installer(runs.clone(), works);
        let updater = machine.sees(&release).await;
        updater.install().await.unwrap();
        let version = "1.1.0".to_owned();
        let phase = updater.status().phase;
        assert_eq!(phase, UpdatePhase::Ready { version });
        updater.look().await;
        assert_eq!(updater.status().phase, phase, "a look changes nothing");
        assert_eq!(runs.load(Ordering::SeqCst), 0, "somebody works");

        let done = updater.restart_from(was_at.clone()).await;
        assert_eq!(runs.load(Ordering::SeqCst), 1);
        assert_eq!(done.is_ok(), works);
        let back = works.then_some(&was_at);
        assert_eq!(machine.start("1.0.0").come_back().as_ref(), back);
        let status = updater.status();
        assert_eq!(status.fault.is_some(), !works);
        let offered = matches!(status.phase, UpdatePhase::Offered { .. });
        assert_eq!(offered, !works, "it can be tried again");
    }
}

/// An installer of the system that counts its runs and does its work, or does not.
fn installer(runs: Arc<AtomicUsize>, works: bool) -> Box<dyn Fn(PathBuf) -> Put> {
    Box::new(move |_| {
        let runs = runs.clone();
        let install = Box::new(move |_: &_, bytes: &[u8]| {
            assert!(!bytes.is_empty());
            runs.fetch_add(1, Ordering::SeqCst);
            works.then_some(()).ok_or(Fault::NotInstalled)
        });
        Put::Installer { install, app: None }
    })
}
