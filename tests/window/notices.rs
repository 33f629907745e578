//! A service that shows notices, as far as a program can tell (`org.freedesktop.Notifications`): it keeps what it
//! was to show.

#![expect(
    clippy::unused_self,
    clippy::too_many_arguments,
    clippy::used_underscore_binding,
    reason = "the interface on the bus is written so"
)]

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

use zbus::{Connection, connection, interface, zvariant::OwnedValue};

use crate::desktop::Desktop;

const SERVICE: &str = "org.freedesktop.Notifications";

/// A title, and what stands below it.
type Notice = (String, String);

struct Shower(Arc<Mutex<Vec<Notice>>>);

#[interface(name = "org.freedesktop.Notifications")]
impl Shower {
    fn notify(
        &self,
        _app: String,
        _replaces: u32,
        _icon: String,
        summary: String,
        body: String,
        _actions: Vec<String>,
        _hints: HashMap<String, OwnedValue>,
        _expires: i32,
    ) -> u32 {
        let mut shown = self.0.lock().unwrap();
        shown.push((summary, body));
        u32::try_from(shown.len()).unwrap()
    }

    fn get_capabilities(&self) -> Vec<String> {
        vec!["body".to_owned()]
    }

    fn get_server_information(&self) -> (&str, &str, &str, &str) {
        ("played", "Keyholder", "1", "1.2")
    }
}

/// The service. It goes with the value.
pub(crate) struct Notices {
    shown: Arc<Mutex<Vec<Notice>>>,
    _bus: Connection,
}

impl Notices {
    pub(crate) async fn start(desktop: &Desktop) -> Self {
        let shown = Arc::default();
        let bus = connection::Builder::address(desktop.variable("DBUS_SESSION_BUS_ADDRESS"))
            .unwrap()
            .serve_at("/org/freedesktop/Notifications", Shower(Arc::clone(&shown)))
            .unwrap()
            .name(SERVICE)
            .unwrap()
            .build()
            .await
            .unwrap();
        Self { shown, _bus: bus }
    }

    /// What was to be shown so far.
    pub(crate) fn shown(&self) -> Vec<Notice> {
        self.shown.lock().unwrap().clone()
    }
}
