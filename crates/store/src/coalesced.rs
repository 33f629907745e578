//! One question for all who ask the same kind of thing at the same time.
//!
//! Whoever finds nobody asking asks at once, for themselves. Whoever comes while that question is under
//! way waits, and the next question asks for all who wait.
//!
//! ```text
//! A asks ......... A is told
//!    B, C, D come  B asks for B, C and D ...... all three are told
//! ```
//!
//! Nobody is told the answer to a question that was sent before they came: what was committed before
//! they asked, they see. Somebody who goes away in the middle of asking for others takes no answer away:
//! the others ask again.

use std::{
    mem,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use tokio::sync::oneshot;

use crate::error::StoreError;

/// The most that one question is asked for.
pub(crate) const MOST: usize = 64;

/// Where those who ask meet. Clones share it.
#[derive(Debug)]
pub(crate) struct Coalesced<K, V>(Arc<Mutex<Meeting<K, V>>>);

#[derive(Debug)]
struct Meeting<K, V> {
    /// Whether a question is under way.
    asking: bool,
    waiting: Vec<Waiting<K, V>>,
}

#[derive(Debug)]
struct Waiting<K, V> {
    key: K,
    tell: oneshot::Sender<Told<K, V>>,
}

/// What somebody who waits hears.
#[derive(Debug)]
enum Told<K, V> {
    Answer(Result<V, StoreError>),
    /// It is their turn to ask, for these others too.
    Turn(Turn<K, V>),
}

/// The right to ask. Letting go of it passes it on.
#[derive(Debug)]
struct Turn<K, V> {
    meeting: Coalesced<K, V>,
    others: Vec<Waiting<K, V>>,
}

impl<K, V> Clone for Coalesced<K, V> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<K, V> Default for Coalesced<K, V> {
    fn default() -> Self {
        Self(Arc::new(Mutex::new(Meeting {
            asking: false,
            waiting: Vec::new(),
        })))
    }
}

impl<K: Clone, V> Coalesced<K, V> {
    /// The answer for a key. `ask` answers several keys at once, in their order.
    pub(crate) async fn ask<A>(&self, key: K, ask: impl Fn(Vec<K>) -> A) -> Result<V, StoreError>
    where
        A: Future<Output = Result<Vec<V>, StoreError>>,
    {
        loop {
            let told = match self.join(key.clone()) {
                Ok(turn) => Ok(Told::Turn(turn)),
                Err(told) => told.await,
            };
            match told {
                Ok(Told::Answer(answer)) => return answer,
                Ok(Told::Turn(turn)) => return turn.ask(key, &ask).await,
                // Whoever asked for this one too has gone away.
                Err(_) => {}
            }
        }
    }

    /// The turn where nobody asks, else a place among those who wait.
    fn join(&self, key: K) -> Result<Turn<K, V>, oneshot::Receiver<Told<K, V>>> {
        let mut meeting = self.lock();
        if !mem::replace(&mut meeting.asking, true) {
            return Ok(Turn {
                meeting: self.clone(),
                others: Vec::new(),
            });
        }
        let (tell, told) = oneshot::channel();
        meeting.waiting.push(Waiting { key, tell });
        Err(told)
    }
}

impl<K, V> Coalesced<K, V> {
    /// Nothing that is done while it is locked can panic.
    fn lock(&self) -> MutexGuard<'_, Meeting<K, V>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<K: Clone, V> Turn<K, V> {
    async fn ask<A>(mut self, key: K, ask: &impl Fn(Vec<K>) -> A) -> Result<V, StoreError>
    where
        A: Future<Output = Result<Vec<V>, StoreError>>,
    {
        let others = self.others.iter().map(|waiting| waiting.key.clone());
        let keys = std::iter::once(key).chain(others).collect();
        let mut answers = match ask(keys).await {
            Ok(answers) => answers.into_iter(),
            Err(error) => {
                for waiting in self.others.drain(..) {
                    let _ = waiting.tell.send(Told::Answer(Err(error.clone())));
                }
                return Err(error);
            }
        };
        let missing = || StoreError::corrupt("a question without an answer");
        let own = answers.next().ok_or_else(missing);
        for waiting in self.others.drain(..) {
            let answer = answers.next().ok_or_else(missing);
            // Whoever does not listen any more need not know.
            let _ = waiting.tell.send(Told::Answer(answer));
        }
        own
    }
}

impl<K, V> Drop for Turn<K, V> {
    fn drop(&mut self) {
        let mut meeting = self.meeting.lock();
        // Those who went away meanwhile need no answer.
        meeting.waiting.retain(|one| !one.tell.is_closed());
        let count = meeting.waiting.len().min(MOST);
        meeting.asking = count > 0;
        let next: Vec<_> = meeting.waiting.drain(..count).collect();
        drop(meeting);
        let mut next = next.into_iter();
        let Some(first) = next.next() else { return };
        let turn = Self {
            meeting: self.meeting.clone(),
            others: next.collect(),
        };
        // Where they went away this very moment the turn comes back, and passes itself on.
        let _ = first.tell.send(Told::Turn(turn));
    }
}

#[cfg(test)]
mod tests {
    use tokio::{sync::Semaphore, task::yield_now};

    use super::*;

    /// Answers with the double, once it is let; notes what was asked.
    struct Oracle {
        let_through: Semaphore,
        asked: Mutex<Vec<Vec<u32>>>,
    }

    impl Oracle {
        fn new(let_through: usize) -> Arc<Self> {
            Arc::new(Self {
                let_through: Semaphore::new(let_through),
                asked: Mutex::default(),
            })
        }

        async fn answer(self: Arc<Self>, keys: Vec<u32>) -> Result<Vec<u32>, StoreError> {
            self.asked.lock().unwrap().push(keys.clone());
            self.let_through.acquire().await.unwrap().forget();
            if keys.contains(&0) {
                return Err(StoreError::Unavailable("nothing".to_owned()));
            }
            Ok(keys.iter().map(|key| key * 2).collect())
        }

        fn asked(&self) -> Vec<Vec<u32>> {
            self.asked.lock().unwrap().clone()
        }
    }

    type Asking = tokio::task::JoinHandle<Result<u32, StoreError>>;

    /// Has somebody ask, and waits until they have come.
    async fn ask(meeting: &Coalesced<u32, u32>, oracle: &Arc<Oracle>, key: u32) -> Asking {
        let (meeting, oracle) = (meeting.clone(), Arc::clone(oracle));
        let asking = tokio::spawn(async move {
            meeting
                .ask(key, |keys| Arc::clone(&oracle).answer(keys))
                .await
        });
        for _ in 0..4 {
            yield_now().await;
        }
        asking
    }

    #[tokio::test]
    async fn whoever_is_alone_asks_alone_and_those_who_wait_ask_together() {
        let (meeting, oracle) = (Coalesced::default(), Oracle::new(0));
        let mut all = Vec::new();
        for key in 1..=70 {
            all.push(ask(&meeting, &oracle, key).await);
        }
        assert_eq!(oracle.asked(), [vec![1]]);
        oracle.let_through.add_permits(9);
        for (asking, key) in all.into_iter().zip(1..) {
            assert_eq!(asking.await.unwrap().unwrap(), key * 2);
        }
        let rest = [vec![1], (2..=65).collect(), (66..=70).collect()];
        assert_eq!(oracle.asked(), rest);
        assert_eq!(ask(&meeting, &oracle, 7).await.await.unwrap().unwrap(), 14);
    }

    #[tokio::test]
    async fn whoever_goes_away_takes_no_answer_away() {
        let (meeting, oracle) = (Coalesced::default(), Oracle::new(0));
        let first = ask(&meeting, &oracle, 1).await;
        let second = ask(&meeting, &oracle, 2).await;
        let third = ask(&meeting, &oracle, 3).await;
        let fourth = ask(&meeting, &oracle, 4).await;
        // Before their turn, in the middle of asking for themselves, and of asking for others.
        third.abort();
        first.abort();
        for _ in 0..8 {
            yield_now().await;
        }
        assert_eq!(oracle.asked(), [vec![1], vec![2, 4]]);
        second.abort();
        oracle.let_through.add_permits(1);
        assert_eq!(fourth.await.unwrap().unwrap(), 8);
        assert_eq!(oracle.asked(), [vec![1], vec![2, 4], vec![4]]);
    }

    #[tokio::test]
    async fn an_error_is_told_to_all_for_whom_was_asked_and_to_nobody_else() {
        let (meeting, oracle) = (Coalesced::default(), Oracle::new(0));
        let mut all = Vec::new();
        for key in [1, 0, 2] {
            all.push(ask(&meeting, &oracle, key).await);
        }
        oracle.let_through.add_permits(3);
        let mut told = Vec::new();
        for asking in all {
            told.push(asking.await.unwrap().is_ok());
        }
        assert_eq!(told, [true, false, false]);
        assert!(ask(&meeting, &oracle, 2).await.await.unwrap().is_ok());
    }
}
