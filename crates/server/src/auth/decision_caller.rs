//! Who may ask for decisions.

use keyholder_domain::ids::{CustomerId, ServiceClientId};

use super::AtCustomer;

/// A person at the customer of the path, or one of that customer's service clients.
#[derive(Clone, Debug)]
pub enum DecisionCaller {
    /// A person; the action decides what they may ask.
    Person(AtCustomer),
    /// A service client of exactly this customer.
    Service {
        /// The customer of the path.
        customer_id: CustomerId,
        /// The client.
        client_id: ServiceClientId,
    },
}

impl DecisionCaller {
    /// The customer of the path.
    pub fn customer_id(&self) -> CustomerId {
        match self {
            Self::Person(person) => person.customer_id,
            Self::Service { customer_id, .. } => *customer_id,
        }
    }
}
