//! Files that the person asked for, in the folder where they look for downloads. The web view names no
//! path and gets none: it says what to save, and learns the name of the file.

use std::{
    fs, io,
    io::Write as _,
    path::{Path, PathBuf},
};

use tempfile::NamedTempFile;

/// The most files of one name that are told apart by a number.
const MAX_NUMBER: u32 = 10_000;

/// The person's download folder, or their home where there is none.
pub(crate) fn folder() -> Option<PathBuf> {
    let home = std::env::home_dir()?;
    let set = std::env::var_os("XDG_DOWNLOAD_DIR")
        .map(PathBuf::from)
        .filter(|path| path.is_absolute());
    [set, Some(home.join("Downloads")), Some(home)]
        .into_iter()
        .flatten()
        .find(|path| path.is_dir())
}

/// A file that is being written. It has no name until it is complete, so that half of one is never
/// taken for the whole.
pub(crate) struct NewFile {
    file: NamedTempFile,
    folder: PathBuf,
    stem: &'static str,
    ending: &'static str,
}

impl NewFile {
    /// An empty file in the download folder.
    pub(crate) fn create(stem: &'static str, ending: &'static str) -> io::Result<Self> {
        let folder = folder().ok_or(io::ErrorKind::NotFound)?;
        Self::create_in(&folder, stem, ending)
    }

    fn create_in(folder: &Path, stem: &'static str, ending: &'static str) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        Ok(Self {
            file: NamedTempFile::new_in(folder)?,
            folder: folder.to_owned(),
            stem,
            ending,
        })
    }

    /// Appends to the file.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)
    }

    /// Names the complete file; an older one is never overwritten. Gives its name.
    pub(crate) fn keep(mut self) -> io::Result<String> {
        self.file.flush()?;
        self.file.as_file().sync_all()?;
        for number in 1..=MAX_NUMBER {
            let name = if number == 1 {
                format!("{}.{}", self.stem, self.ending)
            } else {
                format!("{} ({number}).{}", self.stem, self.ending)
            };
            match self.file.persist_noclobber(self.folder.join(&name)) {
                Ok(_) => return Ok(name),
                Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => {
                    self.file = error.file;
                }
                Err(error) => return Err(error.error),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn saved(folder: &Path, text: &str) -> String {
        let mut file = NewFile::create_in(folder, "activity", "csv").unwrap();
        file.write(text.as_bytes()).unwrap();
        file.keep().unwrap()
    }

    #[test]
    fn files_are_numbered_and_never_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(saved(folder.path(), "one"), "activity.csv");
        assert_eq!(saved(folder.path(), "two"), "activity (2).csv");
        let first = fs::read_to_string(folder.path().join("activity.csv")).unwrap();
        assert_eq!(first, "one");
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_on_the_computer_reads_what_was_saved() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let name = saved(folder.path(), "codes");
        let mode = fs::metadata(folder.path().join(name))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o077, 0, "{mode:o}");
    }

    #[test]
    fn what_is_not_complete_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let mut file = NewFile::create_in(folder.path(), "activity", "csv").unwrap();
        file.write(b"half").unwrap();
        drop(file);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
