//! Letters of the service, opened in a browser as their readers do.

use keyholder_domain::language::Language;

use crate::{
    desktop::{browser::Browser, running::eventually, service::is_code},
    words::{Phrase, Words, say},
};

/// Opens the link of a mail, once that has arrived.
pub(super) async fn open(browser: &Browser, origin: &str, language: Language, subject: Phrase) {
    let page = &browser.page;
    let subject = Words::of(language).read(&subject);
    eventually("the mail arrives", async || {
        page.go(&format!("{origin}/demo/mail")).await;
        page.text().await.contains(&subject)
    })
    .await;
    page.press_beside(&subject, "Open the link in this mail")
        .await;
}

/// Sets the password on the page of a reset link.
pub(super) async fn set_password(browser: &Browser, language: Language, password: &str) {
    let words = Words::of(language);
    let page = &browser.page;
    for field in ["activate-password", "activate-repeat"] {
        page.fill(&words.read(&say(field)), password).await;
    }
    page.press(&words.read(&say("activate-submit"))).await;
    page.shows(&words.read(&say("reset-done-title"))).await;
}

/// The code of the newest sign-in, once its mail has arrived.
pub(super) async fn code(browser: &Browser, origin: &str, language: Language) -> String {
    let page = &browser.page;
    let subject = Words::of(language).read(&say("sign-in-code-subject"));
    eventually("the code arrives", async || {
        page.go(&format!("{origin}/demo/mail")).await;
        page.text().await.contains(&subject)
    })
    .await;
    let text = page.text().await;
    let code = text.lines().map(str::trim).find(|line| is_code(line));
    code.unwrap().to_owned()
}
