//! A customer with roles, locations and users, made through the same calls as the service's.

use std::collections::BTreeSet;

use keyholder_domain::{
    audit::AuditAction,
    customer::CustomerMode,
    ids::{AuditEventId, CustomerId, LocationId, RoleId, UserId},
    language::Language,
    location_scope::LocationScope,
    role::BuiltInRole,
    timestamp::Timestamp,
    user::{Origin, SignInName},
};
use keyholder_store::{
    Database, WriteTransaction,
    audit::{self, NewAuditEvent},
    customers::{self, Customer},
    locations::{self, NewLocation},
    memberships::{self, NewMembership},
    roles,
    users::{self, NewUser},
};
use uuid::Uuid;

/// The moment at which tests begin.
pub(crate) const NOW: Timestamp = Timestamp::from_micros(1_700_000_000_000_000);

/// The number-th id of its kind.
pub(crate) fn uuid(kind: u64, number: u64) -> Uuid {
    Uuid::from_u64_pair(kind, number)
}

/// The number-th customer.
pub(crate) fn customer_id(number: u64) -> CustomerId {
    CustomerId::from_uuid(uuid(1, number))
}

/// The number-th user.
pub(crate) fn user_id(number: u64) -> UserId {
    UserId::from_uuid(uuid(2, number))
}

/// A built-in role of the number-th customer.
pub(crate) fn role_id(customer: u64, role: BuiltInRole) -> RoleId {
    let place = BuiltInRole::ALL
        .iter()
        .position(|each| *each == role)
        .unwrap();
    RoleId::from_uuid(uuid(3, customer * 100 + place as u64))
}

/// A location of the number-th customer.
pub(crate) fn location_id(customer: u64, number: u64) -> LocationId {
    LocationId::from_uuid(uuid(4, customer * 100 + number))
}

/// Adds the number-th customer with its built-in roles and three locations.
pub(crate) async fn add_customer(tx: &WriteTransaction, number: u64) {
    let customer = Customer {
        id: customer_id(number),
        number: (100_000 + number).to_string().parse().unwrap(),
        name: format!("Customer {number}"),
        alias: None,
        settings_version: 1,
        mode: CustomerMode::Live,
        acquirer_agreement: true,
        created_at: NOW,
    };
    customers::insert(tx, &customer).await.unwrap();
    let all = BuiltInRole::ALL.map(|role| (role_id(number, role), role));
    roles::insert_built_in(tx, customer.id, &all, NOW)
        .await
        .unwrap();
    for place in 1..=3 {
        let location = NewLocation {
            id: location_id(number, place),
            name: format!("Shop {place}"),
            website: None,
            street: None,
            postcode: None,
            city: None,
            country: None,
            created_at: NOW,
        };
        locations::insert(tx, customer.id, &location).await.unwrap();
    }
}

/// A database with the customers 1 and 2.
pub(crate) async fn two_customers(database: &Database) {
    let tx = database.begin_write().await.unwrap();
    add_customer(&tx, 1).await;
    add_customer(&tx, 2).await;
    tx.commit().await.unwrap();
}

/// A user to add, by number.
pub(crate) fn new_user(number: u64, given: &str, family: &str) -> NewUser {
    NewUser {
        id: user_id(number),
        sign_in_name: SignInName::Email(format!("user{number}@example.com").parse().unwrap()),
        given_name: given.parse().unwrap(),
        family_name: family.parse().unwrap(),
        language: Language::De,
        operator: false,
        created_at: NOW,
    }
}

/// The membership of a user at a customer, with the cashier's role and every location.
pub(crate) fn new_membership(customer: u64, user: &NewUser) -> NewMembership {
    NewMembership {
        customer_id: customer_id(customer),
        user_id: user.id,
        given_name: user.given_name.clone(),
        family_name: user.family_name.clone(),
        language: user.language,
        origin: Origin::Administrator,
        scope: LocationScope::All,
        roles: BTreeSet::from([role_id(customer, BuiltInRole::Cashier)]),
        created_by: None,
        created_at: NOW,
    }
}

/// Adds a user who has accepted their membership.
pub(crate) async fn add_member(tx: &WriteTransaction, customer: u64, user: &NewUser) {
    users::insert(tx, user).await.unwrap();
    memberships::insert(tx, &new_membership(customer, user))
        .await
        .unwrap();
    memberships::accept(tx, customer_id(customer), user.id, NOW)
        .await
        .unwrap();
    users::record_sign_in(tx, user.id, NOW).await.unwrap();
}

/// An audit event of a customer.
pub(crate) fn event(customer: Option<u64>, number: u64) -> NewAuditEvent {
    NewAuditEvent {
        id: AuditEventId::from_uuid(uuid(5, number)),
        customer_id: customer.map(customer_id),
        at: NOW,
        actor_id: Some(user_id(1)),
        action: AuditAction::UserCreated,
        target_id: Some(user_id(number)),
        details: format!(r#"{{"number":{number}}}"#),
        salt: [7; 16],
    }
}

/// Appends an audit event.
pub(crate) async fn append(tx: &WriteTransaction, event: &NewAuditEvent) -> i64 {
    audit::append(tx, event).await.unwrap()
}
