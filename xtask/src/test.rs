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
        steps.need("Set-up: system packages", setup::system::install(&missing)),
        user_interface(steps),
        steps.need("Set-up: crates", setup::tools::fetch()),
    );
    system.and(user_interface).and(crates)?;
    // Compiling takes a quarter of the whole; what needs nothing of it goes on beside it.
    let (compiled, about_user_interface, about_crates) = tokio::join!(
        compile(steps),
        about_user_interface(steps),
        about_crates(steps),
    );
    compiled.and(about_user_interface).and(about_crates)?;

    let cluster = steps
        .need("PostgreSQL for this run", Cluster::throw_away())
        .await?;
    steps.check("Rust tests", rust::tests(&cluster.url())).await;
    // Schemathesis waits for each answer, and documentation is compiled by itself: alone, each leaves cores idle.
    tokio::join!(
        steps.check("Screens in a browser", user_interface::browser()),
        async {
            steps.check("Rust examples", rust::documentation()).await;
            steps
                .check("Schemathesis against the service", api_fuzz::run(depth))
                .await;
        },
    );
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

/// The user interface as the app carries it.
async fn user_interface(steps: &Steps) -> Done {
    steps.need("Set-up: Node", setup::node::present()).await?;
    steps
        .need("Set-up: packages of ui/", setup::user_interface::packages())
        .await?;
    steps
        .need("Build of ui/", setup::user_interface::bundle())
        .await
}

/// Lints and compiles the workspace.
async fn compile(steps: &Steps) -> Done {
    if clippy::lints_as_it_builds() {
        return steps
            .need("Clippy and build of the Rust tests", rust::build())
            .await;
    }
    steps.check("Clippy", clippy::apart()).await;
    steps.need("Build of the Rust tests", rust::build()).await
}

/// What is checked of `ui/` without a browser, and the packages of what plays a provider in the tests.
async fn about_user_interface(steps: &Steps) -> Done {
    steps
        .check("Types, lint and layout of ui/", user_interface::style())
        .await;
    steps.check("Units of ui/", user_interface::tests()).await;
    steps
        .need(
            "Set-up: the OpenID provider of the tests",
            setup::node::packages("tests/oidc-provider", "npm-ci-oidc-provider"),
        )
        .await
}

/// What is checked of the crates without compiling them.
async fn about_crates(steps: &Steps) -> Done {
    steps
        .check("Layout of the Rust source", style::format())
        .await;
    steps
        .need("Set-up: Python packages", setup::python::environment())
        .await?;
    steps
        .check("Shape of the release workflow", policy::workflows())
        .await;
    steps.check("Bills of materials", components::check()).await;
    steps
        .need("Set-up: cargo tools", setup::tools::install())
        .await?;
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
