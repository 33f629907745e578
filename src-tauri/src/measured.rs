//! The app as `cargo xtask bench` measures it: a script in the page tells, through the window's title,
//! when what was waited for has been painted. In no shipped build (feature `bench`).

use std::{
    env,
    io::{self, Write as _},
    path::PathBuf,
    process::ExitCode,
};

use keyholder_client::{Clock, ServiceAddress};
use tauri::{Manager, Runtime, WebviewWindowBuilder};
use tokio::sync::mpsc;

use crate::{
    Browser, Core, CoreParts, Screen, Surroundings,
    file_picker::FilePicker,
    keychain::{self, Keychain},
    shell,
};

/// What the script writes in front of what it tells.
const MARK: &str = "measured ";
const SCRIPT: &str = include_str!("measured.js");

/// Prints what the script in the page tells.
#[must_use]
pub fn watch<R: Runtime, M: Manager<R>>(
    window: WebviewWindowBuilder<'_, R, M>,
) -> WebviewWindowBuilder<'_, R, M> {
    window
        .initialization_script(SCRIPT)
        .on_document_title_changed(|_, title| {
            if let Some(told) = title.strip_prefix(MARK) {
                // Whoever measures reads it; there is nobody else to tell.
                let _ = writeln!(io::stdout(), "{told}");
            }
        })
}

/// Only signs in, for the starts to come, if the environment names somebody.
pub(crate) fn sign_in() -> Option<ExitCode> {
    let name = env::var("KEYHOLDER_BENCH_NAME").ok()?;
    let signed_in = tauri::async_runtime::block_on(sign_in_as(name));
    Some(match signed_in {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            tracing::error!(reason, "not signed in");
            ExitCode::FAILURE
        }
    })
}

async fn sign_in_as(name: String) -> Result<(), String> {
    let wanted = |name: &str| env::var(name).map_err(|error| format!("{name}: {error}"));
    let password = wanted("KEYHOLDER_BENCH_PASSWORD")?.into();
    let address = ServiceAddress::parse(&wanted("KEYHOLDER_SERVER_URL")?)
        .map_err(|error| error.to_string())?;
    let folder = PathBuf::from(wanted("XDG_CONFIG_HOME")?)
        .join(&shell::context::<tauri::Wry>().config().identifier);
    let (events, _told) = mpsc::unbounded_channel();
    let core = Core::new(CoreParts {
        clock: Clock::system(),
        keychain: Keychain::new(keychain::system_keychain),
        preferences: folder.join(shell::PREFERENCES),
        vault: folder.join(shell::VAULT),
        offline_copy: folder.join(shell::OFFLINE_COPY),
        files: FilePicker::new(|_| Box::pin(async { Vec::new() })),
        screen: Screen::system(),
        browser: Browser::system(),
        surroundings: Surroundings::nothing(),
        events,
    });
    core.connect(address)
        .await
        .map_err(|error| format!("{error:?}"))?;
    core.sign_in(name, &password)
        .await
        .map(drop)
        .map_err(|error| format!("{error:?}"))
}
