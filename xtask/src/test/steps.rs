//! The list of steps, what became of each, and how long it took.

use std::{
    cell::RefCell,
    time::{Duration, Instant},
};

use crate::{
    failure::{Done, Failure},
    say,
};

/// The steps so far; some are made side by side.
pub(crate) struct Steps {
    begun: Instant,
    done: RefCell<Vec<Outcome>>,
}

struct Outcome {
    title: &'static str,
    took: Duration,
    passed: bool,
}

impl Steps {
    pub(crate) fn begin() -> Self {
        Self {
            begun: Instant::now(),
            done: RefCell::default(),
        }
    }

    /// A step that the following ones need: if it fails, the run ends.
    pub(crate) async fn need<T>(
        &self,
        title: &'static str,
        step: impl Future<Output = Done<T>>,
    ) -> Done<T> {
        self.timed(title, step).await
    }

    /// A step that stands for itself.
    pub(crate) async fn check(&self, title: &'static str, step: impl Future<Output = Done>) {
        if let Err(failure) = self.timed(title, step).await {
            say::failure(&failure);
        }
    }

    /// Says what was run and how it went; the last line counts.
    pub(crate) fn summary(self) -> Done {
        self.list();
        if self.done.borrow().iter().all(|outcome| outcome.passed) {
            Ok(())
        } else {
            Err(Failure::new(
                "not everything passed; the list above says what",
            ))
        }
    }

    async fn timed<T>(&self, title: &'static str, step: impl Future<Output = Done<T>>) -> Done<T> {
        say::step(title);
        let begun = Instant::now();
        let outcome = step.await;
        self.done.borrow_mut().push(Outcome {
            title,
            took: begun.elapsed(),
            passed: outcome.is_ok(),
        });
        outcome
    }

    /// Says what was run, what became of it, and how long it took.
    pub(crate) fn list(&self) {
        say::step("What was run");
        let done = self.done.borrow();
        for outcome in done.iter() {
            say::outcome(outcome.title, outcome.took, outcome.passed);
        }
        let took = self.begun.elapsed();
        let passed = done.iter().filter(|outcome| outcome.passed).count();
        let failed = done.len().saturating_sub(passed);
        say::note(&format!(
            "in {} min {} s",
            took.as_secs() / 60,
            took.as_secs() % 60
        ));
        say::line(&format!("{passed} passed, {failed} failed"));
    }
}
