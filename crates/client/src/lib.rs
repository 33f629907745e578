//! Typed client of the identity service: the app uses it, and so do the service's own tests.
//!
//! A [`Client`] knows an address and a device key. Signing in gives a [`Session`], which renews its
//! tokens by itself. Each operation of the OpenAPI document is one method that is named after its
//! `operationId`; a test compares both.

mod address;
pub mod auth_answer;
mod auth_request_events;
mod clock;
mod device_key;
mod download;
pub mod dpop;
mod error;
mod event_stream;
mod operations;
mod query;
mod reconnect;
mod reply;
mod request;
mod retry;
mod session;
mod tokens;
mod transport;

pub use address::{AddressError, ServiceAddress};
pub use auth_request_events::AuthRequestEvents;
pub use clock::Clock;
pub use device_key::{DeviceKey, InvalidDeviceKey};
pub use download::Download;
pub use error::{Error, Result};
pub use operations::service::ServiceClient;
pub use reconnect::Reconnect;
pub use retry::RetryPolicy;
pub use session::{Session, TokenSink};
pub use tokens::Tokens;
pub use transport::Client;
