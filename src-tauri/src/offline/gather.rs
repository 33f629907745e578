//! Reading the list for the copy, behind the back of whoever looks at it.

use keyholder_contract::{
    role::RoleQuery,
    user_list::{UserPage, UserQuery},
};
use keyholder_domain::{
    directory_query::MAX_PAGE_SIZE,
    ids::CustomerId,
    offline_copy::{Lease, MAX_ROWS},
};

use super::ListCopy;
use crate::{core::Core, ipc_error::IpcResult};

impl Core {
    /// Asks for a page of the list. What comes of it decides about the copy too: it is read anew once in a
    /// while, and is thrown away where its rows may not be seen any more.
    pub(crate) async fn list_users(
        &self,
        customer: CustomerId,
        query: UserQuery,
    ) -> IpcResult<UserPage> {
        let outcome = self
            .ask(|session| async move { session.list_users(customer, &query).await })
            .await;
        self.offline_copy().forget_unless_of(Some(customer)).await;
        match &outcome {
            Ok(_) => self.copy_for_offline(customer).await,
            Err(error) if error.closes() => self.offline_copy().forget().await,
            Err(_) => {}
        }
        outcome
    }

    /// Reads the list for the copy, if it is time to; whoever asked for a page does not wait for it.
    async fn copy_for_offline(&self, customer: CustomerId) {
        if let Some(reading) = self.offline_copy().begin_reading(customer).await {
            let core = self.clone();
            tokio::spawn(async move {
                let (service, copy) = core.gather(customer).await.unzip();
                let service = service.unwrap_or_default();
                core.offline_copy().keep(reading, &service, copy).await;
            });
        }
    }

    /// The service that was asked, and what it answered; nothing where one of the questions failed.
    async fn gather(&self, customer: CustomerId) -> Option<(String, ListCopy)> {
        let read_at = self.now();
        let session = self.session().await?;
        let me = self.me().await.ok()?;
        let roles = self
            .ask(|session| async move { session.list_roles(customer, &RoleQuery::default()).await })
            .await
            .map_or_else(|_| Vec::new(), |list| list.items);
        let (mut rows, mut total, mut cursor) = (Vec::new(), 0, None);
        loop {
            let query = UserQuery {
                limit: Some(MAX_PAGE_SIZE),
                count: cursor.is_none(),
                cursor,
                ..UserQuery::default()
            };
            let page = self
                .ask(|session| async move { session.list_users(customer, &query).await })
                .await
                .ok()?;
            total = page.page.total.unwrap_or(total);
            rows.extend(page.items);
            cursor = page.page.next_cursor;
            if cursor.is_none() || rows.len() >= MAX_ROWS {
                break;
            }
        }
        rows.truncate(MAX_ROWS);
        let copy = ListCopy {
            lease: Lease::begin(read_at, session.ends_at().await?),
            customer,
            me,
            total,
            rows,
            roles,
        };
        Some((session.client().address().to_string(), copy))
    }
}
