//! People who confirm sign-ins on a device of theirs.

use keyholder_client::{Client, Session};
use keyholder_contract::{
    auth_request::{OpenAuthRequest, RaisedAuthRequest},
    second_factor::ShowSecondFactor,
    session::{NextStep, SignIn},
};
use keyholder_domain::{
    ids::{AuthRequestId, SignInId},
    second_factor::FactorMethod,
};

use super::{
    House, PASSWORD, Person,
    phone::{Enrolled, begin},
};

/// A sign-in that waits, on a device of its own.
pub(crate) struct Elsewhere {
    pub(crate) client: Client,
    pub(crate) sign_in: SignInId,
    pub(crate) methods: Vec<FactorMethod>,
}

impl House {
    /// Somebody with an authenticator, whose device confirms.
    pub(crate) async fn confirming(&self, person: &Person) -> Enrolled {
        let enrolled = self.enrol(person).await;
        enrolled.session.enrol_confirming_device().await.unwrap();
        enrolled
    }

    /// The password step on another device.
    pub(crate) async fn elsewhere(&self, person: &Person) -> Elsewhere {
        Elsewhere::on(self.client(), person).await
    }
}

impl Elsewhere {
    pub(crate) async fn on(client: Client, person: &Person) -> Self {
        let waiting = begin(&client, person, PASSWORD).await;
        let NextStep::SecondFactor { methods, .. } = waiting.next else {
            panic!("the second factor is asked for");
        };
        Self {
            client,
            sign_in: waiting.id,
            methods,
        }
    }

    pub(crate) async fn raise(&self) -> RaisedAuthRequest {
        self.client.raise_auth_request(self.sign_in).await.unwrap()
    }

    pub(crate) async fn state(&self, id: AuthRequestId) -> &'static str {
        let status = self.client.read_raised_auth_request(self.sign_in, id).await;
        status.unwrap().state.code()
    }

    /// Goes on with a request that was approved.
    pub(crate) async fn go_on(&self, id: AuthRequestId) -> keyholder_client::Result<SignIn> {
        let confirmed = by_device(id);
        self.client
            .show_second_factor(self.sign_in, &confirmed)
            .await
    }
}

pub(crate) fn by_device(id: AuthRequestId) -> ShowSecondFactor {
    ShowSecondFactor {
        method: FactorMethod::Device,
        code: id.to_string(),
    }
}

/// What a device is asked.
pub(crate) async fn asked(session: &Session) -> Option<OpenAuthRequest> {
    session.read_own_auth_request().await.unwrap().request
}

/// Another number than this one.
pub(crate) fn other_than(number: &str) -> String {
    let digits: u32 = number.parse().unwrap();
    format!("{:06}", (digits + 1) % 1_000_000)
}
