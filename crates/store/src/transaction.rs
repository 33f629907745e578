//! The one way to change anything.

use std::{
    collections::BTreeSet,
    sync::{Mutex, PoisonError},
};

use keyholder_domain::ids::{CustomerId, UserId};
use sea_orm::{DatabaseConnection, DatabaseTransaction, TransactionOptions, TransactionTrait as _};

use crate::{
    connection::{self, Read, Sealed},
    directory,
    error::StoreError,
    group::{Turn, Writer},
    write_behind::{Waiting, WriteBehind},
};

/// An open write transaction. Dropping it rolls everything back.
///
/// Changes to users and memberships are noted, and [`WriteTransaction::commit`] brings the user list
/// (`directory`) up to date before it commits, so no action can forget to.
#[derive(Debug)]
pub struct WriteTransaction {
    inner: Inner,
    touched: Mutex<Touched>,
    write_behind: WriteBehind,
}

#[derive(Debug)]
enum Inner {
    /// SQLite: one of those who share a flush.
    Turn(Turn, Writer),
    /// PostgreSQL, which lets many write at once and groups their flushes by itself.
    Alone(DatabaseTransaction),
}

/// Where write transactions begin.
#[derive(Clone, Debug)]
pub(crate) enum WriteSide {
    /// SQLite.
    Shared(Writer),
    /// PostgreSQL.
    Pool(DatabaseConnection),
}

impl WriteSide {
    pub(crate) fn pool(&self) -> &DatabaseConnection {
        match self {
            Self::Shared(writer) => writer.pool(),
            Self::Pool(pool) => pool,
        }
    }
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
    pub(crate) async fn begin(on: &WriteSide) -> Result<Self, StoreError> {
        connection::trace("BEGIN");
        let (inner, opening) = match on {
            WriteSide::Shared(writer) => {
                let (turn, opening) = writer.begin().await?;
                (Inner::Turn(turn, writer.clone()), opening)
            }
            WriteSide::Pool(pool) => {
                let tx = pool.begin_with_options(TransactionOptions::default());
                (Inner::Alone(tx.await?), Vec::new())
            }
        };
        Ok(Self {
            inner,
            touched: Mutex::default(),
            write_behind: WriteBehind::beginning_with(&opening),
        })
    }

    /// Makes the changes durable and visible to others.
    pub async fn commit(self) -> Result<(), StoreError> {
        directory::refresh(&self).await?;
        connection::catch_up(&self).await?;
        connection::trace("COMMIT");
        match self.inner {
            Inner::Turn(turn, writer) => writer.commit(turn).await,
            Inner::Alone(tx) => Ok(tx.commit().await?),
        }
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

    /// Takes back [`Self::touch_membership`]: the row on the list says already what this transaction has made of it.
    pub(crate) fn note_listed(&self, customer: CustomerId, user: UserId) {
        self.touched().memberships.remove(&(customer, user));
    }

    pub(crate) fn take_touched(&self) -> Touched {
        std::mem::take(&mut *self.touched())
    }

    pub(crate) fn write_behind(&self) -> &WriteBehind {
        &self.write_behind
    }

    fn touched(&self) -> std::sync::MutexGuard<'_, Touched> {
        self.touched.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sealed for WriteTransaction {
    type Inner = DatabaseTransaction;

    fn inner(&self) -> &DatabaseTransaction {
        match &self.inner {
            Inner::Turn(turn, _) => turn.tx(),
            Inner::Alone(tx) => tx,
        }
    }

    fn waiting(&self) -> Option<Waiting> {
        self.write_behind.take()
    }
}

impl Read for WriteTransaction {}
