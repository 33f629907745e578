//! Files that their programs sealed with a password, and what they may ask for.

use super::{forms::is_bitwarden, *};

#[test]
fn goal_bitwarden_is_read_under_a_password_of_the_export() {
    for file in [
        &fixture!("bitwarden-sealed.json")[..],
        fixture!("bitwarden-argon2.json"),
    ] {
        is_bitwarden(&preview(file, Some(PASSWORD), &[]).unwrap());
        assert_eq!(
            refused(file, None),
            ImportError::PasswordNeeded(Source::Bitwarden)
        );
        assert_eq!(
            refused(file, Some("wrong")),
            ImportError::WrongPassword(Source::Bitwarden)
        );
    }
    let rounds = str::from_utf8(fixture!("bitwarden-sealed.json")).unwrap();
    let memory = str::from_utf8(fixture!("bitwarden-argon2.json")).unwrap();
    for (text, from, to) in [
        (
            rounds,
            "\"kdfIterations\": 5000",
            "\"kdfIterations\": 4294967295",
        ),
        (rounds, "\"kdfIterations\": 5000", "\"kdfIterations\": 0"),
        (rounds, "\"kdfType\": 0", "\"kdfType\": 7"),
        (rounds, "\"data\": \"2.", "\"data\": \"1."),
        (memory, "\"kdfMemory\": 16", "\"kdfMemory\": 4194304"),
        (memory, "\"kdfMemory\": 16", "\"kdfMemory\": 0"),
        (
            memory,
            "\"kdfIterations\": 2",
            "\"kdfIterations\": 4294967295",
        ),
        (
            memory,
            "\"kdfParallelism\": 1",
            "\"kdfParallelism\": 4294967295",
        ),
    ] {
        assert!(text.contains(from));
        let hostile = text.replace(from, to);
        assert_eq!(
            refused(hostile.as_bytes(), Some(PASSWORD)),
            ImportError::Damaged(Source::Bitwarden),
            "{to}"
        );
    }
}

#[test]
fn goal_no_byte_of_a_sealed_stream_can_change() {
    use base64::{Engine as _, engine::general_purpose::STANDARD};
    let text = str::from_utf8(fixture!("ente-sealed.json")).unwrap();
    let data = text.split("\"encryptedData\": \"").nth(1).unwrap();
    let data = data.split('"').next().unwrap();
    let bytes = STANDARD.decode(data).unwrap();
    // The mark, the first and last of the text, and the tag.
    for place in [0, 1, bytes.len() - 17, bytes.len() - 16, bytes.len() - 1] {
        let mut changed = bytes.clone();
        changed[place] ^= 1;
        let file = text.replace(data, &STANDARD.encode(changed));
        assert_eq!(
            refused(file.as_bytes(), Some(PASSWORD)),
            ImportError::WrongPassword(Source::Ente),
            "{place}"
        );
    }
}

#[test]
fn goal_a_sealed_file_that_asks_for_too_much_is_refused_before_any_work() {
    let text = str::from_utf8(fixture!("aegis-sealed.json")).unwrap();
    for (from, to) in [
        ("\"n\": 4096", "\"n\": 1073741824"),
        ("\"n\": 4096", "\"n\": 4294967295"),
        ("\"n\": 4096", "\"n\": 4097"),
        ("\"n\": 4096", "\"n\": 0"),
        ("\"r\": 8", "\"r\": 4294967295"),
        ("\"r\": 8", "\"r\": 0"),
        ("\"p\": 1", "\"p\": 4294967295"),
        ("\"p\": 1", "\"p\": 0"),
    ] {
        assert!(text.contains(from));
        let hostile = text.replace(from, to);
        assert_eq!(
            refused(hostile.as_bytes(), Some(PASSWORD)),
            ImportError::Damaged(Source::Aegis),
            "{to}"
        );
    }
}

#[test]
fn goal_what_only_its_own_program_opens_says_so() {
    for (text, source) in [
        (
            r#"{"encrypted":true,"encKeyValidation_DO_NOT_EDIT":"2.x|x|x","items":[]}"#,
            Source::Bitwarden,
        ),
        (r#"{"version":1,"salt":"x","content":"x"}"#, Source::Proton),
    ] {
        assert_eq!(
            refused(text.as_bytes(), Some("x")),
            ImportError::Sealed(source)
        );
    }
}

#[test]
fn goal_our_own_vault_is_read_with_its_passphrase() {
    let file = include_bytes!("../../../tests/fixtures/first.khvault");
    let preview = preview(file, Some(PASSWORD), &[]).unwrap();
    assert_eq!(
        (preview.source, preview.found.len()),
        (Source::Keyholder, 3)
    );
    assert_eq!(
        refused(file, None),
        ImportError::PasswordNeeded(Source::Keyholder)
    );
    assert_eq!(
        refused(file, Some("wrong")),
        ImportError::WrongPassword(Source::Keyholder)
    );
    assert_eq!(
        refused(file, Some("")),
        ImportError::WrongPassword(Source::Keyholder)
    );
    assert_eq!(
        refused(&file[..50], Some("x")),
        ImportError::Vault(VaultError::WrongLength)
    );
}
