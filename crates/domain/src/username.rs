//! The generated sign-in name of a user without an e-mail address (acceptance row S26).

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, de};

/// Crockford's base 32: no `i`, `l`, `o`, `u`, so a name read out over the phone is not misheard.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// A name of the form `u-7f3k-9qxm`: 40 random bits, never chosen by a person.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String, pattern = "^u-[0-9a-z]{4}-[0-9a-z]{4}$"))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(transparent)]
pub struct Username(String);

/// A text that is no generated sign-in name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the name is not of the form u-xxxx-xxxx")]
pub struct UsernameError;

impl Username {
    /// Makes the name from 40 random bits. A clash is possible; the caller draws again.
    pub fn generate(random: [u8; 5]) -> Self {
        let bits = random
            .iter()
            .fold(0_u64, |bits, byte| (bits << 8) | u64::from(*byte));
        let letter = |place: u32| {
            let index = usize::try_from((bits >> (5 * place)) & 31).unwrap_or(0);
            char::from(ALPHABET.get(index).copied().unwrap_or(b'0'))
        };
        let left: String = (4..8).rev().map(letter).collect();
        let right: String = (0..4).rev().map(letter).collect();
        Self(format!("u-{left}-{right}"))
    }

    /// The name as text; already folded.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Username {
    type Err = UsernameError;

    /// Accepts capitals, since people type what they read.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim().to_ascii_lowercase();
        let mut groups = text.split('-');
        let (prefix, left, right, rest) =
            (groups.next(), groups.next(), groups.next(), groups.next());
        let is_group = |group: Option<&str>| {
            group.is_some_and(|group| {
                group.len() == 4 && group.bytes().all(|byte| ALPHABET.contains(&byte))
            })
        };
        if prefix == Some("u") && is_group(left) && is_group(right) && rest.is_none() {
            Ok(Self(text))
        } else {
            Err(UsernameError)
        }
    }
}

impl fmt::Display for Username {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Username {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s026_names_are_made_from_random_bits_and_read_back() {
        assert_eq!(Username::generate([0; 5]).as_str(), "u-0000-0000");
        assert_eq!(Username::generate([0xFF; 5]).as_str(), "u-zzzz-zzzz");
        let name = Username::generate([1, 2, 3, 4, 5]);
        assert_eq!(
            name.as_str().to_uppercase().parse::<Username>().unwrap(),
            name
        );
    }

    #[test]
    fn other_texts_are_no_names() {
        for text in [
            "",
            "maria",
            "u-123-4567",
            "u-1234-567l",
            "u-1234-5678-9",
            "x-1234-5678",
        ] {
            assert_eq!(text.parse::<Username>(), Err(UsernameError), "{text}");
        }
    }
}
