//! Parts of the measurements.

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

/// What is measured of the service on a database, beside its ceilings, which always are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Subject {
    /// Starting on an existing database.
    StartUp,
    /// Pages, searches and filters of the list of users.
    Lists,
    /// Decisions for somebody who is limited to locations.
    Locations,
    /// The check of a session.
    Sessions,
    /// Adding users.
    Creations,
    /// Signing in with a password.
    SignIns,
    /// Signing in with a password and a code.
    CodeSignIns,
    /// More sign-ins than can be hashed.
    Flood,
}

/// As they are written on the command line.
#[cfg(not(feature = "bench"))]
pub(crate) fn written<T: ValueEnum>(chosen: &[T]) -> String {
    let names: Vec<_> = chosen
        .iter()
        .filter_map(|one| Some(one.to_possible_value()?.get_name().to_owned()))
        .collect();
    names.join(",")
}
