//! What people find in their mailbox, read through the demo's way of sending.

use keyholder_server::mail::{self, ShownMail, Transport};

use super::House;

impl House {
    /// Sends everything that is due, and gives it, oldest first.
    pub(crate) async fn mails(&self) -> Vec<ShownMail> {
        while mail::deliver_due(&self.app, &Transport::Demo)
            .await
            .unwrap()
            > 0
        {}
        let mut mails = self.app.demo_mailbox.all();
        mails.reverse();
        mails
    }

    /// The link in the newest mail to an address.
    pub(crate) async fn link_for(&self, address: &str) -> String {
        let mails = self.mails().await;
        let mail = mails
            .iter()
            .rev()
            .find(|mail| mail.to == address && !mail.link.is_empty());
        mail.unwrap_or_else(|| panic!("no link for {address}"))
            .link
            .clone()
    }
}
