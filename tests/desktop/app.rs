//! The app in its window, through WebDriver.

use std::path::{Path, PathBuf};

use serde_json::json;
use thirtyfour::Capabilities;

use super::{
    Desktop,
    page::Page,
    running::{Running, eventually},
};

/// The app's program: a build that carries its pages (feature `custom-protocol`).
pub(crate) fn program() -> PathBuf {
    let program = std::env::var_os("KEYHOLDER_E2E_APP")
        .map(PathBuf::from)
        .expect(
            "KEYHOLDER_E2E_APP names the app, built with --features custom-protocol, with \
         keyholder-server beside it (cargo xtask test sets it)",
        );
    assert!(
        program.is_file(),
        "there is no app at {}",
        program.display()
    );
    program
}

/// WebKitGTK's own driver. tauri-driver only stands in front of it, and now and then falls over when
/// a connection between the two is closed.
const DRIVER: &str = "WebKitWebDriver";

/// The running app.
pub(crate) struct App {
    pub(crate) page: Page,
    driver: Running,
}

impl App {
    /// Starts the app.
    pub(crate) async fn start(desktop: &Desktop) -> Self {
        Self::start_at(desktop, &program()).await
    }

    /// Starts an app that lies elsewhere.
    pub(crate) async fn start_at(desktop: &Desktop, binary: &Path) -> Self {
        let port = free_port();
        let mut command = desktop.command(DRIVER);
        command
            .arg(format!("--port={port}"))
            // Lets the web view be driven; as tauri-driver sets it.
            .env("TAURI_WEBVIEW_AUTOMATION", "true");
        let driver = Running::start(command);
        listening(port).await;
        let mut capabilities = Capabilities::new();
        let options = json!({ "binary": binary, "args": [] });
        capabilities
            .set("webkitgtk:browserOptions", options)
            .unwrap();
        let page = Page::open(port, capabilities).await;
        Self { page, driver }
    }

    /// Lets go of an app that has ended by itself.
    pub(crate) async fn has_ended(self) {
        // Dropped, it would wait for an answer about a window that has gone.
        std::mem::forget(self.page);
        self.driver.stop().await;
    }

    /// Closes the app, as closing its window does, and waits until it has gone: a second one that
    /// finds the first still there only shows the first and ends.
    pub(crate) async fn close(self, desktop: &Desktop) {
        self.page.close_window().await;
        eventually("the app ends", async || {
            !desktop
                .has_owner("com.keyholder.desktop.SingleInstance")
                .await
        })
        .await;
        self.driver.stop().await;
    }
}

/// A port that nobody listens on. Another program could take it in between; none here does.
pub(crate) fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
    listener.local_addr().unwrap().port()
}

pub(crate) async fn listening(port: u16) {
    eventually("the driver listens", async || {
        tokio::net::TcpStream::connect(("127.0.0.1", port))
            .await
            .is_ok()
    })
    .await;
}
