//! The attempts that come by the feed: where things are, how much comes, and what is announced (17 to 24).

use std::time::Duration;

use serde_json::json;

use keyholder_updates::{
    FeedMemory, MAX_DOWNLOAD_BYTES, MAX_MANIFEST_BYTES, Manifest, Meter, Places, Refusal, Seen,
};

use crate::{
    attacks::attempt,
    release::{NOW, manifest, moment, places},
};

#[test]
fn update_attack_17_to_19_a_place_that_is_not_listed() {
    let listed = places();
    listed
        .demand(
            &"https://updates.keyholder.example/latest.json"
                .parse()
                .unwrap(),
        )
        .unwrap();
    for place in [
        "http://updates.keyholder.example/latest.json",
        "https://updates.keyholder.example:8443/latest.json",
        "https://updates.keyholder.example.evil.example/latest.json",
        "https://someone@updates.keyholder.example/latest.json",
        "https://:secret@updates.keyholder.example/latest.json",
        "ftp://updates.keyholder.example/latest.json",
        "file:///etc/passwd",
        "data:application/json,{}",
    ] {
        let refused = listed.demand(&place.parse().unwrap());
        assert_eq!(refused, Err(Refusal::PlaceNotAllowed), "{place}");
        let refused = attempt(|attempt| attempt.url = place.to_owned());
        assert_eq!(refused, Err(Refusal::PlaceNotAllowed), "{place}");
    }
}

#[test]
fn update_attack_20_an_endless_body_and_a_wrong_length() {
    assert_eq!(
        Meter::start(Some(MAX_DOWNLOAD_BYTES + 1)).unwrap_err(),
        Refusal::TooLarge
    );
    let piece = 1024 * 1024;
    let mut endless = Meter::start(None).unwrap();
    let taken = (0..1_000).find(|_| endless.take(piece).is_err());
    assert_eq!(taken, Some(200));
    let mut longer = Meter::start(Some(10)).unwrap();
    longer.take(10).unwrap();
    assert_eq!(longer.take(1), Err(Refusal::TooLarge));
    let mut shorter = Meter::start(Some(10)).unwrap();
    shorter.take(9).unwrap();
    assert_eq!(shorter.finish(), Err(Refusal::Truncated));
    let mut whole = Meter::start(Some(10)).unwrap();
    whole.take(10).unwrap();
    whole.finish().unwrap();
}

#[test]
fn update_attack_23_a_manifest_that_is_no_manifest() {
    let honest = serde_json::to_value(manifest("1.1.0")).unwrap();
    Manifest::read(honest.to_string().as_bytes()).unwrap();
    let refused = |bytes: &[u8]| assert_eq!(Manifest::read(bytes), Err(Refusal::ManifestMalformed));
    let padded = format!("{honest}{}", " ".repeat(MAX_MANIFEST_BYTES));
    refused(padded.as_bytes());
    refused(b"");
    refused(b"<html>");
    refused(&[0xff, 0xfe]);
    refused(format!("{}{}", "[".repeat(20_000), "]".repeat(20_000)).as_bytes());
    for (field, value) in [
        ("version", json!(1)),
        ("version", json!("latest")),
        ("channel", json!("nightly")),
        ("pub_date", json!("yesterday")),
        ("rollout", json!(101)),
        ("rollout", json!(-1)),
        ("platforms", json!([])),
        (
            "platforms",
            json!({ "linux-x86_64-deb": "https://x.example" }),
        ),
        (
            "platforms",
            json!({ "../linux": { "url": "https://x.example", "signature": "" } }),
        ),
        ("product", json!(null)),
    ] {
        let mut wrong = honest.clone();
        wrong
            .as_object_mut()
            .unwrap()
            .insert(field.to_owned(), value);
        refused(wrong.to_string().as_bytes());
    }
}

#[test]
fn update_attack_24_an_old_state_of_the_feed_is_played_back_or_stands_still() {
    let seen = |version: &str, at| {
        Some(Seen {
            version: version.parse().unwrap(),
            signed_at: moment(at),
        })
    };
    // A release between the one that runs and the newest that was seen.
    let refused = attempt(|attempt| attempt.memory.newest = seen("1.2.0", NOW));
    assert_eq!(refused, Err(Refusal::OlderThanSeen));
    // The same version, signed anew with an older moment.
    let refused = attempt(|attempt| attempt.memory.newest = seen("1.1.0", NOW + 60));
    assert_eq!(refused, Err(Refusal::OlderThanSeen));
    // A manifest that was dated later does not help.
    let refused = attempt(|attempt| {
        attempt.memory.newest = seen("1.1.0", NOW + 60);
        attempt.pub_date = moment(NOW + 3_600);
    });
    assert_eq!(refused, Err(Refusal::OlderThanSeen));

    let mut memory = FeedMemory::new(moment(NOW));
    let day = Duration::from_hours(24);
    assert!(!memory.is_frozen(moment(NOW) + day * 30));
    assert!(memory.is_frozen(moment(NOW) + day * 30 + Duration::from_secs(1)));
    memory.note_check(moment(NOW) + day * 20);
    assert!(!memory.is_frozen(moment(NOW) + day * 50));
    // A clock that was ahead once and came back does not warn for nothing.
    assert!(!memory.is_frozen(moment(NOW) - day));
}

#[test]
fn a_forged_manifest_does_not_keep_honest_releases_away() {
    // Version 99 was announced and could not be fetched with a right signature: nothing is remembered.
    let forged = attempt(|attempt| attempt.version = "99.0.0".to_owned());
    assert_eq!(forged, Err(Refusal::VersionMismatch));
    attempt(|_| ()).unwrap();
}

#[test]
fn places_are_those_of_the_build_and_no_part_of_them() {
    let with_port = Places::new(["127.0.0.1:8443".to_owned()]);
    with_port
        .demand(&"https://127.0.0.1:8443/latest.json".parse().unwrap())
        .unwrap();
    for place in [
        "https://127.0.0.1/latest.json",
        "https://localhost:8443/latest.json",
    ] {
        assert!(
            with_port.demand(&place.parse().unwrap()).is_err(),
            "{place}"
        );
    }
}
