//! Who may import whom. The table is the one of `ARCHITECTURE.md`; an edge that it does not list,
//! or a package that it does not know, fails here.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking"
)]

mod tree;

use std::{collections::BTreeSet, path::Path, process::Command};

use serde_json::Value;

/// One package and the packages of ours that it may depend on.
struct Layer {
    package: &'static str,
    /// In what is shipped.
    normal: &'static [&'static str],
    /// In its tests only.
    tests: &'static [&'static str],
}

const LAYERS: [Layer; 9] = [
    Layer {
        package: "keyholder-domain",
        normal: &[],
        tests: &[],
    },
    Layer {
        package: "keyholder-contract",
        normal: &["keyholder-domain"],
        tests: &[],
    },
    Layer {
        package: "keyholder-store",
        normal: &["keyholder-domain"],
        tests: &[],
    },
    Layer {
        package: "keyholder-authenticator",
        normal: &["keyholder-domain"],
        tests: &[],
    },
    Layer {
        package: "keyholder-client",
        normal: &["keyholder-contract", "keyholder-domain"],
        tests: &["keyholder-server"],
    },
    Layer {
        package: "keyholder-updates",
        normal: &["keyholder-domain"],
        tests: &[],
    },
    Layer {
        package: "keyholder-server",
        normal: &["keyholder-contract", "keyholder-domain", "keyholder-store"],
        // Its tests talk to it through the client that is shipped.
        tests: &["keyholder-client"],
    },
    Layer {
        package: "keyholder",
        normal: &[
            "keyholder-authenticator",
            "keyholder-client",
            "keyholder-contract",
            "keyholder-domain",
            "keyholder-updates",
        ],
        tests: &["keyholder-server", "keyholder-store"],
    },
    Layer {
        package: "xtask",
        normal: &[
            "keyholder-authenticator",
            "keyholder-client",
            "keyholder-contract",
            "keyholder-domain",
            "keyholder-store",
            "keyholder-updates",
        ],
        tests: &[],
    },
];

/// Foreign packages that only one of ours knows. A star stands for any ending.
const KEEPERS: [(&str, &[&str]); 10] = [
    ("tauri*", &["keyholder"]),
    ("keyring*", &["keyholder"]),
    ("sea-orm*", &["keyholder-store"]),
    ("sqlx*", &["keyholder-store"]),
    ("axum*", &["keyholder-server"]),
    ("tower*", &["keyholder-server"]),
    ("lettre", &["keyholder-server"]),
    ("image", &["keyholder-authenticator"]),
    ("prost", &["keyholder-authenticator"]),
    ("argon2", &["keyholder-authenticator", "keyholder-server"]),
];

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Normal,
    Build,
    Test,
}

struct Edge {
    from: String,
    to: String,
    kind: Kind,
    ours: bool,
}

/// Every direct dependency of the workspace's packages, as cargo sees them.
fn edges() -> (BTreeSet<String>, Vec<Edge>) {
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--format-version",
            "1",
            "--no-deps",
            "--offline",
        ])
        .current_dir(tree::root())
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut packages = BTreeSet::new();
    let mut edges = Vec::new();
    for package in metadata["packages"].as_array().unwrap() {
        let from = package["name"].as_str().unwrap();
        packages.insert(from.to_owned());
        for dependency in package["dependencies"].as_array().unwrap() {
            edges.push(Edge {
                from: from.to_owned(),
                to: dependency["name"].as_str().unwrap().to_owned(),
                kind: match dependency["kind"].as_str() {
                    None => Kind::Normal,
                    Some("build") => Kind::Build,
                    Some("dev") => Kind::Test,
                    Some(other) => panic!("an unknown kind of dependency: {other}"),
                },
                ours: dependency["path"].is_string(),
            });
        }
    }
    (packages, edges)
}

#[test]
fn every_package_has_a_place() {
    let (packages, _) = edges();
    let known = LAYERS
        .iter()
        .map(|layer| layer.package.to_owned())
        .collect();
    assert_eq!(
        packages, known,
        "a package without a layer, or a layer without a package"
    );
}

#[test]
fn no_package_imports_past_its_layer() {
    let (_, edges) = edges();
    assert!(
        edges.iter().filter(|edge| edge.ours).count() > 10,
        "the edges were not found"
    );
    for edge in edges.iter().filter(|edge| edge.ours) {
        let layer = LAYERS
            .iter()
            .find(|layer| layer.package == edge.from)
            .unwrap();
        let to = edge.to.as_str();
        let allowed = match edge.kind {
            Kind::Normal => layer.normal.contains(&to),
            Kind::Build => false,
            // A package may ask itself for its own test equipment.
            Kind::Test => {
                to == edge.from || layer.normal.contains(&to) || layer.tests.contains(&to)
            }
        };
        assert!(
            allowed,
            "{} may not depend on {to} ({:?})",
            edge.from, edge.kind
        );
    }
}

#[test]
fn each_foreign_package_with_a_keeper_is_known_to_it_alone() {
    let (_, edges) = edges();
    for (pattern, keepers) in KEEPERS {
        let found: Vec<_> = edges
            .iter()
            .filter(|edge| edge.kind != Kind::Test && matches(pattern, &edge.to))
            .collect();
        assert!(
            !found.is_empty(),
            "nobody depends on {pattern} any more: drop its keeper"
        );
        for edge in found {
            assert!(
                keepers.contains(&edge.from.as_str()),
                "{} depends on {}, which only {keepers:?} may know",
                edge.from,
                edge.to
            );
        }
    }
}

#[test]
fn only_the_store_holds_sql() {
    // Keywords as they stand in statements, put together so that this file holds none.
    let statements = [
        "SELECT ",
        "INSERT INTO ",
        "UPDATE ",
        "DELETE FROM ",
        "CREATE TABLE ",
    ]
    .map(|keyword| format!("\"{keyword}"));
    for path in shipped_rust().filter(|path| !path.starts_with("crates/store")) {
        let text = tree::read(&path);
        for statement in &statements {
            assert!(
                !text.contains(statement.as_str()),
                "{} holds SQL; it belongs into crates/store",
                path.display()
            );
        }
    }
}

#[test]
fn the_rules_touch_nothing_outside_themselves() {
    let outside = [
        "std::fs",
        "std::net",
        "std::io",
        "std::env",
        "std::process",
        "std::thread",
        "std::sync",
        "tokio",
        "async fn",
        ".await",
        "SystemTime",
        "Instant",
        "rand::",
        "println!",
    ];
    for path in shipped_rust().filter(|path| path.starts_with("crates/domain/src")) {
        for (number, line) in tree::read(&path).lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            for word in outside {
                assert!(
                    !code.contains(word),
                    "{}:{}: a rule may not know `{word}`",
                    path.display(),
                    number + 1
                );
            }
        }
    }
}

#[test]
fn only_the_ipc_folder_of_the_user_interface_knows_tauri() {
    let imports = |text: &str| {
        [
            "from \"@tauri-apps/",
            "import(\"@tauri-apps/",
            "import \"@tauri-apps/",
        ]
        .iter()
        .any(|import| text.contains(import))
    };
    assert!(
        imports(&tree::read("ui/src/ipc/bindings.ts")),
        "the bindings import Tauri no more: has the import another form?"
    );
    for path in tree::written_files(&[".ts", ".tsx"]) {
        assert!(
            path.starts_with("ui/src/ipc") || !imports(&tree::read(&path)),
            "{} imports Tauri; only ui/src/ipc/ may",
            path.display()
        );
    }
}

fn shipped_rust() -> impl Iterator<Item = std::path::PathBuf> {
    tree::written_files(&[".rs"]).into_iter().filter(|path| {
        (path.starts_with("crates") || path.starts_with("src-tauri"))
            && !path
                .components()
                .any(|part| part.as_os_str() == Path::new("tests").as_os_str())
    })
}

fn matches(pattern: &str, name: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(beginning) => name.starts_with(beginning),
        None => name == pattern,
    }
}
