//! What the database is asked, and by which task.

use std::{
    fmt,
    sync::{Arc, Mutex},
};

use keyholder_store::STATEMENTS;
use tokio::task;
use tracing::{
    Event, Subscriber,
    field::{Field, Visit},
    subscriber::DefaultGuard,
};
use tracing_subscriber::{
    Layer,
    layer::{Context, SubscriberExt as _},
};

/// What the database is asked from now on, and by which task.
#[derive(Clone, Default)]
pub(crate) struct Heard(Arc<Mutex<Vec<Asked>>>);

/// A statement, and the task that it came from.
type Asked = (Option<task::Id>, String);

impl Heard {
    /// Listens to this thread, on which everything runs, as long as the guard lives.
    pub(crate) fn listen() -> (Self, DefaultGuard) {
        let heard = Self::default();
        let subscriber = tracing_subscriber::registry().with(heard.clone());
        (heard, tracing::subscriber::set_default(subscriber))
    }

    /// Forgets what was heard.
    pub(crate) fn forget(&self) {
        self.0.lock().unwrap().clear();
    }

    /// What the request that spent a proof has asked since the last time.
    pub(crate) fn of_the_request(&self) -> Vec<String> {
        let all = std::mem::take(&mut *self.0.lock().unwrap());
        let spends_a_proof = |sql: &str| sql.contains("INSERT INTO proof_ids");
        let (asker, _) = all.iter().find(|(_, sql)| spends_a_proof(sql)).unwrap();
        let its = all.iter().filter(|(task, _)| task == asker);
        its.map(|(_, sql)| sql.clone()).collect()
    }
}

impl<S: Subscriber> Layer<S> for Heard {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        struct Text(String);
        impl Visit for Text {
            fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
                if field.name() == "sql" {
                    self.0 = format!("{value:?}");
                }
            }

            fn record_str(&mut self, field: &Field, value: &str) {
                if field.name() == "sql" {
                    value.clone_into(&mut self.0);
                }
            }
        }
        if event.metadata().target() == STATEMENTS {
            let mut text = Text(String::new());
            event.record(&mut text);
            self.0.lock().unwrap().push((task::try_id(), text.0));
        }
    }
}
