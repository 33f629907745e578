//! Prints how fast the store is: `cargo run --release --example figures -- sqlite:///tmp/figures.db`
//! (or a `postgres://` address). The database should be empty; it is left filled.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs
)]

use std::{
    collections::BTreeSet,
    time::{Duration, Instant},
};

use keyholder_domain::{
    access::VisibleUsers,
    audit::AuditAction,
    customer::CustomerMode,
    directory_query::{DirectoryQuery, SearchText, SortKey, SortOrder, UserFilter},
    ids::{AuditEventId, CustomerId, DeviceId, RoleId, SessionId, UserId},
    language::Language,
    location_scope::LocationScope,
    role::BuiltInRole,
    timestamp::Timestamp,
    user::{Origin, SignInName},
    user_status::{StatusPolicy, UserStatusKind},
};
use keyholder_store::{
    Database, DatabaseOptions, audit,
    customers::{self, Customer},
    devices::{self, Device},
    directory::{self, Viewpoint},
    memberships::{self, NewMembership},
    roles, seeding,
    sessions::{self, NewSession, Tokens},
    users::{self, NewUser},
};
use uuid::Uuid;

const NOW: Timestamp = Timestamp::from_micros(1_700_000_000_000_000);
const FAMILIES: [&str; 10] = [
    "Müller",
    "Ünal",
    "Schmidt",
    "Özdemir",
    "Kowalski",
    "Nguyen",
    "Dubois",
    "Rossi",
    "Ivanova",
    "Andersson",
];
const GIVEN: [&str; 8] = [
    "Anna", "Özgür", "Maria", "Jean", "Wei", "Fatima", "Olu", "Kim",
];

fn user(customer: u64, number: usize) -> NewUser {
    let family = format!("{}{}", FAMILIES[number % 10], number % 9_973);
    let email = format!(
        "{}.{number}.{customer}@example.com",
        GIVEN[number % 8].to_lowercase()
    );
    NewUser {
        id: UserId::from_uuid(Uuid::now_v7()),
        sign_in_name: SignInName::Email(email.parse().unwrap()),
        given_name: GIVEN[number % 8].parse().unwrap(),
        family_name: family.parse().unwrap(),
        language: Language::De,
        operator: false,
        created_at: Timestamp::from_micros(NOW.as_micros() - i64::try_from(number).unwrap()),
    }
}

fn membership(customer: CustomerId, user: &NewUser, role: RoleId) -> NewMembership {
    NewMembership {
        customer_id: customer,
        user_id: user.id,
        given_name: user.given_name.clone(),
        family_name: user.family_name.clone(),
        language: user.language,
        origin: Origin::Administrator,
        scope: LocationScope::All,
        roles: BTreeSet::from([role]),
        created_by: None,
        created_at: user.created_at,
    }
}

async fn customer(database: &Database, number: u64) -> (CustomerId, Vec<RoleId>) {
    let id = CustomerId::from_uuid(Uuid::now_v7());
    let tx = database.begin_write().await.unwrap();
    let customer = Customer {
        id,
        number: (100_000 + number).to_string().parse().unwrap(),
        name: format!("Customer {number}"),
        alias: None,
        mode: CustomerMode::Live,
        acquirer_agreement: true,
        created_at: NOW,
    };
    customers::insert(&tx, &customer).await.unwrap();
    let all: Vec<_> = BuiltInRole::ALL
        .into_iter()
        .map(|role| (RoleId::from_uuid(Uuid::now_v7()), role))
        .collect();
    roles::insert_built_in(&tx, id, &all, NOW).await.unwrap();
    tx.commit().await.unwrap();
    (id, all.into_iter().map(|(role, _)| role).collect())
}

/// Creates users one by one, each in a transaction of its own, with eight clients.
async fn create(database: &Database, each: usize) {
    let mut clients = Vec::new();
    for number in 1..=8 {
        let (id, roles) = customer(database, number).await;
        clients.push((number, id, roles[3]));
    }
    let (start, before) = (Instant::now(), processor_time());
    let clients: Vec<_> = clients
        .into_iter()
        .map(|(number, customer, role)| {
            let database = database.clone();
            tokio::spawn(async move {
                for place in 0..each {
                    let user = user(number, place);
                    let tx = database.begin_write().await.unwrap();
                    users::insert(&tx, &user).await.unwrap();
                    memberships::insert(&tx, &membership(customer, &user, role))
                        .await
                        .unwrap();
                    let event = audit::NewAuditEvent {
                        id: AuditEventId::from_uuid(Uuid::now_v7()),
                        customer_id: Some(customer),
                        at: NOW,
                        actor_id: None,
                        action: AuditAction::UserCreated,
                        target_id: Some(user.id),
                        details: "{}".to_owned(),
                        salt: [1; 16],
                    };
                    audit::append(&tx, &event).await.unwrap();
                    tx.commit().await.unwrap();
                }
            })
        })
        .collect();
    for client in clients {
        client.await.unwrap();
    }
    let seconds = start.elapsed().as_secs_f64();
    let all = (each * 8) as f64;
    println!(
        "create users, 8 clients: {:.0}/s, processor {:.2} ms each",
        all / seconds,
        (processor_time() - before) / all
    );
}

/// The processor time that this program has used, so that a busy machine can be told from a slow
/// store; zero where the system does not say (only Linux does, in hundredths of a second).
fn processor_time() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let ticks = after_name.split(' ').skip(12).take(2);
    ticks
        .filter_map(|ticks| ticks.parse::<f64>().ok())
        .sum::<f64>()
        * 10.0
}

async fn measure(name: &str, times: usize, mut run: impl AsyncFnMut(usize)) {
    let mut taken: Vec<Duration> = Vec::with_capacity(times);
    let before = processor_time();
    for number in 0..times {
        let start = Instant::now();
        run(number).await;
        taken.push(start.elapsed());
    }
    taken.sort();
    let at = |part: f64| taken[((times - 1) as f64 * part) as usize].as_secs_f64() * 1_000.0;
    println!(
        "{name:34} p50 {:8.3} ms  p95 {:8.3} ms  p99 {:8.3} ms  processor {:6.2} ms",
        at(0.5),
        at(0.95),
        at(0.99),
        (processor_time() - before) / times as f64
    );
}

async fn lists(database: &Database, customer: CustomerId, roles: &[RoleId]) {
    let viewpoint = Viewpoint {
        customer,
        visible: &VisibleUsers::All,
        policy: StatusPolicy::PAYMENTS,
        now: NOW,
    };
    let query = |filter: UserFilter| DirectoryQuery {
        filter,
        sort: SortKey::Name,
        order: SortOrder::Ascending,
        position: None,
        limit: 50,
    };
    let searching = |typed: &str| UserFilter {
        search: SearchText::parse(typed).unwrap(),
        ..UserFilter::default()
    };
    let list =
        async |query: &DirectoryQuery| directory::list(database, viewpoint, query).await.unwrap();
    let first = query(UserFilter::default());
    measure("first page", 500, async |_| drop(list(&first).await)).await;
    let mut far = first.clone();
    for _ in 0..499 {
        far.position = list(&far).await.next;
    }
    measure("page 500", 500, async |_| drop(list(&far).await)).await;
    for sort in [
        SortKey::SignInName,
        SortKey::CreatedAt,
        SortKey::LastSignInAt,
    ] {
        let query = DirectoryQuery {
            sort,
            order: SortOrder::Descending,
            ..first.clone()
        };
        measure(&format!("by {sort:?}, descending"), 300, async |_| {
            drop(list(&query).await)
        })
        .await;
    }
    measure("fragment, a few matches", 500, async |number| {
        let typed = format!("ller{}", number * 10 % 9_973);
        drop(list(&query(searching(&typed))).await);
    })
    .await;
    measure("fragment, ~1,000 matches", 300, async |number| {
        drop(list(&query(searching(&format!("a{}", 10 + number % 89)))).await);
    })
    .await;
    for typed in [
        "müller",
        "özg",
        "example",
        "a",
        "an",
        "nal ann",
        "ivanova77",
        "nobody",
        "100.8",
    ] {
        let query = query(searching(typed));
        measure(&format!("search {typed:?}"), 100, async |_| {
            drop(list(&query).await)
        })
        .await;
    }
    for kind in UserStatusKind::ALL {
        let query = query(UserFilter {
            statuses: vec![kind],
            ..UserFilter::default()
        });
        measure(&format!("status {kind:?}"), 50, async |_| {
            drop(list(&query).await)
        })
        .await;
    }
    for (name, role) in [
        ("common", roles[3]),
        ("rare", roles[0]),
        ("unused", roles[6]),
    ] {
        let query = query(UserFilter {
            roles: vec![role],
            ..UserFilter::default()
        });
        measure(&format!("{name} role"), 100, async |_| {
            drop(list(&query).await)
        })
        .await;
    }
    let both = query(UserFilter {
        roles: vec![roles[3]],
        statuses: vec![UserStatusKind::Active],
        ..UserFilter::default()
    });
    measure("role and status", 100, async |_| drop(list(&both).await)).await;
    measure("count all", 20, async |_| {
        directory::count(database, viewpoint, &first.filter)
            .await
            .unwrap();
    })
    .await;
}

async fn session_check(database: &Database, customer: CustomerId, user: UserId) {
    let tx = database.begin_write().await.unwrap();
    let device = Device {
        id: DeviceId::from_uuid(Uuid::now_v7()),
        user_id: user,
        name: "Till".to_owned(),
        key_thumbprint: "thumbprint".to_owned(),
        created_at: NOW,
        last_seen_at: NOW,
    };
    devices::remember(&tx, &device).await.unwrap();
    let session = NewSession {
        id: SessionId::from_uuid(Uuid::now_v7()),
        user_id: user,
        device_id: device.id,
        key_thumbprint: device.key_thumbprint,
        tokens: Tokens {
            access_hash: [1; 32],
            access_expires_at: NOW,
            refresh_hash: [2; 32],
            session_expires_at: NOW,
        },
        created_at: NOW,
    };
    sessions::insert(&tx, &session).await.unwrap();
    tx.commit().await.unwrap();
    measure("session check", 3_000, async |_| {
        sessions::check(database, &[1; 32], Some(customer))
            .await
            .unwrap()
            .unwrap();
    })
    .await;
    let start = Instant::now();
    let clients: Vec<_> = (0..8)
        .map(|_| {
            let database = database.clone();
            tokio::spawn(async move {
                for _ in 0..3_000 {
                    sessions::check(&database, &[1; 32], Some(customer))
                        .await
                        .unwrap();
                }
            })
        })
        .collect();
    for client in clients {
        client.await.unwrap();
    }
    println!(
        "session check, 8 clients: {:.0}/s",
        24_000.0 / start.elapsed().as_secs_f64()
    );
}

#[tokio::main]
async fn main() {
    let url = std::env::args().nth(1).unwrap();
    let database = Database::connect(&url, DatabaseOptions::default())
        .await
        .unwrap();
    database.migrate().await.unwrap();
    create(&database, 1_000).await;
    let (id, roles) = customer(&database, 9).await;
    let start = Instant::now();
    let people: Vec<_> = (0..100_000_usize)
        .map(|number| {
            let user = user(9, number);
            let role = if number % 20_000 == 0 {
                roles[0]
            } else {
                roles[3]
            };
            let mut seed = seeding::SeedUser::new(user.clone(), membership(id, &user, role));
            let days = Duration::from_secs(24 * 60 * 60) * u32::try_from(number % 60).unwrap();
            if number % 50 != 0 {
                seed.accepted_at = Some(user.created_at);
                seed.last_sign_in_at = Some(NOW - days);
            }
            if number % 500 == 1 {
                seed.deactivated_at = Some(NOW);
            }
            seed
        })
        .collect();
    for piece in people.chunks(5_000) {
        let tx = database.begin_write().await.unwrap();
        seeding::insert(&tx, piece).await.unwrap();
        tx.commit().await.unwrap();
    }
    database.analyse().await.unwrap();
    println!(
        "100,000 users seeded in {:.1} s",
        start.elapsed().as_secs_f64()
    );
    session_check(&database, id, people[7].user.id).await;
    lists(&database, id, &roles).await;
}
