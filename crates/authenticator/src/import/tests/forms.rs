//! Files after the published forms.

use super::*;
use crate::otpauth::OtpauthError;
use crate::secret::SecretError;

const MISSING: EntryProblem = EntryProblem::Code(OtpauthError::Secret(SecretError::Missing));

fn wrong_secret(place: usize) -> EntryProblem {
    EntryProblem::Code(OtpauthError::Secret(SecretError::NotBase32 { place }))
}

fn tags(preview: &Preview, place: usize) -> Vec<&str> {
    preview.found[place]
        .account
        .tags
        .iter()
        .map(crate::account::Line::as_str)
        .collect()
}

const STEAM: &str = "Steam | gamer | steam | KRSXG5CTMVRXEZLU";
const BANK: &str = "Bank | counted | sha1 6 #42 | GEZDGNBVGY3TQOJQ";

fn is_aegis(preview: &Preview) {
    assert_eq!(preview.source, Source::Aegis);
    assert_eq!(
        found(preview),
        [
            "Exämple | maria@example.com | sha256 7 20s | JBSWY3DPEHPK3PXP",
            BANK,
            STEAM,
            "Fields | few | sha1 8 30s | JBSWY3DP",
        ]
    );
    assert_eq!(
        faults(preview),
        [
            (
                4,
                "Old: mobile",
                EntryProblem::Code(OtpauthError::UnknownKind)
            ),
            (5, "Missing: nothing", MISSING),
            (6, "Wrong: mistyped", wrong_secret(5)),
            (8, "", MISSING),
            (9, "", EntryProblem::NotUnderstood),
        ]
    );
    let first = &preview.found[0].account;
    assert_eq!((first.pinned, first.note.expose()), (true, "two\nlines"));
    assert_eq!(tags(preview, 0), ["Work"]);
}

#[test]
fn goal_aegis_is_read_plain_and_sealed() {
    is_aegis(&looked_at(fixture!("aegis.json")));
    let sealed = fixture!("aegis-sealed.json");
    is_aegis(&preview(sealed, Some(PASSWORD), &[]).unwrap());
    assert_eq!(
        refused(sealed, None),
        ImportError::PasswordNeeded(Source::Aegis)
    );
    assert_eq!(
        refused(sealed, Some("wrong")),
        ImportError::WrongPassword(Source::Aegis)
    );
    let text = str::from_utf8(sealed).unwrap();
    let contents = text.split("\"db\": \"").nth(1).unwrap();
    let other = if contents.starts_with('A') { "B" } else { "A" };
    let changed = text.replace(contents, &format!("{other}{}", &contents[1..]));
    assert_eq!(
        refused(changed.as_bytes(), Some(PASSWORD)),
        ImportError::WrongPassword(Source::Aegis)
    );
}

fn is_two_fas(preview: &Preview) {
    assert_eq!(preview.source, Source::TwoFas);
    assert_eq!(
        found(preview),
        [
            "Exämple GmbH | maria@example.com | sha512 8 60s | JBSWY3DPEHPK3PXP",
            BANK,
            STEAM,
            "Old backup |  | sha1 6 30s | GEZDGNBVGY3TQOJQ",
        ]
    );
    assert_eq!(faults(preview), [(5, "Nothing", MISSING)]);
    assert_eq!(tags(preview, 0), ["Work"]);
}

#[test]
fn goal_2fas_is_read_plain_and_sealed() {
    is_two_fas(&looked_at(fixture!("2fas.json")));
    let sealed = fixture!("2fas-sealed.json");
    is_two_fas(&preview(sealed, Some(PASSWORD), &[]).unwrap());
    assert_eq!(
        refused(sealed, None),
        ImportError::PasswordNeeded(Source::TwoFas)
    );
    assert_eq!(
        refused(sealed, Some("wrong")),
        ImportError::WrongPassword(Source::TwoFas)
    );
}

fn is_ente(preview: &Preview) {
    assert_eq!(preview.source, Source::Ente);
    assert_eq!(
        found(preview),
        [
            "Exämple | maria@example.com | sha256 8 15s | JBSWY3DPEHPK3PXP",
            STEAM,
            BANK
        ]
    );
    assert_eq!(
        faults(preview),
        [(2, "Thrown: away", EntryProblem::Deleted)]
    );
    let first = &preview.found[0].account;
    assert_eq!((first.pinned, first.note.expose()), (true, "a note"));
    assert_eq!(tags(preview, 0), ["Work", "two words"]);
}

#[test]
fn goal_ente_is_read_plain_and_sealed_with_tags_and_pins_and_its_bin_is_left_alone() {
    is_ente(&looked_at(fixture!("ente.txt")));
    let sealed = fixture!("ente-sealed.json");
    is_ente(&preview(sealed, Some(PASSWORD), &[]).unwrap());
    assert_eq!(
        refused(sealed, None),
        ImportError::PasswordNeeded(Source::Ente)
    );
    assert_eq!(
        refused(sealed, Some("wrong")),
        ImportError::WrongPassword(Source::Ente)
    );
    let text = str::from_utf8(sealed).unwrap();
    for (from, to, error) in [
        (
            "67108864",
            "17179869184",
            ImportError::Damaged(Source::Ente),
        ),
        (
            "67108864",
            "18446744073709551615",
            ImportError::Damaged(Source::Ente),
        ),
        ("67108864", "0", ImportError::Damaged(Source::Ente)),
        (
            "\"opsLimit\": 2",
            "\"opsLimit\": 4294967295",
            ImportError::Damaged(Source::Ente),
        ),
        (
            "\"opsLimit\": 2",
            "\"opsLimit\": 0",
            ImportError::Damaged(Source::Ente),
        ),
    ] {
        assert!(text.contains(from));
        let hostile = text.replace(from, to);
        assert_eq!(refused(hostile.as_bytes(), Some(PASSWORD)), error, "{to}");
    }
}

const BITWARDEN: [&str; 3] = [
    "Exämple | maria@example.com | sha1 6 30s | JBSWY3DPEHPK3PXP",
    "Bare | paul | sha1 6 30s | GEZDGNBVGY3TQOJQ",
    "Steam account | gamer | steam | KRSXG5CTMVRXEZLU",
];

pub(super) fn is_bitwarden(preview: &Preview) {
    assert_eq!(preview.source, Source::Bitwarden);
    assert_eq!(found(preview), BITWARDEN);
    assert!(preview.found[0].account.pinned);
    assert_eq!(
        faults(preview),
        [
            (4, "Thrown away", EntryProblem::Deleted),
            (5, "Wrong: x", wrong_secret(13))
        ]
    );
    let notes = preview
        .found
        .iter()
        .map(|found| found.account.note.expose());
    assert!(notes.into_iter().all(str::is_empty));
}

#[test]
fn goal_bitwarden_is_read_in_both_its_forms_and_passwords_stay_where_they_are() {
    is_bitwarden(&looked_at(fixture!("bitwarden.json")));
    let preview = looked_at(fixture!("bitwarden.csv"));
    assert_eq!(preview.source, Source::Bitwarden);
    assert_eq!(found(&preview), BITWARDEN[..2]);
}

#[test]
fn goal_proton_is_read_from_its_authenticator_and_its_password_store() {
    let first = "Exämple | maria@example.com | sha1 6 30s | JBSWY3DPEHPK3PXP";
    let preview = looked_at(fixture!("proton-authenticator.json"));
    assert_eq!(preview.source, Source::Proton);
    assert_eq!(
        found(&preview),
        [first, "gamer | gamer | steam | KRSXG5CTMVRXEZLU"]
    );
    assert_eq!(preview.found[0].account.note.expose(), "a note");
    assert_eq!(
        faults(&preview),
        [(3, "Broken", MISSING), (4, "", EntryProblem::NotUnderstood)]
    );
    let preview = looked_at(fixture!("proton-pass.json"));
    assert_eq!(preview.source, Source::Proton);
    assert_eq!(
        found(&preview),
        ["Exämple | Exämple | sha1 6 30s | JBSWY3DPEHPK3PXP"]
    );
    assert_eq!(
        faults(&preview),
        [(2, "Thrown away", EntryProblem::Deleted)]
    );
}

#[test]
fn goal_keepass_is_read_with_its_own_fields_and_without_what_an_entry_was_before() {
    let preview = looked_at(fixture!("keepass2.xml"));
    assert_eq!(preview.source, Source::KeePass);
    assert_eq!(
        found(&preview),
        [
            "Fields | maria | sha256 8 60s | JBSWY3DPEHPK3PXP",
            "Counted <here> | maria | sha1 6 #42 | GEZDGNBVGY3TQOJQ",
            "Steam |  | steam | KRSXG5CTMVRXEZLU",
        ]
    );
    assert_eq!(tags(&preview, 0), ["Work"]);
    assert!(tags(&preview, 1).is_empty());
    assert_eq!(
        faults(&preview),
        [(4, "Hexadecimal", EntryProblem::NotUnderstood)]
    );
}
