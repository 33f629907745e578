//! How people sign in, as the rows of the list say it (S28).

use keyholder_domain::sign_in_way::ListedWay;

/// How the row of a membership `m` reads: with the other provider whoever was chosen for it, has linked the
/// account, and has no password.
pub(super) const WAY: &str = "CASE WHEN m.accepted_at IS NULL THEN 'not_yet' \
     WHEN m.external_sign_in AND NOT EXISTS (SELECT 1 FROM password_credentials pc \
     WHERE pc.user_id = m.user_id) AND EXISTS (SELECT 1 FROM external_identities e \
     WHERE e.user_id = m.user_id) THEN 'external' ELSE 'password' END AS sign_in_way";

/// Any of these; nothing where none is asked for. Written out, so that the index of one way is found.
pub(super) fn any_of(ways: &[ListedWay]) -> Option<String> {
    let codes: Vec<_> = ways.iter().map(|way| format!("'{}'", way.code())).collect();
    match codes.as_slice() {
        [] => None,
        [only] => Some(format!("d.sign_in_way = {only}")),
        _ => Some(format!("d.sign_in_way IN ({})", codes.join(", "))),
    }
}
