//! `cargo xtask bench`: how fast the service is, each figure beside what it cannot be faster than,
//! measured in the same run on the same cores.

mod app;
mod authenticators;
mod caller;
mod ceilings;
mod figure;
mod load;
mod memory;
mod packages;
mod report;
mod seed;
mod subject;
mod subjects;
mod wire;

use crate::{
    bench::{figure::Figure, seed::World, subject::Database},
    cluster::Cluster,
    failure::{Done, Failure},
    part::{Part, Subject},
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

/// Builds what is measured, measures it on these databases, and writes the report: where it cannot go on, with
/// what it has measured until then.
pub(crate) async fn bench(extent: Extent, parts: &[Part], subjects: &[Subject]) -> Done {
    say::step("Set-up");
    let beside_others = parts.contains(&Part::Authenticators);
    setup::system::packages(if beside_others {
        Purpose::Comparisons
    } else {
        Purpose::Checks
    })
    .await?;
    if beside_others {
        setup::python::environment().await?;
    }
    say::step("Build, for speed");
    Program::cargo()
        .args(["build", "--locked", "--profile", "service"])
        .args(["--package", "keyholder-server", "--bins", "--examples"])
        .run()
        .await?;

    let of_app = parts.contains(&Part::App);
    if of_app || beside_others {
        app::build().await?;
    }

    let mut figures = Vec::new();
    let measured = measure(extent, parts, subjects, &mut figures).await;
    if !figures.is_empty() {
        report::write(extent, &figures)?;
    }
    measured
}

async fn measure(
    extent: Extent,
    parts: &[Part],
    subjects: &[Subject],
    figures: &mut Vec<Figure>,
) -> Done {
    let of_app = parts.contains(&Part::App);
    let beside_others = parts.contains(&Part::Authenticators);
    let folder = tempfile::Builder::new()
        .prefix("keyholder-bench-")
        .tempdir()
        .map_err(Failure::doing("no folder for the databases"))?;
    let folder = folder.path();
    let of_service = [Part::Sqlite, Part::Postgres].map(|part| parts.contains(&part));
    let sqlite = Database::sqlite(&folder.join("bench.db"));
    let mut world = None;
    if of_service != [false; 2] {
        say::step("What no service can beat: an empty handler that checks a signature");
        let ceilings = ceilings::measure(extent).await?;
        if parts.contains(&Part::Sqlite) {
            let written = on(&sqlite, folder, extent, subjects, &ceilings, figures).await?;
            world = Some(written);
        }
        if parts.contains(&Part::Postgres) {
            let cluster = Cluster::measured().await?;
            let postgres = Database::postgres(cluster.url());
            on(&postgres, folder, extent, subjects, &ceilings, figures).await?;
        }
    }
    if of_app || beside_others {
        let world = match world {
            Some(world) => world,
            None => seed::seed(&sqlite, extent.users).await?,
        };
        let service = sqlite.serve(folder).await?;
        if of_app {
            say::step("The app, beside an empty window");
            app::measure(&service, &world, folder, figures).await?;
        }
        if beside_others {
            say::step("The authenticator, beside others");
            authenticators::measure(&service, &world, folder, figures).await?;
        }
    }
    if parts.contains(&Part::Packages) {
        packages::measure(figures).await?;
    }
    Ok(())
}

async fn on(
    database: &Database,
    folder: &std::path::Path,
    extent: Extent,
    subjects: &[Subject],
    ceilings: &ceilings::Ceilings,
    figures: &mut Vec<Figure>,
) -> Done<World> {
    say::step(&format!("{}: {} users", database.name, extent.users));
    let world = seed::seed(database, extent.users).await?;
    database.settle().await?;
    let selects = subjects::round_trips::measure(database, extent, figures).await?;
    let asked = |subject| subjects.contains(&subject);
    if asked(Subject::StartUp) {
        subjects::start_up::measure(database, folder, figures).await?;
    }
    let service = database.serve(folder).await?;
    if asked(Subject::Lists) {
        subjects::lists::measure(database, &service, &world, figures).await?;
    }
    if asked(Subject::Locations) {
        subjects::locations::measure(database, &service, &world, figures).await?;
    }
    if asked(Subject::Sessions) {
        let beside = (ceilings, selects);
        subjects::sessions::measure(database, &service, &world, extent, beside, figures).await?;
    }
    if asked(Subject::Creations) {
        subjects::creations::measure(database, &service, &world, extent, figures).await?;
    }
    if asked(Subject::SignIns) {
        subjects::sign_ins::measure(database, &service, &world, extent, figures).await?;
    }
    if asked(Subject::CodeSignIns) {
        subjects::code_sign_ins::measure(database, &service, &world, extent, figures).await?;
    }
    if asked(Subject::Flood) {
        subjects::flood::measure(database, &service, &world, extent, figures).await?;
    }
    Ok(world)
}
