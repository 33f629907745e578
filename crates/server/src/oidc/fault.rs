//! Why a reply of the provider is not believed.

/// Each way in which a reply is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Fault {
    /// No connection, or no answer in time.
    #[error("the provider does not answer")]
    Unreachable,
    /// An answer with another status than 200.
    #[error("the provider answered with an unexpected status")]
    Status,
    /// An answer that points elsewhere: whoever follows it hands the code to somebody else.
    #[error("the provider answered with a redirect")]
    Redirected,
    /// More bytes than any honest answer has.
    #[error("the answer of the provider is too large")]
    TooLarge,
    /// An answer that does not call itself JSON.
    #[error("the answer of the provider is not JSON")]
    ContentType,
    /// An answer that is not what the standard says, or says a thing twice.
    #[error("the answer of the provider cannot be read")]
    Malformed,
    /// The provider's document is that of another issuer.
    #[error("the document of the provider names another issuer")]
    DocumentIssuer,
    /// The provider's document sends us to an address without TLS.
    #[error("the document of the provider names an address that is not protected")]
    InsecureEndpoint,
    /// The person, or the provider, said no.
    #[error("the sign-in was refused at the provider")]
    Denied,
    /// The reply carries another state than the run.
    #[error("the reply belongs to another sign-in")]
    State,
    /// The reply names another issuer, or none where it must (RFC 9207).
    #[error("the reply comes from another provider")]
    MixUp,
    /// The code was spent, is unknown, or belongs to another run.
    #[error("the provider does not take the code")]
    CodeRefused,
    /// The answer holds no ID token.
    #[error("the provider gave no ID token")]
    NoIdToken,
    /// The ID token is not a signed token of three parts.
    #[error("the ID token cannot be read")]
    TokenMalformed,
    /// Another algorithm than RS256, `none` among them.
    #[error("the ID token is signed with an algorithm that is not allowed")]
    Algorithm,
    /// No key of that name, or two.
    #[error("the ID token is signed with an unknown key")]
    UnknownKey,
    /// The signature is wrong.
    #[error("the signature of the ID token is wrong")]
    Signature,
    /// Another issuer.
    #[error("the ID token comes from another issuer")]
    Issuer,
    /// Meant for another program.
    #[error("the ID token is meant for another program")]
    Audience,
    /// Its time is over.
    #[error("the ID token has run out")]
    Expired,
    /// Its time has not come.
    #[error("the ID token is not valid yet")]
    NotYetValid,
    /// Made for another run, or for none.
    #[error("the ID token belongs to another sign-in")]
    Nonce,
    /// Nobody is named, or nobody that could be told from others.
    #[error("the ID token names nobody")]
    Nobody,
    /// It was not the person who was asked, or it is too long ago.
    #[error("the provider did not ask the person anew")]
    NotAnew,
    /// The tenant is none of those that may sign in here.
    #[error("the organisation may not sign in here")]
    TenantNotPermitted,
}

impl Fault {
    /// A stable word for clients and the log.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Unreachable => "unreachable",
            Self::Status => "status",
            Self::Redirected => "redirected",
            Self::TooLarge => "too_large",
            Self::ContentType => "content_type",
            Self::Malformed => "malformed",
            Self::DocumentIssuer => "document_issuer",
            Self::InsecureEndpoint => "insecure_endpoint",
            Self::Denied => "denied",
            Self::State => "state",
            Self::MixUp => "mix_up",
            Self::CodeRefused => "code_refused",
            Self::NoIdToken => "no_id_token",
            Self::TokenMalformed => "token_malformed",
            Self::Algorithm => "algorithm",
            Self::UnknownKey => "unknown_key",
            Self::Signature => "signature",
            Self::Issuer => "issuer",
            Self::Audience => "audience",
            Self::Expired => "expired",
            Self::NotYetValid => "not_yet_valid",
            Self::Nonce => "nonce",
            Self::Nobody => "nobody",
            Self::NotAnew => "not_anew",
            Self::TenantNotPermitted => "tenant_not_permitted",
        }
    }
}
