//! What the page may know of the copy.

use std::sync::Arc;

use keyholder_contract::{
    role::Role,
    session::Me,
    user_list::{UserPage, UserQuery},
};
use keyholder_domain::{ids::CustomerId, timestamp::Timestamp};
use serde::Serialize;

use super::{ListCopy, NoCopy, look_up};
use crate::{
    core::Core,
    ipc_error::{IpcResult, LocalCode},
};

/// Whether the list of a customer can be read without the service.
#[derive(Serialize, specta::Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum CopyView {
    /// It can.
    Kept {
        /// When it was read.
        read_at: Timestamp,
        /// Until when it can be read.
        ends_at: Timestamp,
        /// How many users are in it.
        rows: u32,
        /// How many there were in all.
        total: u32,
        /// The roles of the customer.
        roles: Vec<Role>,
    },
    /// It cannot.
    Absent {
        /// Why.
        why: NoCopy,
    },
}

impl Core {
    /// Whether the list of a customer can be read without the service.
    pub(crate) async fn offline_view(&self, customer: CustomerId) -> CopyView {
        match self.offline_copy_of(Some(customer)).await {
            Ok(copy) => CopyView::Kept {
                read_at: copy.lease.read_at,
                ends_at: copy.lease.ends_at,
                rows: u32::try_from(copy.rows.len()).unwrap_or(u32::MAX),
                total: copy.total,
                roles: copy.roles.clone(),
            },
            Err(why) => CopyView::Absent { why },
        }
    }

    /// A page of the copy.
    pub(crate) async fn list_offline_users(
        &self,
        customer: CustomerId,
        query: &UserQuery,
    ) -> IpcResult<UserPage> {
        let copy = self.offline_copy_of(Some(customer)).await;
        let copy = copy.map_err(|_| LocalCode::OfflineCopyGone)?;
        look_up::page(&copy.rows, query, self.now())
    }

    /// Who was signed in when the copy was made, for a start without the service.
    pub(crate) async fn offline_me(&self) -> Option<Me> {
        let copy = self.offline_copy_of(None).await.ok()?;
        Some(copy.me.clone())
    }

    /// Looks whether the copy is over, whoever asks.
    pub async fn look_at_offline_copy(&self) {
        if let Some(address) = self.remembered_address() {
            drop(self.offline_copy().look(&address.to_string()).await);
        }
    }

    /// The copy, for whoever is signed in; of this customer, where one is named.
    async fn offline_copy_of(&self, customer: Option<CustomerId>) -> Result<Arc<ListCopy>, NoCopy> {
        let service = {
            let connection = self.connection().lock().await;
            let connection = connection.as_ref().ok_or(NoCopy::None)?;
            if connection.session.is_none() {
                return Err(NoCopy::None);
            }
            connection.client.address().to_string()
        };
        if customer.is_some() {
            // Looked at before it is compared: one of another customer goes also without the service.
            drop(self.offline_copy().look(&service).await);
            self.offline_copy().forget_unless_of(customer).await;
        }
        self.offline_copy().look(&service).await
    }
}
