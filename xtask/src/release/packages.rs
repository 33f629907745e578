//! Packages by the names that Tauri's bundler gives them.

use keyholder_updates::Target;

/// What a name says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Package {
    /// For which builds: one, or two for a package that holds both architectures of a Mac.
    pub(super) targets: Vec<Target>,
    /// The ending that it keeps.
    pub(super) ending: &'static str,
}

/// Ending, system and kind of package, as the target of a build is called.
const KINDS: [(&str, &str, &str); 6] = [
    ("app.tar.gz", "darwin", "app"),
    ("AppImage", "linux", "appimage"),
    ("deb", "linux", "deb"),
    ("rpm", "linux", "rpm"),
    ("msi", "windows", "msi"),
    ("exe", "windows", "nsis"),
];

/// Words for architectures, with those that they stand for.
const ARCHITECTURES: [(&str, &[&str]); 8] = [
    ("amd64", &["x86_64"]),
    ("x86_64", &["x86_64"]),
    ("x64", &["x86_64"]),
    ("arm64", &["aarch64"]),
    ("aarch64", &["aarch64"]),
    ("x86", &["i686"]),
    ("i386", &["i686"]),
    ("universal", &["x86_64", "aarch64"]),
];

/// Reads a name; nothing where it is not that of a package.
pub(super) fn read(name: &str) -> Option<Package> {
    let (ending, system, kind) = KINDS
        .into_iter()
        .find(|(ending, ..)| name.ends_with(&format!(".{ending}")))?;
    let stem = name.strip_suffix(ending)?.strip_suffix('.')?;
    // `x86_64` has the sign in it that parts the words.
    let architectures = ARCHITECTURES
        .into_iter()
        .find(|(word, _)| ends_with_word(stem, word))?
        .1;
    let target = |architecture| format!("{system}-{architecture}-{kind}").parse().ok();
    Some(Package {
        targets: architectures.iter().map(target).collect::<Option<_>>()?,
        ending,
    })
}

/// Installers have a language (`_en-US`) or `-setup` behind the architecture.
fn ends_with_word(stem: &str, word: &str) -> bool {
    let stem = stem.strip_suffix("-setup").unwrap_or(stem);
    let stem = stem.strip_suffix("_en-US").unwrap_or(stem);
    stem.strip_suffix(word)
        .is_some_and(|rest| rest.ends_with(['_', '.', '-']))
}
