//! The code that is mailed in a sign-in (S27): six digits to the address that the person signs in with.
//!
//! It is the second factor of every new verified user until they set an app up (S109), and a weak one:
//! whoever reads the mailbox has it, and could reset the password there too. So it counts in a sign-in
//! alone, only while there is no app, and never where a factor is enforced, for a restricted service
//! (S116) or as a fresh proof (C6, C20). Unverified users have no mailbox (C12). A customer can do without
//! them (decision 0048): then their users stand as if they had no second factor.
//!
//! ```text
//! codes of a sign-in     1       2       3       4       5
//! sent after             0 s     1 min   2 min   4 min   no more: the sign-in begins anew
//! ```
//!
//! Only the newest code of a sign-in counts, for ten minutes. A person gets ten such mails within an
//! hour, however many sign-ins there are. Wrong codes are counted as those of every factor
//! ([`super::attempts`]); a password that is set with a reset link forgets them, as only who knows the
//! password is asked for a code.

use std::time::Duration;

use crate::timestamp::Timestamp;

/// How long a code counts.
pub const LIFETIME: Duration = Duration::from_mins(10);

/// The most codes that one sign-in sends.
pub const MAX_CODES: u32 = 4;

/// The most codes that a person is sent within an hour.
pub const MAX_MAILS_AN_HOUR: u64 = 10;

/// How many digits a code has.
pub const DIGITS: usize = 6;

/// Somebody to whom codes could be mailed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// Whether a link that was mailed has activated them, and they have a mailbox.
    pub has_mailbox: bool,
    /// Whether they work for the payment provider.
    pub operator: bool,
    /// How many customers would let them in.
    pub customers: u32,
    /// How many of those mail codes ([`crate::security_policy::SecurityPolicy::mailed_codes`]).
    pub mailing: u32,
}

impl Recipient {
    /// Whether a sign-in mails them a code. The strictest customer decides (C18): one that mails codes is
    /// enough, so that no other takes its door away. Nor does a customer decide about the desk of the
    /// payment provider.
    pub const fn is_mailed(self) -> bool {
        self.has_mailbox && (self.operator || self.customers == 0 || self.mailing > 0)
    }
}

/// The newest code of a sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The how many-th of the sign-in, from 1.
    pub number: u32,
    /// When it was sent.
    pub at: Timestamp,
}

impl Sent {
    /// Until when it counts.
    pub fn expires_at(self) -> Timestamp {
        self.at + LIFETIME
    }

    /// Whether it counts. A clock that stands before it was sent makes it worthless: nobody knows how
    /// long ago that was.
    pub fn counts_at(self, now: Timestamp) -> bool {
        self.at <= now && now < self.expires_at()
    }
}

/// Whether a sign-in may send a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sending {
    /// It may: the how many-th.
    Now {
        /// Its number.
        number: u32,
    },
    /// Not yet.
    Wait {
        /// Until when.
        until: Timestamp,
    },
    /// It has sent as many as it may.
    Exhausted,
}

/// Decides whether a sign-in that has sent this may send one more.
pub fn sending(newest: Option<Sent>, now: Timestamp) -> Sending {
    let Some(newest) = newest else {
        return Sending::Now { number: 1 };
    };
    match another_after(newest) {
        None => Sending::Exhausted,
        Some(until) if until > now => Sending::Wait { until },
        Some(_) => Sending::Now {
            number: newest.number.saturating_add(1),
        },
    }
}

/// When another code may be asked for; nothing after the last.
pub fn another_after(newest: Sent) -> Option<Timestamp> {
    let waited = Duration::from_mins(1 << newest.number.saturating_sub(1).min(MAX_CODES));
    (newest.number < MAX_CODES).then(|| newest.at + waited)
}

/// The digits of a keyed hash. Of 2^64 numbers a million leave so small a rest that no code is likelier
/// than another by more than one in ten million million.
pub fn digits_of(hash: [u8; 32]) -> String {
    let number = hash
        .iter()
        .take(8)
        .fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
    format!("{:06}", number % 1_000_000)
}

/// Reads what somebody typed or pasted: six digits, with spaces or dashes between them or not.
pub fn read(typed: &str) -> Option<String> {
    let digits: String = typed
        .chars()
        .filter(|each| !each.is_whitespace() && *each != '-')
        .collect();
    let right = digits.len() == DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit());
    right.then_some(digits)
}

/// As a mail shows it: two groups of three, which are read and pasted more easily.
pub fn grouped(digits: &str) -> String {
    match digits.split_at_checked(DIGITS / 2) {
        Some((first, second)) => format!("{first} {second}"),
        None => digits.to_owned(),
    }
}

/// An address as somebody sees it who has only shown the password: enough to know one's own again, and
/// not enough to learn it.
pub fn masked(address: &str) -> String {
    let (local, domain) = address.rsplit_once('@').unwrap_or((address, ""));
    let mask = |part: &str| match part.chars().next() {
        Some(first) => format!("{first}•••"),
        None => "•••".to_owned(),
    };
    match domain.rsplit_once('.') {
        Some((name, ending)) => format!("{}@{}.{ending}", mask(local), mask(name)),
        None => format!("{}@{}", mask(local), mask(domain)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NOW: Timestamp = Timestamp::from_micros(1_700_000_000_000_000);
    const MOMENT: Duration = Duration::from_micros(1);

    #[test]
    fn c06_c18_codes_are_mailed_while_one_customer_does() {
        for (has_mailbox, operator, customers, mailing, mailed) in [
            (true, false, 1, 1, true),
            (true, false, 1, 0, false),
            (true, false, 3, 1, true),
            (true, false, 3, 0, false),
            // Somebody without a customer gets in nowhere, or is an operator.
            (true, false, 0, 0, true),
            (true, true, 1, 0, true),
            (false, true, 1, 1, false),
            (false, false, 1, 1, false),
        ] {
            let recipient = Recipient {
                has_mailbox,
                operator,
                customers,
                mailing,
            };
            assert_eq!(recipient.is_mailed(), mailed, "{recipient:?}");
        }
    }

    #[test]
    fn s027_a_code_counts_for_ten_minutes_to_the_moment() {
        let sent = Sent { number: 1, at: NOW };
        for (now, counts) in [
            (NOW - MOMENT, false),
            (NOW, true),
            (NOW + LIFETIME - MOMENT, true),
            (NOW + LIFETIME, false),
        ] {
            assert_eq!(sent.counts_at(now), counts, "{now}");
        }
    }

    #[test]
    fn s027_a_sign_in_sends_four_codes_and_waits_longer_each_time() {
        let mut now = NOW;
        let mut newest = None;
        let mut minutes = Vec::new();
        loop {
            match sending(newest, now) {
                Sending::Now { number } => {
                    minutes.push(now.since(NOW).as_secs() / 60);
                    newest = Some(Sent { number, at: now });
                }
                Sending::Wait { until } => {
                    assert_eq!(sending(newest, until - MOMENT), Sending::Wait { until });
                    now = until;
                }
                Sending::Exhausted => break,
            }
        }
        assert_eq!(minutes, [0, 1, 3, 7]);
    }

    #[test]
    fn s027_digits_are_six_and_are_read_however_they_are_typed() {
        assert_eq!(digits_of([0; 32]), "000000");
        let mut hash = [0; 32];
        hash[7] = 42;
        assert_eq!(digits_of(hash), "000042");
        for text in ["000042", " 000 042\u{a0}", "000-042", "\t000042\n"] {
            assert_eq!(read(text).as_deref(), Some("000042"), "{text:?}");
        }
        for text in ["", "00042", "0000042", "00004x", "٠٠٠٠٤٢"] {
            assert_eq!(read(text), None, "{text:?}");
        }
        assert_eq!(grouped("000042"), "000 042");
    }

    #[test]
    fn an_address_is_shown_to_who_knows_it_already() {
        assert_eq!(masked("maria.rossi@example.com"), "m•••@e•••.com");
        assert_eq!(masked("ö@post.example.co.uk"), "ö•••@p•••.uk");
        assert_eq!(masked("root@localhost"), "r•••@l•••");
    }

    proptest! {
        #[test]
        fn what_is_mailed_is_read_back(hash: [u8; 32]) {
            let digits = digits_of(hash);
            prop_assert_eq!(digits.len(), DIGITS);
            prop_assert_eq!(read(&grouped(&digits)), Some(digits));
        }
    }
}
