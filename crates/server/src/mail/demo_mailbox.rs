//! Where mails of the demo go: a page on this machine.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
};

use keyholder_domain::timestamp::Timestamp;

/// How many mails are kept.
const CAPACITY: usize = 100;

/// The newest mails, in memory. Copies share them.
#[derive(Clone, Default)]
pub struct DemoMailbox(Arc<Mutex<VecDeque<ShownMail>>>);

/// A mail as the page shows it.
#[derive(Clone)]
pub struct ShownMail {
    /// When it was sent.
    pub at: Timestamp,
    /// To whom.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// The plain text.
    pub text: String,
    /// The one-time link in it.
    pub link: String,
}

impl DemoMailbox {
    /// Keeps a mail.
    pub fn put(&self, mail: ShownMail) {
        let mut mails = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        mails.push_front(mail);
        mails.truncate(CAPACITY);
    }

    /// The mails, newest first.
    pub fn all(&self) -> Vec<ShownMail> {
        let mails = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        mails.iter().cloned().collect()
    }
}

impl std::fmt::Debug for DemoMailbox {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DemoMailbox")
    }
}
