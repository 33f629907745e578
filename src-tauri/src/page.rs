//! Whether there is a page. A window that waits in the tray for long gives back the memory of its web view, and the
//! app goes on without it (decision 0059).

use std::{
    sync::{Mutex, PoisonError},
    time::Duration,
};

use keyholder_domain::timestamp::Timestamp;

use crate::{
    core::{Core, CoreEvent},
    updater::WasAt,
};

/// How long a window is off the screen before its page is let go: whoever hides it for a while finds it at once.
pub const LET_GO_AFTER: Duration = Duration::from_mins(5);

/// How it stands with the one page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Page {
    /// On the screen, or on its way there.
    #[default]
    Shown,
    /// Off the screen.
    Hidden {
        /// Since when.
        since: Timestamp,
    },
    /// Its window is being taken down.
    Going {
        /// Whether somebody wanted to see it meanwhile.
        wanted: bool,
    },
    /// There is none.
    Gone,
}

/// What showing the window takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Showing {
    /// It is there.
    Show,
    /// Another one is opened as soon as the one before is gone.
    Wait,
    /// It has to be opened.
    Open,
}

impl Page {
    const fn hide(&mut self, now: Timestamp) {
        match self {
            Self::Shown => *self = Self::Hidden { since: now },
            Self::Going { wanted } => *wanted = false,
            Self::Hidden { .. } | Self::Gone => {}
        }
    }

    const fn show(&mut self) -> Showing {
        let (next, takes) = match self {
            Self::Shown | Self::Hidden { .. } => (Self::Shown, Showing::Show),
            Self::Going { .. } => (Self::Going { wanted: true }, Showing::Wait),
            Self::Gone => (Self::Shown, Showing::Open),
        };
        *self = next;
        takes
    }

    /// Whether it is time to ask the page whether it may go. A clock that was set back only puts it off.
    fn is_to_go(&self, now: Timestamp, after: Duration) -> bool {
        matches!(self, Self::Hidden { since } if now.since(*since) >= after)
    }

    const fn let_go(&mut self) -> bool {
        let goes = matches!(self, Self::Hidden { .. });
        if goes {
            *self = Self::Going { wanted: false };
        }
        goes
    }

    const fn gone(&mut self) -> bool {
        let wanted = matches!(self, Self::Going { wanted: true });
        if matches!(self, Self::Going { .. }) {
            *self = Self::Gone;
        }
        wanted
    }

    /// It was to be opened, and could not be.
    const fn missed(&mut self) {
        *self = Self::Gone;
    }

    const fn is_gone(&self) -> bool {
        matches!(self, Self::Gone)
    }

    const fn is_wanted(&self) -> bool {
        matches!(self, Self::Shown | Self::Going { wanted: true })
    }

    const fn is_there(&self) -> bool {
        matches!(self, Self::Shown | Self::Hidden { .. })
    }
}

/// The page, and where somebody was on it.
#[derive(Default)]
pub(crate) struct KeptPage {
    page: Mutex<Page>,
    was_at: Mutex<Option<WasAt>>,
}

impl KeptPage {
    fn change<T>(&self, change: impl FnOnce(&mut Page) -> T) -> T {
        change(&mut self.page.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn keep(&self, was_at: Option<WasAt>) -> Option<WasAt> {
        let mut kept = self.was_at.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::replace(&mut kept, was_at)
    }
}

impl Core {
    /// The window is off the screen, if there is one.
    pub fn window_hidden(&self) {
        let now = self.now();
        self.page().change(|page| page.hide(now));
    }

    /// The window is to be on the screen; what that takes.
    pub fn window_wanted(&self) -> Showing {
        let takes = self.page().change(Page::show);
        if takes == Showing::Show {
            self.page().keep(None);
        }
        takes
    }

    /// Asks the page whether it may go, where its window has been off the screen for long. What the browser of the
    /// system is to answer is waited for with the page.
    pub async fn look_whether_page_may_go(&self) {
        let now = self.now();
        let is_time = self.page().change(|page| page.is_to_go(now, LET_GO_AFTER));
        if is_time && self.browser_wait().lock().await.is_none() {
            self.tell(CoreEvent::PageReleaseAsked);
        }
    }

    /// The page may go: nothing is begun on it. The next one is told where somebody was.
    pub(crate) fn page_may_go(&self, was_at: Option<WasAt>) {
        self.page().keep(was_at);
        self.tell(CoreEvent::PageReleased);
    }

    /// Where somebody was on the page that was let go; told once.
    pub(crate) fn page_was_at(&self) -> Option<WasAt> {
        self.page().keep(None)
    }

    /// Whether the window may be taken down now: nobody wanted to see it meanwhile.
    pub fn let_page_go(&self) -> bool {
        self.page().change(Page::let_go)
    }

    /// The window has been taken down. Whether another one is wanted.
    pub fn page_gone(&self) -> bool {
        self.page().change(Page::gone)
    }

    /// Whether the page was let go, and nobody wants another one.
    pub(crate) fn is_page_gone(&self) -> bool {
        self.page().change(|page| page.is_gone())
    }

    /// Where somebody was on the page that was let go.
    pub(crate) fn page_is_left_at(&self) -> Option<WasAt> {
        let kept = self.page().was_at.lock();
        kept.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// There is no page before somebody wants one, who is told where they were.
    pub(crate) fn page_stays_away(&self, was_at: Option<WasAt>) {
        self.page().change(Page::missed);
        self.page().keep(was_at);
    }

    /// No window could be opened: whoever wants to see it next tries again.
    pub(crate) fn window_missed(&self) {
        self.page().change(Page::missed);
    }

    /// The page has something to show. A window that waits in the tray goes on waiting.
    pub(crate) fn page_drawn(&self) {
        if self.is_window_shown() {
            self.tell(CoreEvent::PageDrawn);
        }
    }

    /// Whether the window is on the screen, or on its way there.
    pub(crate) fn is_window_shown(&self) -> bool {
        self.page().change(|page| page.is_wanted())
    }

    /// Whether there is a page, seen or not.
    pub fn has_page(&self) -> bool {
        self.page().change(|page| page.is_there())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_micros(seconds * 1_000_000)
    }

    fn hidden() -> Page {
        Page::Hidden { since: at(1_000) }
    }

    #[test]
    fn goal_a_page_goes_after_five_minutes_off_the_screen() {
        let (mut page, after) = (hidden(), LET_GO_AFTER);
        assert!(!page.is_to_go(at(1_299), after));
        assert!(page.is_to_go(at(1_300), after));
        assert!(!page.is_to_go(at(900), after), "the clock was set back");
        assert!(page.let_go());
        assert!(!page.is_to_go(at(2_000), after), "it is going");
        assert!(!page.gone());
        assert_eq!(page, Page::Gone);
        assert_eq!(page.show(), Showing::Open);
        assert_eq!(page, Page::Shown);
    }

    #[test]
    fn goal_a_page_on_the_screen_stays() {
        let mut page = Page::Shown;
        assert!(!page.is_to_go(at(9_000), LET_GO_AFTER));
        assert!(!page.let_go());
        let mut page = hidden();
        assert_eq!(page.show(), Showing::Show);
        assert!(!page.let_go(), "it was shown while the page answered");
        assert!(!page.gone(), "a window that its user closes");
        assert_eq!(page, Page::Shown);
    }

    #[test]
    fn goal_a_window_that_is_wanted_while_it_goes_is_opened_anew() {
        let mut page = hidden();
        assert!(page.let_go());
        assert_eq!(page.show(), Showing::Wait);
        assert!(page.is_wanted() && !page.is_there());
        assert!(page.gone());
        assert_eq!(page.show(), Showing::Open);
        page.missed();
        assert_eq!(page.show(), Showing::Open, "whoever asks again tries again");
    }

    #[test]
    fn goal_hiding_makes_no_window_of_none() {
        let mut page = hidden();
        page.hide(at(2_000));
        assert_eq!(page, hidden(), "since the first time");
        assert!(page.let_go());
        assert_eq!(page.show(), Showing::Wait);
        page.hide(at(2_000));
        assert!(!page.gone(), "nobody wants it any more");
        page.hide(at(2_000));
        assert_eq!(page.show(), Showing::Open);
    }
}
