//! The QR codes with which Google's app moves accounts to another phone
//! (`otpauth-migration://offline?data=…`): protocol buffers in base 64, ten accounts in each part.

use std::collections::BTreeSet;

use base64::{
    Engine as _, alphabet,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};
use percent_encoding::percent_decode_str;
use prost::Message;

use super::{
    EntryProblem,
    preview::Reading,
    raw::{Raw, title},
};
use crate::{account::Account, otpauth::OtpauthError, secret::OtpSecret};

/// As programs write it: padded or not, its last bits zero or not.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// One part. Accounts are taken apart one by one, so that one that makes no sense spoils no other.
#[derive(Message)]
#[prost(skip_debug)]
struct Payload {
    #[prost(bytes = "vec", repeated, tag = "1")]
    accounts: Vec<Vec<u8>>,
    #[prost(int32, tag = "3")]
    parts: i32,
    #[prost(int32, tag = "4")]
    part: i32,
    #[prost(int32, tag = "5")]
    export: i32,
}

#[derive(Message)]
#[prost(skip_debug)]
struct Parameters {
    #[prost(bytes = "vec", tag = "1")]
    secret: Vec<u8>,
    /// Text; as bytes, so that a wrong one is not the end of the entry.
    #[prost(bytes = "vec", tag = "2")]
    name: Vec<u8>,
    #[prost(bytes = "vec", tag = "3")]
    issuer: Vec<u8>,
    #[prost(int32, tag = "4")]
    algorithm: i32,
    #[prost(int32, tag = "5")]
    digits: i32,
    #[prost(int32, tag = "6")]
    kind: i32,
    #[prost(int64, tag = "7")]
    counter: i64,
}

/// Which parts of an export were seen.
#[derive(Default)]
pub(super) struct Parts {
    any: bool,
    /// Of each export: how many parts it has, and which were seen, from 0.
    exports: Vec<(i32, i32, BTreeSet<i32>)>,
}

/// The most parts of an export: what is above was never made by a person.
const MAX_PARTS: i32 = 1_000;

impl Parts {
    pub(super) const fn any(&self) -> bool {
        self.any
    }

    /// The parts that are missing, from 1.
    pub(super) fn missing(&self) -> Vec<u32> {
        let mut missing = BTreeSet::new();
        for (_, parts, seen) in &self.exports {
            let absent = (0..*parts).filter(|part| !seen.contains(part));
            missing.extend(absent.filter_map(|part| u32::try_from(part + 1).ok()));
        }
        missing.into_iter().collect()
    }

    /// Reads one part.
    pub(super) fn read(&mut self, address: &str, reading: &mut Reading) {
        self.any = true;
        let Some(payload) = payload(address) else {
            return reading.push("", Err(EntryProblem::NotUnderstood));
        };
        if (1..=MAX_PARTS).contains(&payload.parts) {
            match self
                .exports
                .iter_mut()
                .find(|(export, parts, _)| (*export, *parts) == (payload.export, payload.parts))
            {
                Some((_, _, seen)) => drop(seen.insert(payload.part)),
                None => self.exports.push((
                    payload.export,
                    payload.parts,
                    BTreeSet::from([payload.part]),
                )),
            }
        }
        for bytes in payload.accounts {
            match Parameters::decode(bytes.as_slice()) {
                Ok(parameters) => parameters.push(reading),
                Err(_) => reading.push("", Err(EntryProblem::NotUnderstood)),
            }
        }
    }
}

fn payload(address: &str) -> Option<Payload> {
    let (_, query) = address.split_once('?')?;
    let data = query
        .split('&')
        .find_map(|piece| piece.trim().strip_prefix("data="))?;
    let data: String = percent_decode_str(data)
        .decode_utf8()
        .ok()?
        .chars()
        .filter(|each| !matches!(each, '\r' | '\n' | '\t'))
        // A plus that was taken for a space on its way, and the alphabet that needs no escapes.
        .map(|each| match each {
            ' ' | '-' => '+',
            '_' => '/',
            other => other,
        })
        .collect();
    Payload::decode(BASE64.decode(data).ok()?.as_slice()).ok()
}

impl Parameters {
    fn push(self, reading: &mut Reading) {
        let name = String::from_utf8_lossy(&self.name).into_owned();
        let issuer = String::from_utf8_lossy(&self.issuer).into_owned();
        let entry = self.account(&issuer, &name);
        reading.push(&title(&issuer, &name), entry);
    }

    fn account(self, issuer: &str, name: &str) -> Result<Account, EntryProblem> {
        let secret = OtpSecret::from_bytes(self.secret).map_err(OtpauthError::Secret)?;
        let algorithm = match self.algorithm {
            0 | 1 => "sha1",
            2 => "sha256",
            3 => "sha512",
            // MD5, and whatever comes.
            _ => return Err(OtpauthError::UnknownAlgorithm.into()),
        };
        let digits = match self.digits {
            0 | 1 => "6",
            2 => "8",
            _ => return Err(OtpauthError::BadDigits.into()),
        };
        let kind = match self.kind {
            1 => "hotp",
            0 | 2 => "totp",
            _ => return Err(OtpauthError::UnknownKind.into()),
        };
        let text = secret.to_base32();
        let raw = Raw {
            kind,
            issuer,
            name,
            secret: &text,
            algorithm,
            digits,
            period: "",
            counter: &self.counter.to_string(),
        };
        raw.account()
    }
}
