//! In which language a page speaks.

use keyholder_domain::language::Language;

/// The language that was clicked, else that of the person, else that of the browser, else English.
pub(crate) fn choose(
    clicked: Option<&str>,
    person: Option<Language>,
    accept_language: Option<&str>,
) -> Language {
    clicked
        .and_then(Language::from_tag)
        .or(person)
        .or_else(|| accept_language.and_then(preferred))
        .unwrap_or_default()
}

/// The most wanted language that we speak (RFC 9110, section 12.5.4).
fn preferred(accept_language: &str) -> Option<Language> {
    let mut wanted: Vec<(u16, Language)> = accept_language
        .split(',')
        .take(20)
        .filter_map(|item| {
            let mut parts = item.split(';').map(str::trim);
            let language = Language::from_tag(parts.next()?)?;
            let weight = parts
                .find_map(|part| part.strip_prefix("q="))
                .map_or(Some(1_000), thousandths)?;
            (weight > 0).then_some((weight, language))
        })
        .collect();
    // Stable: among equals, the one named first.
    wanted.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    wanted.first().map(|(_, language)| *language)
}

/// `0.8` as 800.
fn thousandths(quality: &str) -> Option<u16> {
    let (whole, fraction) = quality.split_once('.').unwrap_or((quality, ""));
    let whole: u16 = whole.parse().ok()?;
    if whole > 1 || fraction.len() > 3 || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let fraction: u16 = format!("{fraction:0<3}").parse().ok()?;
    Some((whole * 1_000 + fraction).min(1_000))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_click_beats_the_person_and_the_person_beats_the_browser() {
        let browser = Some("fr-CH, fr;q=0.9");
        assert_eq!(
            choose(Some("en"), Some(Language::De), browser),
            Language::En
        );
        assert_eq!(
            choose(Some("xx"), Some(Language::De), browser),
            Language::De
        );
        assert_eq!(choose(None, None, browser), Language::Fr);
        assert_eq!(choose(None, None, None), Language::En);
    }

    #[test]
    fn browsers_weigh_their_languages() {
        assert_eq!(preferred("it, en;q=0.5, de;q=0.8"), Some(Language::De));
        assert_eq!(preferred("de;q=0, fr;q=0.1"), Some(Language::Fr));
        assert_eq!(preferred("de;q=7, en"), Some(Language::En));
        assert_eq!(preferred("*;q=x,,;;"), None);
    }
}
