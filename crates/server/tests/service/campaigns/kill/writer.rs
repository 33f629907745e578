//! One of the clients that write: the shipped client on a device of its own.

use std::sync::{Arc, Mutex};

use keyholder_client::{
    Client, Clock, DeviceKey, Error, ServiceAddress, Session, TokenSink, Tokens,
};
use keyholder_contract::{problem::ErrorCode, user::CreateUser};
use keyholder_domain::ids::{CustomerId, RoleId, UserId};
use secrecy::SecretString;
use zeroize::Zeroizing;

use super::journal::Journal;
use crate::support::{phone::step_up, requests::verified};

/// A signed-in device that adds people, switches them off and on again.
pub(super) struct Writer {
    number: usize,
    customer: CustomerId,
    role: RoleId,
    key: Zeroizing<[u8; 32]>,
    refresh: Arc<Mutex<SecretString>>,
    /// People added so far; the last of them perhaps without an answer.
    added: usize,
    unanswered: bool,
}

/// Nobody answers any more.
struct Gone;

impl Writer {
    pub(super) fn new(
        number: usize,
        customer: CustomerId,
        role: RoleId,
        key: &DeviceKey,
        refresh: SecretString,
    ) -> Self {
        Self {
            number,
            customer,
            role,
            key: key.to_bytes(),
            refresh: Arc::new(Mutex::new(refresh)),
            added: 0,
            unanswered: false,
        }
    }

    /// Writes until nobody answers any more.
    pub(super) async fn write(&mut self, origin: &str, journal: &Journal) {
        let session = self.session(origin);
        while let Ok(()) = self.add_somebody(&session, journal).await {}
    }

    /// Asks again for what was never answered.
    pub(super) async fn settle(&mut self, origin: &str, journal: &Journal) {
        let session = self.session(origin);
        if self.unanswered {
            let Ok(user) = self.create(&session, journal).await else {
                panic!("writer {} is not answered", self.number);
            };
            assert_eq!(user.1, 1);
        }
        for (user, confirmed) in journal.users() {
            if confirmed.customer == self.customer && confirmed.open {
                let read = session.read_user(self.customer, user).await.unwrap();
                assert!(read.version == confirmed.version || read.version == confirmed.version + 1);
                journal.confirm(self.customer, user, read.version);
            }
        }
    }

    /// The session of this device, as an app finds it when it is started.
    fn session(&self, origin: &str) -> Session {
        let address = ServiceAddress::parse(origin).unwrap();
        let key = DeviceKey::from_bytes(&self.key).unwrap();
        let client = Client::new(address, key, Clock::system()).unwrap();
        let kept = Arc::clone(&self.refresh);
        let sink = TokenSink::new(move |tokens: Tokens| {
            *kept.lock().unwrap() = tokens.refresh;
            std::future::ready(())
        });
        let refresh = self.refresh.lock().unwrap().clone();
        Session::resume(client, refresh, sink)
    }

    async fn add_somebody(&mut self, session: &Session, journal: &Journal) -> Result<(), Gone> {
        if !self.unanswered {
            self.added += 1;
        }
        let (user, version) = self.create(session, journal).await?;
        let off = session.deactivate_user(self.customer, user, version).await;
        let off = self.answered(off.map(|user| user.version), user, journal)?;
        let mut on = session.reactivate_user(self.customer, user, off).await;
        if is_stale(&on) {
            prove(session).await?;
            on = session.reactivate_user(self.customer, user, off).await;
        }
        self.answered(on.map(|user| user.version), user, journal)?;
        Ok(())
    }

    /// Adds the person whose turn it is. Sent again under the same key it adds nobody twice.
    async fn create(
        &mut self,
        session: &Session,
        journal: &Journal,
    ) -> Result<(UserId, u32), Gone> {
        let name = format!("w{}-{}", self.number, self.added);
        let request = CreateUser {
            invite: true,
            ..verified(&name, self.role)
        };
        self.unanswered = true;
        let create = || session.create_user(self.customer, &request, Some(&name));
        let mut answer = create().await;
        if is_stale(&answer) {
            prove(session).await?;
            answer = create().await;
        }
        match answer {
            Ok(user) => {
                self.unanswered = false;
                journal.confirm(self.customer, user.id, user.version);
                Ok((user.id, user.version))
            }
            Err(error) => Err(gone(&error)),
        }
    }

    fn answered(
        &self,
        answer: Result<u32, Error>,
        user: UserId,
        journal: &Journal,
    ) -> Result<u32, Gone> {
        match answer {
            Ok(version) => {
                journal.confirm(self.customer, user, version);
                Ok(version)
            }
            Err(error) => {
                journal.leave_open(user);
                Err(gone(&error))
            }
        }
    }
}

/// Whether a proof of identity has become too old on the way, as it does in a long run.
fn is_stale<T>(answer: &Result<T, Error>) -> bool {
    let code = answer.as_ref().err().and_then(Error::code);
    code == Some(ErrorCode::StepUpRequired)
}

async fn prove(session: &Session) -> Result<(), Gone> {
    let proven = session.step_up(&step_up(None)).await;
    proven.map(drop).map_err(|error| gone(&error))
}

/// The only refusal that a writer may meet is that there is nobody, or too much to do.
fn gone(error: &Error) -> Gone {
    let expected = error.is_connection() || error.code() == Some(ErrorCode::Unavailable);
    assert!(expected, "{error}");
    Gone
}
