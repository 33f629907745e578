//! Google's parts, written here byte by byte after the encoding of protocol buffers, so that the library
//! that reads them has no hand in it.

use base64::{Engine as _, engine::general_purpose::STANDARD};

use super::*;
use crate::otpauth::OtpauthError;

fn varint(mut number: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number > 0x7f {
        bytes.push(u8::try_from(number & 0x7f).unwrap() | 0x80);
        number >>= 7;
    }
    bytes.push(u8::try_from(number).unwrap());
    bytes
}

fn number(field: u64, value: u64) -> Vec<u8> {
    [varint(field << 3), varint(value)].concat()
}

fn bytes(field: u64, value: &[u8]) -> Vec<u8> {
    [
        varint(field << 3 | 2),
        varint(value.len() as u64),
        value.to_vec(),
    ]
    .concat()
}

/// Secret, name, issuer, algorithm, digits, kind, counter.
pub(super) fn parameters(secret: &[u8], name: &[u8], issuer: &[u8], rest: [u64; 4]) -> Vec<u8> {
    let [algorithm, digits, kind, counter] = rest;
    [
        bytes(1, secret),
        bytes(2, name),
        bytes(3, issuer),
        number(4, algorithm),
        number(5, digits),
        number(6, kind),
        number(7, counter),
    ]
    .concat()
}

pub(super) fn part(accounts: &[Vec<u8>], parts: u64, place: u64) -> String {
    let mut payload: Vec<u8> = accounts
        .iter()
        .flat_map(|account| bytes(1, account))
        .collect();
    for (field, value) in [(2, 1), (3, parts), (4, place), (5, 77)] {
        payload.extend(number(field, value));
    }
    let data = STANDARD
        .encode(payload)
        .replace('+', "%2B")
        .replace('/', "%2F")
        .replace('=', "%3D");
    format!("otpauth-migration://offline?data={data}")
}

fn usual(name: &str) -> Vec<u8> {
    parameters(
        b"Hello!\xde\xad\xbe\xef",
        name.as_bytes(),
        b"Example",
        [1, 1, 2, 0],
    )
}

#[test]
fn goal_a_part_of_googles_app_is_read_entry_by_entry() {
    let file = part(
        &[
            usual("Example:maria@example.com"),
            parameters(
                b"12345678901234567890",
                "Jürgen".as_bytes(),
                "Ärzte".as_bytes(),
                [3, 2, 1, 42],
            ),
            parameters(b"1234567890", b"unsaid", b"", [0, 0, 0, 0]),
            parameters(b"1234567890", b"md5", b"Old", [4, 1, 2, 0]),
            parameters(b"1234567890", b"digits", b"Odd", [1, 9, 2, 0]),
            parameters(b"1234567890", b"kind", b"Odd", [1, 1, 9, 0]),
            parameters(b"", b"empty", b"Odd", [1, 1, 2, 0]),
            b"\xff\xff\xff".to_vec(),
            parameters(b"1234567890", b"J\xfcrgen", b"Latin", [1, 1, 2, 0]),
        ],
        1,
        0,
    );
    let preview = looked_at(file.as_bytes());
    assert_eq!(preview.source, Source::Google);
    assert_eq!(
        found(&preview),
        [
            "Example | maria@example.com | sha1 6 30s | JBSWY3DPEHPK3PXP",
            "Ärzte | Jürgen | sha512 8 #42 | GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
            " | unsaid | sha1 6 30s | GEZDGNBVGY3TQOJQ",
            "Latin | J\u{fffd}rgen | sha1 6 30s | GEZDGNBVGY3TQOJQ",
        ]
    );
    let places: Vec<_> = preview
        .refused
        .iter()
        .map(|refused| refused.place)
        .collect();
    assert_eq!(places, [4, 5, 6, 7, 8]);
    assert_eq!(
        preview.refused[0].problem,
        EntryProblem::Code(OtpauthError::UnknownAlgorithm)
    );
    assert!(preview.missing_parts.is_empty());
}

#[test]
fn goal_all_parts_are_read_and_those_that_are_missing_are_named() {
    let parts: Vec<_> = (0..4)
        .map(|place| part(&[usual(&place.to_string())], 4, place))
        .collect();
    let all = looked_at(parts.join("\n").as_bytes());
    assert_eq!((all.found.len(), all.missing_parts), (4, vec![]));
    let some = looked_at(format!("{}\n{}\n{}", parts[3], parts[1], parts[3]).as_bytes());
    assert_eq!((some.found.len(), some.missing_parts), (3, vec![1, 3]));
    // Numbers that nobody's export has.
    for count in [0, u64::MAX, 1 << 40, 1_001] {
        let odd = looked_at(part(&[usual("a")], count, 0).as_bytes());
        assert_eq!((odd.found.len(), odd.missing_parts), (1, vec![]), "{count}");
    }
}

#[test]
fn goal_base_64_is_read_as_it_comes_out_of_programs_and_pages() {
    let clean = part(&[usual("maria")], 1, 0);
    let raw = clean
        .replace("%2B", "+")
        .replace("%2F", "/")
        .replace("%3D", "=");
    for file in [
        raw.clone(),
        raw.replace('+', " "),
        raw.replace('+', "-")
            .replace('/', "_")
            .replace(":__", "://"),
        raw.trim_end_matches('=').to_owned(),
        raw.replace("offline?", "offline?x=y&"),
        raw.replace("otpauth-migration", "OTPAUTH-MIGRATION"),
    ] {
        assert_eq!(looked_at(file.as_bytes()).found.len(), 1, "{file}");
    }
    for file in [
        "otpauth-migration://offline",
        "otpauth-migration://offline?data=%%%",
    ] {
        assert_eq!(
            faults(&looked_at(file.as_bytes())),
            [(1, "", EntryProblem::NotUnderstood)]
        );
    }
}

#[test]
fn a_link_to_several_accounts_is_not_taken_for_one() {
    let refused = crate::otpauth::read(&part(&[usual("maria")], 1, 0)).err();
    assert_eq!(refused, Some(OtpauthError::Migration));
}
