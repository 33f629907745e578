//! The files that somebody hands over: picked in the dialog of the system, or dropped onto the window. The
//! web view names no path and reads no file.

use std::{
    fs::File,
    future::Future,
    io::{self, Read as _},
    path::{Path, PathBuf},
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
};

use zeroize::Zeroizing;

use crate::core::{Core, CoreEvent};

/// What the dialog gives: the files, or none where it was closed without any.
pub type Picked = Pin<Box<dyn Future<Output = Vec<PathBuf>> + Send>>;

/// Shows the dialog, under a title.
type Show = dyn Fn(String) -> Picked + Send + Sync;

/// How files are handed over.
#[derive(Clone)]
pub struct FilePicker {
    show: Arc<Show>,
    dropped: Arc<Mutex<Vec<PathBuf>>>,
}

impl FilePicker {
    /// A picker that shows this dialog.
    pub fn new(show: impl Fn(String) -> Picked + Send + Sync + 'static) -> Self {
        Self {
            show: Arc::new(show),
            dropped: Arc::default(),
        }
    }

    /// Asks for files.
    pub(crate) async fn pick(&self, title: String) -> Vec<PathBuf> {
        (self.show)(title).await
    }

    /// Files were dropped onto the window.
    pub(crate) fn drop(&self, paths: Vec<PathBuf>) {
        *self.slot() = paths;
    }

    /// The files that were dropped last, once.
    pub(crate) fn take_dropped(&self) -> Vec<PathBuf> {
        std::mem::take(&mut self.slot())
    }

    fn slot(&self) -> std::sync::MutexGuard<'_, Vec<PathBuf>> {
        self.dropped.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Core {
    /// Files were dropped onto the window: the page says what becomes of them.
    pub fn files_dropped(&self, paths: Vec<PathBuf>) {
        if !paths.is_empty() {
            self.file_picker().drop(paths);
            self.tell(CoreEvent::FileDropped);
        }
    }
}

/// Reads a file of at most so many bytes. What is no file, such as a device, is not read.
pub(crate) fn read(path: &Path, most: usize) -> io::Result<Zeroizing<Vec<u8>>> {
    if !std::fs::metadata(path)?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let file = File::open(path)?;
    let length = usize::try_from(file.metadata()?.len()).unwrap_or(usize::MAX);
    if length > most {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    // Room for all of it: no growing leaves a copy behind.
    let mut bytes = Zeroizing::new(Vec::with_capacity(length + 1));
    let limit = u64::try_from(most).unwrap_or(u64::MAX);
    file.take(limit).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_up_to_its_limit_and_nothing_that_is_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("export.txt");
        std::fs::write(&path, b"12345").unwrap();
        assert_eq!(read(&path, 5).unwrap().as_slice(), b"12345");
        let large = read(&path, 4).unwrap_err();
        assert_eq!(large.kind(), io::ErrorKind::FileTooLarge);
        assert!(read(folder.path(), 5).is_err());
        #[cfg(unix)]
        assert!(read(Path::new("/dev/zero"), 5).is_err());
    }

    #[test]
    fn what_was_dropped_is_handed_over_once() {
        let picker = FilePicker::new(|_| Box::pin(async { Vec::new() }));
        picker.drop(vec![PathBuf::from("one")]);
        picker.drop(vec![PathBuf::from("two"), PathBuf::from("three")]);
        let dropped = [PathBuf::from("two"), PathBuf::from("three")];
        assert_eq!(picker.take_dropped(), dropped);
        assert!(picker.take_dropped().is_empty());
    }
}
