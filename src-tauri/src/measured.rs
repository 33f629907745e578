//! The app as `cargo xtask bench` measures it: a script in the page tells, through the window's title,
//! when what was waited for has been painted. In no shipped build (feature `bench`).

use std::{
    env, fs,
    io::{self, Write as _},
    path::PathBuf,
    process::ExitCode,
    time::Duration,
};

use keyholder_authenticator::vault::Passphrase;
use keyholder_client::{Clock, ServiceAddress};
use tauri::{AppHandle, Manager, Runtime, WebviewWindowBuilder};
use tokio::sync::mpsc;
use zeroize::Zeroizing;

use crate::{
    Browser, Core, CoreParts, Screen, Surroundings,
    file_picker::FilePicker,
    ipc_error::IpcResult,
    keychain::{self, Keychain},
    shell,
    surroundings::desktop::IN_TRAY,
    vault::{Offered, VaultCopy},
    window,
};

/// What the script writes in front of what it tells.
const MARK: &str = "measured ";
/// By then the page has come up and read what it reads ahead.
const PAGE_IS_UP: Duration = Duration::from_secs(5);
const SCRIPT: &str = include_str!("measured.js");

/// The screen that is measured, in place of the list of users.
const SCREEN: &str = "KEYHOLDER_BENCH_SCREEN";
/// Set where the codes are to be filtered.
const FILTERS: &str = "KEYHOLDER_BENCH_FILTERS";
const PASSPHRASE: &str = "KEYHOLDER_BENCH_PASSPHRASE";

/// Prints what the script in the page tells.
#[must_use]
pub fn watch<R: Runtime, M: Manager<R>>(
    window: WebviewWindowBuilder<'_, R, M>,
) -> WebviewWindowBuilder<'_, R, M> {
    let screen = env::var(SCREEN).unwrap_or_else(|_| "users".to_owned());
    let filters = env::var_os(FILTERS).is_some();
    window
        .initialization_script(format!("({SCRIPT})({screen:?}, {filters})"))
        .on_document_title_changed(|_, title| {
            if let Some(told) = title.strip_prefix(MARK) {
                // Whoever measures reads it; there is nobody else to tell.
                let _ = writeln!(io::stdout(), "{told}");
            }
        })
}

/// Does with a started app what the environment asks for.
pub(crate) fn started(app: &AppHandle) {
    open_vault(app);
    wait_in_tray(app);
}

/// Opens the vault at once with the passphrase of the environment, as who types without delay.
fn open_vault(app: &AppHandle) {
    let Some(passphrase) = passphrase() else {
        return;
    };
    let core = app.state::<Core>().inner().clone();
    tauri::async_runtime::spawn(async move {
        let opened = core.vault().unlock(Some(passphrase), VaultCopy::Newest);
        if let Err(error) = opened.await {
            tracing::error!(?error, "the vault is not opened");
        }
    });
}

/// Hides the window once the page is up; lets the page go as after minutes, if that is asked for.
fn wait_in_tray(app: &AppHandle) {
    let Ok(page) = env::var("KEYHOLDER_BENCH_IN_TRAY") else {
        return;
    };
    // What was started anew without its page has been there, and would start anew for ever.
    if env::args_os().any(|argument| argument == IN_TRAY) {
        return;
    }
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(PAGE_IS_UP).await;
        window::hide(&app);
        if page == "let go" {
            app.state::<Core>().page_may_go(None);
        }
    });
}

fn passphrase() -> Option<Passphrase> {
    Passphrase::typed(&env::var(PASSPHRASE).ok()?)
}

/// Only signs in, and fills the vault, for the starts to come, if the environment names somebody.
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
    let identifier = shell::context::<tauri::Wry>().config().identifier.clone();
    let folder = PathBuf::from(wanted("XDG_CONFIG_HOME")?).join(&identifier);
    let data = PathBuf::from(wanted("XDG_DATA_HOME")?).join(&identifier);
    let (events, _told) = mpsc::unbounded_channel();
    let core = Core::new(CoreParts {
        clock: Clock::system(),
        keychain: Keychain::new(keychain::system_keychain),
        preferences: folder.join(shell::PREFERENCES),
        vault: data.join(shell::VAULT),
        offline_copy: data.join(shell::OFFLINE_COPY),
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
        .map_err(|error| format!("{error:?}"))?;
    if let Ok(keys) = env::var("KEYHOLDER_BENCH_SHORTCUT") {
        core.preferences()
            .update(|preferences| preferences.shortcut = Some(keys))
            .map_err(|error| error.to_string())?;
    }
    match env::var("KEYHOLDER_BENCH_ACCOUNTS") {
        Ok(file) => fill_vault(&core, file)
            .await
            .map_err(|error| format!("{error:?}")),
        Err(_) => Ok(()),
    }
}

/// Makes a vault with the accounts of a file, opened by the passphrase of the environment, or else by the
/// keychain.
async fn fill_vault(core: &Core, file: String) -> IpcResult<()> {
    let links = fs::read(file).unwrap_or_default();
    let count = links.split(|byte| *byte == b'\n').count();
    let passphrase = passphrase();
    core.vault()
        .create(passphrase.is_none(), passphrase)
        .await?;
    let bytes = Zeroizing::new(links);
    let offered = Offered::File { name: None, bytes };
    core.vault().offer(offered).await?;
    let places = (0..count).collect();
    core.vault().complete_import(places, false).await.map(drop)
}
