//! The one way to change anything.

use std::{
    collections::BTreeSet,
    sync::{Mutex, PoisonError},
};

use keyholder_domain::ids::{CustomerId, UserId};
use sea_orm::{DatabaseTransaction, SqliteTransactionMode, TransactionOptions, TransactionTrait};

use crate::{
    connection::{Read, Sealed},
    directory,
    error::StoreError,
};

/// An open write transaction. Dropping it rolls everything back.
///
/// Changes to users and memberships are noted, and [`WriteTransaction::commit`] brings the user list
/// (`directory`) up to date before it commits, so no action can forget to.
#[derive(Debug)]
pub struct WriteTransaction {
    inner: DatabaseTransaction,
    touched: Mutex<Touched>,
}

/// Whose rows in the user list are out of date.
#[derive(Debug, Default)]
pub(crate) struct Touched {
    /// At one customer.
    pub(crate) memberships: BTreeSet<(CustomerId, UserId)>,
    /// At every customer.
    pub(crate) users: BTreeSet<UserId>,
    /// Memberships that this transaction made: nobody else can see them, let alone change them.
    pub(crate) made: BTreeSet<(CustomerId, UserId)>,
}

impl WriteTransaction {
    pub(crate) async fn begin(pool: &sea_orm::DatabaseConnection) -> Result<Self, StoreError> {
        // Deferred transactions of SQLite lose to one another when they start to write.
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        Ok(Self {
            inner: pool.begin_with_options(options).await?,
            touched: Mutex::default(),
        })
    }

    /// Makes the changes durable and visible to others.
    pub async fn commit(self) -> Result<(), StoreError> {
        directory::refresh(&self).await?;
        self.inner.commit().await?;
        Ok(())
    }

    /// Undoes the changes now rather than when the transaction is dropped.
    pub async fn roll_back(self) -> Result<(), StoreError> {
        self.inner.rollback().await?;
        Ok(())
    }

    pub(crate) fn touch_membership(&self, customer: CustomerId, user: UserId) {
        self.touched().memberships.insert((customer, user));
    }

    /// As [`Self::touch_membership`], for one that this transaction has just made.
    pub(crate) fn touch_new_membership(&self, customer: CustomerId, user: UserId) {
        let mut touched = self.touched();
        touched.memberships.insert((customer, user));
        touched.made.insert((customer, user));
    }

    pub(crate) fn touch_user(&self, user: UserId) {
        self.touched().users.insert(user);
    }

    pub(crate) fn take_touched(&self) -> Touched {
        std::mem::take(&mut *self.touched())
    }

    fn touched(&self) -> std::sync::MutexGuard<'_, Touched> {
        self.touched.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sealed for WriteTransaction {
    type Inner = DatabaseTransaction;

    fn inner(&self) -> &DatabaseTransaction {
        &self.inner
    }
}

impl Read for WriteTransaction {}
