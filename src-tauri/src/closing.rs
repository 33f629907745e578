//! What closing the window means: the end of the app, or the way into the tray.

/// What becomes of a window that is to be closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Closing {
    /// The app ends.
    End,
    /// The window leaves the screen, and the app goes on in the tray.
    Hide,
    /// The page explains the two and asks, once.
    Ask,
}

/// Decides by whether the tray can be found, by what was chosen, and by whether the page was asked and has
/// not answered: whoever closes a window twice wants it closed, also where its page hangs.
pub(crate) const fn closing(tray: bool, chosen: Option<bool>, asked: bool) -> Closing {
    match (tray, chosen) {
        (false, _) | (true, Some(false)) => Closing::End,
        (true, Some(true)) => Closing::Hide,
        (true, None) if asked => Closing::End,
        (true, None) => Closing::Ask,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goal_closing_ends_the_app_unless_the_tray_was_chosen_and_is_there() {
        for (tray, chosen, asked, becomes) in [
            (false, None, false, Closing::End),
            (false, Some(true), false, Closing::End),
            (false, Some(false), false, Closing::End),
            (true, None, false, Closing::Ask),
            (true, None, true, Closing::End),
            (true, Some(true), false, Closing::Hide),
            (true, Some(true), true, Closing::Hide),
            (true, Some(false), false, Closing::End),
        ] {
            assert_eq!(
                closing(tray, chosen, asked),
                becomes,
                "{tray} {chosen:?} {asked}"
            );
        }
    }
}
