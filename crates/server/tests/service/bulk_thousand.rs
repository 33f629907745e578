//! A thousand users in one go, also when the connection is lost in the middle.

use std::{
    collections::BTreeSet,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use keyholder_client::Session;
use keyholder_contract::{
    audit::AuditQuery,
    problem::ErrorCode,
    user_list::{UserQuery, UserRow},
};
use keyholder_domain::{
    audit::AuditAction,
    ids::UserId,
    language::Language,
    location_scope::LocationScope,
    role::BuiltInRole,
    user::{Origin, SignInName},
    user_status::UserStatusKind,
};
use keyholder_store::{
    memberships::{self, NewMembership},
    on_both_databases,
    users::{self, NewUser},
};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::{
    bulk_steps::{AT_ONCE, Step, take},
    support::{House, Member, Merchant},
};

const THOUSAND: usize = 1_000;

/// After how many answers the connection is lost.
const LOST_AFTER: usize = 300;

/// Adds a thousand cashiers who were never invited.
async fn add_thousand(house: &House, merchant: &Merchant) {
    let now = house.app.now();
    let people: Vec<_> = (0..THOUSAND)
        .map(|number| NewUser {
            id: UserId::from_uuid(house.app.random.uuid(now)),
            sign_in_name: SignInName::Email(format!("p{number}@example.com").parse().unwrap()),
            given_name: format!("P{number}").parse().unwrap(),
            family_name: "Thousand".parse().unwrap(),
            language: Language::En,
            operator: false,
            created_at: now,
        })
        .collect();
    let joining: Vec<_> = people
        .iter()
        .map(|user| NewMembership {
            customer_id: merchant.id,
            user_id: user.id,
            given_name: user.given_name.clone(),
            family_name: user.family_name.clone(),
            language: user.language,
            origin: Origin::Administrator,
            scope: LocationScope::All,
            roles: BTreeSet::from([merchant.roles["cashier"]]),
            created_by: None,
            created_at: now,
        })
        .collect();
    let tx = house.app.database.begin_write().await.unwrap();
    users::insert_many(&tx, &people).await.unwrap();
    memberships::insert_many(&tx, &joining).await.unwrap();
    tx.commit().await.unwrap();
}

/// Everybody whom a filter lets through, page by page, as the app freezes a selection.
async fn selection(by: &Session, at: &Merchant) -> Vec<UserRow> {
    let mut query = UserQuery {
        role: vec![at.roles["cashier"]],
        limit: Some(200),
        count: true,
        ..UserQuery::default()
    };
    let mut rows = Vec::new();
    loop {
        let page = by.list_users(at.id, &query).await.unwrap();
        rows.extend(page.items);
        query.count = false;
        query.cursor = page.page.next_cursor;
        if query.cursor.is_none() {
            return rows;
        }
    }
}

/// Takes a step for each row, a few at a time. With `lost_after` every call that is under way after so
/// many answers is cut off, as by a lost connection, and no further one begins. Gives the refusals.
async fn run(
    step: Step,
    by: &Session,
    at: &Merchant,
    rows: &[UserRow],
    lost_after: usize,
) -> Vec<ErrorCode> {
    let places = Arc::new(Semaphore::new(AT_ONCE));
    let answers = Arc::new(AtomicUsize::new(0));
    let mut running = JoinSet::new();
    for row in rows {
        let (by, at, row) = (by.clone(), at.clone(), row.clone());
        let (places, answers) = (Arc::clone(&places), Arc::clone(&answers));
        running.spawn(async move {
            let _place = places.acquire_owned().await.unwrap();
            let key = format!("{step:?}-{}", row.id);
            let done = take(step, &by, &at, &row, &key).await;
            answers.fetch_add(1, Ordering::SeqCst);
            done.err()
                .map(|error| error.code().expect("the service answered"))
        });
    }
    let mut refusals = Vec::new();
    while let Some(answer) = running.join_next().await {
        refusals.extend(answer.unwrap());
        if answers.load(Ordering::SeqCst) >= lost_after {
            running.abort_all();
            while running.join_next().await.is_some() {}
            break;
        }
    }
    refusals
}

/// To how many users something was done, and how often, as the log tells it.
async fn told(by: &Session, at: &Merchant, action: AuditAction) -> (usize, usize) {
    let mut query = AuditQuery {
        action: vec![action],
        limit: Some(200),
        ..AuditQuery::default()
    };
    let (mut users, mut entries) = (BTreeSet::new(), 0);
    loop {
        let page = by.list_audit_events(at.id, &query).await.unwrap();
        entries += page.items.len();
        users.extend(page.items.iter().filter_map(|entry| entry.target_id));
        query.cursor = page.page.next_cursor;
        if query.cursor.is_none() {
            return (users.len(), entries);
        }
    }
}

on_both_databases! {
    async fn a_thousand_are_changed_in_one_go_and_nothing_twice_after_a_lost_connection(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let chief = Member::new("chief", BuiltInRole::MerchantAdministrator);
        let admin = house.sign_in(&house.member(&merchant, chief).await).await;
        add_thousand(&house, &merchant).await;
        let rows = selection(&admin, &merchant).await;
        assert_eq!(rows.len(), THOUSAND);

        // Inviting is a creation: the same key again brings the first answer.
        run(Step::Invite, &admin, &merchant, &rows, LOST_AFTER).await;
        let (users, entries) = told(&admin, &merchant, AuditAction::UserInvited).await;
        assert_eq!(users, entries);
        assert!((LOST_AFTER..THOUSAND).contains(&users), "cut off after {users}");
        let refusals = run(Step::Invite, &admin, &merchant, &rows, THOUSAND).await;
        assert_eq!(refusals, []);
        assert_eq!(told(&admin, &merchant, AuditAction::UserInvited).await, (THOUSAND, THOUSAND));
        assert_eq!(house.dump().await["outbox"].len(), THOUSAND, "one letter each");

        // Giving a role is an edit: who has it already by the time one goes on is done.
        let rows = selection(&admin, &merchant).await;
        assert!(rows.iter().all(|row| row.status.kind == UserStatusKind::ActivationLinkSent));
        run(Step::AddRole, &admin, &merchant, &rows, LOST_AFTER).await;
        let support = merchant.roles["support"];
        let rest: Vec<_> = selection(&admin, &merchant).await
            .into_iter()
            .filter(|row| row.roles.iter().all(|role| role.id != support))
            .collect();
        assert!((1..=THOUSAND - LOST_AFTER).contains(&rest.len()), "{} are left", rest.len());
        let refusals = run(Step::AddRole, &admin, &merchant, &rest, THOUSAND).await;
        assert_eq!(refusals, []);
        let after = selection(&admin, &merchant).await;
        assert_eq!(after.len(), THOUSAND);
        for (before, after) in rows.iter().zip(&after) {
            assert_eq!((after.id, after.roles.len()), (before.id, 2));
            assert_eq!(after.version, before.version + 1, "changed once");
        }
        assert_eq!(told(&admin, &merchant, AuditAction::RolesChanged).await, (THOUSAND, THOUSAND));
    }
}
