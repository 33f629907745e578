//! Where the choices are kept: one small JSON file, replaced as a whole or not at all.

use std::{
    fs, io,
    io::Write as _,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use crate::preferences::Preferences;

/// The largest file that is read, in bytes.
const MAX_BYTES: u64 = 64 * 1024;

/// The file and what it holds.
pub struct PreferencesFile {
    path: PathBuf,
    current: Mutex<Preferences>,
}

impl PreferencesFile {
    /// Reads the file. One that is absent or makes no sense counts as "no choices made": nothing in
    /// it is worth keeping anybody from starting the app.
    pub fn open(path: PathBuf) -> Self {
        let current = read(&path).unwrap_or_else(|error| {
            if error.kind() != io::ErrorKind::NotFound {
                tracing::warn!(%error, "the preferences cannot be read; starting with the defaults");
            }
            Preferences::default()
        });
        Self {
            path,
            current: Mutex::new(current),
        }
    }

    /// The choices now.
    pub fn get(&self) -> Preferences {
        self.lock().clone()
    }

    /// Changes the choices, first on disk.
    pub(crate) fn update(&self, change: impl FnOnce(&mut Preferences)) -> io::Result<()> {
        let mut current = self.lock();
        let mut changed = current.clone();
        change(&mut changed);
        if changed != *current {
            write(&self.path, &changed)?;
            *current = changed;
        }
        Ok(())
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Preferences> {
        self.current.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn read(path: &Path) -> io::Result<Preferences> {
    if fs::metadata(path)?.len() > MAX_BYTES {
        return Err(io::Error::other("larger than preferences can be"));
    }
    Ok(serde_json::from_slice(&fs::read(path)?)?)
}

fn write(path: &Path, preferences: &Preferences) -> io::Result<()> {
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    fs::create_dir_all(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    serde_json::to_writer_pretty(&mut file, preferences)?;
    file.flush()?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    // The new name itself must reach the disk too; only Unix lets a folder be opened for it.
    #[cfg(unix)]
    fs::File::open(folder)?.sync_all()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::preferences::Theme;

    #[test]
    fn choices_come_back_and_leave_nothing_beside_them() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new").join("preferences.json");
        let file = PreferencesFile::open(path.clone());
        assert_eq!(file.get(), Preferences::default());
        file.update(|preferences| preferences.theme = Theme::Dark)
            .unwrap();
        assert_eq!(PreferencesFile::open(path).get().theme, Theme::Dark);
        let names = fs::read_dir(folder.path().join("new")).unwrap().count();
        assert_eq!(names, 1);
    }

    #[test]
    fn a_file_that_makes_no_sense_is_no_choice() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("preferences.json");
        let huge = " ".repeat(70_000);
        for content in ["", "{", "[]", "{\"theme\": 7}", "null", &huge] {
            fs::write(&path, content).unwrap();
            let file = PreferencesFile::open(path.clone());
            assert_eq!(file.get(), Preferences::default(), "{content:.20}");
        }
    }

    #[test]
    fn a_failed_write_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let blocked = folder.path().join("file");
        fs::write(&blocked, "").unwrap();
        let file = PreferencesFile::open(blocked.join("preferences.json"));
        let outcome = file.update(|preferences| preferences.theme = Theme::Dark);
        assert!(outcome.is_err());
        assert_eq!(file.get(), Preferences::default());
    }
}
