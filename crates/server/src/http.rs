//! HTTP for every noun alike: typed input, one error shape, the layers around every route.

mod body;
pub(crate) mod connections;
mod database_watch;
mod decode;
mod error;
mod fields;
pub mod finish;
pub mod health;
mod idempotency;
mod if_match;
mod layers;
pub(crate) mod origin;
mod path;
mod query;
mod reply;
mod store_error;

pub use body::ApiJson;
pub use error::{ApiError, ApiResult, Problems};
pub use fields::{Fields, field_error};
pub use idempotency::{Claimed, Earlier, IdempotencyKey, Replayed};
pub use if_match::IfMatch;
pub use layers::wrap;
pub use path::ApiPath;
pub use query::ApiQuery;
pub use reply::{Created, Versioned};
