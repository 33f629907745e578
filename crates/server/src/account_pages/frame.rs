//! What every page shares: its language, and the choice of another.

use keyholder_domain::{
    language::Language,
    password_policy,
    security_policy::{Composition, PasswordRules},
};

use crate::catalogue::Messages;

/// The frame around a page.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame {
    messages: Messages,
}

/// One language to switch to.
pub(crate) struct Choice {
    pub(crate) tag: &'static str,
    /// In the language itself.
    pub(crate) name: &'static str,
    pub(crate) current: bool,
}

impl Frame {
    pub(crate) const fn new(language: Language) -> Self {
        Self {
            messages: Messages::of(language),
        }
    }

    pub(crate) const fn language(self) -> &'static str {
        self.messages.language().tag()
    }

    pub(crate) const fn messages(self) -> Messages {
        self.messages
    }

    pub(crate) fn text(self, key: &str) -> String {
        self.messages.text(key)
    }

    pub(crate) fn with(self, key: &str, name: &str, value: &str) -> String {
        self.messages.with(key, name, value)
    }

    /// What a password must be like, in sentences.
    pub(crate) fn password_rules(self, rules: PasswordRules) -> Vec<String> {
        let length = self.messages.with_all(
            "activate-rule-length",
            [
                ("min", rules.min_chars.to_string().as_str()),
                ("max", password_policy::MAX_CHARS.to_string().as_str()),
            ],
        );
        let kinds = match rules.composition {
            Composition::Any => None,
            Composition::LettersAndDigits => Some("activate-rule-letters-digits"),
            Composition::FourKinds => Some("activate-rule-classes"),
        };
        let others = ["activate-rule-guessable", "activate-rule-names"];
        let words = kinds.into_iter().chain(others).map(|key| self.text(key));
        std::iter::once(length).chain(words).collect()
    }

    pub(crate) fn choices(self) -> Vec<Choice> {
        Language::ALL
            .into_iter()
            .map(|language| Choice {
                tag: language.tag(),
                name: match language {
                    Language::En => "English",
                    Language::De => "Deutsch",
                    Language::Fr => "Français",
                },
                current: language == self.messages.language(),
            })
            .collect()
    }
}
