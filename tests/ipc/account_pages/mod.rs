//! The account pages of the service in Chromium: links of mails, and passkeys on them with the security key that
//! Chromium plays itself.

mod album;
mod links;
mod other_provider;
mod passkeys;

use crate::desktop::page::Page;

/// Opens the link of the newest mail with this subject, or to this address, once there is one.
async fn open_mail(page: &Page, origin: &str, telling: &str) {
    let arrived = async || {
        page.go(&format!("{origin}/demo/mail")).await;
        page.text().await.contains(telling)
    };
    crate::desktop::running::eventually("the mail arrives", arrived).await;
    page.press_beside(telling, "Open the link in this mail")
        .await;
}

/// Types a new password twice.
async fn set_password(page: &Page, password: &str) {
    page.fill("New password", password).await;
    page.fill("Repeat the password", password).await;
    page.press("Set password").await;
}
