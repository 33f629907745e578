//! Why an update is not offered or not accepted.

/// A reason, each with a message of its own (`problem-update_…` in the catalogues of the app). Nothing has
/// been written then, and what runs stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Refusal {
    /// Longer than 64 KB, deeper than is read, of wrong types, or without what is needed.
    #[error("the manifest is malformed")]
    ManifestMalformed,
    /// Not https, or a host that is not listed; for the feed, a file, and each redirect.
    #[error("the place is not allowed")]
    PlaceNotAllowed,
    /// The manifest or the signed name is for another product.
    #[error("it is for another product")]
    OtherProduct,
    /// The manifest or the signed name is for another channel.
    #[error("it is for another channel")]
    OtherChannel,
    /// The signed name is for another system, architecture or kind of package.
    #[error("it is for another target")]
    OtherTarget,
    /// A pre-release, on the stable channel.
    #[error("it is a pre-release")]
    PreRelease,
    /// The same as, or older than, what runs.
    #[error("it is not newer than what runs")]
    NotNewer,
    /// Older than a release that was seen already: somebody plays an old state of the feed back.
    #[error("it is older than the newest that was seen")]
    OlderThanSeen,
    /// The manifest names no file for this target.
    #[error("there is none for this target")]
    NoneForTarget,
    /// No signature, or one that cannot be read.
    #[error("there is no signature that can be read")]
    SignatureMalformed,
    /// No key of this build signed these bytes, or what was signed beside them was changed.
    #[error("the signature does not fit")]
    SignatureWrong,
    /// The signature does not say for which version, file or moment it was made.
    #[error("the signature does not say what it is for")]
    SignatureUnbound,
    /// The signed version is not the announced one.
    #[error("the signed version is another one")]
    VersionMismatch,
    /// More than 200 MB, or more than was announced.
    #[error("it is too large")]
    TooLarge,
    /// Less than was announced.
    #[error("it ended early")]
    Truncated,
}

impl Refusal {
    /// The stable name, for messages and the log.
    pub const fn code(self) -> &'static str {
        match self {
            Self::ManifestMalformed => "update_manifest_malformed",
            Self::PlaceNotAllowed => "update_place_not_allowed",
            Self::OtherProduct => "update_other_product",
            Self::OtherChannel => "update_other_channel",
            Self::OtherTarget => "update_other_target",
            Self::PreRelease => "update_pre_release",
            Self::NotNewer => "update_not_newer",
            Self::OlderThanSeen => "update_older_than_seen",
            Self::NoneForTarget => "update_none_for_target",
            Self::SignatureMalformed => "update_signature_malformed",
            Self::SignatureWrong => "update_signature_wrong",
            Self::SignatureUnbound => "update_signature_unbound",
            Self::VersionMismatch => "update_version_mismatch",
            Self::TooLarge => "update_too_large",
            Self::Truncated => "update_truncated",
        }
    }
}
