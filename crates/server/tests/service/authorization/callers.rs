//! The kinds of callers, and the house in which they stand.

use std::time::Duration;

use keyholder_domain::{
    ids::{
        LocationGroupId, LocationId, LocationRequestId, RecoveryId, RoleId, SavedFilterId,
        SessionId, TerminalId,
    },
    role::BuiltInRole,
};
use keyholder_store::{access_facts, location_groups, roles};
use serde_json::Value;

use super::operations::Call;
use crate::support::{Device, House, Member, Merchant, PASSWORD, Person, Reply};

/// Somebody who calls. The order is that of the columns of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Caller {
    /// Nobody in particular: a device without a token.
    Nobody,
    /// A token that never was one.
    Garbage,
    /// A token that has run out.
    Expired,
    /// The payment provider's staff.
    Operator,
    /// The administrator of another customer.
    ForeignAdministrator,
    /// A user of the customer without a right to anything here.
    WithoutRight,
    /// An administrator limited to the other location.
    LimitedToLocation,
    /// Somebody who was invited here and has not accepted, active elsewhere.
    Invited,
    /// Somebody who was switched off here while signed in.
    SwitchedOff,
    /// A program of the customer's back office.
    ServiceClient,
    /// A program of another customer's back office.
    ForeignServiceClient,
    /// The one who may.
    Administrator,
}

impl Caller {
    pub(super) const ALL: [Self; 12] = [
        Self::Nobody,
        Self::Garbage,
        Self::Expired,
        Self::Operator,
        Self::ForeignAdministrator,
        Self::WithoutRight,
        Self::LimitedToLocation,
        Self::Invited,
        Self::SwitchedOff,
        Self::ServiceClient,
        Self::ForeignServiceClient,
        Self::Administrator,
    ];
}

/// Two customers and everybody in them.
pub(super) struct Stage {
    pub(super) own: Merchant,
    pub(super) foreign: Merchant,
    /// Users of the own customer, at its first location.
    pub(super) active: Person,
    pub(super) off: Person,
    pub(super) pending: Person,
    /// A user of the foreign customer.
    pub(super) stranger: Person,
    pub(super) administrator: Person,
    /// An own role of each customer.
    pub(super) role: RoleId,
    pub(super) foreign_role: RoleId,
    /// A group of the first location of each customer, which nobody has.
    pub(super) group: LocationGroupId,
    pub(super) foreign_group: LocationGroupId,
    /// A terminal at the first location, requests that wait, and a recovery that waits.
    pub(super) terminal: TerminalId,
    pub(super) requests: [LocationRequestId; 2],
    pub(super) recovery: RecoveryId,
    /// Where the active user is signed in.
    pub(super) session: SessionId,
    /// Filters that the administrator keeps.
    pub(super) filters: [SavedFilterId; 2],
    /// An administrator who has not been here for long, and of whom nobody has said so yet.
    pub(super) away: Person,
    people: Vec<(Caller, Person)>,
    service: String,
    foreign_service: String,
}

impl Stage {
    pub(super) async fn set(house: &House) -> Self {
        let own = house.merchant("300001").await;
        let foreign = house.merchant("300002").await;
        let administrator = BuiltInRole::MerchantAdministrator;
        let cashier = BuiltInRole::Cashier;
        let here: LocationId = own.locations[0];
        let there: LocationId = own.locations[1];

        let active = house
            .member(&own, Member::new("active", cashier).at(here))
            .await;
        let off = house
            .member(&own, Member::new("off", cashier).at(here).deactivated())
            .await;
        let pending = house
            .member(&own, Member::new("pending", cashier).at(here).pending())
            .await;
        let stranger = house
            .member(&foreign, Member::new("stranger", cashier))
            .await;

        let may = house.member(&own, Member::new("may", administrator)).await;
        let foreign_admin = house
            .member(&foreign, Member::new("foreign", administrator))
            .await;
        let without = house
            .member(&own, Member::new("without", BuiltInRole::Developer))
            .await;
        let limited = Member::new("limited", BuiltInRole::LocationAdministrator).at(there);
        let limited = house.member(&own, limited).await;
        let invited = Self::invited(house, &own, &foreign).await;
        let switched_off = house
            .member(&own, Member::new("switched-off", administrator))
            .await;
        let operator = house.operator("operator").await;
        let away = house.away(&own, "away").await;
        let lost = house.away(&own, "lost").await;
        // Not the administrator: who signs out everywhere else would end this, too.
        let expired = Member::new("expired", BuiltInRole::LocationAdministrator);
        let expired = house.member(&own, expired).await;
        let device = house.sign_in(&active).await;
        Self {
            session: device.read_me().await.unwrap().session_id,
            role: house.own_role(&own, "Counter").await,
            foreign_role: house.own_role(&foreign, "Counter").await,
            group: house.group(&own, "Region North", &[here]).await,
            foreign_group: house
                .group(&foreign, "Region North", &foreign.locations[..1])
                .await,
            service: house.service_client(&own).await,
            foreign_service: house.service_client(&foreign).await,
            people: vec![
                (Caller::Expired, expired),
                (Caller::Operator, operator),
                (Caller::ForeignAdministrator, foreign_admin),
                (Caller::WithoutRight, without),
                (Caller::LimitedToLocation, limited),
                (Caller::Invited, invited),
                (Caller::SwitchedOff, switched_off),
                (Caller::Administrator, may.clone()),
            ],
            terminal: house.terminal(&own, "T100").await,
            requests: [
                house.location_request(&own, &may).await,
                house.location_request(&own, &may).await,
            ],
            recovery: house.recovery(&own, &lost).await,
            filters: [
                house.saved_filter(&own, &may, "First").await,
                house.saved_filter(&own, &may, "Second").await,
            ],
            away,
            own,
            foreign,
            active,
            off,
            pending,
            stranger,
            administrator: may,
        }
    }

    /// An administrator of one customer who has not accepted to be one of the other.
    async fn invited(house: &House, to: &Merchant, from: &Merchant) -> Person {
        let member = || Member::new("invited", BuiltInRole::MerchantAdministrator);
        let invited = house.member(from, member()).await;
        house.join(to, &invited, member().pending()).await;
        invited
    }

    /// Signs everybody in; afterwards one token has run out and one person is switched off.
    pub(super) async fn enter<'a>(&self, house: &'a House) -> Vec<(Caller, Credentials<'a>)> {
        let mut all = Vec::new();
        for caller in Caller::ALL {
            let person = self.people.iter().find(|(who, _)| *who == caller);
            let credentials = match (caller, person) {
                (Caller::ServiceClient, _) => Credentials::service(house, &self.service),
                (Caller::ForeignServiceClient, _) => {
                    Credentials::service(house, &self.foreign_service)
                }
                (_, Some((_, person))) => Credentials::of(house, person).await,
                (_, None) => {
                    let mut device = Device::new(house);
                    let garbage = format!("kha_{}", "A".repeat(43));
                    device.access = (caller == Caller::Garbage).then_some(garbage);
                    Credentials {
                        device,
                        bearer: None,
                    }
                }
            };
            if caller == Caller::Expired {
                house.clock.advance(Duration::from_mins(5));
            }
            all.push((caller, credentials));
        }
        let (_, switched_off) = self
            .people
            .iter()
            .find(|(who, _)| *who == Caller::SwitchedOff)
            .unwrap();
        house.deactivate(&self.own, switched_off).await;
        all
    }
}

/// What a caller holds.
pub(super) struct Credentials<'a> {
    pub(super) device: Device<'a>,
    bearer: Option<String>,
}

impl<'a> Credentials<'a> {
    fn service(house: &'a House, secret: &str) -> Self {
        Self {
            device: Device::new(house),
            bearer: Some(format!("Bearer {secret}")),
        }
    }

    /// Signs in, and uses the token once, so that later calls have nothing left to confirm.
    pub(super) async fn of(house: &'a House, person: &Person) -> Self {
        let device = Device::of(house, person).await;
        assert!(device.get("/v1/me").await.status.is_success());
        Self {
            device,
            bearer: None,
        }
    }

    /// Makes a call with everything that the caller has.
    pub(super) async fn make(&self, house: &House, call: &Call) -> Reply {
        let (proof, authorization) = match (&self.bearer, &self.device.access) {
            (Some(bearer), _) => (None, Some(bearer.clone())),
            (None, token) => (
                Some(
                    self.device
                        .proof(&call.method, &call.path, token.as_deref()),
                ),
                token.as_ref().map(|token| format!("DPoP {token}")),
            ),
        };
        let if_match = match (call.edits, call.edits_role, call.edits_group) {
            (_, _, Some((customer, group))) => {
                let database = house.database.database();
                let found = location_groups::find(database, customer, group).await;
                let version = found.unwrap().map_or(1, |group| group.version);
                Some(format!("\"{version}\""))
            }
            (_, Some((customer, role)), None) => {
                let wanted = [role].into();
                let found = roles::find_all(house.database.database(), customer, &wanted).await;
                let version = found.unwrap().first().map_or(1, |role| role.version);
                Some(format!("\"{version}\""))
            }
            (Some((customer, user)), None, None) => {
                let facts = access_facts::find(house.database.database(), customer, user).await;
                // Whatever a stranger would guess, where there is nothing to edit.
                let version = facts.unwrap().map_or(1, |facts| facts.version);
                Some(format!("\"{version}\""))
            }
            (None, None, None) => None,
        };
        let mut headers = Vec::new();
        headers.extend(proof.as_deref().map(|proof| ("dpop", proof)));
        headers.extend(
            authorization
                .as_deref()
                .map(|value| ("authorization", value)),
        );
        headers.extend(if_match.as_deref().map(|value| ("if-match", value)));
        let body = call.body.clone();
        self.device
            .send(call.method.clone(), &call.path, body, &headers)
            .await
    }
}

/// The password step of the one who may, for the operation that needs no caller.
pub(super) fn sign_in_body(person: &Person) -> Value {
    serde_json::json!({
        "sign_in_name": person.name, "password": PASSWORD, "device_name": "Test",
    })
}
