//! The secret that an account's codes are made of, and how people and files write it (base 32,
//! RFC 4648, section 6).
//!
//! What is read may be in lower case, grouped by spaces or hyphens, and padded or not. A character of no
//! meaning is an error and never guessed at: a wrong guess would make codes that look right and are not.

use base32::Alphabet;
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

const ALPHABET: Alphabet = Alphabet::Rfc4648 { padding: false };

/// A secret, 1 to 1,024 bytes long. It cannot be printed, and is wiped when it is dropped.
#[derive(Clone)]
pub struct OtpSecret(Zeroizing<Vec<u8>>);

/// Why something is no secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SecretError {
    /// There is nothing.
    #[error("no secret")]
    Missing,
    /// Longer than any account's.
    #[error("too long")]
    TooLong,
    /// A character that is none of base 32.
    #[error("character {place} is not one of A to Z and 2 to 7")]
    NotBase32 {
        /// Which one, counted from 1. The character itself is part of a secret.
        place: usize,
    },
}

impl OtpSecret {
    /// The longest, in bytes.
    pub const MAX_BYTES: usize = 1024;

    /// The secret of raw bytes.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Self, SecretError> {
        let bytes = Zeroizing::new(bytes);
        match bytes.len() {
            0 => Err(SecretError::Missing),
            length if length > Self::MAX_BYTES => Err(SecretError::TooLong),
            _ => Ok(Self(bytes)),
        }
    }

    /// Reads base 32 as people type it and programs write it. Bits that fill no byte are left out.
    pub fn parse(text: &str) -> Result<Self, SecretError> {
        // Room for every character: no growing leaves a copy behind.
        let mut plain = Zeroizing::new(String::with_capacity(text.len()));
        let mut padded = false;
        for (index, character) in text.chars().enumerate() {
            let place = index + 1;
            match character.to_ascii_uppercase() {
                '-' => {}
                space if space.is_whitespace() => {}
                '=' => padded = true,
                known @ ('A'..='Z' | '2'..='7') if !padded => plain.push(known),
                _ => return Err(SecretError::NotBase32 { place }),
            }
        }
        let bytes = base32::decode(ALPHABET, &plain).ok_or(SecretError::Missing)?;
        Self::from_bytes(bytes)
    }

    /// The bytes.
    pub fn expose(&self) -> &[u8] {
        &self.0
    }

    /// In base 32, without padding.
    pub fn to_base32(&self) -> Zeroizing<String> {
        Zeroizing::new(base32::encode(ALPHABET, &self.0))
    }
}

/// Takes the same time wherever two secrets differ.
impl PartialEq for OtpSecret {
    fn eq(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

impl Eq for OtpSecret {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_secret_is_read_however_it_is_written() {
        let secret = OtpSecret::from_bytes(b"Hello!\xde\xad\xbe\xef".to_vec()).unwrap();
        for text in [
            "JBSWY3DPEHPK3PXP",
            "jbsw y3dp ehpk 3pxp",
            " JBSW-Y3DP-EHPK-3PXP\n",
            "JBSWY3DPEHPK3PXP====",
            "JBSWY3DP\u{a0}EHPK3PXP = =",
        ] {
            assert!(OtpSecret::parse(text) == Ok(secret.clone()), "{text}");
        }
        assert_eq!(*secret.to_base32(), "JBSWY3DPEHPK3PXP");
    }

    #[test]
    fn a_character_of_no_meaning_is_named_by_its_place_and_never_guessed() {
        let refused = |text: &str| OtpSecret::parse(text).err();
        for text in ["", "   ", "====", "A", "-"] {
            assert_eq!(refused(text), Some(SecretError::Missing), "{text:?}");
        }
        for (text, place) in [
            ("JBSWY3DP0HPK", 9),
            ("JBSW 1", 6),
            ("8BSW", 1),
            ("JBSWÄ", 5),
            ("JB==SW", 5),
            ("ſBSW", 1),
        ] {
            assert_eq!(
                refused(text),
                Some(SecretError::NotBase32 { place }),
                "{text}"
            );
        }
        let long = "A".repeat(OtpSecret::MAX_BYTES * 8 / 5 + 2);
        assert_eq!(refused(&long), Some(SecretError::TooLong));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(bytes in prop::collection::vec(any::<u8>(), 1..200)) {
            let secret = OtpSecret::from_bytes(bytes).unwrap();
            prop_assert!(OtpSecret::parse(&secret.to_base32()) == Ok(secret));
        }

        #[test]
        fn goal_08_no_text_makes_it_panic(text: String) {
            drop(OtpSecret::parse(&text));
        }
    }
}
