//! Signing the answer to a sign-in request. Its type keeps it apart from proofs of possession, which the
//! same key signs.

use jsonwebtoken::{Algorithm, Header};
use keyholder_contract::auth_request::{
    ANSWER_TYPE, AnswerAuthRequest, AuthDecision, AuthRequestStatus, SignedAnswer,
};
use keyholder_domain::ids::AuthRequestId;

use crate::{device_key::DeviceKey, dpop::SigningError, error::Result, session::Session};

/// The compact JWS.
pub fn sign(answer: &SignedAnswer, key: &DeviceKey) -> std::result::Result<String, SigningError> {
    let mut header = Header::new(Algorithm::ES256);
    header.typ = Some(ANSWER_TYPE.to_owned());
    header.jwk = Some(key.public().clone());
    Ok(jsonwebtoken::encode(&header, answer, key.signing())?)
}

impl Session {
    /// Signs an answer with the device key, and sends it: the number that the other side shows, or none to
    /// say that it is somebody else.
    pub async fn decide_auth_request(
        &self,
        request: AuthRequestId,
        number: Option<&str>,
    ) -> Result<AuthRequestStatus> {
        let decision = match number {
            Some(_) => AuthDecision::Approve,
            None => AuthDecision::Refuse,
        };
        let answer = SignedAnswer {
            request,
            decision,
            number: number.map(str::to_owned),
        };
        let answer = sign(&answer, self.client().device_key())?;
        self.answer_auth_request(request, &AnswerAuthRequest { answer })
            .await
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn an_answer_names_its_type_and_the_public_key_alone() {
        let key = DeviceKey::generate().unwrap();
        let answer = SignedAnswer {
            request: AuthRequestId::from_uuid(Uuid::nil()),
            decision: AuthDecision::Approve,
            number: Some("012345".to_owned()),
        };
        let signed = sign(&answer, &key).unwrap();
        let header = jsonwebtoken::decode_header(&signed).unwrap();
        assert_eq!(header.typ.as_deref(), Some("keyholder-auth-answer+jwt"));
        assert_eq!(header.jwk.as_ref(), Some(key.public()));
        assert_eq!(serde_json::to_value(header).unwrap()["jwk"].get("d"), None);
    }
}
