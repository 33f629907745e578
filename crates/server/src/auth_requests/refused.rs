//! "Not me": somebody else knows the password. The person and the administrators are told.

use keyholder_domain::{ids::CustomerId, timestamp::Timestamp};
use keyholder_store::{WriteTransaction, auth_requests::StoredRequest};

use crate::{
    App, auth::SignedIn, http::ApiResult, mail::message::About, own_password::notice,
    second_factors::letters,
};

/// Posts the letters.
pub(super) async fn tell(
    tx: &WriteTransaction,
    app: &App,
    caller: &SignedIn,
    request: &StoredRequest,
    customers: &[CustomerId],
    now: Timestamp,
) -> ApiResult<()> {
    let lines = [Some(&request.device_name), request.place.address.as_ref()];
    let lines: Vec<_> = lines.into_iter().flatten().cloned().collect();
    letters::tell(tx, app, &caller.user, About::SignInRefused, lines, now).await?;
    for customer in customers {
        let about = About::SignInRefusedByMember;
        notice::administrators(tx, app, &caller.user, (about, *customer), now).await?;
    }
    Ok(())
}
