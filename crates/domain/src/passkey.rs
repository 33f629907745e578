//! Passkeys and security keys (WebAuthn Level 3): what surrounds the ceremony in the system's browser.
//!
//! ```text
//! app ── asks for a link ──▶ page in the browser ── passkey ──▶ page hands a proof to the app
//!        opens for 60 s       form for 5 minutes                proof for 60 s, once
//! ```
//!
//! In place of the password ([`crate::sign_in`]) the page asks for a number besides, which the app shows,
//! as whoever opens it has typed no name that could be somebody else's.
//!
//! The proof goes to an address of the machine that the browser runs on, and counts only together with
//! the key of the device that asked for the link. Whoever sends their own link to somebody else gets
//! nothing for it: the proof stays on the other's machine.

use std::{net::IpAddr, time::Duration};

/// How long a link to the page can be opened.
pub const OPENS_FOR: Duration = Duration::from_mins(1);

/// How long the form of the page is taken, counted from the link.
pub const FORM_LIFETIME: Duration = Duration::from_mins(5);

/// How long the proof that the page hands to the app is taken.
pub const PROOF_LIFETIME: Duration = Duration::from_mins(1);

/// How long a passkey that was shown on the page of a reset link counts: somebody thinks of a password
/// meanwhile.
pub const RESET_PROOF_LIFETIME: Duration = Duration::from_mins(10);

/// How long a sign-in that begins with a passkey waits for it: as long as any step.
pub const SIGN_IN_LIFETIME: Duration = crate::sign_in::STEP_LIFETIME;

/// So many wrong numbers end a link of a sign-in that begins with a passkey.
pub const MAX_WRONG_NUMBERS: u32 = 3;

/// The smallest number that the page asks for; all have two digits.
const LOWEST_NUMBER: u8 = 10;

/// How many there are.
const NUMBERS: u8 = 90;

/// The number that the app shows and the page asks for, from 10 to 99.
pub const fn number_of(seal: [u8; 32]) -> u8 {
    // Which number it is need not be even to the last digit: it is typed by who sees it, not guessed.
    LOWEST_NUMBER + seal[0] % NUMBERS
}

/// What was typed as that number; none where it is none.
pub fn read_number(typed: &str) -> Option<u8> {
    let digits: String = typed
        .chars()
        .filter(|char| !char.is_whitespace())
        .take(3)
        .collect();
    let plain = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

/// The shortest and the longest word by which the app knows its own return, in characters.
pub const STATE_CHARS: std::ops::RangeInclusive<usize> = 16..=64;

/// Whether passkeys can be used under the name of this host: a relying party is a domain (WebAuthn,
/// section 5.1.3), never an address.
pub fn can_be_used_at(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    !bare.is_empty() && bare.parse::<IpAddr>().is_err()
}

/// Whether a word is one by which the app knows its own return: letters, digits, `-` and `_`.
pub fn is_state(word: &str) -> bool {
    let usual = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    STATE_CHARS.contains(&word.len()) && word.bytes().all(usual)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passkeys_belong_to_names_and_not_to_addresses() {
        for host in ["id.example.com", "localhost"] {
            assert!(can_be_used_at(host), "{host}");
        }
        for host in ["127.0.0.1", "[::1]", "::1", ""] {
            assert!(!can_be_used_at(host), "{host}");
        }
    }

    #[test]
    fn a_number_has_two_digits_and_is_read_as_it_is_shown() {
        for first in 0..=u8::MAX {
            let mut seal = [0; 32];
            seal[0] = first;
            let number = number_of(seal);
            assert!((10..=99).contains(&number));
            assert_eq!(read_number(&number.to_string()), Some(number));
        }
        assert_eq!(read_number(" 4 8 "), Some(48));
        for typed in ["", "4", "480", "4a", "-4", "+4", "٤٨", "4.", "48\u{0}"] {
            assert_eq!(read_number(typed), None, "{typed:?}");
        }
    }

    #[test]
    fn a_state_fits_into_an_address_as_it_is() {
        assert!(is_state("abcdefghijklm-_0"));
        for word in [
            "short",
            "with space in it",
            "sixteen&chars=12",
            &"a".repeat(65),
        ] {
            assert!(!is_state(word), "{word}");
        }
    }
}
