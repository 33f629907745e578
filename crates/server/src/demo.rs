//! The demo: two sample merchants, and pages that show sent mail and a sample back office.
//!
//! `serve --demo` only. The sign-in data are public, so a database that holds anything else is
//! refused.

mod announce;
mod back_office;
mod history;
mod mail_page;
mod people;
mod places;
mod routes;
mod seed;
mod sign_in_data;

use keyholder_store::{StoreError, customers, users};

pub use routes::routes;

use crate::{App, http::ApiError};

/// Why there is no demo.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// The database holds customers that the demo did not make.
    #[error(
        "--demo needs an empty database, or one that it made itself: its passwords are public, and \
         this one holds other customers"
    )]
    NotEmpty,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Something else of the service failed.
    #[error("the sample data could not be made: {0:?}")]
    Failed(ApiError),
    /// The sample itself breaks a rule of the domain.
    #[error("the sample data hold {0} that the rules refuse")]
    Sample(&'static str),
}

impl From<ApiError> for DemoError {
    fn from(error: ApiError) -> Self {
        Self::Failed(error)
    }
}

/// Fills an empty database, or finds that it was filled before; then says how to sign in.
pub async fn prepare(app: &App) -> Result<(), DemoError> {
    if customers::list(&app.database, None, 1).await?.is_empty() {
        seed::seed(app).await?;
    } else if !is_ours(app).await? {
        return Err(DemoError::NotEmpty);
    }
    let origin = app.origin.as_str().trim_end_matches('/');
    announce::announce(origin);
    Ok(())
}

/// Whether the demo made this database. Its operator tells: whoever tries the demo may add customers
/// and change their numbers.
async fn is_ours(app: &App) -> Result<bool, StoreError> {
    let operator = users::find_by_sign_in_name(&app.database, sign_in_data::OPERATOR).await?;
    Ok(operator.is_some_and(|user| user.operator))
}
