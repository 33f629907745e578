//! What a person does on a page: they find things by the words they read.

mod cookies;
mod keyboard;
mod look;
mod security_key;

use std::{path::Path, time::Duration};

use thirtyfour::{By, Capabilities, WebDriver, WebElement, error::WebDriverResult};
use tokio::time::{sleep, timeout};

use super::paths::{beside, button, containing, field, quoted, reading, row, tab};

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
            self.fail(&format!("no {what}")).await
        };
        element
    }

    /// Fails with what the page reads, and with a picture in `target/` where pictures are kept. Its
    /// window is closed first: the driver of a window that is left open waits for minutes.
    async fn fail(&self, what: &str) -> ! {
        let text = self.text().await;
        if std::env::var_os("KEYHOLDER_TEST_WRITE_SCREENS").is_some() {
            let file = concat!(env!("CARGO_MANIFEST_DIR"), "/target/failed.png");
            self.save_picture(Path::new(file)).await;
        }
        let _ = self.0.clone().quit().await;
        panic!("{what}; the page reads:\n{text}")
    }

    /// Clicks as soon as nothing lies over it: what is being closed takes a moment to go.
    async fn click(&self, what: &str, path: &str) {
        let click = async {
            while self
                .click_in_the_middle(&self.find(what, path).await)
                .await
                .is_err()
            {
                sleep(LOOK_EVERY).await;
            }
        };
        let Ok(()) = timeout(PATIENCE, click).await else {
            self.fail(&format!("{what} takes no click")).await
        };
    }

    /// Clicks in the middle of what scrolls: at its edge the driver would click on what sticks there.
    async fn click_in_the_middle(&self, element: &WebElement) -> WebDriverResult<()> {
        const MIDDLE: &str = "arguments[0].scrollIntoView({ block: 'center', inline: 'center' })";
        self.0.execute(MIDDLE, vec![element.to_json()?]).await?;
        element.click().await
    }

    /// Whether a person sees it, and a screen reader does: what lies behind an open dialog is no
    /// longer there. WebDriver's own notion takes text that is cut off with an ellipsis for invisible. A
    /// button within one pixel is for the ear only: every dialog has one that closes it.
    async fn is_seen(&self, element: &WebElement) -> bool {
        const SEEN: &str = "const size = ({ width, height }) => width * height; \
                            const area = (one) => size(one.getBoundingClientRect()); \
                            const [it] = arguments; \
                            return it.checkVisibility() && area(it) > 0 \
                              && !(it.tagName === 'BUTTON' && area(it.parentElement) <= 1) \
                              && !it.closest('[inert], [aria-hidden=true]')";
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
        self.find(&format!("text {text:?}"), &containing(text))
            .await;
    }

    /// Waits until a text is shown no longer.
    pub(crate) async fn hides(&self, text: &str) {
        let path = containing(text);
        let gone = async {
            while self.sees(&path).await {
                sleep(LOOK_EVERY).await;
            }
        };
        let Ok(()) = timeout(PATIENCE, gone).await else {
            self.fail(&format!("{text:?} stays")).await
        };
    }

    async fn sees(&self, path: &str) -> bool {
        // A page that is just being replaced answers with errors, and is to be looked at again.
        let Ok(elements) = self.0.find_all(By::XPath(path)).await else {
            return true;
        };
        for element in elements {
            if self.is_seen(&element).await {
                return true;
            }
        }
        false
    }

    /// Pastes into the field with this label, in place of what it holds.
    pub(crate) async fn fill(&self, label: &str, text: &str) {
        self.fill_row(label, 1, text).await;
    }

    /// As [`Page::fill`], into the field of this name in one of several rows, of which the first is 1.
    pub(crate) async fn fill_row(&self, label: &str, nth: usize, text: &str) {
        let path = field(label, nth);
        // As pasting does: one change of the field, whatever its length.
        const PASTE: &str = "document.execCommand('selectAll'); \
                             return document.execCommand('insertText', false, arguments[0])";
        let paste = async {
            loop {
                self.click(&format!("field {label:?}"), &path).await;
                let pasted = self.0.execute(PASTE, vec![text.into()]).await.unwrap();
                if pasted.convert::<bool>().unwrap() {
                    break;
                }
                // The focus went elsewhere: the page was still drawing what belongs around the field.
                sleep(LOOK_EVERY).await;
            }
        };
        if timeout(PATIENCE, paste).await.is_err() {
            self.fail(&format!("{label:?} takes no text")).await;
        }
    }

    /// Turns to a part of what is shown.
    pub(crate) async fn turn_to(&self, name: &str) {
        self.click(&format!("tab {name:?}"), &tab(name)).await;
    }

    /// Presses the button, link or menu item with this name, as soon as it can be pressed.
    pub(crate) async fn press(&self, name: &str) {
        let path = format!("{}[not(@aria-disabled = 'true')]", button(name));
        self.click(&format!("button {name:?}"), &path).await;
    }

    /// Presses the button with this name in the row, the entry or the article that holds a text.
    pub(crate) async fn press_beside(&self, text: &str, name: &str) {
        let path = beside(text, name);
        self.click(&format!("button {name:?} beside {text:?}"), &path)
            .await;
    }

    /// Waits until the button with this name cannot be pressed, and says why in these words.
    pub(crate) async fn refuses(&self, name: &str, why: &str) {
        let path = format!(
            "{}[@aria-disabled = 'true'][{}]",
            button(name),
            reading(why)
        );
        self.find(&format!("button {name:?} that says {why:?}"), &path)
            .await;
    }

    /// Waits until nothing can be pressed under this name.
    pub(crate) async fn lacks(&self, name: &str) {
        let path = button(name);
        let gone = async {
            while self.sees(&path).await {
                sleep(LOOK_EVERY).await;
            }
        };
        let Ok(()) = timeout(PATIENCE, gone).await else {
            self.fail(&format!("there is still a button {name:?}"))
                .await
        };
    }

    /// Waits until there is a button, link or menu item with this name.
    pub(crate) async fn offers(&self, name: &str) {
        self.find(&format!("button {name:?}"), &button(name)).await;
    }

    /// Ticks the box, or the one of several choices, with this label.
    pub(crate) async fn choose(&self, label: &str) {
        let path = format!(
            "//label[.//text()[normalize-space(.) = {0}]]",
            quoted(label)
        );
        self.click(&format!("choice {label:?}"), &path).await;
    }

    /// Ticks or unticks the row of a table in which this stands.
    pub(crate) async fn tick_row(&self, text: &str) {
        let path = format!("{}//label", row(text));
        self.click(&format!("row {text:?}"), &path).await;
    }

    /// Opens the row of a table in which this stands.
    pub(crate) async fn open_row(&self, text: &str) {
        let path = format!("{}//*[@role = 'rowheader']", row(text));
        self.click(&format!("row {text:?}"), &path).await;
    }

    /// Saves what the window shows, once it has drawn what the page holds.
    ///
    /// The driver waits for the page to be drawn once more, which one that stands still and is painted
    /// directly never is: so one pixel changes, hardly, until the picture is there.
    pub(crate) async fn save_picture(&self, path: &Path) {
        const DRAWN: &str = "const done = arguments[arguments.length - 1]; \
            const dot = document.body.appendChild(document.createElement('i')); \
            dot.ariaHidden = 'true'; \
            dot.style.cssText = 'position: fixed; inset: auto 0 0 auto; width: 1px; height: 1px'; \
            const changing = setInterval(() => \
                { dot.style.background = `rgb(0 0 0 / ${1 + Date.now() % 2}%)` }, 20); \
            setTimeout(() => { clearInterval(changing); dot.remove() }, 3000); \
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))";
        let _ = self.0.execute_async(DRAWN, vec![]).await;
        self.0.screenshot(path).await.unwrap();
    }
}
