//! Names of the HTTP headers that the contract gives a meaning.

/// Proof of possession of the device key (RFC 9449, section 4).
pub const DPOP: &str = "dpop";
/// The nonce that the next proof must carry (RFC 9449, section 8).
pub const DPOP_NONCE: &str = "dpop-nonce";
/// A client's name for a creation, so that sending it twice creates once. 1 to 64 visible ASCII
/// characters; remembered for 24 hours.
pub const IDEMPOTENCY_KEY: &str = "idempotency-key";
/// Present and `true` on an answer that repeats an earlier one for the same key.
pub const IDEMPOTENT_REPLAYED: &str = "idempotent-replayed";
/// The id of the request, also found in the service's log.
pub const REQUEST_ID: &str = "x-request-id";
