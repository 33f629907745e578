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

use keyholder_store::{StoreError, customers};

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
    let known = customers::list(&app.database, None, 10).await?;
    let numbers: Vec<&str> = known
        .iter()
        .map(|customer| customer.number.as_str())
        .collect();
    if numbers.is_empty() {
        seed::seed(app).await?;
    } else if numbers != [sign_in_data::BAKERY_NUMBER, sign_in_data::LAMP_SHOP_NUMBER] {
        return Err(DemoError::NotEmpty);
    }
    let origin = app.origin.as_str().trim_end_matches('/');
    announce::announce(origin);
    Ok(())
}
