//! `cargo xtask test`: everything that must hold before a change lands.

mod campaign;
mod steps;

use crate::{
    checks::{api_fuzz, clippy, policy, rust, style, user_interface, window},
    cluster::Cluster,
    components,
    depth::Depth,
    failure::Done,
    package,
    setup::{self, system::Purpose},
    test::steps::Steps,
};

/// Sets everything up, then runs the quick checks, the builds, the tests, and last the window. A
/// check that fails does not stop the others.
pub(crate) async fn test(depth: Depth) -> Done {
    let steps = Steps::begin();
    match checks(&steps, depth).await {
        Ok(()) => steps.summary(),
        Err(failure) => {
            steps.list();
            Err(failure)
        }
    }
}

async fn checks(steps: &Steps, depth: Depth) -> Done {
    let missing = steps
        .need(
            "Set-up: what is missing of the system",
            setup::system::missing(Purpose::Checks),
        )
        .await?;
    // Downloading, unpacking and compiling get little in each other's way. Each goes on to its end where another one
    // fails: packages that are being installed are not left half done.
    let (system, user_interface, crates) = tokio::join!(
        system(steps, &missing),
        user_interface(steps),
        crates(steps)
    );
    system.and(user_interface).and(crates)?;
    steps
        .check("Shape of the release workflow", policy::workflows())
        .await;
    steps.check("Bills of materials", components::check()).await;
    if clippy::lints_as_it_builds() {
        steps
            .need("Clippy and build of the Rust tests", rust::build())
            .await?;
    } else {
        steps.check("Clippy", clippy::apart()).await;
        steps.need("Build of the Rust tests", rust::build()).await?;
    }

    let cluster = steps
        .need("PostgreSQL for this run", Cluster::throw_away())
        .await?;
    steps.check("Rust tests", rust::tests(&cluster.url())).await;
    steps.check("Rust examples", rust::documentation()).await;
    steps
        .check("Screens in a browser", user_interface::browser())
        .await;
    steps
        .check("Schemathesis against the service", api_fuzz::run(depth))
        .await;
    steps
        .check("The app in its window", window::tests(&cluster.url()))
        .await;
    if depth >= Depth::Deep {
        campaign::run(steps, depth, &cluster.url()).await;
    }
    if depth == Depth::Release {
        steps
            .check("Packages, made and tried", package::package())
            .await;
        steps.check("An app that updates itself", journey()).await;
        steps
            .check("Two builds, compared", package::reproduced::compare())
            .await;
    }
    Ok(())
}

/// What the system brings, and what stands on it.
async fn system(steps: &Steps, missing: &[&str]) -> Done {
    steps
        .need("Set-up: system packages", setup::system::install(missing))
        .await?;
    steps
        .need("Set-up: Python packages", setup::python::environment())
        .await
}

/// Everything about `ui/` but what takes a browser.
async fn user_interface(steps: &Steps) -> Done {
    steps.need("Set-up: Node", setup::node::present()).await?;
    steps
        .need("Set-up: packages of ui/", setup::user_interface::packages())
        .await?;
    steps
        .need(
            "Set-up: the OpenID provider of the tests",
            setup::node::packages("tests/oidc-provider", "npm-ci-oidc-provider"),
        )
        .await?;
    steps
        .check("Types, lint and layout of ui/", user_interface::style())
        .await;
    steps.check("Units of ui/", user_interface::tests()).await;
    steps
        .need("Build of ui/", setup::user_interface::build())
        .await
}

/// The crates, and what is checked without compiling them.
async fn crates(steps: &Steps) -> Done {
    steps.need("Set-up: crates", setup::tools::fetch()).await?;
    steps
        .need("Set-up: cargo tools", setup::tools::install())
        .await?;
    steps
        .check("Layout of the Rust source", style::format())
        .await;
    steps
        .check("Licences, sources and bans", policy::dependencies())
        .await;
    Ok(())
}

/// In the build that the tests use anyway: it has what signing a feed takes.
async fn journey() -> Done {
    rust::cargo(["run"])
        .args(["--bin", "xtask", "--", "release", "journey"])
        .run()
        .await
}
