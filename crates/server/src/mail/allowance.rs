//! How many mails an address gets within an hour (S76): three of each kind, whoever asks for them, and ten
//! with a code, which takes the password to ask for. What
//! merely tells the person what happened to their account is not held back.

use keyholder_contract::problem::ErrorCode;
use keyholder_domain::{
    ids::{CustomerId, MailId, UserId},
    password_reset,
    second_factor::mailed_code,
    timestamp::Timestamp,
};
use keyholder_store::{WriteTransaction, reset_links};

use crate::{
    App,
    http::{ApiError, ApiResult},
};

/// What is counted together.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    /// Reset links, sent or asked for.
    Reset,
    /// Links that confirm a change of data, by who asks for it: nobody learns what others asked.
    DataChange(UserId),
    /// Invitations of one customer: none keeps another from inviting.
    Invitation(CustomerId),
    /// Codes of the sign-ins of a person.
    MailedCode(UserId),
}

impl Kind {
    const fn purpose(self) -> &'static str {
        match self {
            Self::Reset => "reset-mail-address",
            Self::DataChange(_) => "data-change-mail-address",
            Self::Invitation(_) => "invitation-mail-address",
            Self::MailedCode(_) => "mailed-code-address",
        }
    }

    /// What is stored instead of the address: nobody reads from it who was mailed.
    fn seal(self, app: &App, folded_address: &str) -> [u8; 32] {
        let subject = match self {
            Self::Invitation(customer) => format!("{customer} {folded_address}"),
            Self::DataChange(by) | Self::MailedCode(by) => format!("{by} {folded_address}"),
            Self::Reset => folded_address.to_owned(),
        };
        app.keys.seal(self.purpose(), subject.as_bytes())
    }
}

/// Counts one more mail; `false` if there may be none.
pub(crate) async fn take(
    tx: &WriteTransaction,
    app: &App,
    kind: Kind,
    folded_address: &str,
    now: Timestamp,
) -> ApiResult<bool> {
    let address = kind.seal(app, folded_address);
    let since = password_reset::counted_since(now);
    let sent = reset_links::mails_since(tx, &address, since).await?;
    let may_mail = match kind {
        Kind::MailedCode(_) => sent < mailed_code::MAX_MAILS_AN_HOUR,
        Kind::Reset | Kind::DataChange(_) | Kind::Invitation(_) => password_reset::may_mail(sent),
    };
    if !may_mail {
        return Ok(false);
    }
    let id = MailId::from_uuid(app.random.uuid(now));
    reset_links::count_mail(tx, &address, id, now).await?;
    Ok(true)
}

/// As [`take`], for whoever may know that the address was mailed.
pub(crate) async fn require(
    tx: &WriteTransaction,
    app: &App,
    kind: Kind,
    folded_address: &str,
    now: Timestamp,
) -> ApiResult<()> {
    if take(tx, app, kind, folded_address, now).await? {
        return Ok(());
    }
    Err(exceeded())
}

/// What is said where an address may get no more mails.
pub(crate) fn exceeded() -> ApiError {
    let wait = password_reset::HOUR.as_secs();
    ApiError::new(ErrorCode::TooManyRequests).retry_after(wait)
}
