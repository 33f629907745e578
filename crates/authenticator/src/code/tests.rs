//! Codes against the vectors of the RFCs, against another program, and with clocks that are wrong.

use std::process::Command;

use TimeCodeAlgorithm::{Sha1, Sha256, Sha512};

use super::*;
use crate::account::Digits;

const NOW: Timestamp = Timestamp::from_micros(1_700_000_010_000_000);

fn secret(bytes: &[u8]) -> OtpSecret {
    OtpSecret::from_bytes(bytes.to_vec()).unwrap()
}

/// The secrets of RFC 6238, appendix B (with the lengths of erratum 2866).
fn rfc_secret(algorithm: TimeCodeAlgorithm) -> OtpSecret {
    const ALL: &[u8; 64] = b"1234567890123456789012345678901234567890123456789012345678901234";
    match algorithm {
        Sha1 => secret(&ALL[..20]),
        Sha256 => secret(&ALL[..32]),
        Sha512 => secret(ALL),
    }
}

fn timed(algorithm: TimeCodeAlgorithm, digits: Digits, period: u32, secret: OtpSecret) -> Account {
    let method = Method::Time {
        algorithm,
        digits,
        period: NonZeroU32::new(period).unwrap(),
    };
    Account::new("Example", "maria", method, secret)
}

fn counted(digits: Digits, counter: u64, secret: OtpSecret) -> Account {
    let method = Method::Counter {
        algorithm: Sha1,
        digits,
        counter,
    };
    Account::new("Example", "maria", method, secret)
}

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_micros(seconds * 1_000_000)
}

fn current(account: &Account, now: Timestamp) -> String {
    let codes = account.codes_at(now, ClockOffset::default()).unwrap();
    codes.current.expose().to_owned()
}

#[test]
fn goal_codes_are_those_of_rfc_6238() {
    for (seconds, codes) in [
        (59, ["94287082", "46119246", "90693936"]),
        (1_111_111_109, ["07081804", "68084774", "25091201"]),
        (1_111_111_111, ["14050471", "67062674", "99943326"]),
        (1_234_567_890, ["89005924", "91819424", "93441116"]),
        (2_000_000_000, ["69279037", "90698825", "38618901"]),
        (20_000_000_000, ["65353130", "77737706", "47863826"]),
    ] {
        for (algorithm, code) in [Sha1, Sha256, Sha512].into_iter().zip(codes) {
            for digits in Digits::ALL {
                let account = timed(algorithm, digits, 30, rfc_secret(algorithm));
                let shorter = &code[8 - usize::from(digits.number())..];
                assert_eq!(
                    current(&account, at(seconds)),
                    shorter,
                    "{algorithm:?} {seconds}"
                );
            }
        }
    }
}

#[test]
fn goal_codes_are_those_of_rfc_4226_and_each_is_spent() {
    let mut account = counted(Digits::Six, 0, rfc_secret(Sha1));
    for code in [
        "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871",
        "520489",
    ] {
        assert_eq!(account.next_counted_code().unwrap().expose(), code);
    }
    let Method::Counter { counter, .. } = account.method else {
        panic!("still counted");
    };
    assert_eq!(counter, 10);
    assert!(account.codes_at(NOW, ClockOffset::default()).is_none());
    let mut last = counted(Digits::Eight, u64::MAX, rfc_secret(Sha1));
    assert!(
        last.next_counted_code() == last.next_counted_code(),
        "the end is the end"
    );
    assert!(
        timed(Sha1, Digits::Six, 30, secret(b"x"))
            .next_counted_code()
            .is_none()
    );
}

#[test]
fn goal_codes_agree_with_oathtool_for_every_length_period_and_hash() {
    // Shorter than a block of the hash, as long, and longer; and the shortest that there is.
    for bytes in [
        vec![7_u8],
        (0..10).collect(),
        (3..67).collect(),
        vec![0xa5; 200],
    ] {
        let secret = secret(&bytes);
        for (algorithm, name) in [(Sha1, "SHA1"), (Sha256, "SHA256"), (Sha512, "SHA512")] {
            for (digits, period) in Digits::ALL.into_iter().zip([1, 30, 90]) {
                let account = timed(algorithm, digits, period, secret.clone());
                for seconds in [0, 59, 1_700_000_000, 4_000_000_000] {
                    let theirs = oathtool(&[
                        &format!("--totp={name}"),
                        &format!("--digits={}", digits.number()),
                        &format!("--time-step-size={period}"),
                        &format!("--now=@{seconds}"),
                        "--base32",
                        &secret.to_base32(),
                    ]);
                    assert_eq!(
                        current(&account, at(seconds)),
                        theirs,
                        "{name} {seconds} {period}"
                    );
                }
            }
        }
        let mut account = counted(Digits::Seven, 1_000_000_007, secret.clone());
        let theirs = oathtool(&[
            "--hotp",
            "--digits=7",
            "--counter=1000000007",
            "--base32",
            &secret.to_base32(),
        ]);
        assert_eq!(account.next_counted_code().unwrap().expose(), theirs);
    }
}

fn oathtool(arguments: &[&str]) -> String {
    let output = Command::new("oathtool").args(arguments).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

/// The truncated values of RFC 4226, appendix D, written in Steam's 26 letters and digits, the last place
/// first.
#[test]
fn goal_steam_has_letters_of_its_own() {
    let account = Account::new("Steam", "maria", Method::Steam, rfc_secret(Sha1));
    let truncated = [
        1_284_755_224_u32,
        1_094_287_082,
        137_359_152,
        1_726_969_429,
        1_640_338_314,
        868_254_676,
        1_918_287_922,
        82_162_583,
        673_399_871,
        645_520_489,
    ];
    for (step, value) in (0..).zip(truncated) {
        let places = (0..5).map(|place| value / 26_u32.pow(place) % 26);
        let expected: String = places
            .map(|letter| char::from(b"23456789BCDFGHJKMNPQRTVWXY"[letter as usize]))
            .collect();
        assert_eq!(current(&account, at(step * 30)), expected, "{step}");
    }
}

#[test]
fn goal_the_next_code_is_the_one_that_comes_and_the_countdown_is_of_whole_seconds() {
    for period in [1, 7, 30, 60, 86_400] {
        let account = timed(
            Sha1,
            Digits::Six,
            period,
            secret(b"a secret of some length"),
        );
        let length = i64::from(period);
        let start = 1_700_000_000 / length * length;
        for (passed, remaining) in [
            (0, length),
            (length / 2, length - length / 2),
            (length - 1, 1),
        ] {
            let codes = account
                .codes_at(at(start + passed), ClockOffset::default())
                .unwrap();
            assert_eq!(
                i64::from(codes.remaining.get()),
                remaining,
                "{period} {passed}"
            );
            assert_eq!(
                codes.next.expose(),
                current(&account, at(start + length)),
                "{period}"
            );
            assert_eq!(
                codes.current.expose(),
                current(&account, at(start)),
                "{period}"
            );
        }
    }
    // The last microsecond of a second belongs to it.
    let account = timed(Sha1, Digits::Six, 30, secret(b"a secret of some length"));
    let end = Timestamp::from_micros(1_700_000_009_999_999);
    let codes = account.codes_at(end, ClockOffset::default()).unwrap();
    assert_eq!(codes.remaining.get(), 1);
}

#[test]
fn goal_codes_are_right_with_a_clock_that_is_ten_minutes_wrong() {
    let account = timed(Sha1, Digits::Six, 30, rfc_secret(Sha1));
    let right = account.codes_at(NOW, ClockOffset::default()).unwrap();
    for wrong_by in [-600, -31, -1, 1, 31, 600] {
        let ours = Timestamp::from_micros(NOW.as_micros() + wrong_by * 1_000_000);
        let offset = ClockOffset::between(ours, NOW);
        assert!(
            account.codes_at(ours, offset) == Some(right.clone()),
            "{wrong_by}"
        );
        if wrong_by.abs() > 30 {
            assert!(account.codes_at(ours, ClockOffset::default()) != Some(right.clone()));
        }
    }
}

#[test]
fn moments_before_1970_count_as_its_start() {
    let account = timed(Sha1, Digits::Six, 30, rfc_secret(Sha1));
    assert_eq!(current(&account, at(-1)), current(&account, at(0)));
    assert_eq!(
        current(&account, Timestamp::from_micros(i64::MIN)),
        current(&account, at(0))
    );
    let far = Timestamp::from_micros(i64::MAX);
    assert_eq!(current(&account, far).len(), 6);
}
