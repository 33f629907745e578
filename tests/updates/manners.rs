//! What an honest update does.

use std::{fs, os::unix::fs::PermissionsExt as _, time::Duration};

use keyholder_app::{Put, UpdatePhase, WhyUnfollowed};
use keyholder_domain::timestamp::Timestamp;
use keyholder_updates::{CHECK_EVERY, JITTER, NotFollowed};

use crate::{
    machine::{FILE, Machine, NOW, OLD, bytes},
    server::Reply,
};

#[tokio::test]
async fn an_honest_release_takes_the_place_of_the_old_one_and_a_tampered_one_does_not() {
    let (machine, mut release) = Machine::new().await;
    let updater = machine.sees(&release).await;
    let offered = UpdatePhase::Offered {
        version: "1.1.0".to_owned(),
        notes: "Faster.".to_owned(),
        planned_for: None,
    };
    assert_eq!(updater.status().phase, offered);
    assert_eq!(
        machine.server.asked(),
        ["/stable.json"],
        "nothing is fetched unasked"
    );
    updater.install().await.unwrap();
    let version = "1.1.0".to_owned();
    assert_eq!(updater.status().phase, UpdatePhase::Installed { version });
    assert_eq!(fs::read(machine.app()).unwrap(), bytes("1.1.0"));
    let mode = fs::metadata(machine.app()).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o755);
    let seen = machine.told();
    let fetching = |phase: &UpdatePhase| matches!(phase, UpdatePhase::Fetching { .. });
    assert!(
        seen.iter().any(|status| fetching(&status.phase)),
        "{seen:?}"
    );

    // It comes up, and the one before is removed.
    let updater = machine.start("1.1.0");
    assert!(!updater.begin());
    updater.came_up();
    assert_eq!(machine.home(), ["Keyholder.AppImage"]);
    release.becomes("1.2.0");
    release.file = Reply::Whole(bytes("1.2.0-tampered"));
    machine.publish(&release);
    updater.look().await;
    updater.install().await.unwrap_err();
    assert_eq!(fs::read(machine.app()).unwrap(), bytes("1.1.0"));
}

#[tokio::test]
async fn goal_20_a_version_that_fails_twice_at_its_start_gives_way_to_the_one_before() {
    let (machine, release) = Machine::new().await;
    let updater = machine.sees(&release).await;
    updater.install().await.unwrap();
    assert!(!machine.start("1.1.0").begin());
    assert!(!machine.start("1.1.0").begin());
    assert!(machine.start("1.1.0").begin(), "the one before is back");
    assert_eq!(fs::read(machine.app()).unwrap(), OLD);
    assert_eq!(machine.home(), ["Keyholder.AppImage"]);
    // Nor is it offered again at once.
    let updater = machine.start("1.0.0");
    assert!(!updater.begin());
    updater.look().await;
    assert_eq!(updater.status().phase, UpdatePhase::Current);
}

#[tokio::test]
async fn a_package_of_the_system_is_fetched_and_the_command_is_shown() {
    for (target, put, magic, command) in [
        (
            "linux-x86_64-deb",
            Put::Deb as fn(_) -> _,
            b"!<arch>\ndebian-binary   ".as_slice(),
            "sudo apt install '",
        ),
        (
            "linux-x86_64-rpm",
            Put::Rpm as fn(_) -> _,
            b"\xed\xab\xee\xdb package",
            "sudo dnf install '",
        ),
    ] {
        let (mut machine, mut release) = Machine::new().await;
        machine.with_package(target, put);
        let kind = target.rsplit('-').next().unwrap();
        let name = format!("keyholder_1.1.0_stable_{target}.{kind}");
        release.comment = format!("timestamp:{NOW}\tfile:{name}\tversion:1.1.0");
        release.signed = magic.to_vec();
        release.file = Reply::Whole(magic.to_vec());
        let updater = machine.sees(&release).await;
        updater.install().await.unwrap();
        let UpdatePhase::Fetched { command: shown, .. } = updater.status().phase else {
            unreachable!("{:?}", updater.status())
        };
        let path = machine.path("home/Downloads").join(&name);
        assert_eq!(shown, format!("{command}{}'", path.display()));
        assert_eq!(fs::read(path).unwrap(), magic);
        assert_eq!(
            fs::read(machine.app()).unwrap(),
            OLD,
            "nothing replaces itself"
        );
    }
}

#[tokio::test]
async fn looks_are_six_to_seven_hours_apart() {
    let (machine, release) = Machine::new().await;
    machine.publish(&release);
    let updater = machine.start("1.0.0");
    assert!(updater.look_if_due().await, "at the start");
    assert!(!updater.look_if_due().await);
    let second = Duration::from_secs(1);
    machine.later(CHECK_EVERY.checked_sub(second).unwrap());
    assert!(!updater.look_if_due().await);
    machine.later(JITTER + second);
    assert!(updater.look_if_due().await);
    assert_eq!(machine.server.asked().len(), 2);
}

#[tokio::test]
async fn what_is_skipped_is_not_heard_of_again() {
    let (machine, mut release) = Machine::new().await;
    let updater = machine.sees(&release).await;
    updater.skip();
    for updater in [updater, machine.start("1.0.0")] {
        updater.look().await;
        assert_eq!(updater.status().phase, UpdatePhase::Current);
    }
    release.becomes("1.2.0");
    let updater = machine.sees(&release).await;
    assert!(matches!(
        updater.status().phase,
        UpdatePhase::Offered { .. }
    ));
}

#[tokio::test]
async fn tonight_is_at_most_a_day_away_and_can_be_taken_back() {
    let (machine, release) = Machine::new().await;
    let updater = machine.sees(&release).await;
    let planned = || match updater.status().phase {
        UpdatePhase::Offered { planned_for, .. } => planned_for,
        _ => None,
    };
    let now = Timestamp::from_micros(NOW * 1_000_000);
    updater.plan(Some(now + Duration::from_hours(9)));
    assert_eq!(planned(), Some(now + Duration::from_hours(9)));
    // A later look does not forget it.
    updater.look().await;
    assert_eq!(planned(), Some(now + Duration::from_hours(9)));
    updater.plan(Some(now + Duration::from_hours(1_000)));
    assert_eq!(planned(), Some(now + Duration::from_hours(24)));
    updater.plan(None);
    assert_eq!(planned(), None);
}

#[tokio::test]
async fn an_administrator_names_the_last_version_or_switches_updates_off() {
    let (mut machine, release) = Machine::new().await;
    machine.publish(&release);
    machine.policy.up_to = Some("1.0.9".parse().unwrap());
    let updater = machine.start("1.0.0");
    updater.look().await;
    assert_eq!(updater.status().phase, UpdatePhase::Current);
    assert_eq!(updater.status().fault, None);
    machine.policy.up_to = Some("1.1.0".parse().unwrap());
    let updater = machine.start("1.0.0");
    updater.look().await;
    assert!(matches!(
        updater.status().phase,
        UpdatePhase::Offered { .. }
    ));

    machine.policy.off = true;
    let before = machine.server.asked().len();
    let updater = machine.start("1.0.0");
    updater.look().await;
    let why = WhyUnfollowed::SwitchedOff;
    assert_eq!(updater.status().phase, UpdatePhase::Unfollowed { why });
    assert_eq!(updater.status().feed, None);
    assert_eq!(machine.server.asked().len(), before, "nobody is asked");
}

#[tokio::test]
async fn a_build_without_a_feed_says_so() {
    let (machine, _) = Machine::new().await;
    let updater = machine.without_a_feed(NotFollowed::NoFeed);
    updater.look().await;
    updater.install().await.unwrap_err();
    let why = WhyUnfollowed::NoFeed;
    let status = updater.status();
    assert_eq!(status.phase, UpdatePhase::Unfollowed { why });
    assert!(!status.frozen, "what is not followed does not stand still");
    assert_eq!(status.checked_at, None);
}

#[tokio::test]
async fn a_disk_that_takes_nothing_leaves_the_old_app_in_place() {
    let (machine, release) = Machine::new().await;
    let updater = machine.sees(&release).await;
    // A folder in the way of the second name: it can be neither removed as a file nor linked over.
    fs::create_dir(machine.path("home/Keyholder.AppImage.previous")).unwrap();
    updater.install().await.unwrap_err();
    assert_eq!(updater.status().fault.unwrap(), "update_not_written");
    assert_eq!(fs::read(machine.app()).unwrap(), OLD);
    assert_eq!(machine.home().len(), 2, "no half file stays");
    // And once there is room, the same offer can be taken.
    fs::remove_dir(machine.path("home/Keyholder.AppImage.previous")).unwrap();
    updater.install().await.unwrap();
    assert!(machine.server.asked().contains(&FILE.to_owned()));
}
