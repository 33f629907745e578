//! Databases in a file that last as long as a test.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::template_name;
use crate::database::{Database, DatabaseOptions};

/// A database that is removed with the value.
#[derive(Debug)]
pub(super) struct TemporaryDatabase {
    directory: TempDir,
}

impl TemporaryDatabase {
    /// A copy of the migrated template: to make its tables anew takes a third of a short test.
    pub(super) async fn from_template() -> Self {
        let database = Self::blank();
        std::fs::copy(template().await, database.file()).expect("the template is copied");
        database
    }

    /// A database without anything.
    pub(super) fn blank() -> Self {
        Self {
            directory: tempfile::tempdir().expect("a temporary directory"),
        }
    }

    pub(super) fn url(&self) -> String {
        url(&self.file())
    }

    fn file(&self) -> PathBuf {
        self.directory.path().join("test.db")
    }
}

fn url(file: &Path) -> String {
    format!("sqlite://{}", file.display())
}

/// The template of this schema, which is made beside the test's program if it does not exist. Tests run in processes of
/// their own: where several make it at once, they make the same, and each puts it there as a whole.
async fn template() -> PathBuf {
    let program = std::env::current_exe().expect("the test knows its program");
    let folder = program.parent().expect("a program lies in a folder");
    let template = folder.join(template_name()).with_extension("db");
    if !template.is_file() {
        let unfinished = tempfile::tempdir_in(folder).expect("a folder beside the program");
        let file = unfinished.path().join("template.db");
        let database = Database::connect(&url(&file), DatabaseOptions::default())
            .await
            .expect("the template opens");
        database.migrate().await.expect("the template is migrated");
        // Closing writes the journal back: the file is all of it.
        database.close().await.expect("the template is closed");
        std::fs::rename(&file, &template).expect("the template is put in its place");
    }
    template
}
