//! The app as `cargo xtask bench` measures it: a script in the page tells, through the window's title,
//! when what was waited for has been painted. In no shipped build (feature `bench`).

use std::{
    env,
    io::{self, Write as _},
    path::PathBuf,
    process::ExitCode,
    time::Duration,
};

use keyholder_client::{Clock, ServiceAddress};
use tauri::{AppHandle, Manager, Runtime, WebviewWindowBuilder};
use tokio::sync::mpsc;

use crate::{
    Browser, Core, CoreParts, Screen, Surroundings,
    file_picker::FilePicker,
    keychain::{self, Keychain},
    shell, window,
};

/// What the script writes in front of what it tells.
const MARK: &str = "measured ";
/// By then the page has come up and read what it reads ahead.
const PAGE_IS_UP: Duration = Duration::from_secs(5);
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

/// Lets the page go as after minutes in the tray, once it is up, if the environment asks for it.
pub(crate) fn wait_in_tray(app: &AppHandle) {
    if env::var_os("KEYHOLDER_BENCH_IN_TRAY").is_none() {
        return;
    }
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(PAGE_IS_UP).await;
        window::hide(&app);
        app.state::<Core>().page_may_go(None);
    });
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
