//! What `KeePassXC` 2.7.4 and `OTPClient` 3.1.4 wrote.

use super::*;

const OTPCLIENT: [&str; 4] = [
    "Exämple Ltd | maria@example.com | sha1 6 30s | JBSWY3DPEHPK3PXP",
    "Long | maria | sha256 8 60s | GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
    "Bank | counted | sha512 6 #42 | GEZDGNBVGY3TQOJQ",
    "Steam | gamer | steam | KRSXG5CTMVRXEZLU",
];

#[test]
fn goal_every_form_that_otpclient_writes_says_the_same() {
    for (file, source) in [
        (&fixture!("otpclient-aegis.json")[..], Source::Aegis),
        (fixture!("otpclient-andotp.json"), Source::AndOtp),
        (fixture!("otpclient-freeotpplus.txt"), Source::List),
    ] {
        let preview = looked_at(file);
        assert_eq!(preview.source, source);
        assert_eq!(found(&preview), OTPCLIENT, "{source:?}");
        assert!(preview.refused.is_empty());
    }
}

#[test]
fn goal_an_end_that_otpclient_lost_is_not_believed() {
    // Its issuer has two umlauts: the line lost its break and the zero of "period=30".
    let file = fixture!("otpclient-freeotpplus-umlauts.txt");
    assert!(
        str::from_utf8(file)
            .unwrap()
            .contains("&period=3otpauth://")
    );
    let preview = looked_at(file);
    assert_eq!(
        faults(&preview),
        [(1, "Müller & Söhne: maria@example.com", EntryProblem::CutOff)]
    );
    assert_eq!(
        found(&preview),
        [
            OTPCLIENT[1],
            "Bäckerei | counted | sha512 6 #42 | GEZDGNBVGY3TQOJQ",
            OTPCLIENT[3]
        ]
    );
}

#[test]
fn an_end_is_doubted_only_where_something_may_be_missing() {
    let address = |issuer: &str, end: &str| {
        format!("otpauth://totp/a?secret=JBSWY3DPEHPK3PXP&issuer={issuer}{end}")
    };
    for (text, sound) in [
        // With a break behind it nothing is missing.
        (address("Öä", "&period=3\n"), 1),
        (address("Öä", "&period=30"), 1),
        (address("Öä", "&period=3"), 0),
        (address("Öä", ""), 0),
        (address("Ö", "&period=3"), 1),
        (address("O", "&period=3"), 1),
        (address("O", "&period=3") + &address("O", ""), 2),
        (address("Ö", "&period=3") + &address("O", ""), 2),
        (address("Öä", "&period=30") + &address("O", ""), 1),
        (address("%C3%96%C3%A4", "&period=3"), 1),
    ] {
        assert_eq!(looked_at(text.as_bytes()).found.len(), sound, "{text}");
    }
}

#[test]
fn goal_keepassxc_is_read_in_both_its_forms_and_passwords_stay_where_they_are() {
    let wanted = [
        "Exämple & Sons | maria@example.com | sha1 6 30s | JBSWY3DPEHPK3PXP",
        "Legacy | old | sha1 8 60s | GEZDGNBVGY3TQOJQ",
        "Steam | gamer | steam | KRSXG5CTMVRXEZLU",
    ];
    for file in [&fixture!("keepassxc.xml")[..], fixture!("keepassxc.csv")] {
        let preview = looked_at(file);
        assert_eq!(preview.source, Source::KeePass);
        assert_eq!(found(&preview), wanted);
        assert!(preview.refused.is_empty());
        let notes = preview
            .found
            .iter()
            .map(|found| found.account.note.expose());
        assert!(notes.into_iter().all(str::is_empty));
    }
}
