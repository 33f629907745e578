//! The accounts that every program is given: names without digits, so that digits on the screen are codes.

use std::fmt::Write as _;

const SYLLABLES: [&str; 10] = ["ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu"];
/// The letters of Base32 (RFC 4648), of which seeds are made.
const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const SEED_LETTERS: u32 = 32;

/// An account.
pub(super) struct Account {
    pub(super) issuer: String,
    pub(super) name: String,
    /// In Base32.
    pub(super) seed: String,
}

/// This many, none like another.
pub(super) fn accounts(count: u32) -> Vec<Account> {
    (0..count).map(account).collect()
}

fn account(number: u32) -> Account {
    let mut issuer: String = format!("{number:04}")
        .bytes()
        .filter_map(|digit| SYLLABLES.get(usize::from(digit.wrapping_sub(b'0'))))
        .copied()
        .collect();
    issuer
        .get_mut(..1)
        .unwrap_or_default()
        .make_ascii_uppercase();
    // Odd, so that every seed differs.
    let letter = |place: u32| {
        let mixed = number.wrapping_mul(2_654_435_761).rotate_left(place);
        LETTERS.get(mixed as usize % LETTERS.len())
    };
    let seed = (0..SEED_LETTERS)
        .filter_map(letter)
        .map(|letter| char::from(*letter));
    Account {
        name: format!("maria@{}.example", issuer.to_lowercase()),
        seed: seed.collect(),
        issuer,
    }
}

/// As addresses of `otpauth:`, a line each.
pub(super) fn as_links(accounts: &[Account]) -> String {
    accounts.iter().fold(String::new(), |mut text, account| {
        let Account { issuer, name, seed } = account;
        let _ = writeln!(
            text,
            "otpauth://totp/{issuer}:{name}?secret={seed}&issuer={issuer}"
        );
        text
    })
}

/// As `KeePassXC` brings in: XML of `KeePass` 2 in which an address of `otpauth:` is a field of its own.
pub(super) fn as_keepass(accounts: &[Account]) -> String {
    let entries = accounts.iter().fold(String::new(), |mut text, account| {
        let Account { issuer, name, seed } = account;
        let _ = write!(
            text,
            "<Entry><String><Key>Title</Key><Value>{issuer}</Value></String>\
             <String><Key>UserName</Key><Value>{name}</Value></String>\
             <String><Key>otp</Key><Value ProtectInMemory=\"True\">\
             otpauth://totp/{issuer}:{name}?secret={seed}&amp;period=30&amp;digits=6&amp;issuer={issuer}\
             </Value></String></Entry>"
        );
        text
    });
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><KeePassFile><Meta/><Root><Group>\
         <Name>Root</Name>{entries}</Group></Root></KeePassFile>"
    )
}
