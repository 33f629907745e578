//! People who will have an authenticator.

use keyholder_client::Clock;
use keyholder_domain::{ids::UserId, language::Language};
use keyholder_store::{Database, users};

use super::{Customer, Numbers, join, membership, name, sign_in_name};
use crate::failure::{Done, Failure};

/// So many: a code counts once, so each signs in once; and each client of a flood is a person of its own.
const HOLDERS: usize = 1_500;

/// Adds them as cashiers of a customer, and gives their names.
pub(super) async fn seed(
    database: &Database,
    numbers: &mut Numbers,
    customer: &Customer,
) -> Done<Vec<String>> {
    let now = Clock::system().now();
    let mut names = Vec::with_capacity(HOLDERS);
    let tx = database
        .begin_write()
        .await
        .map_err(Failure::doing("a transaction"))?;
    for index in 0..HOLDERS {
        let address = format!("holder{index}@measured.example");
        let user = users::NewUser {
            id: UserId::from_uuid(numbers.id(now)),
            sign_in_name: sign_in_name(&address)?,
            given_name: name("Hilda")?,
            family_name: name("Holder")?,
            language: Language::En,
            operator: false,
            created_at: now,
        };
        join(
            &tx,
            &user,
            &membership(customer.id, &user, customer.cashier),
        )
        .await?;
        names.push(address);
    }
    tx.commit().await.map_err(Failure::doing("a commit"))?;
    Ok(names)
}
