//! The choices of whoever uses this computer. Nothing here is secret.

use std::time::Duration;

use keyholder_contract::problem::{FieldCode, Params};
use keyholder_domain::ids::CustomerId;
use serde::{Deserialize, Serialize};

use crate::ipc_error::{IpcError, IpcResult};

/// The choices.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Preferences {
    /// Light or dark.
    pub theme: Theme,
    /// The language of the app.
    pub language: LanguageChoice,
    /// The columns of the users table, in order; the table's own choice where empty.
    pub user_columns: Vec<String>,
    /// The customer one worked at last.
    pub customer_id: Option<CustomerId>,
    /// After how many minutes without use the vault locks; the usual 15 where nothing is chosen.
    pub auto_lock_minutes: Option<u16>,
    /// Whether codes are hidden until one points at them; shown where nothing is chosen.
    pub hide_codes: Option<bool>,
    /// Whether the app goes on in the tray when its window is closed; asked once where nothing is chosen. What
    /// the web view sends is not used, here and in what follows: each has a command of its own.
    pub close_to_tray: Option<bool>,
    /// The shortcut that leads to the codes from everywhere; none where nothing is chosen.
    pub shortcut: Option<String>,
    /// The service last connected to. Set by connecting: what the web view sends is not used.
    pub server_url: Option<String>,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the operating system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// The language of the app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum LanguageChoice {
    /// As the operating system has it.
    #[default]
    System,
    /// English.
    En,
    /// German.
    De,
    /// French.
    Fr,
}

/// The most columns that are remembered.
const MAX_COLUMNS: usize = 50;
/// The longest name of a column, in bytes.
const MAX_COLUMN_NAME: usize = 50;

/// What auto-lock can be set to, in minutes: a choice of the screen, none of them never.
const AUTO_LOCK_MINUTES: std::ops::RangeInclusive<u16> = 1..=720;
/// After how many minutes the vault locks where nothing is chosen (acceptance 50).
const USUAL_AUTO_LOCK_MINUTES: u16 = 15;

impl Preferences {
    /// How long the vault stays open without being used.
    pub(crate) fn vault_patience(&self) -> Duration {
        let minutes = self.auto_lock_minutes.unwrap_or(USUAL_AUTO_LOCK_MINUTES);
        Duration::from_mins(minutes.into())
    }

    /// Whether the choices are of a size that a screen of ours sends.
    pub(crate) fn check(&self) -> IpcResult<()> {
        let refuse = |code| Err(IpcError::field("user_columns", code, Params::new()));
        if self
            .auto_lock_minutes
            .is_some_and(|minutes| !AUTO_LOCK_MINUTES.contains(&minutes))
        {
            let range = Params::from([
                ("min".to_owned(), AUTO_LOCK_MINUTES.start().to_string()),
                ("max".to_owned(), AUTO_LOCK_MINUTES.end().to_string()),
            ]);
            return Err(IpcError::field(
                "auto_lock_minutes",
                FieldCode::OutOfRange,
                range,
            ));
        }
        if self.user_columns.len() > MAX_COLUMNS {
            return refuse(FieldCode::TooMany);
        }
        if self
            .user_columns
            .iter()
            .any(|name| name.len() > MAX_COLUMN_NAME)
        {
            return refuse(FieldCode::TooLong);
        }
        Ok(())
    }
}
