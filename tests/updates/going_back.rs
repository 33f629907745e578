//! A version that an installer of the system put in place, and that does not come up, gives way to the one before:
//! a program that is written over (as NSIS does), and the folder of an app that is moved (as on macOS).

use std::{
    fs,
    os::unix::fs::symlink,
    path::{Path, PathBuf},
};

use keyholder_app::{Fault, Put, Updater};

use crate::machine::{Machine, Release, was_at};

type Write = fn(&Path, &[u8]);

/// A program, which is written over where it stands.
fn program(app: &Path, bytes: &[u8]) {
    fs::write(app, bytes).unwrap();
}

/// A folder with a program and a link, which is moved away before the new one takes its place.
fn folder(app: &Path, bytes: &[u8]) {
    let _ = fs::rename(app, app.with_extension("moved"));
    fs::create_dir_all(app.join("Contents/MacOS")).unwrap();
    fs::write(app.join("Contents/MacOS/keyholder"), bytes).unwrap();
    symlink("MacOS/keyholder", app.join("Contents/current")).unwrap();
    let _ = fs::remove_dir_all(app.with_extension("moved"));
}

/// What would be started.
fn runs(app: &Path) -> Vec<u8> {
    let inside = app.join("Contents/current");
    fs::read(if app.is_dir() { &inside } else { app }).unwrap()
}

/// A machine on which 1.0.0 is installed that way, with 1.1.0 on offer.
async fn machine(write: Write, works: bool) -> (Machine, PathBuf) {
    let (mut machine, release): (Machine, Release) = Machine::new().await;
    fs::remove_file(machine.app()).unwrap();
    let app = machine.path("home/Keyholder.app");
    write(&app, b"1.0.0");
    let place = app.clone();
    machine.put = Box::new(move |_| {
        let app = place.clone();
        Put::Installer {
            install: Box::new(move |offer, _| {
                write(&app, offer.version.to_string().as_bytes());
                works.then_some(()).ok_or(Fault::NotInstalled)
            }),
            app: Some(place.clone()),
        }
    });
    machine.publish(&release);
    (machine, app)
}

/// Whether it is written down that a version is on trial.
fn has_a_trial(machine: &Machine) -> bool {
    let kept = fs::read(machine.path("data/updates.json")).unwrap();
    let kept: serde_json::Value = serde_json::from_slice(&kept).unwrap();
    !kept["trial"].is_null()
}

async fn restart(updater: &Updater) -> Result<(), Fault> {
    updater.look().await;
    updater.install().await.unwrap();
    updater.restart_from(was_at("/users")).await
}

#[tokio::test]
async fn what_an_installer_put_in_place_and_fails_twice_gives_way_to_the_one_before() {
    for write in [program as Write, folder] {
        let (machine, app) = machine(write, true).await;
        let mode = fs::metadata(&app).unwrap().permissions();
        restart(&machine.start("1.0.0")).await.unwrap();
        assert_eq!(runs(&app), b"1.1.0");
        assert!(!machine.start("1.1.0").begin());
        assert!(!machine.start("1.1.0").begin());
        assert_eq!(runs(&app), b"1.1.0", "one more chance");
        assert!(machine.start("1.1.0").begin(), "the one before is back");
        assert_eq!(runs(&app), b"1.0.0");
        assert_eq!(fs::metadata(&app).unwrap().permissions(), mode);
        let updater = machine.start("1.0.0");
        assert!(!updater.begin());
        updater.came_up();
        assert_eq!(machine.home(), ["Keyholder.app"], "what failed is gone");
    }
}

#[tokio::test]
async fn what_an_installer_put_in_place_and_comes_up_stays() {
    for write in [program as Write, folder] {
        let (machine, app) = machine(write, true).await;
        restart(&machine.start("1.0.0")).await.unwrap();
        assert_eq!(machine.home(), ["Keyholder.app", "Keyholder.app.previous"]);
        assert!(has_a_trial(&machine));
        let updater = machine.start("1.1.0");
        assert!(!updater.begin());
        updater.came_up();
        assert_eq!(machine.home(), ["Keyholder.app"]);
        for _ in 0..4 {
            assert!(!machine.start("1.1.0").begin(), "the trial is over");
        }
        assert_eq!(runs(&app), b"1.1.0");
    }
}

#[tokio::test]
async fn an_installer_that_fails_leaves_neither_a_trial_nor_a_copy() {
    let (machine, _) = machine(program, false).await;
    restart(&machine.start("1.0.0")).await.unwrap_err();
    assert_eq!(machine.home(), ["Keyholder.app"]);
    assert!(!has_a_trial(&machine));
}

/// As where the folder around the app belongs to an administrator, whom the installer asks.
#[tokio::test]
async fn what_cannot_be_kept_gives_way_all_the_same() {
    let (machine, app) = machine(program, true).await;
    fs::remove_file(&app).unwrap();
    restart(&machine.start("1.0.0")).await.unwrap();
    assert_eq!(runs(&app), b"1.1.0");
    assert!(!has_a_trial(&machine));
}

/// A page that is loaded again asks the app again, while the new version waits for the restart.
#[tokio::test]
async fn only_the_version_that_comes_up_ends_its_trial() {
    let (machine, release) = Machine::new().await;
    let updater = machine.sees(&release).await;
    updater.install().await.unwrap();
    updater.came_up();
    let both = ["Keyholder.AppImage", "Keyholder.AppImage.previous"];
    assert_eq!(machine.home(), both);
    assert!(!machine.start("1.1.0").begin());
    assert!(!machine.start("1.1.0").begin());
    assert!(machine.start("1.1.0").begin(), "the one before is back");
}
