//! The browser that somebody has chosen for their computer, as far as a program can tell: the system hands it
//! the address that a program wants to have opened.
//!
//! A browser that WebDriver drives cannot be told anything past WebDriver, so what is chosen here writes the
//! address down, and the test goes there.

use std::{
    fs,
    os::unix::fs::PermissionsExt as _,
    path::PathBuf,
    sync::atomic::{AtomicUsize, Ordering},
};

use super::{Desktop, running::eventually};

const NAME: &str = "keyholder-test-browser.desktop";

/// What was chosen.
pub(crate) struct ChosenBrowser {
    opened: PathBuf,
    seen: AtomicUsize,
}

impl ChosenBrowser {
    /// Chooses it, by the means of the freedesktop specifications (MIME applications, desktop entries).
    pub(crate) fn of(desktop: &Desktop) -> Self {
        let home = desktop.home();
        let opened = home.join("opened-pages");
        fs::write(&opened, "").unwrap();
        let program = home.join("browser.sh");
        let script = format!(
            "#!/bin/sh\nprintf '%s\\n' \"$1\" >> '{}'\n",
            opened.display()
        );
        fs::write(&program, script).unwrap();
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
        let entries = home.join("data/applications");
        fs::create_dir_all(&entries).unwrap();
        let entry = format!(
            "[Desktop Entry]\nType=Application\nName=Browser\nExec={} %u\n\
             MimeType=x-scheme-handler/http;x-scheme-handler/https;\n",
            program.display()
        );
        fs::write(entries.join(NAME), entry).unwrap();
        let choice = format!(
            "[Default Applications]\nx-scheme-handler/http={NAME}\nx-scheme-handler/https={NAME}\n"
        );
        fs::write(home.join("config/mimeapps.list"), choice).unwrap();
        Self {
            opened,
            seen: AtomicUsize::new(0),
        }
    }

    /// The next address that is opened.
    pub(crate) async fn next(&self) -> String {
        let seen = self.seen.fetch_add(1, Ordering::Relaxed);
        let nth = || {
            let lines = fs::read_to_string(&self.opened).unwrap();
            let whole = lines.split_inclusive('\n').nth(seen)?.strip_suffix('\n')?;
            Some(whole.to_owned())
        };
        eventually("the browser opens", async || nth().is_some()).await;
        nth().unwrap()
    }
}
