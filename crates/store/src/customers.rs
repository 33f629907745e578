//! Customers.

use keyholder_domain::{
    customer::{CustomerFacts, CustomerMode, CustomerNumber},
    customer_alias::CustomerAlias,
    directory_query::{self, Direction, SearchText},
    ids::CustomerId,
    timestamp::Timestamp,
};
use sea_orm::FromQueryResult;

use crate::{
    columns,
    connection::{self, Read},
    directory::{self, Binder},
    error::StoreError,
    transaction::WriteTransaction,
};

/// A customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Customer {
    /// The id.
    pub id: CustomerId,
    /// The customer ID that people see; unique.
    pub number: CustomerNumber,
    /// The company's name.
    pub name: String,
    /// A name that is easier to remember.
    pub alias: Option<String>,
    /// Whether money really moves.
    pub mode: CustomerMode,
    /// Whether an acquirer agreement that supports payouts is in force.
    pub acquirer_agreement: bool,
    /// Counts the changes of the customer's own settings, from 1.
    pub settings_version: u32,
    /// When it was set up.
    pub created_at: Timestamp,
}

impl Customer {
    /// The facts that a decision reads.
    pub const fn facts(&self) -> CustomerFacts {
        CustomerFacts {
            mode: self.mode,
            acquirer_agreement: self.acquirer_agreement,
        }
    }
}

#[derive(FromQueryResult)]
struct Row {
    id: String,
    number: String,
    name: String,
    alias: Option<String>,
    mode: String,
    acquirer_agreement: bool,
    settings_version: i64,
    created_at: i64,
}

impl TryFrom<Row> for Customer {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: columns::parse(&row.id)?,
            number: columns::parse(&row.number)?,
            name: row.name,
            alias: row.alias,
            mode: columns::code(&row.mode, CustomerMode::from_code)?,
            acquirer_agreement: row.acquirer_agreement,
            settings_version: columns::count(row.settings_version)?,
            created_at: Timestamp::from_micros(row.created_at),
        })
    }
}

const SELECT: &str = "SELECT id, number, name, alias, mode, acquirer_agreement, settings_version, \
     created_at FROM customers";

/// Adds a customer. Its built-in roles are added with [`crate::roles::insert_built_in`].
///
/// Fails with [`crate::error::unique::CUSTOMER_NUMBER`] if the number is taken.
pub async fn insert(tx: &WriteTransaction, customer: &Customer) -> Result<(), StoreError> {
    connection::execute(
        tx,
        "INSERT INTO customers (id, number, name, alias, mode, acquirer_agreement, created_at, \
         settings_version, search_text) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        [
            columns::id(customer.id),
            customer.number.as_str().into(),
            customer.name.as_str().into(),
            customer.alias.clone().into(),
            customer.mode.code().into(),
            customer.acquirer_agreement.into(),
            columns::at(customer.created_at),
            i64::from(customer.settings_version).into(),
            search_text(customer).into(),
        ],
    )
    .await
    .map(drop)
}

/// What the customer is found by: number, name and alias, folded.
fn search_text(customer: &Customer) -> String {
    let alias = customer.alias.as_deref().unwrap_or_default();
    let text = format!("{} {} {alias}", customer.number, customer.name);
    format!(" {}", directory_query::searchable(&text))
}

/// The customer with this id.
pub async fn find(on: &impl Read, id: CustomerId) -> Result<Option<Customer>, StoreError> {
    let sql = format!("{SELECT} WHERE id = $1");
    let row = connection::one::<Row>(on, &sql, [columns::id(id)]).await?;
    row.map(Customer::try_from).transpose()
}

/// The customer with this visible number.
pub async fn find_by_number(
    on: &impl Read,
    number: &CustomerNumber,
) -> Result<Option<Customer>, StoreError> {
    let sql = format!("{SELECT} WHERE number = $1");
    let row = connection::one::<Row>(on, &sql, [number.as_str().into()]).await?;
    row.map(Customer::try_from).transpose()
}

/// Customers by number, after this one or from the first; at most `limit`.
pub async fn list(
    on: &impl Read,
    after: Option<&CustomerNumber>,
    limit: u16,
) -> Result<Vec<Customer>, StoreError> {
    let sql = format!("{SELECT} WHERE number > $1 ORDER BY number LIMIT $2");
    let after = after.map_or("", CustomerNumber::as_str);
    let rows = connection::all::<Row>(on, &sql, [after.into(), i64::from(limit).into()]).await?;
    rows.into_iter().map(Customer::try_from).collect()
}

/// The customers where a user has an accepted membership that is neither switched off nor in the
/// bin, by number. Whether the user may act there now is for the domain to say.
pub async fn list_of_user(
    on: &impl Read,
    user: keyholder_domain::ids::UserId,
) -> Result<Vec<Customer>, StoreError> {
    let sql = "SELECT c.id, c.number, c.name, c.alias, c.mode, c.acquirer_agreement, \
               c.settings_version, c.created_at \
               FROM memberships m JOIN customers c ON c.id = m.customer_id \
               WHERE m.user_id = $1 AND m.accepted_at IS NOT NULL \
               AND m.deactivated_at IS NULL AND m.deleted_at IS NULL ORDER BY c.number";
    let rows = connection::all::<Row>(on, sql, [columns::id(user)]).await?;
    rows.into_iter().map(Customer::try_from).collect()
}

/// As [`find`], and nobody else changes the customer until the transaction ends.
pub async fn lock(tx: &WriteTransaction, id: CustomerId) -> Result<Option<Customer>, StoreError> {
    let sql = format!("{SELECT} WHERE id = $1{}", connection::for_update(tx));
    let row = connection::one::<Row>(tx, &sql, [columns::id(id)]).await?;
    row.map(Customer::try_from).transpose()
}

/// Sets the alias, or takes it away.
pub async fn set_alias(
    tx: &WriteTransaction,
    id: CustomerId,
    alias: Option<&CustomerAlias>,
) -> Result<(), StoreError> {
    let mut customer = find(tx, id).await?.ok_or(StoreError::NotFound)?;
    customer.alias = alias.map(|alias| alias.as_str().to_owned());
    save(tx, &customer).await
}

/// Writes number, name, alias and facts of a customer that is there, and counts the change.
///
/// Fails with [`crate::error::unique::CUSTOMER_NUMBER`] if the number is taken.
pub async fn save(tx: &WriteTransaction, customer: &Customer) -> Result<(), StoreError> {
    let sql = "UPDATE customers SET settings_version = settings_version + 1, number = $2, \
               name = $3, alias = $4, mode = $5, acquirer_agreement = $6, search_text = $7 \
               WHERE id = $1";
    let values = [
        columns::id(customer.id),
        customer.number.as_str().into(),
        customer.name.as_str().into(),
        customer.alias.clone().into(),
        customer.mode.code().into(),
        customer.acquirer_agreement.into(),
        search_text(customer).into(),
    ];
    match connection::execute(tx, sql, values).await? {
        0 => Err(StoreError::NotFound),
        _ => Ok(()),
    }
}

/// A place in the list of all customers, which is sorted by number.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct CustomerPosition {
    /// Whether the page lies after or before the row.
    pub direction: Direction,
    /// The row's number.
    pub number: CustomerNumber,
}

/// A page of customers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerPage {
    /// The customers, by number.
    pub customers: Vec<Customer>,
    /// Where the page before starts.
    pub previous: Option<CustomerPosition>,
    /// Where the next page starts.
    pub next: Option<CustomerPosition>,
}

/// A page of all customers; all words of the search text must occur in number, name or alias.
pub async fn search(
    on: &impl Read,
    search: Option<&SearchText>,
    position: Option<&CustomerPosition>,
    limit: u16,
) -> Result<CustomerPage, StoreError> {
    let backwards = position.is_some_and(|at| at.direction == Direction::Before);
    let mut binder = Binder::new(on.backend());
    let mut sql = format!("{SELECT} WHERE 1 = 1");
    for word in search.into_iter().flat_map(SearchText::words) {
        let holds = directory::holds(&mut binder, "search_text", word);
        sql.push_str(&format!(" AND {holds}"));
    }
    if let Some(at) = position {
        let comparison = if backwards { "<" } else { ">" };
        let number = binder.bind(at.number.as_str());
        sql.push_str(&format!(" AND number {comparison} {number}"));
    }
    let order = if backwards { "DESC" } else { "ASC" };
    sql.push_str(&format!(
        " ORDER BY number {order} LIMIT {}",
        usize::from(limit) + 1
    ));
    let mut rows = connection::all::<Row>(on, &sql, binder.into_values()).await?;
    let more = rows.len() > usize::from(limit);
    rows.truncate(usize::from(limit));
    if backwards {
        rows.reverse();
    }
    let (has_previous, has_next) = if backwards {
        (more, true)
    } else {
        (position.is_some(), more)
    };
    let customers = rows
        .into_iter()
        .map(Customer::try_from)
        .collect::<Result<Vec<_>, _>>()?;
    let place = |direction| {
        move |customer: &Customer| CustomerPosition {
            direction,
            number: customer.number.clone(),
        }
    };
    Ok(CustomerPage {
        previous: customers
            .first()
            .filter(|_| has_previous)
            .map(place(Direction::Before)),
        next: customers
            .last()
            .filter(|_| has_next)
            .map(place(Direction::After)),
        customers,
    })
}
