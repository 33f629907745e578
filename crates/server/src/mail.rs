//! Mail: written into the outbox by the transaction that causes it, sent by the postman.
//!
//! Sending is at least once: a process that stops between handing a mail in and noting it hands it
//! in again, under the same `Message-ID`. Several processes can work on one outbox: a mail that is
//! being sent is put off, so nobody else takes it.

pub(crate) mod allowance;
mod code;
mod deliver;
mod demo_mailbox;
mod envelope;
pub(crate) mod letter;
pub(crate) mod message;
mod outbox;
pub(crate) mod render;
mod retry;
mod smtp;
mod transport;

pub use deliver::{deliver, deliver_due};
pub use demo_mailbox::{DemoMailbox, ShownMail};
pub(crate) use letter::Letter;
pub(crate) use outbox::post;
pub use smtp::SmtpSetupError;
pub use transport::Transport;
