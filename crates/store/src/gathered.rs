//! Questions that are asked together.
//!
//! What a question costs is above all the way to the database and back: a round trip, the start of a
//! statement, and switches between threads that all wait for a core. Whoever asks while others' questions
//! are on their way therefore waits until these come back, and then takes along everybody who waits, too.
//! Who is alone asks at once, without a detour.
//!
//! ```text
//! A asks ............ answered
//!   B waits ......... asks for B, C and D ...... answered
//!     C waits .................................. answered
//!       D waits ................................ answered
//! ```
//!
//! A database that takes its time holds nobody up for longer than [`PATIENCE`]: then the next ones ask
//! over another connection.
//!
//! Nothing is remembered here: an answer is given by a question that was put after its asker came.

use std::{
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::{
    sync::{Semaphore, oneshot},
    time::timeout,
};

use crate::error::StoreError;

/// So long one waits for those who are on their way.
const PATIENCE: Duration = Duration::from_millis(5);

/// So many are taken along at most.
const TOGETHER: usize = 32;

/// The answers to several questions in their order, or why there is none to any of them.
pub(crate) type Answers<A> = Result<Vec<Result<A, StoreError>>, StoreError>;

/// The questions of one kind that wait.
#[derive(Debug)]
pub(crate) struct Gathered<Q, A> {
    waiting: Mutex<Waiting<Q, A>>,
    /// Of the one who is on their way.
    turn: Semaphore,
    patience: Duration,
}

#[derive(Debug)]
struct Waiting<Q, A> {
    /// In the order in which they came.
    asked: Vec<Asked<Q, A>>,
    /// Counts them all.
    last: u64,
}

#[derive(Debug)]
struct Asked<Q, A> {
    number: u64,
    question: Q,
    tell: oneshot::Sender<Result<A, StoreError>>,
}

impl<Q, A> Default for Gathered<Q, A> {
    fn default() -> Self {
        Self {
            waiting: Mutex::new(Waiting {
                asked: Vec::new(),
                last: 0,
            }),
            turn: Semaphore::new(1),
            patience: PATIENCE,
        }
    }
}

impl<Q: Clone, A> Gathered<Q, A> {
    /// The answer to a question. `together` answers several in their order; where it fails, it fails for
    /// all of them.
    pub(crate) async fn ask<F>(
        &self,
        question: Q,
        together: impl Fn(Vec<Q>) -> F,
    ) -> Result<A, StoreError>
    where
        F: Future<Output = Answers<A>>,
    {
        loop {
            let (number, mut told) = self.wait(question.clone());
            let turn = tokio::select! {
                biased;
                told = &mut told => match told {
                    Ok(answer) => return answer,
                    // Whoever asked for us went away before the answer came.
                    Err(_) => continue,
                },
                turn = timeout(self.patience, self.turn.acquire()) => turn,
            };
            let taken = self.take(number);
            if taken.is_empty() {
                // On its way with somebody else.
                drop(turn);
                match told.await {
                    Ok(answer) => return answer,
                    Err(_) => continue,
                }
            }
            let questions: Vec<_> = taken.iter().map(|asked| asked.question.clone()).collect();
            let answers = together(questions).await;
            drop(turn);
            tell(taken, answers);
            if let Ok(answer) = told.await {
                return answer;
            }
            return Err(StoreError::corrupt("fewer answers than questions"));
        }
    }

    fn wait(&self, question: Q) -> (u64, oneshot::Receiver<Result<A, StoreError>>) {
        let (tell, told) = oneshot::channel();
        let mut waiting = self.lock();
        waiting.last += 1;
        let number = waiting.last;
        waiting.asked.push(Asked {
            number,
            question,
            tell,
        });
        (number, told)
    }

    /// Those to ask for now, this one among them; nobody, if somebody else asks for it already.
    fn take(&self, number: u64) -> Vec<Asked<Q, A>> {
        let mut waiting = self.lock();
        // Who stopped listening need not be asked for.
        waiting.asked.retain(|asked| !asked.tell.is_closed());
        let Some(place) = waiting
            .asked
            .iter()
            .position(|asked| asked.number == number)
        else {
            return Vec::new();
        };
        let first = (place + 1).saturating_sub(TOGETHER);
        let end = waiting.asked.len().min(first + TOGETHER);
        waiting.asked.drain(first..end).collect()
    }

    fn lock(&self) -> MutexGuard<'_, Waiting<Q, A>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn tell<Q, A>(asked: Vec<Asked<Q, A>>, answers: Answers<A>) {
    match answers {
        Ok(answers) => {
            for (asked, answer) in asked.into_iter().zip(answers) {
                // Whoever does not listen any more need not know.
                let _ = asked.tell.send(answer);
            }
        }
        Err(error) => {
            for asked in asked {
                let _ = asked.tell.send(Err(error.clone()));
            }
        }
    }
}

#[cfg(test)]
mod tests;
