//! What a password must be like (acceptance rows S82 to S84).
//!
//! Length and kinds of characters come from the policy ([`crate::security_policy`]); the blocklist
//! and the names are the same for everybody and cannot be switched off.
//!
//! Passwords are compared and hashed in their NFKC form, so that the same keys give the same
//! password on every keyboard and system. Nothing is cut off.

use icu_normalizer::ComposingNormalizer;

use crate::{
    security_policy::{Composition, PasswordRules},
    text,
};

/// The most characters.
pub const MAX_CHARS: usize = 256;

/// The start of a password that is examined for guessability; the examination is quadratic.
const EXAMINED_CHARS: usize = 100;
/// How often the same character may stand in a row.
const MAX_REPEATS: usize = 3;
/// The shortest name that a password must not hold; shorter ones occur in anything.
const MIN_NAME_CHARS: usize = 3;

/// Why a password is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasswordFault {
    /// Too few characters (S82).
    #[error("fewer than {min} characters")]
    TooShort {
        /// The fewest that the policy takes.
        min: u16,
    },
    /// More than [`MAX_CHARS`] characters.
    #[error("more than {MAX_CHARS} characters")]
    TooLong,
    /// No letter at all, where one is needed.
    #[error("no letter")]
    NoLetter,
    /// No upper-case letter (S83).
    #[error("no upper-case letter")]
    NoUppercase,
    /// No lower-case letter (S83).
    #[error("no lower-case letter")]
    NoLowercase,
    /// No digit (S83).
    #[error("no digit")]
    NoDigit,
    /// No special character (S83).
    #[error("no special character")]
    NoSpecial,
    /// Holds a name of the person or the company (S84).
    #[error("holds a name of the person or the company")]
    HoldsName,
    /// Made of common words, patterns or repetition (S84).
    #[error("easy to guess")]
    Guessable,
}

/// The NFKC form in which a password is checked and hashed.
pub fn normalise(password: &str) -> String {
    ComposingNormalizer::new_nfkc()
        .normalize(password)
        .into_owned()
}

/// Checks a password for a person. `names` are the person's names and sign-in name, and the names
/// and aliases of their customers. Every fault is returned, in a fixed order.
pub fn check(password: &str, names: &[&str], rules: PasswordRules) -> Vec<PasswordFault> {
    let password = normalise(password);
    let count = password.chars().count();
    let mut faults = Vec::new();
    if count < usize::from(rules.min_chars) {
        faults.push(PasswordFault::TooShort {
            min: rules.min_chars,
        });
    }
    if count > MAX_CHARS {
        // Nothing more is examined, so that a hostile length costs nothing.
        return vec![PasswordFault::TooLong];
    }
    faults.extend(missing_kinds(&password, rules.composition));
    if holds_name(&password, names) {
        faults.push(PasswordFault::HoldsName);
    }
    if is_repetitive(&password) || is_guessable(&password, names) {
        faults.push(PasswordFault::Guessable);
    }
    faults
}

fn missing_kinds(password: &str, composition: Composition) -> Vec<PasswordFault> {
    let holds = |kind: fn(char) -> bool| password.chars().any(kind);
    let asked: &[(PasswordFault, bool)] = match composition {
        Composition::Any => &[],
        Composition::LettersAndDigits => &[
            (PasswordFault::NoLetter, holds(char::is_alphabetic)),
            (PasswordFault::NoDigit, holds(char::is_numeric)),
        ],
        Composition::FourKinds => &[
            (PasswordFault::NoUppercase, holds(char::is_uppercase)),
            (PasswordFault::NoLowercase, holds(char::is_lowercase)),
            (PasswordFault::NoDigit, holds(char::is_numeric)),
            (PasswordFault::NoSpecial, holds(|c| !c.is_alphanumeric())),
        ],
    };
    asked
        .iter()
        .filter(|(_, there)| !there)
        .map(|(fault, _)| *fault)
        .collect()
}

fn holds_name(password: &str, names: &[&str]) -> bool {
    let password = text::fold(password);
    names
        .iter()
        .flat_map(|name| parts(name))
        .any(|part| part.chars().count() >= MIN_NAME_CHARS && password.contains(&part))
}

/// The words of a name; of an e-mail address, the words of its local part.
fn parts(name: &str) -> Vec<String> {
    let folded = text::fold(name);
    let local = folded.split('@').next().unwrap_or_default();
    local
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

fn is_repetitive(password: &str) -> bool {
    let characters: Vec<char> = password.chars().collect();
    characters
        .windows(MAX_REPEATS + 1)
        .any(|window| window.iter().all(|c| Some(c) == window.first()))
}

fn is_guessable(password: &str, names: &[&str]) -> bool {
    let start: String = password.chars().take(EXAMINED_CHARS).collect();
    zxcvbn::zxcvbn(&start, names).score() < zxcvbn::Score::Three
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::security_policy::{SecurityPolicy, SecurityProfile};

    fn check(password: &str, names: &[&str]) -> Vec<PasswordFault> {
        by(SecurityProfile::Payments, password, names)
    }

    fn by(profile: SecurityProfile, password: &str, names: &[&str]) -> Vec<PasswordFault> {
        let rules = SecurityPolicy::of(profile).requirements(false).password;
        super::check(password, names, rules)
    }

    const GOOD: &str = "Tulpe-7-Wagen-grün";
    const NAMES: &[&str] = &[
        "Maria",
        "Özdemir",
        "maria.oezdemir@example.com",
        "Blumen Huber GmbH",
    ];

    #[test]
    fn a_good_password_has_no_fault() {
        assert_eq!(check(GOOD, NAMES), []);
    }

    #[test]
    fn s082_twelve_characters_are_enough_and_eleven_are_not() {
        assert_eq!(check("gT7-wQz9!kLp", NAMES), []);
        assert_eq!(
            check("gT7-wQz9!kL", NAMES),
            [PasswordFault::TooShort { min: 12 }]
        );
        assert_eq!(
            check(&format!("{GOOD}{}", "xY3!".repeat(60)), NAMES),
            [PasswordFault::TooLong]
        );
    }

    #[test]
    fn s083_each_missing_class_is_named() {
        assert_eq!(
            check("tulpe-7-wagen-grün", NAMES),
            [PasswordFault::NoUppercase]
        );
        assert_eq!(
            check("TULPE-7-WAGEN-GRÜN", NAMES),
            [PasswordFault::NoLowercase]
        );
        assert_eq!(check("Tulpe-x-Wagen-grün", NAMES), [PasswordFault::NoDigit]);
        assert_eq!(check("Tulpe7WagenXgrün", NAMES), [PasswordFault::NoSpecial]);
    }

    #[test]
    fn c15_each_profile_asks_for_its_own_length_and_kinds() {
        use SecurityProfile::{Nist, Pci};
        assert_eq!(by(Pci, "vorhang tulpe 7 wagen", NAMES), []);
        assert_eq!(
            by(Pci, "vorhang tulpe wagen", NAMES),
            [PasswordFault::NoDigit]
        );
        assert_eq!(
            by(Pci, "7391-6482-0577-39", NAMES),
            [PasswordFault::NoLetter]
        );
        assert_eq!(by(Nist, "vorhang tulpe wagen", NAMES), []);
        for profile in [Pci, Nist] {
            assert_eq!(
                by(profile, "gT7-wQz9!kLpXy", NAMES),
                [PasswordFault::TooShort { min: 15 }]
            );
            assert!(by(profile, "blumen tulpe 7 wagen", NAMES).contains(&PasswordFault::HoldsName));
            assert!(by(profile, "password12345678", NAMES).contains(&PasswordFault::Guessable));
        }
    }

    #[test]
    fn s084_names_words_and_repetition_are_refused() {
        assert!(check("xK3!ÖZDEMIR-wq8", NAMES).contains(&PasswordFault::HoldsName));
        assert!(check("xK3!blumen-wq8Z", NAMES).contains(&PasswordFault::HoldsName));
        assert!(check("Password1234!", NAMES).contains(&PasswordFault::Guessable));
        assert!(check("Tulpe-7-Wagen-aaaa", NAMES).contains(&PasswordFault::Guessable));
    }

    #[test]
    fn the_same_keys_give_the_same_password_on_every_system() {
        assert_eq!(normalise("gru\u{308}n"), normalise("grün"));
        assert_eq!(normalise("Ａb１"), "Ab1");
    }

    #[test]
    fn a_very_long_password_is_examined_quickly_enough_to_answer() {
        assert!(check(&"aB3!".repeat(100_000), NAMES).contains(&PasswordFault::TooLong));
    }
}
