//! A new version is on trial until its window is up; one that fails twice gives way to the one before.

use keyholder_updates::{Start, Trial};
use semver::Version;

use super::{Put, Updater};

impl Updater {
    /// To be asked before anything else of a start: whether the version that runs failed to come up so often
    /// that the one before was put back, and is to be started in its place.
    pub fn begin(&self) -> bool {
        let Some(trial) = self.0.kept.get().trial else {
            return false;
        };
        let failed = trial.version.clone();
        match Trial::start(Some(trial), &self.0.parts.installed.version) {
            Start::Go(next) => {
                self.remember(|kept| kept.trial = next);
                false
            }
            Start::GoBack(version) => {
                tracing::error!(%failed, %version, "it did not come up twice: going back");
                self.remember(|kept| {
                    kept.trial = None;
                    // Else it would be offered again at once.
                    kept.feed.skipped = Some(failed);
                });
                self.0.parts.put.as_ref().is_some_and(Put::go_back)
            }
        }
    }

    /// A version is about to take the place of the one that runs.
    pub(super) fn begin_trial(&self, version: &Version) {
        let running = self.0.parts.installed.version.clone();
        let trial = Trial::new(version.clone(), running);
        self.remember(|kept| kept.trial = Some(trial));
    }

    /// Nothing is on trial any more.
    pub(super) fn end_trial(&self) {
        self.remember(|kept| kept.trial = None);
    }

    /// The window is up, and the app answers it; may be said again. What waits for the restart has not come up
    /// by that.
    pub fn came_up(&self) {
        let trial = self.0.kept.get().trial;
        if !Trial::is_passed(trial.as_ref(), &self.0.parts.installed.version) {
            return;
        }
        if trial.is_some() {
            self.end_trial();
        }
        if let Some(put) = &self.0.parts.put {
            put.settle();
        }
    }
}
