//! Who did something, where readers are not told their name: it stands among the facts of the entry.

use serde_json::{Map, Value};

/// Where it stands; no fact begins with this sign.
const BY: &str = "@by";

/// Somebody whom readers do not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doer {
    /// Somebody of the payment provider: readers are told that, and not who.
    Provider,
    /// Another customer of the same person: readers are told neither who nor from where.
    Elsewhere,
}

impl Doer {
    const fn word(self) -> &'static str {
        match self {
            Self::Provider => "provider",
            Self::Elsewhere => "elsewhere",
        }
    }

    /// Takes the mark out of the facts.
    pub(super) fn take(facts: &mut Map<String, Value>) -> Option<Self> {
        let word = facts.remove(BY)?;
        [Self::Provider, Self::Elsewhere]
            .into_iter()
            .find(|doer| word == doer.word())
    }

    fn mark(self, mut facts: Value) -> Value {
        if let Value::Object(facts) = &mut facts {
            facts.insert(BY.to_owned(), Value::from(self.word()));
        }
        facts
    }
}

/// The facts of something that the payment provider did.
pub(crate) fn by_provider(facts: Value) -> Value {
    Doer::Provider.mark(facts)
}

/// The facts of something that another customer of the same person did.
pub(crate) fn from_elsewhere(facts: Value) -> Value {
    Doer::Elsewhere.mark(facts)
}
