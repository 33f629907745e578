//! A real browser, for the links of mails.

use serde_json::json;
use thirtyfour::Capabilities;

use super::{
    Desktop,
    app::{free_port, listening},
    page::Page,
    running::Running,
};

/// Chromium.
pub(crate) struct Browser {
    pub(crate) page: Page,
    driver: Running,
}

impl Browser {
    pub(crate) async fn start(desktop: &Desktop) -> Self {
        let port = free_port();
        let mut command = desktop.command("chromedriver");
        command.arg(format!("--port={port}"));
        let driver = Running::start(command);
        listening(port).await;
        let mut capabilities = Capabilities::new();
        capabilities.set("browserName", "chrome").unwrap();
        let profile = desktop.home().join("browser");
        let arguments = [
            format!("--user-data-dir={}", profile.display()),
            "--no-first-run".to_owned(),
            "--lang=en".to_owned(),
            // The test may run as root, in a container with little shared memory.
            "--no-sandbox".to_owned(),
            "--disable-dev-shm-usage".to_owned(),
        ];
        let options = json!({ "args": arguments });
        capabilities.set("goog:chromeOptions", options).unwrap();
        let page = Page::open(port, capabilities).await;
        Self { page, driver }
    }

    pub(crate) async fn close(self) {
        self.page.quit().await;
        self.driver.stop().await;
    }
}
