//! A panel that shows icons of programs, as far as a program can tell: it takes the icon, reads the menu,
//! and chooses from it (`StatusNotifierItem`, and its menus over D-Bus).

#![expect(
    clippy::unused_self,
    clippy::needless_pass_by_value,
    reason = "the interfaces on the bus are written so"
)]

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

use zbus::{
    Connection, Proxy, connection, interface,
    message::Header,
    zvariant::{OwnedObjectPath, OwnedValue, Value},
};

use crate::desktop::{Desktop, running::eventually};

const WATCHER: &str = "org.kde.StatusNotifierWatcher";
const MENU: &str = "com.canonical.dbusmenu";

/// What a panel calls the layout of a menu: an item, what is true of it, and what lies below.
type Layout = (u32, (i32, HashMap<String, OwnedValue>, Vec<OwnedValue>));

/// An icon: who has it, and where it is described.
type Icon = (String, String);

struct Watcher(Arc<Mutex<Option<Icon>>>);

#[interface(name = "org.kde.StatusNotifierWatcher")]
impl Watcher {
    fn register_status_notifier_item(&self, item: &str, #[zbus(header)] header: Header<'_>) {
        let owner = header.sender().unwrap().to_string();
        *self.0.lock().unwrap() = Some((owner, item.to_owned()));
    }

    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> bool {
        true
    }

    #[zbus(property)]
    fn registered_status_notifier_items(&self) -> Vec<String> {
        Vec::new()
    }

    #[zbus(property)]
    fn protocol_version(&self) -> i32 {
        0
    }
}

/// The panel. It goes with the value.
pub(crate) struct Panel {
    bus: Connection,
    icon: Arc<Mutex<Option<Icon>>>,
}

impl Panel {
    pub(crate) async fn start(desktop: &Desktop) -> Self {
        let icon = Arc::new(Mutex::new(None));
        let bus = connection::Builder::address(desktop.variable("DBUS_SESSION_BUS_ADDRESS"))
            .unwrap()
            .serve_at("/StatusNotifierWatcher", Watcher(Arc::clone(&icon)))
            .unwrap()
            .name(WATCHER)
            .unwrap()
            .build()
            .await
            .unwrap();
        Self { bus, icon }
    }

    /// Waits until the menu reads like this, without the lines between groups.
    pub(crate) async fn offers(&self, lines: &[&str]) {
        let last = Mutex::new(Vec::new());
        let reads = eventually("the menu reads as it should", async || {
            let read = self.lines().await.unwrap_or_default();
            let texts: Vec<_> = read.into_iter().map(|(_, text)| text).collect();
            let fits = texts == lines;
            *last.lock().unwrap() = texts;
            fits
        });
        let patience = std::time::Duration::from_secs(30);
        let read = tokio::time::timeout(patience, reads).await;
        assert!(read.is_ok(), "{:?} and not {lines:?}", last.lock().unwrap());
    }

    /// Chooses a line.
    pub(crate) async fn choose(&self, line: &str) {
        let lines = self.lines().await.unwrap();
        let (id, _) = lines.into_iter().find(|(_, text)| text == line).unwrap();
        let menu = self.menu().await.unwrap();
        let event = (id, "clicked", Value::from(0_i32), 0_u32);
        menu.call_method("Event", &event).await.unwrap();
    }

    async fn menu(&self) -> Option<Proxy<'static>> {
        let (owner, path) = self.icon.lock().unwrap().clone()?;
        let icon = "org.kde.StatusNotifierItem";
        let icon = Proxy::new(&self.bus, owner.clone(), path, icon)
            .await
            .ok()?;
        let menu: OwnedObjectPath = icon.get_property("Menu").await.ok()?;
        Proxy::new(&self.bus, owner, menu, MENU).await.ok()
    }

    async fn lines(&self) -> Option<Vec<(i32, String)>> {
        let all = (0_i32, -1_i32, Vec::<&str>::new());
        let menu = self.menu().await?;
        let (_, (_, _, below)): Layout = menu.call("GetLayout", &all).await.ok()?;
        let lines = below.iter().filter_map(|item| {
            let Value::Structure(item) = &**item else {
                return None;
            };
            let [Value::I32(id), Value::Dict(facts), ..] = item.fields() else {
                return None;
            };
            let label = facts
                .iter()
                .find(|(key, _)| text(key).as_deref() == Some("label"));
            Some((*id, text(label?.1)?))
        });
        Some(lines.collect())
    }
}

fn text(value: &Value<'_>) -> Option<String> {
    match value {
        Value::Value(inner) => text(inner),
        Value::Str(text) => Some(text.to_string()),
        _ => None,
    }
}
