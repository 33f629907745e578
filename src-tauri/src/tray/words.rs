//! The words of the tray's menu. The page is asleep or gone while they are read, so the core has them.

use keyholder_domain::language::Language;

use crate::preferences::LanguageChoice;

const SOURCES: [(Language, &str); 3] = [
    (Language::En, include_str!("../../../locales/en/tray.ftl")),
    (Language::De, include_str!("../../../locales/de/tray.ftl")),
    (Language::Fr, include_str!("../../../locales/fr/tray.ftl")),
];

/// The language that was chosen, else the first of the system's that the app speaks, else English.
pub(super) fn language(choice: LanguageChoice) -> Language {
    match choice {
        LanguageChoice::En => Language::En,
        LanguageChoice::De => Language::De,
        LanguageChoice::Fr => Language::Fr,
        LanguageChoice::System => sys_locale::get_locales()
            .find_map(|tag| Language::from_tag(&tag))
            .unwrap_or_default(),
    }
}

/// A text of the menu. None of them has values or several lines, so nothing of Fluent's grammar is needed.
pub(super) fn text(language: Language, key: &str) -> &'static str {
    SOURCES
        .iter()
        .find(|(of, _)| *of == language)
        .and_then(|(_, source)| message(source, key))
        .unwrap_or_default()
}

fn message(source: &'static str, key: &str) -> Option<&'static str> {
    source
        .lines()
        .find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_the_same_plain_messages() {
        let keys = |source: &'static str| -> Vec<_> {
            source
                .lines()
                .filter(|line| !line.starts_with('#') && !line.is_empty())
                .map(|line| line.split_once(" = ").unwrap())
                .inspect(|(_, text)| assert!(!text.contains(['{', '!', '"']), "{text}"))
                .map(|(key, _)| key)
                .collect()
        };
        let [(_, english), ..] = SOURCES;
        for (language, source) in SOURCES {
            assert_eq!(keys(source), keys(english), "{language:?}");
            for key in keys(source) {
                assert!(!text(language, key).is_empty(), "{language:?} {key}");
            }
        }
    }

    #[test]
    fn a_chosen_language_is_spoken_whatever_the_system_speaks() {
        assert_eq!(language(LanguageChoice::Fr), Language::Fr);
        assert_eq!(text(Language::De, "tray-quit"), "Keyholder beenden");
    }
}
