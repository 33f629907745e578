//! What a person does on a page: they find things by the words they read.

use std::{path::Path, time::Duration};

use thirtyfour::{By, Capabilities, WebDriver, WebElement, error::WebDriverResult};
use tokio::time::{sleep, timeout};

/// How long a page may take to show what is waited for.
const PATIENCE: Duration = Duration::from_secs(20);
const LOOK_EVERY: Duration = Duration::from_millis(50);

/// A page in a window.
pub(crate) struct Page(WebDriver);

impl Page {
    pub(crate) async fn open(port: u16, capabilities: Capabilities) -> Self {
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities).await;
        Self(driver.expect("a window opens"))
    }

    pub(crate) async fn quit(self) {
        self.0.quit().await.expect("the window closes");
    }

    /// Closes the one window of an app, which ends with it.
    pub(crate) async fn close_window(self) {
        // The driver reports that the app has gone as an error of its own.
        let _ = self.0.close_window().await;
        let _ = self.0.quit().await;
    }

    pub(crate) async fn go(&self, address: &str) {
        self.0.goto(address).await.unwrap();
    }

    /// The first of the elements at a path that can be seen, as soon as there is one.
    async fn find(&self, what: &str, path: &str) -> WebElement {
        let look = async {
            loop {
                // A page that is just being replaced answers with errors.
                for element in self.0.find_all(By::XPath(path)).await.unwrap_or_default() {
                    if self.is_seen(&element).await {
                        return element;
                    }
                }
                sleep(LOOK_EVERY).await;
            }
        };
        let Ok(element) = timeout(PATIENCE, look).await else {
            panic!("no {what}; the page reads:\n{}", self.text().await)
        };
        element
    }

    /// Clicks as soon as nothing lies over it: what is being closed takes a moment to go.
    async fn click(&self, what: &str, path: &str) {
        let click = async {
            while self.find(what, path).await.click().await.is_err() {
                sleep(LOOK_EVERY).await;
            }
        };
        let Ok(()) = timeout(PATIENCE, click).await else {
            panic!(
                "{what} takes no click; the page reads:\n{}",
                self.text().await
            )
        };
    }

    /// WebDriver's own notion takes text that is cut off with an ellipsis for invisible.
    async fn is_seen(&self, element: &WebElement) -> bool {
        const SEEN: &str = "const box = arguments[0].getBoundingClientRect(); \
                            return arguments[0].checkVisibility() && box.width * box.height > 0";
        let Ok(element) = element.to_json() else {
            return false;
        };
        match self.0.execute(SEEN, vec![element]).await {
            Ok(seen) => seen.convert().unwrap_or(false),
            Err(_) => false,
        }
    }

    /// Everything that the page shows.
    pub(crate) async fn text(&self) -> String {
        let text = self.0.execute("return document.body.innerText", vec![]);
        match text.await {
            Ok(text) => text.convert().unwrap_or_default(),
            Err(error) => format!("({error})"),
        }
    }

    /// Waits until a text is shown.
    pub(crate) async fn shows(&self, text: &str) {
        let path = format!(
            "//body//*[text()[contains(normalize-space(.), {})]]",
            quoted(text)
        );
        self.find(&format!("text {text:?}"), &path).await;
    }

    /// Pastes into the field with this label, in place of what it holds.
    pub(crate) async fn fill(&self, label: &str, text: &str) {
        let path = format!(
            "//*[@id = //label[normalize-space(.) = {0}]/@for] | //input[@aria-label = {0}]",
            quoted(label)
        );
        self.click(&format!("field {label:?}"), &path).await;
        // As pasting does: one change of the field, whatever its length.
        const PASTE: &str = "document.execCommand('selectAll'); \
                             return document.execCommand('insertText', false, arguments[0])";
        let pasted = self.0.execute(PASTE, vec![text.into()]).await.unwrap();
        assert!(pasted.convert::<bool>().unwrap(), "{label:?} takes no text");
    }

    /// Presses the button, link or menu item with this name.
    pub(crate) async fn press(&self, name: &str) {
        self.click(&format!("button {name:?}"), &button(name)).await;
    }

    /// Waits until there is a button, link or menu item with this name.
    pub(crate) async fn offers(&self, name: &str) {
        self.find(&format!("button {name:?}"), &button(name)).await;
    }

    /// Presses keys, wherever the focus is. An element that went while it was asked for took no
    /// keys: what has the focus then gets them.
    pub(crate) async fn keys(&self, keys: impl AsRef<str>) {
        let press = async {
            while self.press_in_focus(keys.as_ref()).await.is_err() {
                sleep(LOOK_EVERY).await;
            }
        };
        let Ok(()) = timeout(PATIENCE, press).await else {
            panic!("nothing takes keys; the page reads:\n{}", self.text().await)
        };
    }

    async fn press_in_focus(&self, keys: &str) -> WebDriverResult<()> {
        self.0.active_element().await?.send_keys(keys).await
    }

    /// Ticks the box, or the one of several choices, with this label.
    pub(crate) async fn choose(&self, label: &str) {
        let path = format!(
            "//label[.//text()[normalize-space(.) = {0}]]",
            quoted(label)
        );
        self.click(&format!("choice {label:?}"), &path).await;
    }

    /// Saves what the window shows.
    pub(crate) async fn save_picture(&self, path: &Path) {
        self.0.screenshot(path).await.unwrap();
    }
}

/// The path of what can be pressed under a name.
fn button(name: &str) -> String {
    format!(
        "//*[self::button or self::a or @role = 'button' or starts-with(@role, 'menuitem') \
             or @role = 'option' or @role = 'tab'][not(@disabled)]\
           [normalize-space(.) = {0} or @aria-label = {0} \
             or .//text()[normalize-space(.) = {0}]]",
        quoted(name)
    )
}

/// A string of `XPath`, which knows no escapes.
fn quoted(text: &str) -> String {
    assert!(
        !text.contains('"'),
        "no double quotes in the words of a test"
    );
    format!("\"{text}\"")
}
