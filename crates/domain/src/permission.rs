//! The permission catalogue: everything that can be allowed in the back office and here.
//!
//! The areas are those of the three guides (acceptance rows S51 to S58, S116). An entry says what
//! else must hold for it to have an effect; [`crate::decision`] is where that is applied.

use enumset::{EnumSet, EnumSetType};
use serde::{Deserialize, Serialize};

/// What a user may be allowed to do. The code on the wire is `area.verb`.
#[derive(Debug, Hash, PartialOrd, Ord, EnumSetType, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub enum Permission {
    /// See the users of the customer.
    #[serde(rename = "users.view")]
    UsersView,
    /// Create, invite, activate, restrict and lock users.
    #[serde(rename = "users.manage")]
    UsersManage,
    /// Act on users who themselves manage users.
    #[serde(rename = "administrators.manage")]
    AdministratorsManage,
    /// Compose roles.
    #[serde(rename = "roles.manage")]
    RolesManage,
    /// See locations and their terminals.
    #[serde(rename = "locations.view")]
    LocationsView,
    /// Make, change and delete groups of locations.
    #[serde(rename = "locations.manage")]
    LocationsManage,
    /// Read the audit log.
    #[serde(rename = "activity.view")]
    ActivityView,
    /// Change sign-in policy and enforce two-factor authentication.
    #[serde(rename = "security.manage")]
    SecurityManage,
    /// See the merchant's customers (buyers).
    #[serde(rename = "buyers.view")]
    BuyersView,
    /// Edit the merchant's customers (buyers).
    #[serde(rename = "buyers.edit")]
    BuyersEdit,
    /// See subscriptions.
    #[serde(rename = "subscriptions.view")]
    SubscriptionsView,
    /// Edit subscriptions.
    #[serde(rename = "subscriptions.edit")]
    SubscriptionsEdit,
    /// See invoices.
    #[serde(rename = "invoices.view")]
    InvoicesView,
    /// Edit invoices.
    #[serde(rename = "invoices.edit")]
    InvoicesEdit,
    /// See transactions.
    #[serde(rename = "transactions.view")]
    TransactionsView,
    /// Capture and cancel transactions.
    #[serde(rename = "transactions.edit")]
    TransactionsEdit,
    /// Enter payments by hand (mail order and telephone order).
    #[serde(rename = "transactions.moto")]
    TransactionsMoto,
    /// Credit a transaction.
    #[serde(rename = "transactions.credit")]
    TransactionsCredit,
    /// Decrypt the card number of a transaction.
    #[serde(rename = "transactions.decrypt_pan")]
    TransactionsDecryptPan,
    /// See the payout interface and perform payouts.
    #[serde(rename = "payouts.view")]
    PayoutsView,
    /// Submit batch files.
    #[serde(rename = "batch.submit")]
    BatchSubmit,
    /// See statistics.
    #[serde(rename = "statistics.view")]
    StatisticsView,
    /// See and download reports.
    #[serde(rename = "reports.view")]
    ReportsView,
    /// Change account settings.
    #[serde(rename = "account.settings")]
    AccountSettings,
    /// Change plans and add-ons.
    #[serde(rename = "account.plans")]
    AccountPlans,
    /// Change discounts and coupons.
    #[serde(rename = "account.discounts")]
    AccountDiscounts,
    /// See and pay the account's own bills.
    #[serde(rename = "account.billing")]
    AccountBilling,
    /// Create and revoke API credentials.
    #[serde(rename = "api.credentials")]
    ApiCredentials,
    /// Change webhooks and see their history.
    #[serde(rename = "api.webhooks")]
    ApiWebhooks,
    /// Use synchronisation with other systems.
    #[serde(rename = "sync.use")]
    SyncUse,
}

/// A set of permissions.
pub type PermissionSet = EnumSet<Permission>;

/// A fact of the customer without which a permission has no effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Precondition {
    /// The customer holds an acquirer agreement that supports payouts (S57).
    AcquirerAgreement,
    /// The customer is in production, not in test mode (S58).
    Production,
}

/// What the catalogue says of one permission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "marks of an entry, each of which holds or not by itself"
)]
pub struct PermissionEntry {
    /// The permission.
    pub permission: Permission,
    /// Its area, for grouping.
    pub area: Area,
    /// What one must hold for it to have an effect: editing needs viewing (S53).
    pub prerequisite: Option<Permission>,
    /// Whether a location scope narrows it.
    pub location_scoped: bool,
    /// Whether it needs a second factor (S116).
    pub needs_second_factor: bool,
    /// Whether it deserves a warning before it is given.
    pub critical: bool,
    /// Whether giving it needs a second administrator, where the customer wants that
    /// ([`crate::critical_grant`]).
    pub needs_approval: bool,
    /// What must be true of the customer.
    pub precondition: Option<Precondition>,
}

/// A group of permissions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Area {
    /// Who may get in.
    Administration,
    /// Subscriptions, invoices and their buyers.
    Billing,
    /// Payments.
    Transactions,
    /// Money that leaves.
    Payouts,
    /// Figures.
    Reporting,
    /// The account's own settings.
    Account,
    /// Programs that connect.
    Integration,
}

const fn entry(permission: Permission, area: Area) -> PermissionEntry {
    PermissionEntry {
        permission,
        area,
        prerequisite: None,
        location_scoped: false,
        needs_second_factor: false,
        critical: false,
        needs_approval: false,
        precondition: None,
    }
}

impl PermissionEntry {
    const fn needs(mut self, prerequisite: Permission) -> Self {
        self.prerequisite = Some(prerequisite);
        self
    }
    const fn by_location(mut self) -> Self {
        self.location_scoped = true;
        self
    }
    const fn with_second_factor(mut self) -> Self {
        self.needs_second_factor = true;
        self
    }
    const fn critical(mut self) -> Self {
        self.critical = true;
        self
    }
    const fn with_approval(mut self) -> Self {
        self.needs_approval = true;
        self
    }
    const fn only_if(mut self, precondition: Precondition) -> Self {
        self.precondition = Some(precondition);
        self
    }
}

impl Permission {
    /// Every permission, in the order of the catalogue.
    pub fn all() -> impl Iterator<Item = Self> {
        PermissionSet::all().into_iter()
    }

    /// The code on the wire and in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::UsersView => "users.view",
            Self::UsersManage => "users.manage",
            Self::AdministratorsManage => "administrators.manage",
            Self::RolesManage => "roles.manage",
            Self::LocationsView => "locations.view",
            Self::LocationsManage => "locations.manage",
            Self::ActivityView => "activity.view",
            Self::SecurityManage => "security.manage",
            Self::BuyersView => "buyers.view",
            Self::BuyersEdit => "buyers.edit",
            Self::SubscriptionsView => "subscriptions.view",
            Self::SubscriptionsEdit => "subscriptions.edit",
            Self::InvoicesView => "invoices.view",
            Self::InvoicesEdit => "invoices.edit",
            Self::TransactionsView => "transactions.view",
            Self::TransactionsEdit => "transactions.edit",
            Self::TransactionsMoto => "transactions.moto",
            Self::TransactionsCredit => "transactions.credit",
            Self::TransactionsDecryptPan => "transactions.decrypt_pan",
            Self::PayoutsView => "payouts.view",
            Self::BatchSubmit => "batch.submit",
            Self::StatisticsView => "statistics.view",
            Self::ReportsView => "reports.view",
            Self::AccountSettings => "account.settings",
            Self::AccountPlans => "account.plans",
            Self::AccountDiscounts => "account.discounts",
            Self::AccountBilling => "account.billing",
            Self::ApiCredentials => "api.credentials",
            Self::ApiWebhooks => "api.webhooks",
            Self::SyncUse => "sync.use",
        }
    }

    /// The permission of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|permission| permission.code() == code)
    }

    /// The catalogue entry: the whole policy of permissions in one table.
    #[rustfmt::skip]
    pub const fn entry(self) -> PermissionEntry {
        use Area::{Account, Administration, Billing, Integration, Payouts, Reporting, Transactions};
        match self {
            Self::UsersView => entry(self, Administration),
            Self::UsersManage => entry(self, Administration).needs(Self::UsersView).critical().with_approval(),
            Self::AdministratorsManage => entry(self, Administration).needs(Self::UsersManage).critical().with_approval(),
            Self::RolesManage => entry(self, Administration).needs(Self::UsersView).critical().with_approval(),
            Self::LocationsView => entry(self, Administration).by_location(),
            Self::LocationsManage => entry(self, Administration).needs(Self::LocationsView).critical(),
            Self::ActivityView => entry(self, Administration),
            Self::SecurityManage => entry(self, Administration).critical().with_approval(),
            Self::BuyersView => entry(self, Billing),
            Self::BuyersEdit => entry(self, Billing).needs(Self::BuyersView),
            Self::SubscriptionsView => entry(self, Billing),
            Self::SubscriptionsEdit => entry(self, Billing).needs(Self::SubscriptionsView),
            Self::InvoicesView => entry(self, Billing),
            Self::InvoicesEdit => entry(self, Billing).needs(Self::InvoicesView),
            Self::TransactionsView => entry(self, Transactions).by_location(),
            Self::TransactionsEdit => entry(self, Transactions).by_location().needs(Self::TransactionsView),
            Self::TransactionsMoto => entry(self, Transactions).by_location(),
            Self::TransactionsCredit => entry(self, Transactions).by_location().needs(Self::TransactionsView).with_second_factor().critical().with_approval(),
            Self::TransactionsDecryptPan => entry(self, Transactions).by_location().needs(Self::TransactionsView).with_second_factor().critical().with_approval(),
            Self::PayoutsView => entry(self, Payouts).by_location().critical().with_approval().only_if(Precondition::AcquirerAgreement),
            Self::BatchSubmit => entry(self, Transactions).by_location(),
            Self::StatisticsView => entry(self, Reporting).by_location(),
            Self::ReportsView => entry(self, Reporting).by_location(),
            Self::AccountSettings => entry(self, Account).critical(),
            Self::AccountPlans => entry(self, Account),
            Self::AccountDiscounts => entry(self, Account),
            Self::AccountBilling => entry(self, Account),
            Self::ApiCredentials => entry(self, Integration).critical().with_approval(),
            Self::ApiWebhooks => entry(self, Integration),
            Self::SyncUse => entry(self, Integration).only_if(Precondition::Production),
        }
    }
}

/// Leaves out the permissions whose prerequisite is not held: edit without view is nothing (S53).
pub fn effective(held: PermissionSet) -> PermissionSet {
    let mut effective = held;
    // A prerequisite may itself fall away, so repeat until nothing changes; chains are two long.
    loop {
        let kept = effective
            .iter()
            .filter(|permission| {
                permission
                    .entry()
                    .prerequisite
                    .is_none_or(|needed| effective.contains(needed))
            })
            .collect::<PermissionSet>();
        if kept == effective {
            return kept;
        }
        effective = kept;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_what_serde_writes_and_read_back() {
        for permission in Permission::all() {
            assert_eq!(serde_json::to_value(permission).unwrap(), permission.code());
            assert_eq!(Permission::from_code(permission.code()), Some(permission));
        }
        assert_eq!(Permission::from_code("users"), None);
    }

    #[test]
    fn every_entry_describes_its_own_permission_and_chains_end() {
        for permission in Permission::all() {
            assert_eq!(permission.entry().permission, permission);
            let mut needed = permission.entry().prerequisite;
            for _ in 0..3 {
                needed = needed.and_then(|permission| permission.entry().prerequisite);
            }
            assert_eq!(
                needed, None,
                "{permission:?} has a prerequisite chain that does not end"
            );
        }
    }

    #[test]
    fn s052_s054_s055_s056_each_area_of_the_account_has_its_permissions() {
        let of = |area| {
            Permission::all()
                .filter(|permission| permission.entry().area == area)
                .map(Permission::code)
                .collect::<Vec<_>>()
        };
        assert!(of(Area::Administration).contains(&"users.manage"));
        assert_eq!(of(Area::Reporting), ["statistics.view", "reports.view"]);
        assert_eq!(
            of(Area::Account),
            [
                "account.settings",
                "account.plans",
                "account.discounts",
                "account.billing"
            ]
        );
        assert_eq!(
            of(Area::Integration),
            ["api.credentials", "api.webhooks", "sync.use"]
        );
    }

    #[test]
    fn s053_edit_without_view_has_no_effect() {
        let edit_only = PermissionSet::only(Permission::InvoicesEdit);
        assert_eq!(effective(edit_only), PermissionSet::empty());
        let both = Permission::InvoicesEdit | Permission::InvoicesView;
        assert_eq!(effective(both), both);
    }

    #[test]
    fn a_prerequisite_that_falls_takes_its_followers_along() {
        let chain = Permission::AdministratorsManage | Permission::UsersManage;
        assert_eq!(effective(chain), PermissionSet::empty());
    }
}
