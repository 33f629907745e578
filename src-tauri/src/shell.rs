//! The running app: its parts, and what they tell each other.

use std::process::ExitCode;

use keyholder_authenticator::auto_lock;
use keyholder_client::Clock;
use tauri::{App, AppHandle, Context, Manager as _, RunEvent, Runtime, WindowEvent};
use tauri_plugin_window_state::StateFlags;
use tauri_specta::Event as _;
use tokio::sync::mpsc;

use crate::{
    anew, automation,
    browser::Browser,
    commands,
    core::{Core, CoreEvent, CoreParts},
    events::{
        AuthRequestsChanged, ConnectionChanged, ErrandGiven, FileDropped, PageReleaseAsked,
        SignedOut, VaultLocked,
    },
    keychain::{self, Keychain},
    link, notification, process, surroundings, tray, updater, window,
};

/// The file of the choices, in the app's configuration folder.
pub(crate) const PREFERENCES: &str = "preferences.json";
/// The file of the vault, in the app's data folder.
pub(crate) const VAULT: &str = "authenticator.vault";
/// The file of the list that can be read offline, in the app's data folder.
pub(crate) const OFFLINE_COPY: &str = "offline.list";
/// An address to connect to in place of the remembered one, for `cargo xtask start` and for
/// administrators who roll the app out.
const SERVER_VARIABLE: &str = "KEYHOLDER_SERVER_URL";

/// What is remembered of the window. Not whether it was shown: who ends the app in the tray would not see it again.
pub(crate) const WINDOW_STATE: StateFlags = StateFlags::all().difference(StateFlags::VISIBLE);

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
        .plugin(tauri_plugin_single_instance::init(|app, arguments, _| {
            let given = link::among(&arguments);
            if let (Some(link), Some(core)) = (given, app.try_state::<Core>()) {
                core.link_opened(link);
            }
            window::show(app);
        }))
        .plugin(
            tauri_plugin_autostart::Builder::new()
                .arg(surroundings::desktop::IN_TRAY)
                .build(),
        )
        .plugin(tauri_plugin_global_shortcut::Builder::new().build())
        .plugin(
            tauri_plugin_window_state::Builder::default()
                .with_state_flags(WINDOW_STATE)
                .build(),
        )
        .plugin(tauri_plugin_notification::init())
        .plugin(tauri_plugin_updater::Builder::new().build())
        .invoke_handler(ipc.invoke_handler())
        .setup(move |app| {
            // Another that runs already has it now: nothing before this point needs to take it away.
            link::leave_arguments(app);
            ipc.mount_events(app);
            if updater::desktop::start(app)? {
                app.handle().request_restart();
                return Ok(());
            }
            start_core(app)?;
            tray::start(app)?;
            let given = link::given();
            let shown = given.is_some() || !tray::begins_there(app);
            match anew::left() {
                Some(left) if !shown => go_on(app, left),
                _ => window::open(app.handle(), shown)?,
            }
            #[cfg(feature = "bench")]
            crate::measured::started(app.handle());
            if let Some(link) = given {
                app.state::<Core>().link_opened(link);
            }
            Ok(())
        })
        .build(context());
    match outcome {
        Ok(app) => {
            app.run(happened);
            ExitCode::SUCCESS
        }
        Err(error) => {
            tracing::error!(%error, "the app cannot start");
            ExitCode::FAILURE
        }
    }
}

/// What the system tells, and is not heard at its place.
fn happened(app: &AppHandle, event: RunEvent) {
    match event {
        RunEvent::WindowEvent {
            event: WindowEvent::Destroyed,
            ..
        } => window::has_gone(app),
        // Without a window that was let go, the app goes on in the tray.
        RunEvent::ExitRequested {
            code: None, api, ..
        } if app.try_state::<Core>().is_some_and(|core| !core.has_page()) => api.prevent_exit(),
        // On macOS links come as events.
        #[cfg(target_os = "macos")]
        RunEvent::Opened { urls } => {
            let given = link::among(urls.iter().map(url::Url::as_str));
            if let (Some(link), Some(core)) = (given, app.try_state::<Core>()) {
                core.link_opened(link);
                window::show(app);
            }
        }
        #[cfg(target_os = "macos")]
        RunEvent::Reopen { .. } => window::show(app),
        _ => {}
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
        files: window::file_picker(app.handle()),
        screen: window::screen(app.handle()),
        browser: Browser::system(),
        surroundings: surroundings::desktop::surroundings(app.handle()),
        events,
    });
    if let Ok(address) = std::env::var(SERVER_VARIABLE) {
        core.start_at(&address);
    }
    let ahead = core.clone();
    tauri::async_runtime::spawn(async move { ahead.begin().await });
    #[cfg(target_os = "linux")]
    tauri::async_runtime::spawn(crate::system_lock::watch(core.clone()));
    let keys = core.clone();
    tauri::async_runtime::spawn(async move { keys.take_up_shortcut().await });
    let idle = core.clone();
    #[cfg(target_os = "linux")]
    let handle = app.handle().clone();
    tauri::async_runtime::spawn(async move {
        #[cfg(target_os = "linux")]
        let mut tried = false;
        let mut looks = tokio::time::interval(auto_lock::LOOKS_EVERY);
        loop {
            looks.tick().await;
            idle.lock_vault_if_idle().await;
            idle.look_at_offline_copy().await;
            idle.look_whether_page_may_go().await;
            #[cfg(target_os = "linux")]
            if !tried {
                tried = anew::start(&handle, &idle).await;
            }
        }
    });
    app.manage(core);
    let handle = app.handle().clone();
    tauri::async_runtime::spawn(async move {
        while let Some(event) = told.recv().await {
            if let Err(error) = follow(&handle, event) {
                tracing::warn!(%error, "the page is not told");
            }
        }
    });
    Ok(())
}

/// Goes on in the tray where the start before left off, without a window.
fn go_on(app: &App, left: anew::Left) {
    let core = app.state::<Core>().inner().clone();
    tauri::async_runtime::spawn(core.clone().take_over(left));
    core.vault().changed();
}

/// Does what the core tells, or tells it to the page.
fn follow(app: &AppHandle, event: CoreEvent) -> tauri::Result<()> {
    match event {
        CoreEvent::ConnectionChanged { online } => return ConnectionChanged { online }.emit(app),
        CoreEvent::AuthRequestsChanged { live } => return AuthRequestsChanged { live }.emit(app),
        CoreEvent::VaultLocked => return VaultLocked.emit(app),
        CoreEvent::FileDropped => return FileDropped.emit(app),
        CoreEvent::SignedOut { reason } => return SignedOut { reason }.emit(app),
        CoreEvent::PrintAsked => window::print(app),
        CoreEvent::FrontAsked => {
            notify_unless_seen(app);
            window::bring_to_front(app);
        }
        CoreEvent::ErrandGiven => return ErrandGiven.emit(app),
        CoreEvent::HideAsked => window::hide(app),
        CoreEvent::WindowWanted => window::show(app),
        CoreEvent::PageReleaseAsked => return PageReleaseAsked.emit(app),
        CoreEvent::PageReleased => window::release(app),
        CoreEvent::PageDrawn => window::drawn(app),
        CoreEvent::EndAsked => app.exit(0),
        CoreEvent::RestartAsked => app.request_restart(),
    }
    Ok(())
}

/// Has the system show a notice where the window is not looked at.
fn notify_unless_seen(app: &AppHandle) {
    if window::is_looked_at(app) {
        return;
    }
    let choice = app.state::<Core>().preferences().get().language;
    tauri::async_runtime::spawn(notification::show(app.clone(), choice));
}
