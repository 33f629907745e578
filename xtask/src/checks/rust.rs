//! The tests of the Rust packages.

use crate::{
    checks::clippy,
    failure::{Done, Failure},
    program::Program,
    say,
    setup::python,
};

/// The same selection for every build of the checks: another one would compile the dependencies
/// again. With `custom-protocol` the app carries the built user interface, as the shipped one does.
const WORKSPACE: [&str; 4] = [
    "--workspace",
    "--locked",
    "--features",
    "keyholder/custom-protocol,xtask/bench,xtask/release",
];

/// The test binary that drives the real window; it runs last, in a desktop session of its own.
pub(crate) const WINDOW: &str = "window";

/// cargo with one of its commands on that selection. All that compiles goes through here: a build that lints and one that
/// does not would each compile the workspace.
pub(crate) fn cargo<const N: usize>(command: [&str; N]) -> Program {
    let cargo = Program::cargo().args(command).args(WORKSPACE);
    if clippy::lints_as_it_builds() {
        clippy::linting(cargo)
    } else {
        cargo
    }
}

/// Compiles every test, so that the next step shows only how long the tests take.
pub(crate) async fn build() -> Done {
    cargo(["test"]).args(["--no-run", "--quiet"]).run().await
}

/// Every test but the one in the window. One more at once than there are cores: now and then one waits for the
/// database or a browser.
pub(crate) async fn tests(database: &str) -> Done {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let program = if has_nextest().await {
        nextest(&format!("not (package(keyholder) and binary({WINDOW}))"))
            .arg(format!("--test-threads={}", cores.saturating_add(1)))
    } else {
        say::note("cargo-nextest is not installed; cargo test does the same, more slowly");
        return cargo_test(database).await;
    };
    with_surroundings(program, database).run().await
}

/// The examples in the documentation, which nextest leaves out.
pub(crate) async fn documentation() -> Done {
    cargo(["test"]).args(["--doc", "--quiet"]).run().await
}

/// nextest with a filter.
pub(crate) fn nextest(filter: &str) -> Program {
    cargo(["nextest", "run"])
        .args(["--no-fail-fast", "--status-level", "slow"])
        .args(["--filterset", filter])
}

pub(crate) async fn has_nextest() -> bool {
    Program::cargo()
        .args(["nextest", "--version"])
        .succeeds()
        .await
}

/// What tests find in their environment.
pub(crate) fn with_surroundings(program: Program, database: &str) -> Program {
    program
        .env("KEYHOLDER_TEST_POSTGRES_URL", database)
        .env("KEYHOLDER_TEST_PYTHON", python::program("python"))
}

/// Without nextest: every package's tests, then the root package's by name, to leave out the window.
async fn cargo_test(database: &str) -> Done {
    let others = cargo(["test"]).args([
        "--exclude",
        "keyholder",
        "--lib",
        "--bins",
        "--tests",
        "--no-fail-fast",
    ]);
    let others = with_surroundings(others, database).run().await;
    let mut root = Program::cargo().args([
        "test",
        "--package",
        "keyholder",
        "--locked",
        "--features",
        "custom-protocol",
        "--lib",
        "--bins",
        "--no-fail-fast",
    ]);
    for name in test_files()? {
        root = root.args(["--test", &name]);
    }
    let root = with_surroundings(root, database).run().await;
    others.and(root)
}

fn test_files() -> Done<Vec<String>> {
    let entries = std::fs::read_dir(crate::place::within("tests"))
        .map_err(Failure::doing("tests/ cannot be read"))?;
    let mut names: Vec<_> = entries
        .filter_map(|entry| {
            let name = entry.ok()?.file_name().into_string().ok()?;
            Some(name.strip_suffix(".rs")?.to_owned())
        })
        .filter(|name| name != WINDOW)
        .collect();
    names.sort();
    Ok(names)
}
