//! What every page shares: its language, and the choice of another.

use keyholder_domain::{language::Language, password_policy};

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

    pub(crate) fn length_rule(self) -> String {
        self.messages.with_all(
            "activate-rule-length",
            [
                ("min", password_policy::MIN_CHARS.to_string().as_str()),
                ("max", password_policy::MAX_CHARS.to_string().as_str()),
            ],
        )
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
