//! The icon in the tray, with its menu: the window, a few codes while the vault is open, the end.
//!
//! What a tray can do is decided by the desktop: on Linux it takes a library and a panel that shows icons
//! of programs. Where there is none the reason is said, and nothing hides where nobody finds it.

#[cfg(target_os = "linux")]
mod host;
mod menu;
mod words;

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use tauri::{
    App, AppHandle, Manager as _,
    menu::{IsMenuItem, Menu, MenuItem, PredefinedMenuItem},
    tray::TrayIconBuilder,
};

use self::menu::{Choice, Line};
use crate::{
    core::Core,
    errand::Errand,
    surroundings::{TrayProblem, desktop::IN_TRAY},
    window,
};

/// The icon's name for the system.
const ID: &str = "keyholder";
/// How long a session may take until its panel is there.
const PANEL_COMES_IN: Duration = Duration::from_secs(20);

/// The tray of this session.
#[derive(Clone)]
pub(crate) struct Tray {
    made: Result<(), TrayProblem>,
    /// Whether somebody shows the icon.
    host: Arc<AtomicBool>,
}

impl Tray {
    /// Why nothing can be found in the tray now; nothing where it can.
    pub(crate) fn problem(&self) -> Option<TrayProblem> {
        if let Err(problem) = self.made {
            return Some(problem);
        }
        (!self.host.load(Ordering::Relaxed)).then_some(TrayProblem::NoHost)
    }
}

/// Puts the icon into the tray, and keeps its menu true.
pub(crate) fn start(app: &App) -> tauri::Result<()> {
    let menu = Menu::new(app)?;
    let made = build(app, &menu);
    if let Err(problem) = made {
        tracing::info!(?problem, "no icon in the tray");
    }
    // Elsewhere than on Linux the tray is a part of the system.
    let host = Arc::new(AtomicBool::new(!cfg!(target_os = "linux")));
    let tray = Tray { made, host };
    app.manage(tray.clone());
    if tray.made.is_err() {
        return Ok(());
    }
    #[cfg(target_os = "linux")]
    {
        let (app, shown) = (app.handle().clone(), Arc::clone(&tray.host));
        tauri::async_runtime::spawn(host::watch(move |there| {
            // Whoever is hidden when the panel goes would not be found again.
            if shown.swap(there, Ordering::Relaxed) && !there {
                window::show(&app);
            }
        }));
    }
    tauri::async_runtime::spawn(keep_true(app.handle().clone(), menu));
    Ok(())
}

/// Whether the app begins in the tray: it was asked to, and there is one. Where no panel shows the icon after
/// a while, as the session has come up by then, the window is opened after all.
pub(crate) fn begins_there(app: &App) -> bool {
    let asked = std::env::args_os().any(|argument| argument == IN_TRAY);
    if !asked || app.state::<Tray>().made.is_err() {
        return false;
    }
    let app = app.handle().clone();
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(PANEL_COMES_IN).await;
        if app.state::<Tray>().problem().is_some() {
            window::show(&app);
        }
    });
    true
}

fn build(app: &App, menu: &Menu<tauri::Wry>) -> Result<(), TrayProblem> {
    let mut icon = TrayIconBuilder::with_id(ID)
        .menu(menu)
        .tooltip("Keyholder")
        .on_menu_event(|app, event| chosen(app, event.id().as_ref()));
    if let Some(image) = app.default_window_icon() {
        icon = icon.icon(image.clone());
    }
    if let Ok(folder) = app.path().app_cache_dir() {
        // On Linux the picture passes through a file: not through a folder that others may write to.
        icon = icon.temp_dir_path(folder.join("tray"));
    }
    // The library is loaded at the first use, and its binding knows no other way to say that it is missing.
    match catch_unwind(AssertUnwindSafe(|| icon.build(app))) {
        Ok(Ok(_)) => Ok(()),
        Ok(Err(error)) => {
            tracing::warn!(%error, "the tray refuses the icon");
            Err(TrayProblem::Refused)
        }
        Err(_) => Err(TrayProblem::NoLibrary),
    }
}

/// Draws the menu anew whenever something else is to be shown.
async fn keep_true(app: AppHandle, menu: Menu<tauri::Wry>) {
    let core = app.state::<Core>().inner().clone();
    let mut changes = core.vault().changes();
    let mut drawn = Vec::new();
    loop {
        let favourites = core.vault().favourites().await;
        let language = words::language(core.preferences().get().language);
        let lines = menu::lines(&favourites, core.is_window_shown(), language);
        if lines != drawn {
            drawn.clone_from(&lines);
            let (app_of_menu, menu) = (app.clone(), menu.clone());
            let drawing = app.run_on_main_thread(move || {
                if let Err(error) = draw(&app_of_menu, &menu, &lines) {
                    tracing::warn!(%error, "the menu of the tray is not drawn");
                }
            });
            if drawing.is_err() {
                return;
            }
        }
        if changes.changed().await.is_err() {
            return;
        }
    }
}

/// On Linux a menu that was given to the tray stays: only what is in it changes.
fn draw(app: &AppHandle, menu: &Menu<tauri::Wry>, lines: &[Line]) -> tauri::Result<()> {
    while menu.remove_at(0)?.is_some() {}
    for line in lines {
        let item: Box<dyn IsMenuItem<tauri::Wry>> = match line {
            Line::Gap => Box::new(PredefinedMenuItem::separator(app)?),
            Line::Choice { choice, text } => Box::new(MenuItem::with_id(
                app,
                choice.to_string(),
                text,
                true,
                None::<&str>,
            )?),
        };
        menu.append(item.as_ref())?;
    }
    Ok(())
}

fn chosen(app: &AppHandle, id: &str) {
    let Ok(choice) = id.parse() else {
        return;
    };
    let core = app.state::<Core>().inner().clone();
    match choice {
        Choice::Show => window::show(app),
        Choice::Hide => window::hide(app),
        Choice::Unlock => {
            core.give_errand(Errand::Codes);
            window::show(app);
        }
        Choice::Quit => app.exit(0),
        Choice::Lock => {
            tauri::async_runtime::spawn(async move { core.lock_vault_now().await });
        }
        Choice::Take(id) => {
            tauri::async_runtime::spawn(async move {
                core.vault().used().await;
                if let Err(error) = core.take_code(id).await {
                    tracing::warn!(code = error.code, "no code is taken from the tray");
                }
            });
        }
    }
}
