//! What the service has confirmed to the writers, kept outside of it.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Mutex, MutexGuard, PoisonError},
};

use keyholder_domain::ids::{CustomerId, UserId};
use tokio::sync::watch;

/// The state of a user as the last confirmation told it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Confirmed {
    pub(super) customer: CustomerId,
    /// The version that the service told.
    pub(super) version: u32,
    /// Whether a further edit was sent and never answered.
    pub(super) open: bool,
}

/// Every user that was confirmed, and how many confirmations there were.
pub(super) struct Journal {
    users: Mutex<BTreeMap<UserId, Confirmed>>,
    /// Those of whom something was told since somebody last asked.
    touched: Mutex<BTreeSet<UserId>>,
    count: watch::Sender<usize>,
}

impl Default for Journal {
    fn default() -> Self {
        Self {
            users: Mutex::default(),
            touched: Mutex::default(),
            count: watch::Sender::new(0),
        }
    }
}

impl Journal {
    /// Notes an answer.
    pub(super) fn confirm(&self, customer: CustomerId, user: UserId, version: u32) {
        let confirmed = Confirmed {
            customer,
            version,
            open: false,
        };
        self.change(|users| users.insert(user, confirmed));
        self.touched().insert(user);
        self.count.send_modify(|count| *count += 1);
    }

    /// Notes that an edit was sent and not answered.
    pub(super) fn leave_open(&self, user: UserId) {
        self.change(|users| {
            if let Some(confirmed) = users.get_mut(&user) {
                confirmed.open = true;
            }
        });
    }

    /// What is known of every user.
    pub(super) fn users(&self) -> BTreeMap<UserId, Confirmed> {
        self.change(|users| users.clone())
    }

    /// What is known of those of whom something was told since the last question.
    pub(super) fn news(&self) -> BTreeMap<UserId, Confirmed> {
        let touched = std::mem::take(&mut *self.touched());
        let mut users = self.users();
        users.retain(|user, _| touched.contains(user));
        users
    }

    /// How many confirmations there were.
    pub(super) fn confirmed(&self) -> usize {
        *self.count.borrow()
    }

    /// Waits for so many.
    pub(super) async fn reaches(&self, target: usize) {
        let mut count = self.count.subscribe();
        count.wait_for(|count| *count >= target).await.unwrap();
    }

    fn touched(&self) -> MutexGuard<'_, BTreeSet<UserId>> {
        self.touched.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change<T>(&self, change: impl FnOnce(&mut BTreeMap<UserId, Confirmed>) -> T) -> T {
        change(&mut self.users.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
