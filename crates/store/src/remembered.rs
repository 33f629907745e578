//! Answers that hold for as long as nobody commits anything.
//!
//! A database can name what a statement sees: the set of all changes that were committed when it began. Where that
//! name is still the one under which an answer was read, reading it again would give the same answer. So the
//! database is asked every time, but only for the name, which is a fraction of the work.
//!
//! That is worth it while nothing changes. While changes are committed all the time, asking for the name first
//! would be a way in vain; therefore it is asked for only after two answers in a row had the same.

use std::{
    collections::HashMap,
    hash::Hash,
    sync::{Mutex, MutexGuard, PoisonError},
};

use crate::snapshot::Snapshot;

/// So many answers are kept at most; beyond it all are forgotten.
const MOST: usize = 1_024;

/// The answers to questions of one kind.
#[derive(Debug)]
pub(crate) struct Remembered<Q, A>(Mutex<Answers<Q, A>>);

#[derive(Debug)]
struct Answers<Q, A> {
    /// What all of them were read from.
    read_from: Option<Snapshot>,
    /// Whether two in a row were read from it.
    steady: bool,
    answers: HashMap<Q, A>,
}

impl<Q, A> Default for Remembered<Q, A> {
    fn default() -> Self {
        Self(Mutex::new(Answers {
            read_from: None,
            steady: false,
            answers: HashMap::new(),
        }))
    }
}

impl<Q: Eq + Hash, A: Clone> Remembered<Q, A> {
    /// The answers to all of these questions, and what they were read from: they hold if a statement that
    /// begins now sees the same. Nothing, if one is not known, or if it is not worth asking.
    pub(crate) fn recall(&self, questions: &[Q]) -> Option<(Snapshot, Vec<A>)> {
        let known = self.lock();
        let read_from = known.read_from.as_ref().filter(|_| known.steady)?;
        let answers = questions
            .iter()
            .map(|question| known.answers.get(question).cloned())
            .collect::<Option<_>>()?;
        Some((read_from.clone(), answers))
    }

    /// Keeps answers that were read from this.
    pub(crate) fn keep(&self, read_from: Snapshot, answers: impl IntoIterator<Item = (Q, A)>) {
        let mut known = self.lock();
        known.steady = known.read_from.as_ref() == Some(&read_from);
        if !known.steady || known.answers.len() >= MOST {
            known.answers.clear();
        }
        known.read_from = Some(read_from);
        known.answers.extend(answers);
    }

    /// Forgets what was read from a snapshot that is over.
    pub(crate) fn forget(&self, over: &Snapshot) {
        let mut known = self.lock();
        if known.read_from.as_ref() == Some(over) {
            known.read_from = None;
            known.steady = false;
            known.answers.clear();
        }
    }

    fn lock(&self) -> MutexGuard<'_, Answers<Q, A>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests;
