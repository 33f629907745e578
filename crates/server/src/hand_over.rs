//! The code of a link that is handed over by hand (L15).

use keyholder_domain::{
    audit::AuditAction,
    hand_over_code::{self, HandOverCode, Tried},
    ids::{CustomerId, UserId},
    timestamp::Timestamp,
};
use keyholder_store::WriteTransaction;
use serde_json::Value;

use crate::{
    App,
    audit::{Entry, record},
    http::ApiResult,
    invitations::link::LinkToken,
    keys::ServerKeys,
};

/// What the key is for.
const PURPOSE: &str = "hand-over-code";

/// A link for whoever made it, to hand over, and the code to tell by another way.
pub(crate) struct HandedOver {
    pub(crate) link: String,
    pub(crate) code: String,
    pub(crate) expires_at: Timestamp,
}

/// Compares what was typed with the code of a link, after so many wrong ones.
pub(crate) fn compare(keys: &ServerKeys, token: &LinkToken, typed: &str, wrong: u8) -> Tried {
    let typed = HandOverCode::parse(typed);
    // The code was told before the key file was rotated, perhaps.
    let codes = keys
        .seals(PURPOSE, token.as_str().as_bytes())
        .map(|seal| HandOverCode::from_seal(&seal));
    let expected = codes
        .filter(|code| typed == Some(*code))
        .last()
        .unwrap_or_else(|| code(keys, token.as_str()));
    hand_over_code::check(expected, typed, wrong)
}

/// The code that belongs to a link's token. The key is not in the database, so a copy of it is no
/// help, and the link alone does not tell.
pub fn code(keys: &ServerKeys, token: &str) -> HandOverCode {
    HandOverCode::from_seal(&keys.seal(PURPOSE, token.as_bytes()))
}

/// Writes down that wrong codes ended a link. Whoever typed them is not known.
pub(crate) async fn note_end(
    tx: &WriteTransaction,
    app: &App,
    (customer_id, user): (Option<CustomerId>, UserId),
    details: Value,
) -> ApiResult<()> {
    let entry = Entry {
        customer_id,
        actor_id: None,
        action: AuditAction::LinkEnded,
        target_id: Some(user),
        details,
    };
    record(tx, app, entry).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn l15_a_code_is_of_its_link_and_of_the_key_file() {
        let keys = ServerKeys::from_secret([1; 32]);
        let told = code(&keys, "link");
        assert_eq!(code(&keys, "link"), told);
        assert_ne!(code(&keys, "other"), told);
        assert_ne!(code(&ServerKeys::from_secret([2; 32]), "link"), told);
    }
}
