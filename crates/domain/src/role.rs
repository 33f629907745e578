//! Roles: named sets of permissions, built in or made by the customer (readings C5 and C21).

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::permission::{Permission, PermissionSet};

/// A role that every customer has and nobody can edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum BuiltInRole {
    /// Everything at the customer.
    MerchantAdministrator,
    /// Users of the own locations only (lift L8).
    LocationAdministrator,
    /// Money in, money out, and the figures.
    Finance,
    /// Payments entered by hand at the till or on the phone.
    Cashier,
    /// Looks, and changes nothing.
    Support,
    /// API credentials and webhooks.
    Developer,
    /// Looks at everything, activity included.
    Auditor,
}

impl BuiltInRole {
    /// Every built-in role, most powerful first.
    pub const ALL: [Self; 7] = [
        Self::MerchantAdministrator,
        Self::LocationAdministrator,
        Self::Finance,
        Self::Cashier,
        Self::Support,
        Self::Developer,
        Self::Auditor,
    ];

    /// The code on the wire and in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::MerchantAdministrator => "merchant_administrator",
            Self::LocationAdministrator => "location_administrator",
            Self::Finance => "finance",
            Self::Cashier => "cashier",
            Self::Support => "support",
            Self::Developer => "developer",
            Self::Auditor => "auditor",
        }
    }

    /// The role of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }

    /// What the role allows.
    pub fn permissions(self) -> PermissionSet {
        use Permission as P;
        match self {
            Self::MerchantAdministrator => PermissionSet::all(),
            Self::LocationAdministrator => {
                P::UsersView
                    | P::UsersManage
                    | P::LocationsView
                    | P::TransactionsView
                    | P::TransactionsMoto
                    | P::TransactionsEdit
                    | P::StatisticsView
            }
            Self::Finance => {
                P::LocationsView
                    | P::BuyersView
                    | P::SubscriptionsView
                    | P::InvoicesView
                    | P::InvoicesEdit
                    | P::TransactionsView
                    | P::TransactionsEdit
                    | P::TransactionsCredit
                    | P::PayoutsView
                    | P::BatchSubmit
                    | P::StatisticsView
                    | P::ReportsView
                    | P::AccountBilling
            }
            Self::Cashier => P::LocationsView | P::TransactionsView | P::TransactionsMoto,
            Self::Support => {
                P::UsersView
                    | P::LocationsView
                    | P::BuyersView
                    | P::SubscriptionsView
                    | P::InvoicesView
                    | P::TransactionsView
            }
            Self::Developer => P::ApiCredentials | P::ApiWebhooks | P::TransactionsView,
            Self::Auditor => {
                P::UsersView
                    | P::LocationsView
                    | P::ActivityView
                    | P::BuyersView
                    | P::SubscriptionsView
                    | P::InvoicesView
                    | P::TransactionsView
                    | P::StatisticsView
                    | P::ReportsView
            }
        }
    }
}

impl fmt::Display for BuiltInRole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::permission;

    #[test]
    fn codes_are_what_serde_writes_and_read_back() {
        for role in BuiltInRole::ALL {
            assert_eq!(serde_json::to_value(role).unwrap(), role.code());
            assert_eq!(BuiltInRole::from_code(role.code()), Some(role));
        }
    }

    #[test]
    fn no_built_in_role_holds_a_permission_without_its_prerequisite() {
        for role in BuiltInRole::ALL {
            assert_eq!(
                permission::effective(role.permissions()),
                role.permissions(),
                "{role}"
            );
        }
    }

    #[test]
    fn only_the_merchant_administrator_acts_on_administrators() {
        for role in BuiltInRole::ALL {
            assert_eq!(
                role.permissions()
                    .contains(Permission::AdministratorsManage),
                role == BuiltInRole::MerchantAdministrator
            );
        }
    }
}
