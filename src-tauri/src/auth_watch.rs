//! Being told of sign-in requests while somebody is signed in on a device that confirms them.
//!
//! One stream of events for a session, opened again whenever it ends. What there is to answer is read by the
//! page, or in its place by the core: once after every opening, and after every event. While no stream is open
//! they ask every few seconds, as they do where the service has none.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use keyholder_client::{Error, Reconnect, Session};
use keyholder_contract::problem::ErrorCode;
use tokio::{task::JoinHandle, time::Instant};

use crate::core::{Core, CoreEvent};

/// The stream of a session.
pub(crate) struct AuthWatch {
    session: Session,
    task: JoinHandle<()>,
    live: Arc<AtomicBool>,
}

impl Core {
    /// Follows the sign-in requests of whoever is signed in, unless it does already. Whether a stream is
    /// open now.
    pub(crate) async fn watch_auth_requests(&self) -> bool {
        let Some(session) = self.session().await else {
            return false;
        };
        let mut watch = self.auth_watch().lock().await;
        if let Some(watch) =
            watch.take_if(|watch| !watch.session.same_as(&session) || watch.task.is_finished())
        {
            watch.task.abort();
        }
        let watch = watch.get_or_insert_with(|| {
            let live = Arc::new(AtomicBool::new(false));
            let follow = self.clone().follow(session.clone(), Arc::clone(&live));
            AuthWatch {
                session,
                task: tokio::spawn(follow),
                live,
            }
        });
        watch.live.load(Ordering::Relaxed)
    }

    /// Whether a stream is open for whoever is signed in; nothing where no page had them told of sign-in requests.
    pub(crate) async fn is_told_of_auth_requests(&self) -> Option<bool> {
        let session = self.session().await?;
        let watch = self.auth_watch().lock().await;
        let watch = watch
            .as_ref()
            .filter(|watch| watch.session.same_as(&session))?;
        Some(watch.live.load(Ordering::Relaxed))
    }

    /// Follows no sign-in requests any more.
    pub async fn stop_listening(&self) {
        if let Some(watch) = self.auth_watch().lock().await.take() {
            watch.task.abort();
        }
    }

    fn auth_requests_changed(&self, live: bool) {
        self.auth_changes().send_replace(());
        self.tell(CoreEvent::AuthRequestsChanged { live });
    }

    /// Until the session is over, or this device confirms nothing any more.
    async fn follow(self, session: Session, live: Arc<AtomicBool>) {
        let mut again = Reconnect::default();
        loop {
            let began = Instant::now();
            let ended = self.listen(&session, &live).await;
            live.store(false, Ordering::Relaxed);
            self.auth_requests_changed(false);
            if !self
                .session()
                .await
                .is_some_and(|now| now.same_as(&session))
            {
                return;
            }
            if let Err(error) = &ended {
                if error.ends_session() {
                    return self.session_ended(&session, error).await;
                }
                // Nor does a service that has no such stream yet.
                if error.code() == Some(ErrorCode::NotFound) {
                    return;
                }
                tracing::debug!(%error, "no stream of events");
            }
            again.lasted(began.elapsed());
            tokio::time::sleep(again.wait(ended.as_ref().err())).await;
        }
    }

    async fn listen(&self, session: &Session, live: &AtomicBool) -> Result<(), Error> {
        let mut events = match session.watch_own_auth_requests().await {
            Ok(events) => events,
            Err(error) => {
                let outcome = Err(error);
                self.observe(&outcome).await;
                return outcome;
            }
        };
        self.observe(&Ok(())).await;
        while events.changed().await? {
            live.store(true, Ordering::Relaxed);
            self.auth_requests_changed(true);
        }
        Ok(())
    }
}
