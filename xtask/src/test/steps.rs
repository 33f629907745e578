//! The list of steps, what became of each, and how long it took.

use std::time::{Duration, Instant};

use crate::{
    failure::{Done, Failure},
    say,
};

/// The steps so far.
#[derive(Default)]
pub(crate) struct Steps {
    done: Vec<Outcome>,
}

struct Outcome {
    title: &'static str,
    took: Duration,
    passed: bool,
}

impl Steps {
    /// A step that the following ones need: if it fails, the run ends.
    pub(crate) async fn need<T>(
        &mut self,
        title: &'static str,
        step: impl Future<Output = Done<T>>,
    ) -> Done<T> {
        let outcome = self.timed(title, step).await;
        if outcome.is_err() {
            self.list();
        }
        outcome
    }

    /// A step that stands for itself.
    pub(crate) async fn check(&mut self, title: &'static str, step: impl Future<Output = Done>) {
        if let Err(failure) = self.timed(title, step).await {
            say::failure(&failure);
        }
    }

    /// Says what was run and how it went; the last line counts.
    pub(crate) fn summary(self) -> Done {
        self.list();
        let failed = self.done.iter().filter(|outcome| !outcome.passed).count();
        if failed == 0 {
            Ok(())
        } else {
            Err(Failure::new(
                "not everything passed; the list above says what",
            ))
        }
    }

    async fn timed<T>(
        &mut self,
        title: &'static str,
        step: impl Future<Output = Done<T>>,
    ) -> Done<T> {
        say::step(title);
        let begun = Instant::now();
        let outcome = step.await;
        self.done.push(Outcome {
            title,
            took: begun.elapsed(),
            passed: outcome.is_ok(),
        });
        outcome
    }

    fn list(&self) {
        say::step("What was run");
        for outcome in &self.done {
            say::outcome(outcome.title, outcome.took, outcome.passed);
        }
        let took: Duration = self.done.iter().map(|outcome| outcome.took).sum();
        let passed = self.done.iter().filter(|outcome| outcome.passed).count();
        let failed = self.done.len().saturating_sub(passed);
        say::note(&format!(
            "in {} min {} s",
            took.as_secs() / 60,
            took.as_secs() % 60
        ));
        say::line(&format!("{passed} passed, {failed} failed"));
    }
}
