//! What is offered to whom and when, and when a version gives way to the one before.

use std::time::Duration;

use crate::release::{NOW, file, installed, manifest, moment, places};
use keyholder_updates::{
    CHECK_EVERY, FeedMemory, FileName, JITTER, Seen, Start, Trial, next_check, offer, turn,
};
use proptest::prelude::*;
use semver::Version;
use uuid::Uuid;

fn offered(memory: &FeedMemory, rollout: u8, turn: u8) -> bool {
    let mut manifest = manifest("1.1.0");
    manifest.rollout = rollout;
    let offered = offer(&installed(), memory, &places(), &manifest, turn);
    offered.unwrap().is_some()
}

#[test]
fn a_release_reaches_the_share_that_it_names() {
    let memory = FeedMemory::new(moment(NOW));
    for (rollout, turn, reached) in [
        (0, 0, false),
        (20, 19, true),
        (20, 20, false),
        (100, 99, true),
    ] {
        assert_eq!(offered(&memory, rollout, turn), reached, "{rollout} {turn}");
    }
    let version: Version = "1.1.0".parse().unwrap();
    let turns: Vec<_> = (0..10_000)
        .map(|number| turn(Uuid::from_u128(number), &version))
        .collect();
    let early = turns.iter().filter(|turn| **turn < 20).count();
    assert!((1_800..2_200).contains(&early), "{early} of 10,000");
    let next: Version = "1.2.0".parse().unwrap();
    let again = (0..10_000)
        .zip(&turns)
        .filter(|(number, first)| **first < 20 && turn(Uuid::from_u128(*number), &next) < 20);
    assert!(again.count() < early / 2, "others are the first next time");
}

#[test]
fn who_skipped_a_version_hears_of_the_next_one() {
    let mut memory = FeedMemory::new(moment(NOW));
    memory.skipped = Some("1.1.0".parse().unwrap());
    assert!(!offered(&memory, 100, 0));
    memory.skipped = Some("1.0.5".parse().unwrap());
    assert!(offered(&memory, 100, 0));
}

#[test]
fn the_newest_that_was_seen_is_kept() {
    let mut memory = FeedMemory::new(moment(NOW));
    for (version, expected) in [("1.1.0", "1.1.0"), ("1.3.0", "1.3.0"), ("1.2.0", "1.3.0")] {
        let seen = Seen {
            version: version.parse().unwrap(),
            signed_at: moment(NOW),
        };
        memory.note_accepted(seen);
        let newest = memory.newest.clone().unwrap().version;
        assert_eq!(newest.to_string(), expected);
    }
    let kept = serde_json::to_string(&memory).unwrap();
    assert_eq!(serde_json::from_str::<FeedMemory>(&kept).unwrap(), memory);
}

#[test]
fn the_name_is_written_as_it_is_read() {
    let name = FileName {
        version: "1.1.0".parse().unwrap(),
        channel: installed().channel,
        target: installed().target,
        ending: "deb".to_owned(),
    };
    assert_eq!(name.to_string(), file("1.1.0"));
}

#[test]
fn a_version_that_fails_twice_gives_way_to_the_one_before() {
    let (new, old): (Version, Version) = ("1.1.0".parse().unwrap(), "1.0.0".parse().unwrap());
    let mut trial = Some(Trial::new(new.clone(), old.clone()));
    for _ in 0..2 {
        let Start::Go(next) = Trial::start(trial, &new) else {
            unreachable!("two starts may fail")
        };
        trial = next;
    }
    assert_eq!(
        Trial::start(trial.clone(), &new),
        Start::GoBack(old.clone())
    );
    // The one before is not on trial, and whoever came up once has no trial any more.
    assert_eq!(Trial::start(trial, &old), Start::Go(None));
    assert_eq!(Trial::start(None, &new), Start::Go(None));
}

proptest! {
    #[test]
    fn the_next_look_is_due_in_six_to_seven_hours(random: u32, since in 0_u64..100_000) {
        let last = moment(NOW);
        let next = next_check(last, last + Duration::from_secs(since), random);
        prop_assert!(next >= last + CHECK_EVERY);
        prop_assert!(next < last + CHECK_EVERY + JITTER);
        // After a clock that has gone back nobody waits for the old time to come.
        let now = last - Duration::from_secs(since + 1);
        prop_assert_eq!(next_check(last, now, random), now);
    }

    #[test]
    fn no_bytes_break_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = keyholder_updates::Manifest::read(&bytes);
    }

    #[test]
    fn no_change_of_a_manifest_breaks_what_reads_it(at in 0_usize..2_000, byte: u8) {
        let mut text = serde_json::to_vec(&manifest("1.1.0")).unwrap();
        let length = text.len();
        if let Some(one) = text.get_mut(at % length) {
            *one = byte;
        }
        if let Ok(read) = keyholder_updates::Manifest::read(&text) {
            let _ = offer(&installed(), &FeedMemory::new(moment(NOW)), &places(), &read, 0);
        }
    }
}
