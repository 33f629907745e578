//! The message catalogues of mails and account pages: Fluent files, compiled into the binary.
//!
//! Placeables are wrapped in Unicode isolation marks, so that a right-to-left name cannot turn the
//! sentence around it. What people copy (addresses, sign-in names) therefore never stands inside a
//! message; templates show it in an element of its own.

use std::sync::LazyLock;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use keyholder_domain::language::Language;

type Bundle = FluentBundle<FluentResource>;

const SOURCES: [(Language, &[&str]); 3] = [
    (
        Language::En,
        &[
            include_str!("../../../locales/en/mail.ftl"),
            include_str!("../../../locales/en/account.ftl"),
            include_str!("../../../locales/en/problems.ftl"),
        ],
    ),
    (
        Language::De,
        &[
            include_str!("../../../locales/de/mail.ftl"),
            include_str!("../../../locales/de/account.ftl"),
            include_str!("../../../locales/de/problems.ftl"),
        ],
    ),
    (
        Language::Fr,
        &[
            include_str!("../../../locales/fr/mail.ftl"),
            include_str!("../../../locales/fr/account.ftl"),
            include_str!("../../../locales/fr/problems.ftl"),
        ],
    ),
];

static BUNDLES: LazyLock<Vec<(Language, Bundle)>> = LazyLock::new(|| {
    SOURCES
        .into_iter()
        .map(|(language, sources)| (language, bundle(language, sources)))
        .collect()
});

fn bundle(language: Language, sources: &[&str]) -> Bundle {
    let locale = language.tag().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![locale]);
    for source in sources {
        // A line that does not parse is left out; the test below finds it.
        let resource =
            FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// The messages of one language.
#[derive(Clone, Copy, Debug)]
pub struct Messages {
    language: Language,
}

impl Messages {
    /// The messages of a language.
    pub const fn of(language: Language) -> Self {
        Self { language }
    }

    /// Which language they are in.
    pub const fn language(self) -> Language {
        self.language
    }

    /// A message without values.
    pub fn text(self, key: &str) -> String {
        self.format(key, &FluentArgs::new())
    }

    /// A message with one value.
    pub fn with(self, key: &str, name: &str, value: &str) -> String {
        self.with_all(key, [(name, value)])
    }

    /// A message with several values.
    pub fn with_all<'a>(
        self,
        key: &str,
        values: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> String {
        self.format(key, &values.into_iter().collect())
    }

    /// As [`Messages::with_all`]; values that are numbers choose the plural form.
    pub fn with_numbers<'a>(
        self,
        key: &str,
        values: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> String {
        let values = values
            .into_iter()
            .map(|(name, value)| (name, FluentValue::try_number(value)))
            .collect();
        self.format(key, &values)
    }

    fn format(self, key: &str, values: &FluentArgs<'_>) -> String {
        let bundle = BUNDLES
            .iter()
            .find(|(language, _)| *language == self.language);
        let pattern = bundle.and_then(|(_, bundle)| {
            let pattern = bundle.get_message(key)?.value()?;
            Some(bundle.format_pattern(pattern, Some(values), &mut Vec::new()))
        });
        pattern.map_or_else(
            || {
                tracing::error!(key, language = self.language.tag(), "message is missing");
                key.to_owned()
            },
            std::borrow::Cow::into_owned,
        )
    }
}

/// Takes the isolation marks out again, for places that show no mixed directions: mail headers.
pub fn without_isolation(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use fluent_bundle::FluentResource;

    use super::*;

    fn keys(source: &str) -> BTreeSet<String> {
        FluentResource::try_new(source.to_owned())
            .expect("the catalogue parses")
            .source()
            .lines()
            .filter(|line| !line.starts_with(['#', ' ']))
            .filter_map(|line| line.split_once(" ="))
            .map(|(key, _)| key.to_owned())
            .collect()
    }

    fn variables(source: &str, key: &str) -> BTreeSet<String> {
        source
            .lines()
            .filter(|line| line.starts_with(&format!("{key} =")))
            .flat_map(|line| line.split('$').skip(1))
            .map(|rest| {
                rest.chars()
                    .take_while(char::is_ascii_alphanumeric)
                    .collect()
            })
            .collect()
    }

    #[test]
    fn every_language_has_the_same_messages_with_the_same_values() {
        let (_, english) = SOURCES[0];
        for (language, sources) in SOURCES {
            for (ours, reference) in sources.iter().zip(english).take(2) {
                assert_eq!(keys(ours), keys(reference), "{language:?}");
                for key in keys(reference) {
                    assert_eq!(
                        variables(ours, &key),
                        variables(reference, &key),
                        "{language:?}: {key}"
                    );
                }
            }
        }
    }

    #[test]
    fn values_are_isolated_so_that_no_name_turns_the_sentence_around() {
        let text = Messages::of(Language::En).with("invitation-subject", "customer", "מאפייה");
        assert_eq!(text, "Your access to \u{2068}מאפייה\u{2069}");
        assert_eq!(without_isolation(&text), "Your access to מאפייה");
    }
}
