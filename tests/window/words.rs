//! What the app says, by the name of the message: the same journey reads in every language.

use std::{fs, path::Path};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use keyholder_domain::language::Language;

/// The messages of one language.
pub(crate) struct Words(FluentBundle<FluentResource>);

/// Something to read on the screen: a message with its values, or data.
#[derive(Clone)]
pub(crate) enum Phrase {
    Message(&'static str, Vec<(&'static str, Value)>),
    Data(String),
}

/// What a message names.
#[derive(Clone)]
pub(crate) enum Value {
    Phrase(Phrase),
    Number(u32),
}

/// A message, by its name in `locales/`.
pub(crate) fn say(id: &'static str) -> Phrase {
    Phrase::Message(id, Vec::new())
}

/// Data, which no language changes.
pub(crate) fn data(text: &str) -> Phrase {
    Phrase::Data(text.to_owned())
}

impl Phrase {
    /// The message with a value.
    pub(crate) fn with(self, name: &'static str, value: impl Into<Value>) -> Self {
        let Self::Message(id, mut values) = self else {
            panic!("data has no values")
        };
        values.push((name, value.into()));
        Self::Message(id, values)
    }
}

impl From<&'static str> for Phrase {
    fn from(id: &'static str) -> Self {
        say(id)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Phrase(data(text))
    }
}

impl From<Phrase> for Value {
    fn from(phrase: Phrase) -> Self {
        Self::Phrase(phrase)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Number(number)
    }
}

impl Words {
    pub(crate) fn of(language: Language) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language.tag().parse().unwrap()]);
        // As in the app (`ui/src/l10n/bundle.ts`).
        bundle.set_use_isolating(false);
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("locales")
            .join(language.tag());
        for file in fs::read_dir(folder).unwrap() {
            let source = fs::read_to_string(file.unwrap().path()).unwrap();
            bundle.add_resource_overriding(FluentResource::try_new(source).unwrap());
        }
        Self(bundle)
    }

    /// How a phrase reads.
    pub(crate) fn read(&self, phrase: &Phrase) -> String {
        let (id, values) = match phrase {
            Phrase::Data(text) => return text.clone(),
            Phrase::Message(id, values) => (id, values),
        };
        let message = self.0.get_message(id).and_then(|message| message.value());
        let pattern = message.unwrap_or_else(|| panic!("no message {id}"));
        let mut arguments = FluentArgs::new();
        for (name, value) in values {
            let value: FluentValue<'_> = match value {
                Value::Phrase(phrase) => self.read(phrase).into(),
                Value::Number(number) => (*number).into(),
            };
            arguments.set(*name, value);
        }
        let mut errors = Vec::new();
        let text = self
            .0
            .format_pattern(pattern, Some(&arguments), &mut errors);
        assert!(errors.is_empty(), "{id}: {errors:?}");
        text.into_owned()
    }
}
