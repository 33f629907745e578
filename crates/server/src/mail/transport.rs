//! How mails leave.

use super::smtp::{Smtp, SmtpSetupError};
use crate::config::Config;

/// How mails leave.
#[derive(Debug)]
pub enum Transport {
    /// Through a mail server.
    Smtp(Smtp),
    /// Onto a page of the demo.
    Demo,
    /// Not at all: they wait in the outbox until a mail server is configured.
    None,
}

impl Transport {
    /// What the settings say. A demo with a mail server uses the mail server.
    pub fn of(config: &Config) -> Result<Self, SmtpSetupError> {
        Ok(match &config.smtp {
            Some(smtp) => Self::Smtp(Smtp::new(smtp)?),
            None if config.demo => Self::Demo,
            None => Self::None,
        })
    }
}
