//! Whether a panel of this desktop shows icons of programs: the one that keeps the list of them is on the
//! session's bus, and a panel has said that it shows it (`StatusNotifierItem`).

use futures_util::{StreamExt as _, stream};
use zbus::{Connection, MatchRule, MessageStream, message::Type, zvariant::OwnedValue};

const WATCHER: &str = "org.kde.StatusNotifierWatcher";
const PATH: &str = "/StatusNotifierWatcher";

/// Tells whether there is such a panel, now and whenever that changes.
pub(super) async fn watch(tell: impl Fn(bool)) {
    if let Err(error) = follow(&tell).await {
        tracing::info!(%error, "nobody tells whether there is a tray");
    }
    // Without a bus nobody is told of an icon.
    tell(false);
}

async fn follow(tell: &impl Fn(bool)) -> zbus::Result<()> {
    let bus = Connection::session().await?;
    let signal = || MatchRule::builder().msg_type(Type::Signal);
    let comes_and_goes = signal()
        .sender("org.freedesktop.DBus")?
        .interface("org.freedesktop.DBus")?
        .member("NameOwnerChanged")?
        .arg(0, WATCHER)?
        .build();
    let panels = signal().interface(WATCHER)?.build();
    let mut told = stream::select_all([
        MessageStream::for_match_rule(comes_and_goes, &bus, None).await?,
        MessageStream::for_match_rule(panels, &bus, None).await?,
    ]);
    loop {
        tell(is_there(&bus).await);
        if told.next().await.is_none() {
            return Ok(());
        }
    }
}

async fn is_there(bus: &Connection) -> bool {
    // Whether there is one at all is asked first: a call to the name itself could start a program.
    let whom = "org.freedesktop.DBus";
    let owned = bus
        .call_method(
            Some(whom),
            "/org/freedesktop/DBus",
            Some(whom),
            "NameHasOwner",
            &WATCHER,
        )
        .await;
    owned.is_ok_and(|owned| owned.body().deserialize().unwrap_or(false))
        && has_panel(bus).await.unwrap_or(false)
}

async fn has_panel(bus: &Connection) -> zbus::Result<bool> {
    let properties = Some("org.freedesktop.DBus.Properties");
    let which = (WATCHER, "IsStatusNotifierHostRegistered");
    let answer = bus
        .call_method(Some(WATCHER), PATH, properties, "Get", &which)
        .await?;
    let value: OwnedValue = answer.body().deserialize()?;
    Ok(bool::try_from(value)?)
}
