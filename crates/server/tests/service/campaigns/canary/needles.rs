//! A secret in every form in which it could lie somewhere.

const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const BASE64_URL: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// Bytes as text, one character for each, so that they can be searched like text.
pub(super) fn as_text(bytes: &[u8]) -> String {
    bytes.iter().copied().map(char::from).collect()
}

fn hexadecimal(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from(b"0123456789abcdef"[usize::from(value)]);
    let digits = bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]);
    digits.collect()
}

/// A secret and its forms.
pub(super) struct Canary {
    pub(super) name: &'static str,
    forms: Vec<(String, String)>,
}

impl Canary {
    pub(super) fn new(name: &'static str, secret: &[u8]) -> Self {
        assert!(secret.len() >= 6, "{name} would be found by accident");
        let hex = hexadecimal(secret);
        let wide = |order: fn(u16) -> [u8; 2]| -> String {
            secret
                .iter()
                .flat_map(|byte| order(u16::from(*byte)))
                .map(char::from)
                .collect()
        };
        let mut forms = vec![
            ("as it is".to_owned(), as_text(secret)),
            ("in capital hexadecimal".to_owned(), hex.to_uppercase()),
            ("in hexadecimal".to_owned(), hex),
            ("in UTF-16".to_owned(), wide(u16::to_le_bytes)),
            (
                "in UTF-16, big end first".to_owned(),
                wide(u16::to_be_bytes),
            ),
        ];
        // Wherever in something longer it begins.
        for before in 0..3 {
            let of = |alphabet: &[u8]| encode(secret, before, 6, alphabet);
            forms.push((format!("in base64 after {before}"), of(BASE64)));
            forms.push((format!("in base64url after {before}"), of(BASE64_URL)));
        }
        for before in 0..5 {
            forms.push((
                format!("in base32 after {before}"),
                encode(secret, before, 5, BASE32),
            ));
        }
        Self { name, forms }
    }

    /// In which form it is found.
    pub(super) fn is_in(&self, text: &str) -> Option<&str> {
        let found = self
            .forms
            .iter()
            .find(|(_, needle)| text.contains(needle.as_str()));
        found.map(|(form, _)| form.as_str())
    }

    /// How often it is found as it is.
    pub(super) fn count(&self, text: &str) -> usize {
        text.matches(self.forms[0].1.as_str()).count()
    }
}

/// The characters that stand for a secret, and for nothing else, when so many bytes come before it.
fn encode(secret: &[u8], before: usize, bits: usize, alphabet: &[u8]) -> String {
    let bit = |place: usize| {
        let byte = (place / 8)
            .checked_sub(before)
            .map_or(0, |index| secret[index]);
        byte >> (7 - place % 8) & 1
    };
    let (begins, ends) = (before * 8, (before + secret.len()) * 8);
    (begins.div_ceil(bits)..ends / bits)
        .map(|character| {
            let places = character * bits..(character + 1) * bits;
            let value = places.fold(0, |value, place| value << 1 | usize::from(bit(place)));
            char::from(alphabet[value])
        })
        .collect()
}

#[test]
fn a_canary_is_found_in_every_form_wherever_it_begins() {
    use base64::{
        Engine as _,
        prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD},
    };
    let canary = Canary::new("a canary", b"s3cret-canary?>~");
    for before in 0..8 {
        let long = [&b"xxxxxxxx"[..before], b"s3cret-canary?>~", b"yyy"].concat();
        for text in [
            as_text(&long),
            BASE64_STANDARD.encode(&long),
            BASE64_URL_SAFE_NO_PAD.encode(&long),
            hexadecimal(&long),
        ] {
            assert!(canary.is_in(&text).is_some(), "{text}");
        }
    }
    // RFC 4648, section 10.
    assert_eq!(encode(b"foobar", 0, 5, BASE32), "MZXW6YTBO");
    assert_eq!(canary.is_in("czNjcmV0LWNhbmFy"), None, "a part of it");
}
