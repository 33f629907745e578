//! Issuers and names, however they are written.

use super::*;

fn names(address: &str) -> (String, String) {
    let account = read(address).unwrap_or_else(|error| panic!("{address}: {error}"));
    assert!(
        account.secret == OtpSecret::parse(SECRET).unwrap(),
        "{address}"
    );
    (
        account.issuer.as_str().to_owned(),
        account.name.as_str().to_owned(),
    )
}

/// Addresses with the issuer and the name that they tell of.
const NAMES: [(&str, &str, &str); 24] = [
    (
        "totp/Example:maria?secret=JBSWY3DPEHPK3PXP&issuer=Example",
        "Example",
        "maria",
    ),
    (
        "totp/Example%3Amaria?secret=JBSWY3DPEHPK3PXP",
        "Example",
        "maria",
    ),
    (
        "totp/Example:%20maria?secret=JBSWY3DPEHPK3PXP",
        "Example",
        "maria",
    ),
    (
        "totp/maria?secret=JBSWY3DPEHPK3PXP&issuer=Example",
        "Example",
        "maria",
    ),
    ("totp/maria?secret=JBSWY3DPEHPK3PXP", "", "maria"),
    (
        "totp/?secret=JBSWY3DPEHPK3PXP&issuer=Example",
        "Example",
        "",
    ),
    ("totp?secret=JBSWY3DPEHPK3PXP", "", ""),
    // Said twice and differently: the one with a place of its own.
    (
        "totp/Old:maria?secret=JBSWY3DPEHPK3PXP&issuer=New",
        "New",
        "maria",
    ),
    (
        "totp/Old:maria?secret=JBSWY3DPEHPK3PXP&issuer=",
        "Old",
        "maria",
    ),
    // Left as they are: spaces, ampersands, percent signs, a hash, a plus.
    (
        "totp/A & B Ltd:maria?secret=JBSWY3DPEHPK3PXP&issuer=A & B Ltd",
        "A & B Ltd",
        "maria",
    ),
    (
        "totp/maria?issuer=A&B&secret=JBSWY3DPEHPK3PXP",
        "A&B",
        "maria",
    ),
    (
        "totp/maria?issuer=100% safe&secret=JBSWY3DPEHPK3PXP",
        "100% safe",
        "maria",
    ),
    (
        "totp/Shop #1:maria?issuer=Shop #1&secret=JBSWY3DPEHPK3PXP",
        "Shop #1",
        "maria",
    ),
    (
        "totp/maria+work@example.com?secret=JBSWY3DPEHPK3PXP",
        "",
        "maria+work@example.com",
    ),
    (
        "totp/maria?secret=JBSWY3DPEHPK3PXP&issuer=My+Bank",
        "My Bank",
        "maria",
    ),
    (
        "totp/C++Shop:maria?secret=JBSWY3DPEHPK3PXP&issuer=C++Shop",
        "C++Shop",
        "maria",
    ),
    (
        "totp/maria?secret=JBSWY3DPEHPK3PXP&issuer=Stream+",
        "Stream+",
        "maria",
    ),
    (
        "totp/maria?secret=JBSWY3DPEHPK3PXP&issuer=My%2BBank",
        "My+Bank",
        "maria",
    ),
    // A colon in the issuer, or in the name.
    (
        "totp/a:b:maria?secret=JBSWY3DPEHPK3PXP&issuer=a:b",
        "a:b",
        "maria",
    ),
    (
        "totp/Example:ma:ria?secret=JBSWY3DPEHPK3PXP&issuer=Example",
        "Example",
        "ma:ria",
    ),
    // Out of a web page.
    (
        "totp/maria?secret=JBSWY3DPEHPK3PXP&amp;issuer=Example",
        "Example",
        "maria",
    ),
    // UTF-8, and Latin-1.
    (
        "totp/%C3%84rzte:J%C3%BCrgen?secret=JBSWY3DPEHPK3PXP",
        "Ärzte",
        "Jürgen",
    ),
    (
        "totp/%C4rzte:J%FCrgen?secret=JBSWY3DPEHPK3PXP",
        "Ärzte",
        "Jürgen",
    ),
    (
        "totp/Ärzte:Jürgen?secret=JBSWY3DPEHPK3PXP",
        "Ärzte",
        "Jürgen",
    ),
];

#[test]
fn goal_names_are_found_however_they_are_written() {
    for (rest, issuer, name) in NAMES {
        let found = names(&format!("otpauth://{rest}"));
        assert_eq!(found, (issuer.to_owned(), name.to_owned()), "{rest}");
    }
}

#[test]
fn goal_secrets_schemes_and_keys_are_read_in_any_case_and_with_what_stands_around_them() {
    for address in [
        "OTPAUTH://TOTP/Example:maria?SECRET=jbswy3dpehpk3pxp&Issuer=Example",
        " otpauth://totp/Example:maria?secret=JBSW Y3DP EHPK 3PXP\r\n",
        "\u{feff}otpauth://totp/Example:maria?secret=jbsw-y3dp-ehpk-3pxp",
        "otpauth://totp/Example:maria?secret=JBSWY3DPEHPK3PXP====",
        "otpauth://totp/Example:maria?secret=JBSWY3DPEHPK3PXP%3D%3D&image=https://example.com/x.png",
        "otpauth://totp/Example:maria?secret=&secret=JBSW%20Y3DP%20EHPK%203PXP",
        "apple-otpauth://totp/Example:maria?secret=JBSWY3DPEHPK3PXP&digits=&period=&algorithm=",
        "otpauth://totp/Example:maria?&&=&secret=JBSWY3DPEHPK3PXP&",
    ] {
        let found = names(address);
        assert_eq!(
            found,
            ("Example".to_owned(), "maria".to_owned()),
            "{address}"
        );
        assert_eq!(method(address), Method::usual(), "{address}");
    }
}
