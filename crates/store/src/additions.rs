//! Adding somebody to a customer. Whoever has the name already is found, and everything that is decided about
//! it is read, in one question: others wait meanwhile, for the turn at writing or for the name.
//!
//! The person comes first, so that whoever is just adding the same one is waited for, and what is read next
//! has seen them. If it is refused after all, nothing of it is kept.

use std::collections::BTreeSet;

use keyholder_domain::{
    ids::{CustomerId, RoleId, UserId},
    second_factor::Held,
};
use sea_orm::FromQueryResult;

use crate::{
    access_facts::{self, AccessFacts},
    columns,
    connection::{self, Sealed as _},
    directory::{self, Binder, Holder},
    error::StoreError,
    roles::{self, Role},
    second_factors,
    transaction::WriteTransaction,
    users::{self, NewUser},
};

/// Somebody who acts at a customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    /// What decisions about them rest on.
    pub facts: AccessFacts,
    /// What they have set up as a second factor ([`crate::second_factors::held`]).
    pub held: Held,
    /// The given name, as the person keeps it.
    pub given_name: String,
    /// The family name, likewise.
    pub family_name: String,
}

/// What an addition rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addition {
    /// Who adds.
    pub caller: Caller,
    /// Those of the roles that the customer has, as [`roles::list`] orders them. Nobody else changes them until the
    /// transaction ends.
    pub roles: Vec<Role>,
    /// The one who was added, or who has the name already.
    pub person: UserId,
    /// Who stands on the customer's list as this person or under this name ([`directory::holders_of`]).
    pub holders: Vec<Holder>,
}

/// Adds a user, or finds the one who has the name already ([`users::insert_or_find`]), and reads what adding them to the
/// customer rests on; `None` if the caller has no membership there, the bin included.
pub async fn begin(
    tx: &WriteTransaction,
    customer: CustomerId,
    caller: UserId,
    user: &NewUser,
    roles: &BTreeSet<RoleId>,
) -> Result<Option<Addition>, StoreError> {
    users::insert_if_new(tx, user).await?;
    let rows = ask(tx, customer, caller, user, roles).await?;
    let mut found = Found::default();
    for row in rows {
        found.add(row)?;
    }
    let Some((caller, person)) = found.caller.zip(found.person) else {
        return Ok(None);
    };
    let kept = if found.outdated {
        roles::find_all(tx, customer, roles).await?
    } else {
        roles::in_order(found.roles)?
    };
    Ok(Some(Addition {
        caller,
        roles: kept,
        person,
        holders: found.holders,
    }))
}

/// Each role with each holder.
#[derive(FromQueryResult)]
struct Row {
    #[sea_orm(nested)]
    facts: access_facts::Row,
    #[sea_orm(nested)]
    held: second_factors::Row,
    given_name: String,
    family_name: String,
    #[sea_orm(nested)]
    role: Option<roles::Row>,
    kept_version: Option<i64>,
    person_id: String,
    holder_id: Option<String>,
    holder_deleted: Option<bool>,
}

async fn ask(
    tx: &WriteTransaction,
    customer: CustomerId,
    caller: UserId,
    user: &NewUser,
    roles: &BTreeSet<RoleId>,
) -> Result<Vec<Row>, StoreError> {
    let mut binder = Binder::new(tx.backend());
    let customer = binder.bind(columns::id(customer));
    let caller = binder.bind(columns::id(caller));
    let name = binder.bind(user.sign_in_name.folded());
    let kept = roles::Kept::new(tx, &mut binder, &customer, roles);
    let sql = format!(
        "WITH {}person AS (SELECT id FROM users WHERE sign_in_name_folded = {name}) \
         SELECT {}, {}, u.given_name, u.family_name, {}, {} AS kept_version, \
         person.id AS person_id, holder_id, holder_deleted {} \
         JOIN person ON TRUE LEFT JOIN roles r ON r.customer_id = m.customer_id AND r.id IN ({}) {} \
         LEFT JOIN ({}) AS holders ON TRUE WHERE m.customer_id = {customer} AND m.user_id = {caller} \
         ORDER BY r.name_folded, r.id, holder_id",
        kept.with,
        access_facts::COLUMNS,
        second_factors::COLUMNS,
        roles::COLUMNS,
        kept.version,
        access_facts::FROM,
        kept.places,
        kept.join,
        directory::holders(&customer, "(SELECT id FROM person)", &name),
    );
    connection::all(tx, &sql, binder.into_values()).await
}

#[derive(Default)]
struct Found {
    caller: Option<Caller>,
    person: Option<UserId>,
    roles: Vec<roles::Row>,
    /// Whether a role was changed while it was waited for.
    outdated: bool,
    holders: Vec<Holder>,
}

impl Found {
    fn add(&mut self, row: Row) -> Result<(), StoreError> {
        if self.caller.is_none() {
            self.person = Some(columns::parse(&row.person_id)?);
            self.caller = Some(Caller {
                facts: row.facts.try_into()?,
                held: row.held.try_into()?,
                given_name: row.given_name,
                family_name: row.family_name,
            });
        }
        if let Some(role) = row.role {
            // What waits for somebody's change sees it in the locked row alone; what else was read is from before.
            self.outdated |= row.kept_version != Some(role.version);
            if self.roles.iter().all(|known| known.id != role.id) {
                self.roles.push(role);
            }
        }
        if let (Some(id), Some(deleted)) = (row.holder_id, row.holder_deleted) {
            let holder = directory::holder(&id, deleted)?;
            if !self.holders.contains(&holder) {
                self.holders.push(holder);
            }
        }
        Ok(())
    }
}
