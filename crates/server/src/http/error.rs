//! The one error of every handler.

use std::{collections::BTreeMap, error::Error, fmt, sync::Arc};

use axum::response::{IntoResponse, Response};
use keyholder_contract::problem::{ErrorCode, FieldError, Params, Problem};
use utoipa::{
    IntoResponses, PartialSchema,
    openapi::{
        Content, Ref, RefOr, ResponseBuilder, header::HeaderBuilder,
        response::Response as DocumentedResponse,
    },
};

/// What a handler returns.
pub type ApiResult<T> = Result<T, ApiError>;

/// An answer that is an error. Cheap to pass on; [`crate::http::finish`] turns it into a reply.
#[derive(Clone)]
pub struct ApiError(Box<Fault>);

#[derive(Clone)]
struct Fault {
    code: ErrorCode,
    params: Params,
    errors: Vec<FieldError>,
    retry_after_seconds: Option<u64>,
    cause: Option<Arc<dyn Error + Send + Sync>>,
}

impl ApiError {
    /// The error of a code.
    pub fn new(code: ErrorCode) -> Self {
        Self(Box::new(Fault {
            code,
            params: BTreeMap::new(),
            errors: Vec::new(),
            retry_after_seconds: None,
            cause: None,
        }))
    }

    /// Unacceptable fields.
    pub fn invalid_fields(errors: Vec<FieldError>) -> Self {
        let mut error = Self::new(ErrorCode::InvalidFields);
        error.0.errors = errors;
        error
    }

    /// A fault of the service. The cause goes to the log, never to the caller.
    pub fn internal(cause: impl Error + Send + Sync + 'static) -> Self {
        Self::new(ErrorCode::Internal).because(cause)
    }

    /// The service cannot answer now; worth trying again after some seconds.
    pub fn unavailable(retry_after_seconds: u64) -> Self {
        Self::new(ErrorCode::Unavailable).retry_after(retry_after_seconds)
    }

    /// Adds a value that the wording names.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl fmt::Display) -> Self {
        self.0.params.insert(name.to_owned(), value.to_string());
        self
    }

    /// Says after how many seconds trying again makes sense.
    #[must_use]
    pub fn retry_after(mut self, seconds: u64) -> Self {
        self.0.retry_after_seconds = Some(seconds);
        self.with("retry_after", seconds)
    }

    /// Keeps what led here, for the log.
    #[must_use]
    pub fn because(mut self, cause: impl Error + Send + Sync + 'static) -> Self {
        self.0.cause = Some(Arc::new(cause));
        self
    }

    /// The code.
    pub fn code(&self) -> ErrorCode {
        self.0.code
    }

    /// The unacceptable fields.
    pub fn errors(&self) -> &[FieldError] {
        &self.0.errors
    }

    /// What led here.
    pub(super) fn cause(&self) -> Option<&(dyn Error + Send + Sync + 'static)> {
        self.0.cause.as_deref()
    }

    /// After how many seconds trying again makes sense.
    pub(super) fn retry_after_seconds(&self) -> Option<u64> {
        self.0.retry_after_seconds
    }

    /// The body of the reply.
    pub(super) fn problem(self, request_id: String) -> Problem {
        let Fault {
            code,
            params,
            errors,
            ..
        } = *self.0;
        Problem {
            kind: "about:blank".to_owned(),
            title: title(code).to_owned(),
            status: code.status(),
            code,
            params,
            errors,
            request_id,
        }
    }
}

impl From<ErrorCode> for ApiError {
    fn from(code: ErrorCode) -> Self {
        Self::new(code)
    }
}

impl fmt::Debug for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiError")
            .field("code", &self.0.code)
            .field("params", &self.0.params)
            .field("errors", &self.0.errors)
            .field("cause", &self.0.cause)
            .finish()
    }
}

impl IntoResponse for ApiError {
    /// Only marks the reply: its status, headers and body are written by [`crate::http::finish`],
    /// which alone knows the request id.
    fn into_response(self) -> Response {
        let mut response = Response::default();
        response.extensions_mut().insert(self);
        response
    }
}

/// One English sentence for developers; people read the message catalogues.
const fn title(code: ErrorCode) -> &'static str {
    match code {
        ErrorCode::MalformedRequest => "The request is not what the document describes.",
        ErrorCode::InvalidFields => "One or more fields are not acceptable.",
        ErrorCode::BodyTooLarge => "The body is larger than the service reads.",
        ErrorCode::UnsupportedMediaType => "The body must be application/json.",
        ErrorCode::NotFound => "There is nothing here that the caller may know of.",
        ErrorCode::MethodNotAllowed => "The address does not know this method.",
        ErrorCode::SignInRequired => "There is no usable session: sign in.",
        ErrorCode::InvalidProof => "The proof of possession is missing or wrong.",
        ErrorCode::UseDpopNonce => "Repeat the request with the nonce of the DPoP-Nonce header.",
        ErrorCode::SignInFailed => "The sign-in was refused.",
        ErrorCode::PasswordExpired => "The password is right, but too old.",
        ErrorCode::LockedInactivity => "The password is right, but nobody signed in for too long.",
        ErrorCode::PasswordNeeded => "The password has expired; sign in with it and set a new one.",
        ErrorCode::NoPasswordHere => "The person has no password here.",
        ErrorCode::ExternalSignInDenied => "The other provider, or the person, said no.",
        ErrorCode::ExternalReplyRefused => "The reply of the other provider is not believed.",
        ErrorCode::TenantNotPermitted => "Accounts of this organisation may not sign in here.",
        ErrorCode::IdentityUnknown => "The account is linked to nobody here.",
        ErrorCode::NotOwnIdentity => "The account is not the one that is linked.",
        ErrorCode::IdentityTaken => "The account is linked to somebody else here.",
        ErrorCode::OtherIdentityLinked => "Another account is linked already.",
        ErrorCode::ProviderUnreachable => "The other provider does not answer.",
        ErrorCode::RefreshReused => "A spent refresh token came back: the session has ended.",
        ErrorCode::PermissionMissing => "The caller lacks a permission.",
        ErrorCode::OwnAccess => "Nobody changes their own roles, status or locations.",
        ErrorCode::TargetHoldsMore => "The user holds permissions that the caller lacks.",
        ErrorCode::GrantsMore => "The caller would give permissions that they lack.",
        ErrorCode::OutsideLocations => "The caller would give locations outside of their own.",
        ErrorCode::AdministratorLimited => {
            "Who manages administrators cannot be limited to locations."
        }
        ErrorCode::LastAdministrator => "An administrator who can sign in must remain.",
        ErrorCode::StepUpRequired => "A fresh proof of identity is needed first.",
        ErrorCode::SecondFactorShut => "Too many wrong codes: this way is shut.",
        ErrorCode::NoSecondFactor => "The user has no second factor that could be reset.",
        ErrorCode::TooManyPasskeys => "The caller has as many passkeys as they may.",
        ErrorCode::PasskeysUnavailable => {
            "Passkeys need a domain, and this service is reached by an address."
        }
        ErrorCode::TooManyAuthenticators => "The caller has as many authenticators as they may.",
        ErrorCode::SecondFactorNeeded => "The caller has neither an authenticator nor a passkey.",
        ErrorCode::TooManyConfirmingDevices => "As many devices confirm sign-ins as may.",
        ErrorCode::AuthRequestOver => "The sign-in request takes no answer any more.",
        ErrorCode::ApprovalRequired => "A second person must agree first.",
        ErrorCode::OwnChange => "Whoever asked for a change cannot also agree to it.",
        ErrorCode::OthersChange => "Only whoever asked takes a change back.",
        ErrorCode::NotIndependent => "Whoever agrees must be independent of whoever asked.",
        ErrorCode::ChangeEnded => "The change does not wait any more.",
        ErrorCode::ChangeWaiting => "Such a change waits for this user already.",
        ErrorCode::NoSecondAdministrator => "There is no second administrator who could agree.",
        ErrorCode::AddressNotMovable => "There is no address that could be replaced.",
        ErrorCode::UserExists => "The user already belongs to this customer.",
        ErrorCode::AlreadyVerified => "A verified user stays verified.",
        ErrorCode::AdoptFirst => "The user came in through another door: adopt them first.",
        ErrorCode::AdoptedAlready => "The user is the customer's own already.",
        ErrorCode::RoleBuiltIn => "A built-in role is read-only.",
        ErrorCode::TooManyRoles => "The customer has as many own roles as it may have.",
        ErrorCode::TooManyLocationGroups => {
            "The customer has as many groups of locations as it may have."
        }
        ErrorCode::TooManySavedFilters => "The caller keeps as many filters as they may.",
        ErrorCode::TooManyWaiting => "As many requests wait as may.",
        ErrorCode::TooManyChanges => "As many changes wait as may.",
        ErrorCode::RequestOver => "The request was answered or taken back before.",
        ErrorCode::RecoveryUnderWay => "A recovery of this person is under way already.",
        ErrorCode::RecoveryTooEarly => "The waiting time is not over.",
        ErrorCode::RecoveryUnconfirmed => "The new address was not confirmed.",
        ErrorCode::RecoveryOver => "The recovery was stopped, ran out, or is finished.",
        ErrorCode::WrongStatus => "The status does not allow it.",
        ErrorCode::Stale => "It was changed meanwhile: read it again.",
        ErrorCode::IfMatchRequired => "An edit must say in If-Match which version it has read.",
        ErrorCode::IdempotencyKeyReused => "The idempotency key was used for another request.",
        ErrorCode::LinkUnusable => "The link cannot be used, or not any more.",
        ErrorCode::TooManyRequests => "Too many requests: wait.",
        ErrorCode::Unavailable => "The service cannot answer now: try again later.",
        ErrorCode::Internal => "The service failed.",
    }
}

/// Every error reply of every operation, for the OpenAPI document: `responses(…, Problems)`.
pub struct Problems;

impl IntoResponses for Problems {
    fn responses() -> BTreeMap<String, RefOr<DocumentedResponse>> {
        const DESCRIPTIONS: [(&str, &str); 14] = [
            ("400", "The request is not what this document describes."),
            (
                "401",
                "No usable session, a wrong proof, or a refused sign-in.",
            ),
            ("403", "The caller may not do this."),
            (
                "404",
                "No such object, or none that the caller may know of.",
            ),
            ("405", "The address does not know this method."),
            ("409", "The state of things does not allow it."),
            ("412", "It was changed meanwhile."),
            ("413", "The body is larger than the service reads."),
            ("415", "The body is not application/json."),
            ("422", "One or more fields are not acceptable."),
            ("428", "If-Match is missing."),
            ("429", "Too many requests."),
            ("500", "The service failed."),
            ("503", "The service cannot answer now."),
        ];
        DESCRIPTIONS
            .into_iter()
            .map(|(status, description)| {
                let problem = Content::new(Some(Ref::from_schema_name("Problem")));
                let mut response = ResponseBuilder::new()
                    .description(description)
                    .content("application/problem+json", problem);
                if status == "429" || status == "503" {
                    response = response.header(
                        "Retry-After",
                        HeaderBuilder::new()
                            .schema(Some(u64::schema()))
                            .description(Some("Seconds to wait."))
                            .build(),
                    );
                }
                (status.to_owned(), RefOr::T(response.build()))
            })
            .collect()
    }
}
