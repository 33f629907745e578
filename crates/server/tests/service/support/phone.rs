//! An authenticator app on somebody's phone, and people who have one.

use keyholder_client::{Client, Session, TokenSink};
use keyholder_contract::{
    second_factor::{AddAuthenticator, BeginAuthenticatorSetup, ShowSecondFactor, StepUp},
    session::{NextStep, SignIn, StartSignIn},
};
use keyholder_domain::{second_factor::FactorMethod, timestamp::Timestamp};
use totp_rs::Totp;

use super::{House, PASSWORD, Person};

/// What the app was told by the QR code.
pub(crate) struct Phone(Totp);

impl Phone {
    pub(crate) fn scan(uri: &str) -> Self {
        Self(Totp::from_url(uri).unwrap())
    }

    /// The code that it shows at a moment.
    pub(crate) fn code(&self, now: Timestamp) -> String {
        let seconds = u64::try_from(now.as_seconds()).unwrap();
        self.0.generate(seconds).to_string()
    }
}

/// Somebody with a phone: the session that set it up, and the recovery codes.
pub(crate) struct Enrolled {
    pub(crate) session: Session,
    pub(crate) phone: Phone,
    pub(crate) recovery_codes: Vec<String>,
}

impl House {
    /// Signs a person in, and sets an authenticator up.
    pub(crate) async fn enrol(&self, person: &Person) -> Enrolled {
        let session = self.sign_in(person).await;
        let setup = session
            .begin_authenticator_setup(&BeginAuthenticatorSetup::default())
            .await
            .unwrap();
        let phone = Phone::scan(&setup.uri);
        let added = session
            .add_authenticator(&AddAuthenticator {
                setup_id: setup.id,
                name: "Phone".to_owned(),
                code: phone.code(self.clock.now()),
                current_password: PASSWORD.to_owned(),
                built_in: false,
            })
            .await
            .unwrap();
        Enrolled {
            session,
            phone,
            recovery_codes: added.recovery_codes,
        }
    }

    /// Begins a session with password and code.
    pub(crate) async fn sign_in_with(&self, person: &Person, phone: &Phone) -> Session {
        let client = self.client();
        let waiting = begin(&client, person, PASSWORD).await;
        let code = by_app(&phone.code(self.clock.now()));
        let done = client.show_second_factor(waiting.id, &code).await.unwrap();
        let NextStep::Session { tokens } = done.next else {
            panic!("the code leads to a session");
        };
        Session::start(client, tokens, TokenSink::none()).await
    }
}

/// Takes the password step.
pub(crate) async fn begin(client: &Client, person: &Person, password: &str) -> SignIn {
    start(client, &person.name, password).await
}

/// As [`begin`], for a name.
pub(crate) async fn start(client: &Client, name: &str, password: &str) -> SignIn {
    let request = StartSignIn {
        sign_in_name: name.to_owned(),
        password: password.to_owned(),
        device_name: "Test".to_owned(),
    };
    client.start_sign_in(&request).await.unwrap()
}

/// A code of an app.
pub(crate) fn by_app(code: &str) -> ShowSecondFactor {
    ShowSecondFactor {
        method: FactorMethod::Authenticator,
        code: code.to_owned(),
    }
}

/// A recovery code.
pub(crate) fn by_recovery_code(code: &str) -> ShowSecondFactor {
    ShowSecondFactor {
        method: FactorMethod::RecoveryCode,
        code: code.to_owned(),
    }
}

/// Everything once more.
pub(crate) fn step_up(second_factor: Option<ShowSecondFactor>) -> StepUp {
    StepUp {
        password: PASSWORD.to_owned(),
        second_factor,
    }
}
