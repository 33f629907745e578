//! The proof has come from the browser: whose sign-in it is, and what comes next.

use keyholder_contract::{problem::FieldCode, session::SignIn};
use keyholder_domain::ids::SignInId;
use keyholder_store::{passkey_ceremonies, passkey_sign_ins, profiles};

use crate::{
    App,
    auth::{
        Proof,
        token::{self, TokenKind},
    },
    http::{ApiError, ApiResult, field_error},
    sign_in::{address_limit, passkey},
};

/// Spends the proof and goes on. It counts once, and only with the device key that began.
pub(super) async fn answer(
    app: &App,
    proof: &Proof,
    id: SignInId,
    shown: &str,
) -> ApiResult<SignIn> {
    let wrong = || {
        let fault = field_error("proof", FieldCode::WrongCode, &[]);
        ApiError::invalid_fields(vec![fault])
    };
    let hash = token::look_up(TokenKind::PasskeyProof, shown).ok_or_else(wrong)?;
    let tx = app.begin_write(proof).await?;
    let now = app.now();
    let device = proof.key.to_string();
    let begun = passkey_sign_ins::find(&tx, id, &device, now).await?;
    let person = passkey_ceremonies::person_of_sign_in(&tx, id, &hash, now).await?;
    let (Some(begun), Some(person)) = (begun, person) else {
        return Err(wrong());
    };
    // The person first: whoever changes what they have set up locks in the same order.
    profiles::lock(&tx, person).await?;
    if !passkey_ceremonies::spend_proof(&tx, person, &device, &hash, now).await? {
        return Err(wrong());
    }
    passkey_sign_ins::remove(&tx, id).await?;
    let run = passkey::Proven {
        id,
        user: person,
        device_name: &begun.device_name,
    };
    let sign_in = passkey::admit(app, tx, proof, run).await?;
    address_limit::give_back(app);
    Ok(sign_in)
}
