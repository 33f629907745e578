//! How verified bytes take the place of what runs, by the kind of package (decision 0041).

use std::{
    fs, io,
    io::Write as _,
    path::{Path, PathBuf},
};

use keyholder_updates::{FileName, Offer};

use super::{fault::Fault, part, previous};

/// Hands verified bytes to the installer of the system.
pub type Installer = Box<dyn Fn(&Offer, &[u8]) -> Result<(), Fault> + Send + Sync>;

/// A kind of package.
pub enum Put {
    /// `.deb`: belongs to the system. The file goes into this folder, and the user is told the command.
    Deb(PathBuf),
    /// `.rpm`: the same.
    Rpm(PathBuf),
    /// An `AppImage`: this one file is the app.
    Image(PathBuf),
    /// An installer of Windows, or an app of macOS: it ends the app, or replaces what runs, so it is begun by the
    /// restart.
    Installer {
        /// Begins it.
        install: Installer,
        /// The program or the folder of the app, where this may put the version before back itself.
        app: Option<PathBuf>,
    },
}

/// What has come of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// The next start is the new version.
    Replaced,
    /// The user has to do the rest, with this command.
    Command(String),
    /// The restart does the rest.
    Ready,
}

impl Put {
    /// Puts the bytes in place. On an error nothing has changed.
    pub(super) fn put(&self, name: &FileName, bytes: &[u8]) -> Result<Outcome, Fault> {
        if !bytes.starts_with(self.magic()) {
            return Err(Fault::NoPackage);
        }
        let saved = |folder: &Path| {
            save(folder, &name.to_string(), bytes).map_err(|error| not_written(&error))
        };
        match self {
            Self::Deb(folder) => {
                let path = saved(folder)?;
                let command = format!("sudo apt install {}", quoted(&path));
                Ok(Outcome::Command(command))
            }
            Self::Rpm(folder) => {
                let path = saved(folder)?;
                let command = format!("sudo dnf install {}", quoted(&path));
                Ok(Outcome::Command(command))
            }
            Self::Image(path) => {
                replace(path, bytes).map_err(|error| not_written(&error))?;
                Ok(Outcome::Replaced)
            }
            Self::Installer { .. } => Ok(Outcome::Ready),
        }
    }

    /// The ending of a file of this kind; that of an installer plays no part.
    pub(super) const fn ending(&self) -> &'static str {
        match self {
            Self::Deb(_) => "deb",
            Self::Rpm(_) => "rpm",
            Self::Image(_) => "AppImage",
            Self::Installer { .. } => "bin",
        }
    }

    /// What a file of this kind begins with.
    const fn magic(&self) -> &'static [u8] {
        match self {
            Self::Deb(_) => b"!<arch>\ndebian-binary",
            Self::Rpm(_) => b"\xed\xab\xee\xdb",
            Self::Image(_) => b"\x7fELF",
            Self::Installer { .. } => b"",
        }
    }

    /// Whether putting the bytes in place keeps the version before until the new one has come up.
    pub(super) const fn keeps_previous(&self) -> bool {
        matches!(self, Self::Image(_))
    }

    /// Keeps the version before ahead of the installer; whether it is kept. Where the folder belongs to somebody
    /// else, who will be asked for it by the installer, an update without a way back is better than none.
    pub(super) fn keep(&self) -> bool {
        let Self::Installer { app: Some(app), .. } = self else {
            return false;
        };
        let done = previous::keep(app);
        if let Err(error) = &done {
            tracing::warn!(%error, "the version before cannot be kept");
        }
        done.is_ok()
    }

    /// Does the rest of what is ready; on Windows this ends the app.
    pub(super) fn finish(&self, offer: &Offer, bytes: &[u8]) -> Result<(), Fault> {
        match self {
            Self::Installer { install, .. } => install(offer, bytes),
            Self::Deb(_) | Self::Rpm(_) | Self::Image(_) => Ok(()),
        }
    }

    /// Puts the version before back, if it waits; whether it is there.
    pub(super) fn go_back(&self) -> bool {
        let Some(app) = self.app() else { return false };
        let done = previous::put_back(app);
        if let Err(error) = &done {
            tracing::error!(%error, "the version before cannot be put back");
        }
        done.is_ok()
    }

    /// The version that runs is to stay: neither the one before nor one that failed is needed any more.
    pub(super) fn settle(&self) {
        if let Some(app) = self.app() {
            previous::settle(app);
        }
    }

    /// What a program may replace itself.
    fn app(&self) -> Option<&Path> {
        match self {
            Self::Image(path) => Some(path),
            Self::Installer { app, .. } => app.as_deref(),
            Self::Deb(_) | Self::Rpm(_) => None,
        }
    }
}

fn not_written(error: &io::Error) -> Fault {
    tracing::warn!(%error, "the update cannot be written");
    Fault::NotWritten
}

/// At every moment the path holds the old file or the new one, whole: the new one is complete on disk before
/// it gets the name, and the old one keeps a second name.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    let mut file = part::begin(path)?;
    file.write_all(bytes)?;
    file.as_file()
        .set_permissions(fs::metadata(path)?.permissions())?;
    file.as_file().sync_all()?;
    let previous = previous::place(path);
    match fs::remove_file(&previous) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        // Not every file system has second names.
        _ => fs::hard_link(path, &previous).or_else(|_| fs::copy(path, &previous).map(drop))?,
    }
    file.persist(path)?;
    #[cfg(unix)]
    fs::File::open(folder)?.sync_all()?;
    Ok(())
}

/// Saves a package among the downloads, under its signed name; one of an earlier try is the same bytes or none
/// of ours, and gives way.
fn save(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let path = folder.join(name);
    let mut file = part::begin(&path)?;
    file.write_all(bytes)?;
    // The package tool reads it as another user.
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        file.as_file()
            .set_permissions(fs::Permissions::from_mode(0o644))?;
    }
    file.as_file().sync_all()?;
    file.persist(&path)?;
    Ok(path)
}

/// A path as one word of a shell.
fn quoted(path: &Path) -> String {
    format!("'{}'", path.display().to_string().replace('\'', r"'\''"))
}
