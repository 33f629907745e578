//! A desktop that offers everything; one shortcut another program has.

use std::sync::atomic::{AtomicBool, Ordering};

use keyholder_app::{ShortcutProblem, Surroundings};

/// The shortcut that another program has.
pub(crate) const TAKEN_SHORTCUT: &str = "Control+Alt+T";

/// The desktop, with nothing chosen.
pub(super) fn surroundings() -> Surroundings {
    let starts = AtomicBool::new(false);
    Surroundings::new(
        || None,
        move |start| {
            let is = start.unwrap_or_else(|| starts.load(Ordering::SeqCst));
            starts.store(is, Ordering::SeqCst);
            Ok(is)
        },
        |keys| match keys {
            Some(TAKEN_SHORTCUT) => Err(ShortcutProblem::Taken),
            _ => Ok(()),
        },
    )
}
