//! Taking up the session while the web view is still coming up, so that its first question is answered
//! at once.

use keyholder_contract::session::Me;
use tokio::sync::Mutex;

use crate::{core::Core, ipc_error::IpcResult};

/// What was found before the web view asked.
#[derive(Default)]
pub(crate) struct Ahead(Mutex<State>);

#[derive(Default)]
enum State {
    #[default]
    NotBegun,
    Found(IpcResult<Option<Me>>),
    /// Whoever asks from now on wants to know how things stand then.
    Asked,
}

impl Core {
    /// Takes up the session of the last time for the web view's first question, unless that has come
    /// already.
    pub async fn begin(&self) {
        let mut state = self.ahead().0.lock().await;
        if matches!(*state, State::NotBegun) {
            *state = State::Found(self.take_up().await);
        }
    }

    /// Who is signed in: as found before the first question, and as it is now for every later one.
    pub(crate) async fn start(&self) -> IpcResult<Option<Me>> {
        let mut state = self.ahead().0.lock().await;
        match std::mem::replace(&mut *state, State::Asked) {
            // The service came back while the page was still loading.
            State::Found(Err(error)) if error.is_connection() && self.is_online() => {
                self.take_up().await
            }
            State::Found(found) => found,
            State::NotBegun | State::Asked => self.take_up().await,
        }
    }

    async fn take_up(&self) -> IpcResult<Option<Me>> {
        self.keychain().probe().await;
        self.restore().await
    }
}
