//! What leaves the core without being asked for: to the page, or to whoever moves its window.

/// What the core tells on its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CoreEvent {
    /// The service became reachable, or stopped being so.
    ConnectionChanged {
        /// Whether it answers.
        online: bool,
    },
    /// The sign-in requests that this device is asked about changed.
    AuthRequestsChanged {
        /// Whether the next change is told as well; otherwise it is to be asked for.
        live: bool,
    },
    /// The service ended the session.
    SignedOut {
        /// The error code that said so.
        reason: String,
    },
    /// The web view asks for the print dialog of the system.
    PrintAsked,
    /// Something must be seen at once.
    FrontAsked,
    /// Somebody wants the page to do something, which it has to take.
    ErrandGiven,
    /// The window is to leave the screen.
    HideAsked,
    /// The window is to be seen.
    WindowWanted,
    /// The page is to say whether it may go, as nobody has seen it for long.
    PageReleaseAsked,
    /// The page has something to show for the first time.
    PageDrawn,
    /// The page may go.
    PageReleased,
    /// The app is to end.
    EndAsked,
    /// The vault locked itself.
    VaultLocked,
    /// Files were dropped onto the window.
    FileDropped,
    /// A new version is in place, and the user wants it to run.
    RestartAsked,
}
