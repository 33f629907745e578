//! What decisions about a user at a customer rest on: status facts, access, and the customer.

use std::collections::BTreeSet;

use keyholder_domain::{
    access::Access,
    customer::{CustomerFacts, CustomerMode},
    ids::{CustomerId, LocationGroupId, RoleId, UserId},
    origin::{self, Origin},
    permission::PermissionSet,
    second_factor::FactorState,
    security_policy::SecurityPolicy,
    sign_in_way::SignInWay,
    timestamp::Timestamp,
    user_status::StatusFacts,
};
use sea_orm::{FromQueryResult, Value};

mod administrators;

pub use administrators::{
    administrators, working_administrators, working_administrators_besides,
    working_administrators_seen,
};

use crate::{
    columns,
    connection::{self, Read, Sealed},
    directory::Binder,
    error::StoreError,
    transaction::WriteTransaction,
};

/// A user at a customer, as decisions see them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessFacts {
    /// Who.
    pub user_id: UserId,
    /// Counts the changes of the membership; what `If-Match` is compared with.
    pub version: u32,
    /// What the status is derived from. Facts about the person are absent until they accept.
    pub status: StatusFacts,
    /// The roles, by id.
    pub roles: Vec<RoleId>,
    /// The permissions beside the roles (S51).
    pub direct: PermissionSet,
    /// The groups of locations in their scope.
    pub groups: BTreeSet<LocationGroupId>,
    /// What they hold, through roles and directly, and where, with the groups as they are.
    pub access: Access,
    /// The customer.
    pub customer: CustomerFacts,
    /// What the customer demands of passwords, sign-ins and sessions.
    pub policy: SecurityPolicy,
    /// The door they came through.
    pub origin: Origin,
    /// Whether somebody elsewhere keeps them, until they are adopted.
    pub foreign: bool,
    /// How they sign in; until they accept, how it was chosen for them.
    pub sign_in_way: SignInWay,
    /// The strongest second factor that they have; none is known of before they accept.
    pub second_factor: FactorState,
    /// Whether any of it is not built into the app.
    pub second_factor_elsewhere: bool,
    /// When somebody else took their second factor away, the last time.
    pub factor_reset_at: Option<Timestamp>,
}

/// Users that are read at once.
const AT_ONCE: usize = 500;

#[derive(FromQueryResult)]
#[expect(
    clippy::struct_field_names,
    reason = "the prefix tells the columns of joined tables apart"
)]
pub(crate) struct Row {
    member_user_id: String,
    member_version: i64,
    member_scope_kind: String,
    member_accepted_at: Option<i64>,
    member_deactivated_at: Option<i64>,
    member_deleted_at: Option<i64>,
    member_invited_at: Option<i64>,
    member_invitation_expires_at: Option<i64>,
    member_last_sign_in_at: Option<i64>,
    member_locked_until: Option<i64>,
    member_password_changed_at: Option<i64>,
    member_roles: Option<String>,
    member_built_in: Option<String>,
    member_permissions: Option<String>,
    member_direct: Option<String>,
    member_locations: Option<String>,
    member_groups: Option<String>,
    member_mode: String,
    member_acquirer_agreement: bool,
    member_security_policy: Option<String>,
    member_origin: String,
    member_adopted_at: Option<i64>,
    member_external: bool,
    member_second_factor: String,
    member_factor_elsewhere: bool,
    member_factor_reset_at: Option<i64>,
}

/// The columns of [`Row`], of the tables of [`JOINS`].
pub(crate) const COLUMNS: &str = "m.user_id AS member_user_id, m.version AS member_version, \
     m.scope_kind AS member_scope_kind, m.accepted_at AS member_accepted_at, \
     m.deactivated_at AS member_deactivated_at, m.deleted_at AS member_deleted_at, \
     i.created_at AS member_invited_at, i.expires_at AS member_invitation_expires_at, \
     CASE WHEN m.accepted_at IS NOT NULL THEN u.last_sign_in_at END AS member_last_sign_in_at, \
     CASE WHEN m.accepted_at IS NOT NULL THEN u.locked_until END AS member_locked_until, \
     CASE WHEN m.accepted_at IS NOT NULL THEN u.password_changed_at END \
     AS member_password_changed_at, \
     (SELECT string_agg(mr.role_id, ',') FROM membership_roles mr \
      WHERE mr.customer_id = m.customer_id AND mr.user_id = m.user_id) AS member_roles, \
     (SELECT string_agg(r.built_in, ',') FROM membership_roles mr \
      JOIN roles r ON r.customer_id = mr.customer_id AND r.id = mr.role_id \
      WHERE mr.customer_id = m.customer_id AND mr.user_id = m.user_id) AS member_built_in, \
     (SELECT string_agg(rp.permission, ',') FROM membership_roles mr \
      JOIN role_permissions rp ON rp.customer_id = mr.customer_id AND rp.role_id = mr.role_id \
      WHERE mr.customer_id = m.customer_id AND mr.user_id = m.user_id) AS member_permissions, \
     (SELECT string_agg(mp.permission, ',') FROM membership_permissions mp \
      WHERE mp.customer_id = m.customer_id AND mp.user_id = m.user_id) AS member_direct, \
     CASE WHEN m.scope_kind = 'only' THEN (SELECT string_agg(ml.location_id, ',') \
      FROM membership_locations ml \
      WHERE ml.customer_id = m.customer_id AND ml.user_id = m.user_id) END AS member_locations, \
     CASE WHEN m.scope_kind = 'only' THEN (SELECT string_agg(mg.group_id, ',') \
      FROM membership_location_groups mg \
      WHERE mg.customer_id = m.customer_id AND mg.user_id = m.user_id) END AS member_groups, \
     c.mode AS member_mode, c.acquirer_agreement AS member_acquirer_agreement, \
     c.security_policy AS member_security_policy, m.origin AS member_origin, \
     m.adopted_at AS member_adopted_at, (m.external_sign_in AND (m.accepted_at IS NULL OR \
      (EXISTS (SELECT 1 FROM external_identities e WHERE e.user_id = m.user_id) AND NOT EXISTS \
      (SELECT 1 FROM password_credentials pc WHERE pc.user_id = m.user_id)))) AS member_external, \
     CASE WHEN m.accepted_at IS NULL THEN 'none' \
     WHEN EXISTS (SELECT 1 FROM passkeys p WHERE p.user_id = m.user_id) THEN 'passkey' \
     WHEN EXISTS (SELECT 1 FROM authenticators a WHERE a.user_id = m.user_id) THEN 'app' \
     WHEN u.mailed_codes AND u.kind = 'verified' AND c.mailed_codes THEN 'mailed_code' \
     ELSE 'none' END AS member_second_factor, \
     (m.accepted_at IS NOT NULL AND (EXISTS (SELECT 1 FROM authenticators a \
      WHERE a.user_id = m.user_id AND NOT a.built_in) \
      OR EXISTS (SELECT 1 FROM passkeys p WHERE p.user_id = m.user_id))) \
     AS member_factor_elsewhere, \
     CASE WHEN m.accepted_at IS NOT NULL THEN u.second_factor_reset_at END \
     AS member_factor_reset_at";

/// Where [`COLUMNS`] come from.
pub(crate) const FROM: &str = "FROM memberships m JOIN users u ON u.id = m.user_id \
     JOIN customers c ON c.id = m.customer_id \
     LEFT JOIN invitations i ON i.customer_id = m.customer_id AND i.user_id = m.user_id \
     AND i.superseded_at IS NULL";

impl TryFrom<Row> for AccessFacts {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let mut roles: Vec<RoleId> = columns::list(row.member_roles.as_deref())?;
        roles.sort();
        let direct = columns::permissions(None, row.member_direct.as_deref())?;
        let origin = columns::code(&row.member_origin, Origin::from_code)?;
        Ok(Self {
            user_id: columns::parse(&row.member_user_id)?,
            version: columns::count(row.member_version)?,
            status: StatusFacts {
                deleted_at: columns::moment(row.member_deleted_at),
                deactivated_at: columns::moment(row.member_deactivated_at),
                accepted_at: columns::moment(row.member_accepted_at),
                invited_at: columns::moment(row.member_invited_at),
                invitation_expires_at: columns::moment(row.member_invitation_expires_at),
                last_sign_in_at: columns::moment(row.member_last_sign_in_at),
                locked_until: columns::moment(row.member_locked_until),
                password_changed_at: columns::moment(row.member_password_changed_at),
            },
            roles,
            direct,
            groups: columns::list(row.member_groups.as_deref())?,
            access: Access {
                permissions: direct
                    | columns::permissions(
                        row.member_built_in.as_deref(),
                        row.member_permissions.as_deref(),
                    )?,
                scope: columns::scope(&row.member_scope_kind, row.member_locations.as_deref())?,
            },
            customer: CustomerFacts {
                mode: columns::code(&row.member_mode, CustomerMode::from_code)?,
                acquirer_agreement: row.member_acquirer_agreement,
            },
            policy: columns::policy(row.member_security_policy.as_deref())?,
            origin,
            foreign: origin::is_foreign(origin, columns::moment(row.member_adopted_at)),
            sign_in_way: if row.member_external {
                SignInWay::External
            } else {
                SignInWay::Password
            },
            second_factor: columns::code(&row.member_second_factor, FactorState::from_code)?,
            second_factor_elsewhere: row.member_factor_elsewhere,
            factor_reset_at: columns::moment(row.member_factor_reset_at),
        })
    }
}

async fn select(
    on: &impl Sealed,
    condition: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Vec<AccessFacts>, StoreError> {
    let sql =
        format!("SELECT {COLUMNS} {FROM} WHERE {condition} ORDER BY m.customer_id, m.user_id");
    let rows = connection::all::<Row>(on, &sql, values).await?;
    rows.into_iter().map(AccessFacts::try_from).collect()
}

/// A user at a customer; `None` if they have no membership there, the bin included.
pub async fn find(
    on: &impl Read,
    customer: CustomerId,
    user: UserId,
) -> Result<Option<AccessFacts>, StoreError> {
    let condition = "m.customer_id = $1 AND m.user_id = $2";
    let found = select(on, condition, [columns::id(customer), columns::id(user)]).await?;
    Ok(found.into_iter().next())
}

/// As [`find`], and nobody else changes the membership until the transaction ends.
pub async fn lock(
    tx: &WriteTransaction,
    customer: CustomerId,
    user: UserId,
) -> Result<Option<AccessFacts>, StoreError> {
    let sql = format!(
        "SELECT CAST(count(*) AS BIGINT) FROM (SELECT 1 FROM memberships \
         WHERE customer_id = $1 AND user_id = $2{}) AS locked",
        connection::for_update(tx)
    );
    connection::number(tx, &sql, [columns::id(customer), columns::id(user)]).await?;
    find(tx, customer, user).await
}

/// Several users at a customer; those who have no membership there are left out.
pub async fn find_many(
    on: &impl Read,
    customer: CustomerId,
    users: &BTreeSet<UserId>,
) -> Result<Vec<AccessFacts>, StoreError> {
    let users: Vec<_> = users.iter().collect();
    let mut found = Vec::with_capacity(users.len());
    for piece in users.chunks(AT_ONCE) {
        let mut binder = Binder::new(on.backend());
        let customer = binder.bind(columns::id(customer));
        let users = binder.bind_ids(piece);
        let condition = format!("m.customer_id = {customer} AND m.user_id IN ({users})");
        found.extend(select(on, &condition, binder.into_values()).await?);
    }
    Ok(found)
}

/// The user's memberships at all customers, each with its customer.
pub async fn of_user(
    on: &impl Read,
    user: UserId,
) -> Result<Vec<(CustomerId, AccessFacts)>, StoreError> {
    #[derive(FromQueryResult)]
    struct WithCustomer {
        customer_id: String,
        #[sea_orm(nested)]
        facts: Row,
    }
    let sql =
        format!("SELECT m.customer_id, {COLUMNS} {FROM} WHERE m.user_id = $1 ORDER BY c.number");
    let rows = connection::all::<WithCustomer>(on, &sql, [columns::id(user)]).await?;
    rows.into_iter()
        .map(|row| Ok((columns::parse(&row.customer_id)?, row.facts.try_into()?)))
        .collect()
}
