//! Questions of one kind, which requests ask all the time: those that come at the same time are one
//! ([`Gathered`]), and what was read before is not read again while nobody commits anything ([`Remembered`]).

use std::{collections::HashMap, hash::Hash};

use crate::{
    error::StoreError,
    gathered::{Answers, Gathered},
    remembered::Remembered,
    snapshot::{Snapshot, Snapshots},
};

/// Those that nobody has asked the database yet, and the answers that hold until something changes.
#[derive(Debug)]
pub(crate) struct Asked<Q, A> {
    waiting: Gathered<Q, Option<A>>,
    remembered: Remembered<Q, A>,
}

/// What was found, and what all of it was read from.
#[derive(Debug)]
pub(crate) struct Found<Q, A> {
    /// Absent where nothing was found, or where the database does not say.
    pub(crate) read_from: Option<Snapshot>,
    /// By question. Those to which there is no answer are left out.
    pub(crate) answers: HashMap<Q, Result<A, StoreError>>,
}

impl<Q, A> Default for Asked<Q, A> {
    fn default() -> Self {
        Self {
            waiting: Gathered::default(),
            remembered: Remembered::default(),
        }
    }
}

impl<Q, A> Asked<Q, A>
where
    Q: Clone + Eq + Hash,
    A: Clone,
{
    /// The answer to a question, if there is one. `read` asks the database for several, each once.
    pub(crate) async fn ask(
        &self,
        on: &Snapshots,
        question: Q,
        read: impl AsyncFn(&Snapshots, &[Q]) -> Result<Found<Q, A>, StoreError>,
    ) -> Result<Option<A>, StoreError> {
        self.waiting
            .ask(question, |questions| self.answer(on, questions, &read))
            .await
    }

    /// What was read stands if a statement that begins now would see the same; otherwise it is read anew.
    async fn answer(
        &self,
        on: &Snapshots,
        questions: Vec<Q>,
        read: impl AsyncFnOnce(&Snapshots, &[Q]) -> Result<Found<Q, A>, StoreError>,
    ) -> Answers<Option<A>> {
        if let Some((read_from, answers)) = self.remembered.recall(&questions) {
            if on.now().await?.as_ref() == Some(&read_from) {
                return Ok(answers.into_iter().map(|answer| Ok(Some(answer))).collect());
            }
            self.remembered.forget(&read_from);
        }
        let found = read(on, &questions).await?;
        if let Some(read_from) = found.read_from {
            let sound = |(question, answer): (&Q, &Result<A, _>)| {
                Some((question.clone(), answer.as_ref().ok()?.clone()))
            };
            self.remembered
                .keep(read_from, found.answers.iter().filter_map(sound));
        }
        let answer = |question| found.answers.get(question).cloned().transpose();
        Ok(questions.iter().map(answer).collect())
    }
}

#[cfg(test)]
mod tests;
