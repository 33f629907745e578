//! Cargo tools that the checks need, pinned, and kept apart from the user's own.

use crate::{failure::Done, place, program::Program, say};

struct Tool {
    name: &'static str,
    version: &'static str,
    /// How to build it quickest: it runs for seconds, and is built on two cores.
    build: &'static [&'static str],
}

const TOOLS: [Tool; 1] = [
    // Without its default features it cannot fetch advisories, which only the release looks at.
    Tool {
        name: "cargo-deny",
        version: "0.20.2",
        build: &["--debug", "--no-default-features"],
    },
];

/// Downloads every crate of the lock file, also those of other systems, whose licences are checked.
pub(crate) async fn fetch() -> Done {
    Program::cargo().args(["fetch", "--locked"]).run().await
}

/// Installs those that are missing or of another version.
pub(crate) async fn install() -> Done {
    for tool in TOOLS {
        if is_there(&tool) {
            say::note(&format!("{} {}: there", tool.name, tool.version));
            continue;
        }
        Program::cargo()
            .args(["install", tool.name, "--version", tool.version, "--locked"])
            .args(["--quiet", "--force", "--root"])
            .arg(place::tools())
            .args(tool.build)
            .env("CARGO_TARGET_DIR", place::tools().join("build"))
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .run()
            .await?;
    }
    Ok(())
}

/// Cargo keeps a list of what it has installed below a root.
fn is_there(tool: &Tool) -> bool {
    let installed = std::fs::read_to_string(place::tools().join(".crates.toml"));
    place::tool(tool.name).is_file()
        && installed.is_ok_and(|list| list.contains(&format!("\"{} {} ", tool.name, tool.version)))
}
