//! What operators have to do with, put into the database through the store.

use std::time::Duration;

use keyholder_domain::{
    ids::{LocationGroupId, LocationId, LocationRequestId, RecoveryId, TerminalId},
    location::TerminalKind,
    location_details::LocationDetails,
    location_request::RequestState,
    recovery::{DEFAULT_WAIT, Recovery},
    role::BuiltInRole,
};
use keyholder_store::{
    location_groups,
    location_requests::{self, LocationRequest},
    locations::{self, Terminal},
    recoveries::{self, StoredRecovery},
    users,
};

use super::{House, Member, Merchant, Person};

/// Longer than any customer lets pass without a sign-in.
const LONG: Duration = Duration::from_hours(24 * 400);

impl House {
    /// Adds an administrator who has not signed in for long.
    pub(crate) async fn away(&self, merchant: &Merchant, name: &str) -> Person {
        let member = Member::new(name, BuiltInRole::MerchantAdministrator);
        let person = self.member(merchant, member).await;
        let tx = self.app.database.begin_write().await.unwrap();
        let then = self.app.now() - LONG;
        users::record_sign_in(&tx, person.id, then).await.unwrap();
        tx.commit().await.unwrap();
        person
    }

    /// Adds a terminal to the first location.
    pub(crate) async fn terminal(&self, merchant: &Merchant, number: &str) -> TerminalId {
        let now = self.app.now();
        let terminal = Terminal {
            id: TerminalId::from_uuid(self.app.random.uuid(now)),
            location_id: merchant.locations[0],
            number: number.to_owned(),
            name: "Till".to_owned(),
            kind: TerminalKind::PointOfSale,
        };
        let tx = self.app.database.begin_write().await.unwrap();
        locations::insert_terminal(&tx, merchant.id, &terminal, now)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        terminal.id
    }

    /// Adds a group of locations.
    pub(crate) async fn group(
        &self,
        merchant: &Merchant,
        name: &str,
        locations: &[LocationId],
    ) -> LocationGroupId {
        let now = self.app.now();
        let id = LocationGroupId::from_uuid(self.app.random.uuid(now));
        let locations = locations.iter().copied().collect();
        let tx = self.app.database.begin_write().await.unwrap();
        location_groups::insert(&tx, merchant.id, id, name, &locations, now)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        id
    }

    /// Adds a request that waits.
    pub(crate) async fn location_request(
        &self,
        merchant: &Merchant,
        by: &Person,
    ) -> LocationRequestId {
        let now = self.app.now();
        let request = LocationRequest {
            customer_id: merchant.id,
            id: LocationRequestId::from_uuid(self.app.random.uuid(now)),
            state: RequestState::Waiting,
            details: LocationDetails {
                name: "Pier 7".to_owned(),
                ..LocationDetails::default()
            },
            terminals: Vec::new(),
            note: Some(format!("{} opens the door", by.name)),
            asked_by: by.id,
            created_at: now,
            answered_at: None,
            reason: None,
            location_id: None,
            version: 1,
        };
        let tx = self.app.database.begin_write().await.unwrap();
        location_requests::insert(&tx, &request).await.unwrap();
        tx.commit().await.unwrap();
        request.id
    }

    /// Adds a recovery that waits.
    pub(crate) async fn recovery(&self, merchant: &Merchant, of: &Person) -> RecoveryId {
        let now = self.app.now();
        let recovery = StoredRecovery {
            customer_id: merchant.id,
            id: RecoveryId::from_uuid(self.app.random.uuid(now)),
            user_id: of.id,
            sign_in_name: of.name.clone(),
            new_address: None,
            reason: "Lost".to_owned(),
            evidence: "Seen".to_owned(),
            started_by: of.id,
            started_at: now,
            told: 0,
            others: 0,
            stopped_at: None,
            state: Recovery {
                ready_at: now + DEFAULT_WAIT,
                needs_address: false,
                address_confirmed_at: None,
                stopped_by: None,
                finished_at: None,
            },
        };
        let tx = self.app.database.begin_write().await.unwrap();
        recoveries::insert(&tx, &recovery).await.unwrap();
        tx.commit().await.unwrap();
        recovery.id
    }
}
