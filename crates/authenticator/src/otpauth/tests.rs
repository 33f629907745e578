//! Addresses as the description has them, as they are found in the wild, and as nobody should write them.

use std::num::NonZeroU32;

use keyholder_domain::second_factor::time_code::TimeCodeAlgorithm;
use proptest::prelude::*;

use super::*;
use crate::{
    account::{Account, Digits, Line, Method},
    secret::OtpSecret,
};

mod names;

const SECRET: &str = "JBSWY3DPEHPK3PXP";

fn method(address: &str) -> Method {
    read(address)
        .unwrap_or_else(|error| panic!("{address}: {error}"))
        .method
}

fn refused(address: &str) -> OtpauthError {
    read(address)
        .err()
        .unwrap_or_else(|| panic!("{address} is read"))
}

#[test]
fn goal_an_address_of_the_description_is_read() {
    let account = read(
        "otpauth://totp/ACME%20Co:john.doe@email.com?secret=HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ\
         &issuer=ACME%20Co&algorithm=SHA1&digits=6&period=30",
    )
    .unwrap();
    assert_eq!(account.issuer.as_str(), "ACME Co");
    assert_eq!(account.name.as_str(), "john.doe@email.com");
    assert_eq!(account.method, Method::usual());
    assert_eq!(
        *account.secret.to_base32(),
        "HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ"
    );
}

#[test]
fn goal_every_kind_of_code_is_read() {
    let time = |algorithm, digits, period| Method::Time {
        algorithm,
        digits,
        period: NonZeroU32::new(period).unwrap(),
    };
    let counted = |counter| Method::Counter {
        algorithm: TimeCodeAlgorithm::Sha1,
        digits: Digits::Six,
        counter,
    };
    for (rest, expected) in [
        (
            "totp/a?algorithm=SHA256&digits=8&period=60",
            time(TimeCodeAlgorithm::Sha256, Digits::Eight, 60),
        ),
        (
            "totp/a?algorithm=HmacSHA512&digits=7&period=1",
            time(TimeCodeAlgorithm::Sha512, Digits::Seven, 1),
        ),
        (
            "totp/a?algorithm=sha-1&period=4294967295",
            time(TimeCodeAlgorithm::Sha1, Digits::Six, u32::MAX),
        ),
        ("hotp/a?counter=7", counted(7)),
        ("hotp/a?counter=18446744073709551615", counted(u64::MAX)),
        ("hotp/a?x=y", counted(0)),
        ("steam/Steam:a?x=y", Method::Steam),
        ("totp/Steam:a?issuer=Steam&digits=5", Method::Steam),
        (
            "totp/a?encoder=steam&digits=5&algorithm=SHA1",
            Method::Steam,
        ),
    ] {
        let address = format!("otpauth://{rest}&secret={SECRET}");
        assert_eq!(method(&address), expected, "{address}");
    }
    let steam = read(&format!("steam://{SECRET}")).unwrap();
    assert_eq!(
        (steam.issuer.as_str(), steam.method),
        ("Steam", Method::Steam)
    );
}

#[test]
fn goal_what_has_no_meaning_is_refused_by_name() {
    let long = format!("otpauth://totp/{}?secret={SECRET}", "a".repeat(MAX_BYTES));
    for (address, error) in [
        ("", OtpauthError::NotOtpauth),
        (
            "https://example.com/?secret=JBSWY3DPEHPK3PXP",
            OtpauthError::NotOtpauth,
        ),
        (
            "otpauth:totp/a?secret=JBSWY3DPEHPK3PXP",
            OtpauthError::NotOtpauth,
        ),
        (
            "otpauth-migration://offline?data=CjEK",
            OtpauthError::Migration,
        ),
        (
            "otpauth://yaotp/a?secret=JBSWY3DPEHPK3PXP",
            OtpauthError::UnknownKind,
        ),
        ("otpauth://", OtpauthError::UnknownKind),
        (
            "otpauth://totp/a",
            OtpauthError::Secret(SecretError::Missing),
        ),
        (
            "otpauth://totp/a?secret=",
            OtpauthError::Secret(SecretError::Missing),
        ),
        ("steam://", OtpauthError::Secret(SecretError::Missing)),
        (
            "otpauth://totp/a?secret=JBSW0",
            OtpauthError::Secret(SecretError::NotBase32 { place: 5 }),
        ),
        (
            "otpauth://totp/a?secret=JBSW&algorithm=MD5",
            OtpauthError::UnknownAlgorithm,
        ),
        (
            "otpauth://totp/a?secret=JBSW&digits=5",
            OtpauthError::BadDigits,
        ),
        (
            "otpauth://totp/a?secret=JBSW&digits=9",
            OtpauthError::BadDigits,
        ),
        (
            "otpauth://totp/a?secret=JBSW&digits=six",
            OtpauthError::BadDigits,
        ),
        (
            "otpauth://totp/a?secret=JBSW&period=0",
            OtpauthError::BadPeriod,
        ),
        (
            "otpauth://totp/a?secret=JBSW&period=-30",
            OtpauthError::BadPeriod,
        ),
        (
            "otpauth://totp/a?secret=JBSW&period=4294967296",
            OtpauthError::BadPeriod,
        ),
        (
            "otpauth://hotp/a?secret=JBSW&counter=x",
            OtpauthError::BadCounter,
        ),
        (&long, OtpauthError::TooLong),
    ] {
        assert_eq!(refused(address), error, "{address:.80}");
    }
}

#[test]
fn an_error_says_nothing_of_the_secret() {
    let error = refused("otpauth://totp/a?secret=JBSWÄEHPK");
    assert_eq!(
        format!("{error} {error:?}"),
        "secret: character 5 is not one of A to Z and 2 to 7 Secret(NotBase32 { place: 5 })"
    );
}

fn any_method() -> impl Strategy<Value = Method> {
    let algorithm = prop::sample::select(TimeCodeAlgorithm::ALL.to_vec());
    let digits = prop::sample::select(Digits::ALL.to_vec());
    prop_oneof![
        (algorithm.clone(), digits.clone(), 1..u32::MAX).prop_map(|(algorithm, digits, period)| {
            let period = NonZeroU32::new(period).unwrap();
            Method::Time {
                algorithm,
                digits,
                period,
            }
        }),
        (algorithm, digits, any::<u64>()).prop_map(|(algorithm, digits, counter)| {
            Method::Counter {
                algorithm,
                digits,
                counter,
            }
        }),
        Just(Method::Steam),
    ]
}

/// What makes an account. An account itself cannot be printed, and a test that fails prints what it was
/// about.
#[derive(Clone, Debug)]
pub(crate) struct Ingredients {
    issuer: String,
    name: String,
    method: Method,
    secret: Vec<u8>,
}

impl Ingredients {
    pub(crate) fn account(&self) -> Account {
        let secret = OtpSecret::from_bytes(self.secret.clone()).unwrap();
        Account::new(&self.issuer, &self.name, self.method, secret)
    }
}

/// Any account that an address can tell of.
pub(crate) fn any_account() -> impl Strategy<Value = Ingredients> {
    let text = prop_oneof![any::<String>(), "[a-z :&+%#?=@/]{0,20}"];
    let secret = prop::collection::vec(any::<u8>(), 1..100);
    (text.clone(), text, any_method(), secret).prop_map(|(issuer, name, method, secret)| {
        Ingredients {
            issuer,
            name,
            method,
            secret,
        }
    })
}

proptest! {
    #[test]
    fn goal_what_is_written_is_read_back(account in any_account()) {
        let account = account.account();
        let address = write(&account);
        prop_assert!(address.is_ascii());
        let back = read(&address).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(back.issuer.as_str(), account.issuer.as_str());
        prop_assert_eq!(back.name.as_str(), account.name.as_str());
        prop_assert!(back == account);
    }

    #[test]
    fn goal_08_no_text_makes_it_panic(text: String) {
        drop(read(&text));
        drop(read(&format!("otpauth://totp/{text}")));
        drop(read(&format!("otpauth://totp/a?secret={text}&issuer={text}&{text}")));
    }

    #[test]
    fn goal_08_no_change_of_an_address_makes_it_panic(
        account in any_account(),
        at in any::<prop::sample::Index>(),
        put: String,
    ) {
        let address = write(&account.account());
        let at = at.index(address.len());
        let changed = format!("{}{put}{}", &address[..at], &address[at..]);
        if let Ok(account) = read(&changed) {
            prop_assert!(account.issuer.as_str() == Line::clean(account.issuer.as_str()).as_str());
        }
    }
}
