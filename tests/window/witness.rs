//! What the service says, asked through the shipped client and past the window.

use keyholder_client::{Client, Clock, DeviceKey, ServiceAddress, Session, TokenSink};
use keyholder_contract::{
    role::{Role, RoleQuery},
    session::{NextStep, StartSignIn},
    user::User,
    user_list::UserQuery,
};
use keyholder_domain::{ids::CustomerId, user_status::UserStatusKind};

use crate::scene::PASSWORD;

/// Somebody who is signed in on another device, and looks.
pub(crate) struct Witness {
    pub(crate) session: Session,
    /// The first of their customers.
    pub(crate) customer: Option<CustomerId>,
}

impl Witness {
    pub(crate) async fn sign_in(origin: &str, address: &str) -> Self {
        let service = ServiceAddress::parse(origin).unwrap();
        let client = Client::new(service, DeviceKey::generate().unwrap(), Clock::system()).unwrap();
        let sign_in = StartSignIn {
            sign_in_name: address.to_owned(),
            password: PASSWORD.to_owned(),
            device_name: "Witness".to_owned(),
        };
        let NextStep::Session { tokens } = client.start_sign_in(&sign_in).await.unwrap().next
        else {
            panic!("{address} is not let in at once")
        };
        let session = Session::start(client, tokens, TokenSink::none()).await;
        let memberships = session.read_me().await.unwrap().memberships;
        Self {
            session,
            customer: memberships.first().map(|first| first.customer.id),
        }
    }

    pub(crate) fn customer(&self) -> CustomerId {
        self.customer.expect("the witness has a customer")
    }

    /// The one user, in or out of the bin, whom a search by the family name finds.
    pub(crate) async fn user(&self, name: &str) -> User {
        let query = UserQuery {
            search: Some(name.to_owned()),
            status: UserStatusKind::ALL.to_vec(),
            ..UserQuery::default()
        };
        let found = self.session.list_users(self.customer(), &query).await;
        let rows = found.unwrap().items;
        let [row] = rows.as_slice() else {
            panic!("{name} is there {} times", rows.len())
        };
        let user = self.session.read_user(self.customer(), row.id).await;
        user.unwrap()
    }

    pub(crate) async fn status(&self, name: &str) -> UserStatusKind {
        self.user(name).await.status.kind
    }

    /// The own role with this name.
    pub(crate) async fn own_role(&self, name: &str) -> Option<Role> {
        let query = RoleQuery::default();
        let roles = self.session.list_roles(self.customer(), &query).await;
        let roles = roles.unwrap().items;
        roles
            .into_iter()
            .find(|role| role.name.as_deref() == Some(name))
    }
}
