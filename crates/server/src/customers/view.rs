//! A customer as people see it.

use keyholder_contract::customer::Customer;
use keyholder_store::customers;

/// The customer on the wire.
pub(crate) fn view(customer: customers::Customer) -> Customer {
    Customer {
        id: customer.id,
        number: customer.number,
        name: customer.name,
        settings_version: customer.settings_version,
        alias: customer.alias,
        mode: customer.mode,
        acquirer_agreement: customer.acquirer_agreement,
    }
}
