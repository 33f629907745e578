//! Who is asked for with whom, and what each is told.

use std::{cell::RefCell, rc::Rc};

use tokio::{sync::Notify, task::LocalSet};

use super::*;

/// Something to ask, which notes what was asked together and answers when it is told to.
#[derive(Clone)]
struct Slow {
    gathered: Rc<Gathered<u32, u32>>,
    heard: Rc<RefCell<Vec<Vec<u32>>>>,
    go: Rc<Notify>,
}

impl Default for Slow {
    fn default() -> Self {
        Self::with_patience(Duration::from_hours(1))
    }
}

impl Slow {
    fn with_patience(patience: Duration) -> Self {
        let gathered = Gathered {
            patience,
            ..Gathered::default()
        };
        Self {
            gathered: Rc::new(gathered),
            heard: Rc::default(),
            go: Rc::default(),
        }
    }

    async fn ask(&self, question: u32) -> Result<u32, StoreError> {
        self.gathered
            .ask(question, async |questions: Vec<u32>| {
                self.heard.borrow_mut().push(questions.clone());
                self.go.notified().await;
                if questions.contains(&99) {
                    return Err(StoreError::Unavailable("99".to_owned()));
                }
                let answer = |question: &u32| match question {
                    13 => Err(StoreError::NotFound),
                    other => Ok(other * 10),
                };
                Ok(questions.iter().map(answer).collect())
            })
            .await
    }

    fn asking(&self, question: u32) -> tokio::task::JoinHandle<Result<u32, StoreError>> {
        let this = self.clone();
        tokio::task::spawn_local(async move { this.ask(question).await })
    }

    fn heard(&self) -> Vec<Vec<u32>> {
        self.heard.borrow().clone()
    }
}

/// Lets everybody else get as far as they can.
async fn settle() {
    for _ in 0..100 {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn those_who_come_while_others_are_on_their_way_are_asked_together() {
    LocalSet::new()
        .run_until(async {
            let slow = Slow::default();
            let asked: Vec<_> = (1..=4).map(|question| slow.asking(question)).collect();
            settle().await;
            assert_eq!(slow.heard(), [[1]], "the others wait");
            slow.go.notify_one();
            settle().await;
            assert_eq!(slow.heard(), [vec![1], vec![2, 3, 4]]);
            slow.go.notify_one();
            for (question, asked) in (1..).zip(asked) {
                assert_eq!(asked.await.unwrap().unwrap(), question * 10);
            }
        })
        .await;
}

#[tokio::test]
async fn a_database_that_takes_its_time_is_asked_by_the_next_ones_all_the_same() {
    LocalSet::new()
        .run_until(async {
            let slow = Slow::with_patience(Duration::ZERO);
            let asked = [slow.asking(1), slow.asking(2)];
            while slow.heard().len() < 2 {
                tokio::task::yield_now().await;
            }
            slow.go.notify_waiters();
            for asked in asked {
                asked.await.unwrap().unwrap();
            }
        })
        .await;
}

#[tokio::test]
async fn the_questions_of_one_who_goes_away_are_asked_again() {
    LocalSet::new()
        .run_until(async {
            let slow = Slow::default();
            let leader = slow.asking(1);
            settle().await;
            let led = [slow.asking(2), slow.asking(3), slow.asking(4)];
            settle().await;
            leader.abort();
            settle().await;
            assert_eq!(slow.heard(), [vec![1], vec![2, 3, 4]]);
            led[0].abort();
            settle().await;
            assert_eq!(slow.heard().last().unwrap(), &[3, 4]);
            slow.go.notify_one();
            for asked in led.into_iter().skip(1) {
                asked.await.unwrap().unwrap();
            }
        })
        .await;
}

#[tokio::test]
async fn who_goes_away_while_waiting_is_not_asked_for() {
    LocalSet::new()
        .run_until(async {
            let slow = Slow::default();
            let _first = slow.asking(1);
            settle().await;
            let gone = slow.asking(2);
            let _stays = slow.asking(3);
            settle().await;
            gone.abort();
            settle().await;
            slow.go.notify_one();
            settle().await;
            assert_eq!(slow.heard(), [[1], [3]]);
        })
        .await;
}

#[tokio::test]
async fn one_answer_that_fails_fails_alone_and_a_question_that_fails_fails_for_all() {
    LocalSet::new()
        .run_until(async {
            let slow = Slow::default();
            let _first = slow.asking(1);
            settle().await;
            let (bad, good) = (slow.asking(13), slow.asking(7));
            settle().await;
            slow.go.notify_one();
            settle().await;
            assert_eq!(slow.heard(), [vec![1], vec![13, 7]]);
            let lost = [slow.asking(99), slow.asking(8)];
            settle().await;
            slow.go.notify_one();
            settle().await;
            assert!(matches!(bad.await.unwrap(), Err(StoreError::NotFound)));
            assert_eq!(good.await.unwrap().unwrap(), 70);
            assert_eq!(slow.heard().last().unwrap(), &[99, 8]);
            slow.go.notify_one();
            for asked in lost {
                let failed = asked.await.unwrap();
                assert!(matches!(failed, Err(StoreError::Unavailable(_))));
            }
        })
        .await;
}

#[tokio::test]
async fn a_crowd_is_asked_for_in_several_turns() {
    LocalSet::new()
        .run_until(async {
            let slow = Slow::default();
            let crowd: Vec<_> = (100..200).map(|question| slow.asking(question)).collect();
            settle().await;
            for _ in 0..5 {
                slow.go.notify_one();
                settle().await;
            }
            for (question, asked) in (100..).zip(crowd) {
                assert_eq!(asked.await.unwrap().unwrap(), question * 10);
            }
            let together: Vec<_> = slow.heard().iter().map(Vec::len).collect();
            assert_eq!(together, [1, 32, 32, 32, 3]);
        })
        .await;
}
