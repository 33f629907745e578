//! The one window: opened closed to every address but its own and to further windows, shown and hidden.

use std::{sync::Once, time::Duration};

use tauri::{
    AppHandle, DragDropEvent, Manager as _, UserAttentionType, WebviewWindow, WebviewWindowBuilder,
    WindowEvent,
    webview::{NewWindowResponse, PageLoadEvent},
};
use tokio::sync::oneshot;

use crate::{
    core::Core,
    file_picker::FilePicker,
    navigation,
    page::Showing,
    screen::{Screen, ScreenProblem},
};

/// The one window.
pub(crate) const LABEL: &str = "main";
/// Whether a window is shown only once its page has something to show. WebKitGTK that paints without OpenGL asks the
/// page for a picture when a window comes up, and holds the window's thread until it gets one, or for half a second. A
/// page that is still starting waits for that thread, which hands out its files: each waits for the other.
const SHOWN_WITH_ITS_PAGE: bool = cfg!(target_os = "linux");
/// How long a page that is in may take until it has something to show; an empty window is better than none.
const EMPTY_AFTER: Duration = Duration::from_secs(2);
/// How long the desktop gets to draw what the window stood before.
const OUT_OF_THE_WAY: Duration = Duration::from_millis(400);

/// Opens the window as configured. One that is not shown yet is at work all the same: requests of sign-ins
/// elsewhere reach it.
pub(crate) fn open(app: &AppHandle, shown: bool) -> tauri::Result<()> {
    let config = app.config();
    let dev_server = tauri::is_dev()
        .then(|| config.build.dev_url.clone())
        .flatten();
    for window in &config.app.windows {
        let dev_server = dev_server.clone();
        let waits = shown && SHOWN_WITH_ITS_PAGE;
        // A page that is loaded again brings nothing back that was hidden meanwhile.
        let first = Once::new();
        let builder = WebviewWindowBuilder::from_config(app, window)?
            .visible(shown && !waits)
            .on_page_load(move |window, load| {
                if waits && load.event() == PageLoadEvent::Finished {
                    first.call_once(|| show_at_last(window.app_handle().clone()));
                }
            });
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
        listen(&window);
    }
    if let Some(core) = app.try_state::<Core>() {
        if !shown {
            core.window_hidden();
        }
        core.vault().changed();
    }
    Ok(())
}

/// The page has something to show: its window may be seen, if it is not.
pub(crate) fn drawn(app: &AppHandle) {
    in_turn(app, |app| {
        told(app, |window| {
            if window.is_visible()? {
                return Ok(());
            }
            window.show()?;
            window.set_focus()
        });
    });
}

/// Shows the window of a page that says nothing.
fn show_at_last(app: AppHandle) {
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(EMPTY_AFTER).await;
        if let Some(core) = app.try_state::<Core>() {
            core.page_drawn();
        }
    });
}

/// Shows the window wherever it was, and opens it where it was let go.
pub(crate) fn show(app: &AppHandle) {
    in_turn(app, |app| {
        let takes = app
            .try_state::<Core>()
            .map_or(Showing::Show, |core| core.window_wanted());
        match takes {
            Showing::Show => told(app, |window| {
                window.show()?;
                window.unminimize()?;
                window.set_focus()
            }),
            Showing::Wait => {}
            Showing::Open => {
                if let Err(error) = open(app, true) {
                    tracing::error!(%error, "the window is not opened again");
                    if let Some(core) = app.try_state::<Core>() {
                        core.window_missed();
                    }
                }
            }
        }
    });
}

/// Shows the window, and marks it where the system keeps it in the back.
pub(crate) fn bring_to_front(app: &AppHandle) {
    show(app);
    in_turn(app, |app| {
        told(app, |window| {
            window.request_user_attention(Some(UserAttentionType::Critical))
        });
    });
}

/// Takes the window off the screen. What is begun in it goes on.
pub(crate) fn hide(app: &AppHandle) {
    in_turn(app, |app| {
        if let Some(core) = app.try_state::<Core>() {
            core.window_hidden();
        }
        told(app, WebviewWindow::hide);
    });
}

/// Takes the window down that nobody has seen for long, with its page.
pub(crate) fn release(app: &AppHandle) {
    in_turn(app, |app| {
        let Some(core) = app.try_state::<Core>() else {
            return;
        };
        if !core.let_page_go() {
            return;
        }
        told(app, WebviewWindow::destroy);
        tauri::async_runtime::spawn(core.inner().clone().stand_in_for_page());
    });
}

/// The window is down: another one is opened where somebody wanted to see it meanwhile.
pub(crate) fn has_gone(app: &AppHandle) {
    let wanted = app.try_state::<Core>().is_some_and(|core| core.page_gone());
    if wanted {
        let app = app.clone();
        // Not from within the loop that has just taken the other one down.
        tauri::async_runtime::spawn(async move { show(&app) });
    }
}

/// Opens the print dialog of the system for what the window shows.
pub(crate) fn print(app: &AppHandle) {
    told(app, WebviewWindow::print);
}

/// Whether the window is the one that somebody works in.
pub(crate) fn is_looked_at(app: &AppHandle) -> bool {
    app.get_webview_window(LABEL)
        .is_some_and(|window| window.is_focused().unwrap_or(false))
}

/// Does something to the window on the thread of the windows: one after the other, whoever asks.
fn in_turn(app: &AppHandle, act: impl FnOnce(&AppHandle) + Send + 'static) {
    let here = app.clone();
    if let Err(error) = app.run_on_main_thread(move || act(&here)) {
        tracing::warn!(%error, "the thread of the windows takes nothing");
    }
}

fn told(app: &AppHandle, tell: impl FnOnce(&WebviewWindow) -> tauri::Result<()>) {
    let Some(window) = app.get_webview_window(LABEL) else {
        return;
    };
    if let Err(error) = tell(&window) {
        tracing::warn!(%error, "the window does not do as told");
    }
    if let Some(core) = app.try_state::<Core>() {
        core.vault().changed();
    }
}

/// Files that are dropped go to the core: the page opens none. That the window closes is for the core, too.
fn listen(window: &WebviewWindow) {
    let app = window.app_handle().clone();
    window.on_window_event(move |event| {
        let Some(core) = app.try_state::<Core>() else {
            return;
        };
        match event {
            WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => {
                core.files_dropped(paths.clone());
            }
            WindowEvent::CloseRequested { api, .. } if !core.window_closes() => {
                api.prevent_close();
            }
            _ => {}
        }
    });
}

/// The dialog of the system. It is shown by the thread of the windows, which some systems demand.
pub(crate) fn file_picker(app: &AppHandle) -> FilePicker {
    let app = app.clone();
    FilePicker::new(move |title| {
        let (app, (give, given)) = (app.clone(), oneshot::channel());
        Box::pin(async move {
            let above = app.get_webview_window(LABEL);
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
pub(crate) fn screen(app: &AppHandle) -> Screen {
    let (app, system) = (app.clone(), Screen::system());
    Screen::new(move || {
        let (app, system) = (app.clone(), system.clone());
        Box::pin(async move {
            let window = app.get_webview_window(LABEL);
            if let Some(window) = &window {
                window.hide().map_err(|error| {
                    tracing::warn!(%error, "the window does not go out of the way");
                    ScreenProblem::Failed
                })?;
                tokio::time::sleep(OUT_OF_THE_WAY).await;
            }
            let captured = system.capture().await;
            if window.is_some() {
                show(&app);
            }
            captured
        })
    })
}
