//! Who acts, read in one question: whoever changes something for others asks while these wait.

use keyholder_domain::{
    ids::{CustomerId, UserId},
    second_factor::Held,
};
use sea_orm::FromQueryResult;

use super::{AccessFacts, COLUMNS, FROM, Row};
use crate::{
    columns,
    connection::{self, Read},
    error::StoreError,
    second_factors,
};

/// Somebody who acts at a customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    /// What decisions about them rest on.
    pub facts: AccessFacts,
    /// What they have set up as a second factor ([`crate::second_factors::held`]).
    pub held: Held,
    /// The given name, as the person keeps it.
    pub given_name: String,
    /// The family name, likewise.
    pub family_name: String,
}

/// Somebody who acts at a customer; `None` if they have no membership there, the bin included.
pub async fn caller(
    on: &impl Read,
    customer: CustomerId,
    user: UserId,
) -> Result<Option<Caller>, StoreError> {
    #[derive(FromQueryResult)]
    struct Found {
        #[sea_orm(nested)]
        facts: Row,
        #[sea_orm(nested)]
        held: second_factors::Row,
        given_name: String,
        family_name: String,
    }
    let sql = format!(
        "SELECT {COLUMNS}, {}, u.given_name, u.family_name {FROM} \
         WHERE m.customer_id = $1 AND m.user_id = $2",
        second_factors::COLUMNS
    );
    let values = [columns::id(customer), columns::id(user)];
    let found = connection::one::<Found>(on, &sql, values).await?;
    found
        .map(|found| {
            Ok(Caller {
                facts: found.facts.try_into()?,
                held: found.held.try_into()?,
                given_name: found.given_name,
                family_name: found.family_name,
            })
        })
        .transpose()
}
