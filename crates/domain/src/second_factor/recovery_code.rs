//! Recovery codes: the way in for who lost the authenticator (lift L12).
//!
//! There are ten, drawn together, shown once and meant for paper. Each works once. A code is 80 bits in
//! sixteen letters and digits that cannot be taken for each other (Crockford's base 32), so that
//! nobody guesses one; the service keeps a keyed hash.

use std::fmt;

/// How many there are.
pub const COUNT: usize = 10;

/// How many random bytes make one.
pub const BYTES: usize = 10;

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const CHARS: usize = 16;
const GROUP: usize = 4;

/// One code, in its plain form: sixteen characters.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RecoveryCode(String);

impl RecoveryCode {
    /// The code of random bytes.
    pub fn from_bytes(bytes: [u8; BYTES]) -> Self {
        let number = bytes
            .iter()
            .fold(0_u128, |number, byte| (number << 8) | u128::from(*byte));
        let text = (0..CHARS).rev().filter_map(|place| {
            let index = usize::try_from((number >> (5 * place)) & 31).ok()?;
            ALPHABET.get(index).copied().map(char::from)
        });
        Self(text.collect())
    }

    /// Reads what a person typed: in capitals or not, grouped or not, with the letters O, I and L for
    /// the digits that they look like.
    pub fn parse(text: &str) -> Option<Self> {
        let mut code = String::with_capacity(CHARS);
        for typed in text.chars() {
            let plain = match typed.to_ascii_lowercase() {
                '-' => continue,
                space if space.is_whitespace() => continue,
                'o' => '0',
                'i' | 'l' => '1',
                other => other,
            };
            let known = u8::try_from(plain).is_ok_and(|byte| ALPHABET.contains(&byte));
            if !known || code.len() == CHARS {
                return None;
            }
            code.push(plain);
        }
        (code.len() == CHARS).then_some(Self(code))
    }

    /// The plain form, for hashing.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

/// As it is shown and printed: four groups of four.
impl fmt::Display for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, each) in self.0.chars().enumerate() {
            if place > 0 && place % GROUP == 0 {
                f.write_str("-")?;
            }
            write!(f, "{each}")?;
        }
        Ok(())
    }
}

/// Codes stay out of logs.
impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode(…)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn l12_a_code_is_read_however_it_is_typed() {
        let code =
            RecoveryCode::from_bytes([0x00, 0x44, 0x32, 0x14, 0xc7, 0x42, 0x54, 0xb6, 0x35, 0xcf]);
        assert_eq!(code.to_string(), "0123-4567-89ab-cdef");
        for text in [
            "0123456789abcdef",
            " 0123 4567 89AB CDEF ",
            "OI23-4567-89ab-cdef",
            "oL23-4567-89ab-cdef",
        ] {
            assert_eq!(RecoveryCode::parse(text), Some(code.clone()), "{text}");
        }
        for text in [
            "",
            "0123-4567-89ab-cde",
            "0123-4567-89ab-cdefg",
            "u123-4567-89ab-cdef",
            "é123456789abcdef",
        ] {
            assert_eq!(RecoveryCode::parse(text), None, "{text}");
        }
    }

    #[test]
    fn codes_stay_out_of_logs() {
        assert!(!format!("{:?}", RecoveryCode::from_bytes([0; BYTES])).contains("0000"));
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_back_and_no_two_bytes_share_a_code(
            one: [u8; BYTES], other: [u8; BYTES]
        ) {
            let code = RecoveryCode::from_bytes(one);
            prop_assert_eq!(RecoveryCode::parse(&code.to_string()), Some(code.clone()));
            prop_assert_eq!(code == RecoveryCode::from_bytes(other), one == other);
        }
    }
}
