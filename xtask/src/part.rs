//! Parts of the measurements.

use std::fmt;

use clap::ValueEnum;

/// A part of `cargo xtask bench` that can be run alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// The service on SQLite.
    Sqlite,
    /// The service on PostgreSQL.
    Postgres,
    /// The app, with the service on SQLite.
    App,
    /// The authenticator, beside `OTPClient` and `KeePassXC`.
    Authenticators,
    /// How large the packages are; makes them.
    Packages,
}

impl Part {
    /// Every part.
    pub(crate) const ALL: [Self; 5] = [
        Self::Sqlite,
        Self::Postgres,
        Self::App,
        Self::Authenticators,
        Self::Packages,
    ];
}

impl fmt::Display for Part {
    /// As it is written on the command line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Sqlite => "sqlite",
            Self::Postgres => "postgres",
            Self::App => "app",
            Self::Authenticators => "authenticators",
            Self::Packages => "packages",
        })
    }
}
