//! The window and what surrounds it.

use std::{process::ExitCode, time::Duration};

use keyholder_authenticator::auto_lock;
use keyholder_client::Clock;
use tauri::{
    App, AppHandle, Context, DragDropEvent, Manager as _, Runtime, UserAttentionType,
    WebviewWindow, WebviewWindowBuilder, WindowEvent, webview::NewWindowResponse,
};
use tauri_specta::Event as _;
use tokio::sync::{mpsc, oneshot};

use crate::{
    automation,
    browser::Browser,
    commands,
    core::{Core, CoreEvent, CoreParts},
    events::{AuthRequestsChanged, ConnectionChanged, FileDropped, SignedOut, VaultLocked},
    file_picker::FilePicker,
    keychain::{self, Keychain},
    navigation, notification, process,
    screen::{Screen, ScreenProblem},
    updater,
};

/// The one window.
const WINDOW: &str = "main";
/// The file of the choices, in the app's configuration folder.
pub(crate) const PREFERENCES: &str = "preferences.json";
/// The file of the vault, in the app's data folder.
pub(crate) const VAULT: &str = "authenticator.vault";
/// The file of the list that can be read offline, in the app's data folder.
pub(crate) const OFFLINE_COPY: &str = "offline.list";
/// How long the desktop gets to draw what the window of the app stood before.
const OUT_OF_THE_WAY: Duration = Duration::from_millis(400);
/// An address to connect to in place of the remembered one, for `cargo xtask start` and for
/// administrators who roll the app out.
const SERVER_VARIABLE: &str = "KEYHOLDER_SERVER_URL";

/// The app's configuration, capabilities and pages, compiled in.
#[expect(
    clippy::disallowed_methods,
    reason = "what the macro writes ends a process that was started with an argument for Tauri"
)]
pub fn context<R: Runtime>() -> Context<R> {
    tauri::generate_context!()
}

/// Runs the app until its window is closed.
pub fn run() -> ExitCode {
    process::start_log();
    if let Some(variable) = automation::refused() {
        tracing::error!(
            variable,
            "the window is not driven or looked into by programs"
        );
        return ExitCode::FAILURE;
    }
    #[cfg(target_os = "linux")]
    {
        crate::graphics::paint_directly_without_a_card();
        // Before a start of a new version is counted: this one says nothing about it.
        if crate::display::is_missing() {
            return ExitCode::FAILURE;
        }
    }
    process::forbid_core_files();
    #[cfg(feature = "bench")]
    if let Some(outcome) = crate::measured::sign_in() {
        return outcome;
    }
    let ipc = commands::builder();
    let outcome = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, _, _| {
            if let Some(window) = app.get_webview_window(WINDOW) {
                let _ = window.unminimize();
                let _ = window.set_focus();
            }
        }))
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .plugin(tauri_plugin_notification::init())
        .plugin(tauri_plugin_updater::Builder::new().build())
        .invoke_handler(ipc.invoke_handler())
        .setup(move |app| {
            ipc.mount_events(app);
            if updater::desktop::start(app)? {
                app.handle().request_restart();
                return Ok(());
            }
            start_core(app)?;
            open_window(app)?;
            Ok(())
        })
        .run(context());
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!(%error, "the app cannot start");
            ExitCode::FAILURE
        }
    }
}

fn start_core(app: &App) -> tauri::Result<()> {
    let (events, mut told) = mpsc::unbounded_channel();
    let core = Core::new(CoreParts {
        clock: Clock::system(),
        keychain: Keychain::new(keychain::system_keychain),
        preferences: app.path().app_config_dir()?.join(PREFERENCES),
        vault: app.path().app_data_dir()?.join(VAULT),
        offline_copy: app.path().app_data_dir()?.join(OFFLINE_COPY),
        files: file_picker(app.handle()),
        screen: screen(app.handle()),
        browser: Browser::system(),
        events,
    });
    if let Ok(address) = std::env::var(SERVER_VARIABLE) {
        core.start_at(&address);
    }
    let ahead = core.clone();
    tauri::async_runtime::spawn(async move { ahead.begin().await });
    #[cfg(target_os = "linux")]
    tauri::async_runtime::spawn(crate::system_lock::watch(core.clone()));
    let idle = core.clone();
    tauri::async_runtime::spawn(async move {
        let mut looks = tokio::time::interval(auto_lock::LOOKS_EVERY);
        loop {
            looks.tick().await;
            idle.lock_vault_if_idle().await;
            idle.look_at_offline_copy().await;
        }
    });
    app.manage(core);
    let handle = app.handle().clone();
    tauri::async_runtime::spawn(async move {
        while let Some(event) = told.recv().await {
            let sent = match event {
                CoreEvent::ConnectionChanged { online } => {
                    ConnectionChanged { online }.emit(&handle)
                }
                CoreEvent::AuthRequestsChanged { live } => {
                    AuthRequestsChanged { live }.emit(&handle)
                }
                CoreEvent::VaultLocked => VaultLocked.emit(&handle),
                CoreEvent::FileDropped => FileDropped.emit(&handle),
                CoreEvent::SignedOut { reason } => SignedOut { reason }.emit(&handle),
                CoreEvent::PrintAsked => handle
                    .get_webview_window(WINDOW)
                    .map_or(Ok(()), |window| window.print()),
                CoreEvent::FrontAsked => {
                    handle.get_webview_window(WINDOW).map_or(Ok(()), |window| {
                        notify_unless_seen(&handle, &window);
                        bring_to_front(&window)
                    })
                }
                CoreEvent::RestartAsked => {
                    handle.request_restart();
                    Ok(())
                }
            };
            if let Err(error) = sent {
                tracing::warn!(%error, "the window does not do as told");
            }
        }
    });
    Ok(())
}

/// Has the system show a notice where the window is not looked at.
fn notify_unless_seen(app: &AppHandle, window: &WebviewWindow) {
    if window.is_focused().unwrap_or(false) {
        return;
    }
    let choice = app.state::<Core>().preferences().get().language;
    tauri::async_runtime::spawn(notification::show(app.clone(), choice));
}

/// Shows the window wherever it was, and marks it where the system keeps it in the back.
fn bring_to_front(window: &WebviewWindow) -> tauri::Result<()> {
    window.show()?;
    window.unminimize()?;
    window.set_focus()?;
    window.request_user_attention(Some(UserAttentionType::Critical))
}

/// Opens the window as configured, closed to every address but its own and to further windows.
fn open_window(app: &App) -> tauri::Result<()> {
    let config = app.config();
    let dev_server = tauri::is_dev()
        .then(|| config.build.dev_url.clone())
        .flatten();
    for window in &config.app.windows {
        let dev_server = dev_server.clone();
        let builder = WebviewWindowBuilder::from_config(app.handle(), window)?;
        #[cfg(feature = "bench")]
        let builder = crate::measured::watch(builder);
        let window = builder
            .on_navigation(move |url| {
                let allowed = navigation::allowed(url, dev_server.as_ref());
                if !allowed {
                    tracing::warn!(
                        scheme = url.scheme(),
                        host = url.host_str(),
                        "not going there"
                    );
                }
                allowed
            })
            .on_new_window(|url, _| {
                tracing::warn!(
                    scheme = url.scheme(),
                    host = url.host_str(),
                    "no new window"
                );
                NewWindowResponse::Deny
            })
            .build()?;
        take_what_is_dropped(&window);
    }
    Ok(())
}

/// The dialog of the system. It is shown by the thread of the windows, which some systems demand.
fn file_picker(app: &AppHandle) -> FilePicker {
    let app = app.clone();
    FilePicker::new(move |title| {
        let (app, (give, given)) = (app.clone(), oneshot::channel());
        Box::pin(async move {
            let above = app.get_webview_window(WINDOW);
            let shown = app.run_on_main_thread(move || {
                let mut dialog = rfd::AsyncFileDialog::new().set_title(title);
                if let Some(window) = &above {
                    dialog = dialog.set_parent(window);
                }
                let _ = give.send(dialog.pick_files());
            });
            let picked = match (shown, given.await) {
                (Ok(()), Ok(dialog)) => dialog.await.unwrap_or_default(),
                _ => Vec::new(),
            };
            picked.iter().map(|file| file.path().to_owned()).collect()
        })
    })
}

/// The screen without the window of the app, which comes back whatever was seen.
fn screen(app: &AppHandle) -> Screen {
    let (app, system) = (app.clone(), Screen::system());
    Screen::new(move || {
        let (app, system) = (app.clone(), system.clone());
        Box::pin(async move {
            let window = app.get_webview_window(WINDOW);
            if let Some(window) = &window {
                window.hide().map_err(|error| {
                    tracing::warn!(%error, "the window does not go out of the way");
                    ScreenProblem::Failed
                })?;
                tokio::time::sleep(OUT_OF_THE_WAY).await;
            }
            let captured = system.capture().await;
            if let Some(window) = &window
                && let Err(error) = window.show().and_then(|()| window.set_focus())
            {
                tracing::warn!(%error, "the window does not come back");
            }
            captured
        })
    })
}

/// Files that are dropped go to the core; the page opens none.
fn take_what_is_dropped(window: &WebviewWindow) {
    let app = window.app_handle().clone();
    window.on_window_event(move |event| {
        if let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event
            && let Some(core) = app.try_state::<Core>()
        {
            core.files_dropped(paths.clone());
        }
    });
}
