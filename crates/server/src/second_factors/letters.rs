//! Letters that tell the owner what became of their second factor.

use keyholder_domain::timestamp::Timestamp;
use keyholder_store::{WriteTransaction, users::User};

use crate::{App, http::ApiResult, mail::message::About, own_password::notice};

/// Tells a person with a mailbox, in their language. `lines` are names that must stay as they are.
pub(crate) async fn tell(
    tx: &WriteTransaction,
    app: &App,
    user: &User,
    about: About,
    lines: Vec<String>,
    now: Timestamp,
) -> ApiResult<()> {
    let name = format!("{} {}", user.given_name, user.family_name);
    let to = (&user.sign_in_name, user.language, name);
    notice::post(tx, app, to, (about, String::new(), lines), now).await
}
