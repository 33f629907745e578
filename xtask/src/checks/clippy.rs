//! What clippy says of the Rust source, with every warning an error.

use crate::{checks::rust, failure::Done, program::Program, setup};

/// What separates the arguments in `CLIPPY_ARGS`, in which `cargo clippy` hands them to its driver.
const BETWEEN: &str = "__CLIPPY_HACKERY__";

/// Whether the build of the tests lints as well (decision 0069): where everything is compiled once anyway, linting it
/// apart would take the dependencies a second time. Where people build again and again, it would compile the workspace
/// beside what `cargo test` left.
pub(crate) fn lints_as_it_builds() -> bool {
    setup::is_ci()
}

/// Makes a build of cargo's lint what it compiles.
pub(crate) fn linting(cargo: Program) -> Program {
    cargo
        .env("RUSTC_WORKSPACE_WRAPPER", "clippy-driver")
        .env("CLIPPY_ARGS", format!("-D{BETWEEN}warnings{BETWEEN}"))
}

/// Lints apart from any build.
pub(crate) async fn apart() -> Done {
    rust::cargo(["clippy"])
        .args(["--all-targets", "--", "-D", "warnings"])
        .run()
        .await
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Between `cargo clippy` and its driver nothing is promised: were the arguments read in another way one day, every
    /// warning would pass.
    #[tokio::test]
    async fn a_warning_of_clippy_ends_a_build_that_lints() {
        let folder = tempfile::tempdir().unwrap();
        let build = |source: &'static str| {
            let file = folder.path().join("linted.rs");
            std::fs::write(&file, source).unwrap();
            linting(Program::new("clippy-driver"))
                .args(["rustc", "--crate-type=lib", "--emit=metadata", "--out-dir"])
                .args([folder.path(), &file])
                .capture()
        };

        let warned_of = build("pub fn one() -> u8 {\n    return 1;\n}\n").await;
        assert!(
            warned_of
                .unwrap_err()
                .to_string()
                .contains("clippy::needless_return")
        );
        build("pub fn one() -> u8 {\n    1\n}\n").await.unwrap();
    }
}
