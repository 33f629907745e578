//! Many users at once, for demonstrations and measurements: the same insertions as one user's, in
//! few statements. No audit entries are written.

use keyholder_domain::{ids::UserId, timestamp::Timestamp};
use sea_orm::Value;

use crate::{
    columns, connection,
    error::StoreError,
    memberships::{self, NewMembership},
    transaction::WriteTransaction,
    users::{self, NewUser},
};

/// A user with one membership, and what has happened to them since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeedUser {
    /// The user.
    pub user: NewUser,
    /// Their membership.
    pub membership: NewMembership,
    /// When they took it up.
    pub accepted_at: Option<Timestamp>,
    /// When it was switched off.
    pub deactivated_at: Option<Timestamp>,
    /// When it was put into the bin.
    pub deleted_at: Option<Timestamp>,
    /// The last sign-in.
    pub last_sign_in_at: Option<Timestamp>,
    /// Until when wrong passwords lock them out.
    pub locked_until: Option<Timestamp>,
    /// When the password was set.
    pub password_changed_at: Option<Timestamp>,
}

impl SeedUser {
    /// A user to whom nothing has happened yet.
    pub const fn new(user: NewUser, membership: NewMembership) -> Self {
        Self {
            user,
            membership,
            accepted_at: None,
            deactivated_at: None,
            deleted_at: None,
            last_sign_in_at: None,
            locked_until: None,
            password_changed_at: None,
        }
    }
}

/// Adds the users. Some thousands per transaction are a good measure.
pub async fn insert(tx: &WriteTransaction, seeds: &[SeedUser]) -> Result<(), StoreError> {
    let users: Vec<_> = seeds.iter().map(|seed| seed.user.clone()).collect();
    users::insert_many(tx, &users).await?;
    let memberships: Vec<_> = seeds.iter().map(|seed| seed.membership.clone()).collect();
    memberships::insert_many(tx, &memberships).await?;
    for seed in seeds {
        happen(tx, seed).await?;
    }
    Ok(())
}

async fn happen(tx: &WriteTransaction, seed: &SeedUser) -> Result<(), StoreError> {
    let of_user = [
        seed.last_sign_in_at,
        seed.locked_until,
        seed.password_changed_at,
    ];
    if of_user.iter().any(Option::is_some) {
        let id: UserId = seed.user.id;
        let sql = "UPDATE users SET last_sign_in_at = $2, locked_until = $3, \
                   password_changed_at = $4 WHERE id = $1";
        connection::execute(tx, sql, values([columns::id(id)], of_user)).await?;
    }
    let of_membership = [seed.accepted_at, seed.deactivated_at, seed.deleted_at];
    if of_membership.iter().any(Option::is_some) {
        let key = [
            columns::id(seed.membership.customer_id),
            columns::id(seed.membership.user_id),
        ];
        let sql = "UPDATE memberships SET accepted_at = $3, deactivated_at = $4, deleted_at = $5 \
                   WHERE customer_id = $1 AND user_id = $2";
        connection::execute(tx, sql, values(key, of_membership)).await?;
    }
    Ok(())
}

fn values<const N: usize>(key: [Value; N], moments: [Option<Timestamp>; 3]) -> Vec<Value> {
    key.into_iter()
        .chain(moments.map(columns::at_optional))
        .collect()
}
