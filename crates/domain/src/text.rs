//! Folding of text for search and uniqueness, and the characters that text may hold.
//!
//! Databases fold differently (`SQLite` folds ASCII only), so folding happens here, once, and the
//! folded form is stored beside the original.

use icu_casemap::CaseMapper;
use icu_normalizer::ComposingNormalizer;

/// Folds text for comparison: Unicode NFKC, full case folding, then NFKC again because folding may
/// denormalise; runs of white space become one space and the ends are trimmed.
pub fn fold(text: &str) -> String {
    let nfkc = ComposingNormalizer::new_nfkc();
    let normalised = nfkc.normalize(text);
    let folded = CaseMapper::new().fold_string(&normalised).into_owned();
    nfkc.normalize(&folded)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether a character may not stand in a single line of text: control characters, line and
/// paragraph separators, and the invisible marks that turn or hide the text around them
/// (Unicode bidirectional controls, zero-width characters).
///
/// The zero-width joiner and non-joiner are allowed: names in several scripts and emoji need them.
pub fn is_forbidden_in_line(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{061C}'
                | '\u{200B}'
                | '\u{200E}'
                | '\u{200F}'
                | '\u{2028}'
                | '\u{2029}'
                | '\u{202A}'..='\u{202E}'
                | '\u{2060}'
                | '\u{2066}'..='\u{2069}'
                | '\u{FEFF}'
                | '\u{FFFE}'
                | '\u{FFFF}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_ignores_case_width_and_composition() {
        assert_eq!(fold("Ünal"), fold("u\u{308}NAL"));
        assert_eq!(fold("STRASSE"), fold("straße"));
        assert_eq!(fold("Ｍaria"), "maria");
        assert_eq!(fold("  Anna \t Lena "), "anna lena");
    }

    #[test]
    fn folding_twice_changes_nothing_more() {
        proptest::proptest!(|(text: String)| {
            let once = fold(&text);
            proptest::prop_assert_eq!(fold(&once), once);
        });
    }

    #[test]
    fn direction_marks_are_forbidden_and_emoji_joiners_are_not() {
        assert!(is_forbidden_in_line('\u{202E}'));
        assert!(is_forbidden_in_line('\n'));
        assert!(!is_forbidden_in_line('\u{200D}'));
        assert!(!is_forbidden_in_line('ש'));
    }
}
