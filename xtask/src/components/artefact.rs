//! What is shipped.

use clap::ValueEnum;

/// One of the programs that are shipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Artefact {
    /// The desktop app, with the user interface that it carries.
    App,
    /// The identity service.
    Service,
}

impl Artefact {
    pub(crate) const ALL: [Self; 2] = [Self::App, Self::Service];

    /// Its package of the workspace.
    pub(crate) const fn package(self) -> &'static str {
        match self {
            Self::App => "keyholder",
            Self::Service => "keyholder-server",
        }
    }

    /// The features that it is shipped with.
    pub(crate) const fn features(self) -> &'static [&'static str] {
        match self {
            Self::App => &["--features", "custom-protocol"],
            // Without sample merchants.
            Self::Service => &["--no-default-features"],
        }
    }
}
