//! `cargo xtask bench`: how fast the service is, each figure beside what it cannot be faster than,
//! measured in the same run on the same cores.

mod caller;
mod ceilings;
mod figure;
mod load;
mod memory;
mod report;
mod seed;
mod subject;
mod subjects;
mod wire;

use crate::{
    bench::{figure::Figure, subject::Database},
    cluster::Cluster,
    failure::{Done, Failure},
    part::Part,
    program::Program,
    say,
    setup::{self, system::Purpose},
};

/// What is measured, and on how much.
#[derive(Clone, Copy)]
pub(crate) struct Extent {
    /// Users of the large customer.
    pub(crate) users: usize,
    /// Seconds for each rate.
    pub(crate) seconds: u64,
}

/// Builds what is measured, measures it on these databases, and writes the report.
pub(crate) async fn bench(extent: Extent, parts: &[Part]) -> Done {
    say::step("Set-up");
    setup::system::packages(Purpose::Checks).await?;
    say::step("Build, for speed");
    Program::cargo()
        .args(["build", "--locked", "--profile", "service"])
        .args(["--package", "keyholder-server", "--bins", "--examples"])
        .run()
        .await?;

    let mut figures = Vec::new();
    let folder = tempfile::Builder::new()
        .prefix("keyholder-bench-")
        .tempdir()
        .map_err(Failure::doing("no folder for the databases"))?;
    say::step("What no service can beat: bare Argon2, an empty handler that checks a signature");
    let ceilings = ceilings::measure(extent).await?;
    if parts.contains(&Part::Sqlite) {
        let file = folder.path().join("bench.db");
        figures.extend(on(Database::sqlite(&file), folder.path(), extent, &ceilings).await?);
    }
    if parts.contains(&Part::Postgres) {
        let cluster = Cluster::start().await?;
        let postgres = Database::postgres(cluster.url());
        figures.extend(on(postgres, folder.path(), extent, &ceilings).await?);
    }
    report::write(extent, &figures)
}

async fn on(
    database: Database,
    folder: &std::path::Path,
    extent: Extent,
    ceilings: &ceilings::Ceilings,
) -> Done<Vec<Figure>> {
    say::step(&format!("{}: {} users", database.name, extent.users));
    let world = seed::seed(&database, extent.users).await?;
    let mut figures = Vec::new();
    let selects = subjects::round_trips::measure(&database, extent, &mut figures).await?;
    subjects::start_up::measure(&database, folder, &mut figures).await?;
    let service = database.serve(folder).await?;
    subjects::lists::measure(&database, &service, &world, &mut figures).await?;
    let beside = (ceilings, selects);
    subjects::sessions::measure(&database, &service, &world, extent, beside, &mut figures).await?;
    subjects::creations::measure(&database, &service, &world, extent, &mut figures).await?;
    subjects::sign_ins::measure(&database, &service, &world, extent, ceilings, &mut figures)
        .await?;
    Ok(figures)
}
