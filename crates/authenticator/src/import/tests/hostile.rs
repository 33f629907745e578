//! Files that nobody's program wrote: nothing panics, and no entry is found that could not be used.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use proptest::prelude::*;

use super::*;
use keyholder_domain::{clock_offset::ClockOffset, timestamp::Timestamp};

/// Looks at a file; whatever is found can be used.
fn look(file: &[u8]) {
    let Ok(preview) = preview(file, Some(PASSWORD), &[]) else {
        return;
    };
    for mut found in preview.found {
        let codes = found
            .account
            .codes_at(Timestamp::from_micros(1), ClockOffset::default());
        assert!(codes.is_some() || found.account.next_counted_code().is_some());
        let address = crate::otpauth::write(&found.account);
        assert!(crate::otpauth::read(&address).is_ok());
    }
}

#[test]
fn goal_08_nesting_deeper_than_any_program_writes_is_refused() {
    for (open, close) in [
        ("[", "]"),
        ("{\"db\":", "}"),
        ("<Group>", "</Group>"),
        ("{\"services\":[", "]}"),
    ] {
        for depth in [100, 5_000, 100_000] {
            let text = format!("{}{}", open.repeat(depth), close.repeat(depth));
            look(text.as_bytes());
            look(format!("<KeePassFile>{text}</KeePassFile>").as_bytes());
            look(format!("{{\"db\":{{\"entries\":[{text}]}}}}").as_bytes());
        }
    }
}

#[test]
fn goal_08_entities_are_not_made_to_grow() {
    let file = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><KeePassFile><Root><Group><Entry>\
                <String><Key>otp</Key><Value>&b;</Value></String></Entry></Group></Root></KeePassFile>";
    assert_eq!(
        refused(file.as_bytes(), None),
        ImportError::Damaged(Source::KeePass)
    );
}

proptest! {
    #[test]
    fn goal_08_no_file_makes_it_panic(
        bytes in prop::collection::vec(any::<u8>(), 0..400),
        begin in prop::sample::select(vec!["", "{", "[", "<KeePassFile>", "khvault\n", "otpauth://totp/", "name,totp\n", "\u{feff}"]),
    ) {
        look(&[begin.as_bytes(), &bytes].concat());
    }

    #[test]
    fn goal_08_no_change_of_a_file_makes_it_panic(
        file in prop::sample::select(FIXTURES.to_vec()),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..8),
        cut in any::<prop::sample::Index>(),
        doubled in any::<(prop::sample::Index, prop::sample::Index)>(),
    ) {
        let mut changed = file.to_vec();
        for (place, byte) in changes {
            let place = place.index(changed.len());
            changed[place] = byte;
        }
        // A piece of it once more, somewhere else.
        let (from, to) = (doubled.0.index(changed.len()), doubled.1.index(changed.len()));
        let piece = changed[from.min(to)..from.max(to)].to_vec();
        changed.splice(to..to, piece);
        changed.truncate(changed.len() - cut.index(changed.len() / 4 + 1));
        look(&changed);
    }

    #[test]
    fn goal_08_no_text_in_any_field_makes_it_panic(text: String, other: String) {
        let quoted = |text: &str| serde_json::to_string(text).unwrap();
        let (text, other) = (quoted(&text), quoted(&other));
        look(format!("{{\"db\":{{\"entries\":[{{\"type\":{text},\"name\":{other},\"info\":{{\"secret\":\"JBSW\",\"digits\":{text},\"period\":{other}}}}}]}}}}").as_bytes());
        look(format!("{{\"services\":[{{\"name\":{text},\"secret\":{other},\"otp\":{{\"tokenType\":{text}}}}}]}}").as_bytes());
        look(format!("{{\"services\":[],\"servicesEncrypted\":{text}}}").as_bytes());
        look(format!("{{\"items\":[{{\"name\":{text},\"login\":{{\"totp\":{other}}}}}]}}").as_bytes());
        look(format!("[{{\"secret\":{text},\"label\":{other}}}]").as_bytes());
    }

    #[test]
    fn goal_08_no_bytes_of_a_migration_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let data = STANDARD.encode(&bytes).replace('+', "%2B");
        look(format!("otpauth-migration://offline?data={data}").as_bytes());
    }
}
