//! A large customer, and eight small ones, written through the store as the service would.

mod holders;
mod numbers;
mod places;

use std::collections::BTreeSet;

use keyholder_client::Clock;
use keyholder_domain::{
    customer::{CustomerMode, CustomerNumber},
    ids::{CustomerId, LocationId, RoleId, UserId},
    language::Language,
    location_scope::LocationScope,
    person_name::PersonName,
    role::BuiltInRole,
    user::{Origin, SignInName},
};
use keyholder_store::{
    Database, DatabaseOptions, WriteTransaction, credentials, customers,
    memberships::{self, NewMembership},
    roles, users,
};
use numbers::Numbers;
pub(crate) use places::Limited;

use crate::{
    bench::subject,
    failure::{Done, Failure},
    say,
};

/// The password of every administrator, and its Argon2id hash (64 MiB, 3 passes, 4 lanes).
pub(crate) const PASSWORD: &str = "Measured-Twice-7391!";
const HASH: &str = "$argon2id$v=19$m=65536,t=3,p=4$o1+r42xvB0IvkSUM8PLeGg$\
                    et1mb9Niaz8qXl7SiSTHc5zNwTHBorNL6bVntRiUNpo";

/// Users of one transaction.
const BATCH: usize = 2_000;
/// Customers for measuring how fast users are created.
const SMALL: usize = 8;

const GIVEN: [&str; 24] = [
    "Anna", "Beat", "Chiara", "David", "Elif", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Katya",
    "Luc", "Mira", "Noam", "Olga", "Pierre", "Quinn", "Rosa", "Sven", "Tariq", "Ursula", "Viktor",
    "Wanda", "Zoë",
];
const BEGINNING: [&str; 24] = [
    "Ab", "Ber", "Cal", "Dor", "Eg", "Fal", "Gra", "Hof", "Im", "Ja", "Kel", "Lin", "Mor", "Neu",
    "Ost", "Pel", "Quar", "Ris", "Stal", "Tor", "Ul", "Ven", "Wal", "Zim",
];
const MIDDLE: [&str; 24] = [
    "a", "bel", "chi", "den", "er", "fen", "gar", "hei", "in", "ker", "lan", "mer", "nau", "os",
    "per", "ri", "sen", "tal", "um", "van", "wei", "xan", "yl", "zer",
];
const ENDING: [&str; 12] = [
    "ach", "berg", "cher", "dorf", "egger", "feld", "ger", "hart", "isch", "lin", "mann", "ova",
];

/// What was written.
pub(crate) struct World {
    pub(crate) large: Customer,
    /// Administers 200 locations of the large customer.
    pub(crate) limited: Limited,
    pub(crate) small: Vec<Customer>,
    /// Names of cashiers of the first small one who can sign in, too.
    pub(crate) holders: Vec<String>,
}

/// A customer with one administrator who can sign in.
pub(crate) struct Customer {
    pub(crate) id: CustomerId,
    pub(crate) administrator: String,
    pub(crate) cashier: RoleId,
    location_administrator: RoleId,
}

/// Writes the world into an empty database.
pub(crate) async fn seed(subject: &subject::Database, count: usize) -> Done<World> {
    let database = Database::connect(&subject.url, DatabaseOptions::default())
        .await
        .map_err(Failure::doing("the database"))?;
    database
        .migrate()
        .await
        .map_err(Failure::doing("the schema"))?;
    let mut numbers = Numbers(1);
    let mut all = Vec::new();
    for index in 0..=SMALL {
        all.push(customer(&database, &mut numbers, index).await?);
    }
    let large = all.remove(0);
    let tx = database
        .begin_write()
        .await
        .map_err(Failure::doing("a transaction"))?;
    let (places, limited) = places::seed(&tx, &mut numbers, &large).await?;
    tx.commit().await.map_err(Failure::doing("a commit"))?;
    let mut written = 0;
    while written < count {
        let batch = BATCH.min(count - written);
        let tx = database
            .begin_write()
            .await
            .map_err(Failure::doing("a transaction"))?;
        let range = written..written + batch;
        people(&tx, &mut numbers, &large, &places, range).await?;
        tx.commit().await.map_err(Failure::doing("a commit"))?;
        written += batch;
        if written % 20_000 == 0 {
            say::note(&format!("{written} users written"));
        }
    }
    let first = all.first().ok_or_else(|| Failure::new("no customer"))?;
    let holders = holders::seed(&database, &mut numbers, first).await?;
    database
        .close()
        .await
        .map_err(Failure::doing("the database"))?;
    Ok(World {
        large,
        limited,
        small: all,
        holders,
    })
}

async fn customer(database: &Database, numbers: &mut Numbers, index: usize) -> Done<Customer> {
    let now = Clock::system().now();
    let id = CustomerId::from_uuid(numbers.id(now));
    let write = |what| Failure::doing(what);
    let tx = database
        .begin_write()
        .await
        .map_err(write("a transaction"))?;
    let number = format!("{}", 400_000 + index);
    customers::insert(
        &tx,
        &customers::Customer {
            id,
            number: number
                .parse::<CustomerNumber>()
                .map_err(Failure::doing("a customer number"))?,
            name: format!("Measured {index}"),
            alias: None,
            settings_version: 1,
            mode: CustomerMode::Live,
            acquirer_agreement: true,
            created_at: now,
        },
    )
    .await
    .map_err(write("a customer"))?;
    let built_in = BuiltInRole::ALL.map(|role| (RoleId::from_uuid(numbers.id(now)), role));
    roles::insert_built_in(&tx, id, &built_in, now)
        .await
        .map_err(write("roles"))?;
    let role = |wanted| {
        let found = built_in.iter().find(|(_, role)| *role == wanted);
        found
            .map(|(id, _)| *id)
            .ok_or_else(|| Failure::new("a built-in role is missing"))
    };
    let administrator = format!("admin{index}@measured.example");
    let user = users::NewUser {
        id: UserId::from_uuid(numbers.id(now)),
        sign_in_name: sign_in_name(&administrator)?,
        given_name: name("Ada")?,
        family_name: name("Admin")?,
        language: Language::En,
        operator: false,
        created_at: now,
    };
    let membership = membership(id, &user, role(BuiltInRole::MerchantAdministrator)?);
    join(&tx, &user, &membership).await?;
    tx.commit().await.map_err(write("a commit"))?;
    Ok(Customer {
        id,
        administrator,
        cashier: role(BuiltInRole::Cashier)?,
        location_administrator: role(BuiltInRole::LocationAdministrator)?,
    })
}

/// Adds somebody who can sign in.
async fn join(tx: &WriteTransaction, user: &users::NewUser, membership: &NewMembership) -> Done {
    let now = user.created_at;
    let write = |what| Failure::doing(what);
    users::insert(tx, user).await.map_err(write("a user"))?;
    memberships::insert(tx, membership)
        .await
        .map_err(write("a membership"))?;
    memberships::accept(tx, membership.customer_id, user.id, now)
        .await
        .map_err(write("a membership"))?;
    credentials::set_password(tx, user.id, HASH, now)
        .await
        .map_err(write("a password"))?;
    users::record_sign_in(tx, user.id, now)
        .await
        .map_err(write("a sign-in"))
}

fn only(locations: impl IntoIterator<Item = LocationId>) -> Done<LocationScope> {
    LocationScope::only(locations).map_err(Failure::doing("a scope"))
}

/// Nine of ten are active cashiers; of the rest, half were switched off. One of ten reaches two
/// locations only.
async fn people(
    tx: &WriteTransaction,
    numbers: &mut Numbers,
    customer: &Customer,
    places: &[LocationId],
    range: std::ops::Range<usize>,
) -> Done {
    let now = Clock::system().now();
    let mut new = Vec::with_capacity(range.len());
    for index in range.clone() {
        let family = format!(
            "{}{}{}",
            numbers.pick(&BEGINNING)?,
            numbers.pick(&MIDDLE)?,
            numbers.pick(&ENDING)?
        );
        let given = numbers.pick(&GIVEN)?;
        new.push(users::NewUser {
            id: UserId::from_uuid(numbers.id(now)),
            sign_in_name: sign_in_name(&format!(
                "{}.{index}@measured.example",
                family.to_lowercase()
            ))?,
            given_name: name(given)?,
            family_name: name(&family)?,
            language: Language::En,
            operator: false,
            created_at: now,
        });
    }
    let mut joining = Vec::with_capacity(new.len());
    for (index, user) in range.clone().zip(&new) {
        let mut membership = membership(customer.id, user, customer.cashier);
        if index % 10 == 3 {
            membership.scope = only([numbers.pick(places)?, numbers.pick(places)?])?;
        }
        joining.push(membership);
    }
    users::insert_many(tx, &new)
        .await
        .map_err(Failure::doing("users"))?;
    memberships::insert_many(tx, &joining)
        .await
        .map_err(Failure::doing("memberships"))?;
    for (index, user) in range.zip(&new) {
        if index % 10 != 0 {
            memberships::accept(tx, customer.id, user.id, now)
                .await
                .map_err(Failure::doing("a membership"))?;
        }
        if index % 20 == 0 {
            memberships::deactivate(tx, customer.id, user.id, now)
                .await
                .map_err(Failure::doing("a membership"))?;
        }
    }
    Ok(())
}

fn membership(customer: CustomerId, user: &users::NewUser, role: RoleId) -> NewMembership {
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

fn sign_in_name(address: &str) -> Done<SignInName> {
    address
        .parse()
        .map(SignInName::Email)
        .map_err(Failure::doing("an e-mail address"))
}

fn name(text: &str) -> Done<PersonName> {
    text.parse().map_err(Failure::doing("a name"))
}
