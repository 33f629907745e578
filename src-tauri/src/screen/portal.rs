//! The screen as the desktop shows it (xdg-desktop-portal, `org.freedesktop.portal.Screenshot`). The desktop
//! may ask its owner first, and hands over a file, which is deleted as soon as it was read.

use std::{collections::HashMap, path::PathBuf, time::Duration};

use futures_util::StreamExt as _;
use keyholder_authenticator::qr::MAX_FILE_BYTES;
use rand::{TryRng as _, rngs::SysRng};
use url::Url;
use zbus::{
    Connection, Proxy,
    zvariant::{OwnedObjectPath, OwnedValue, Value},
};

use super::{Captured, ScreenProblem};
use crate::file_picker;

const DESKTOP: &str = "org.freedesktop.portal.Desktop";
const PATH: &str = "/org/freedesktop/portal/desktop";
/// How long somebody may take to answer the desktop.
const PATIENCE: Duration = Duration::from_mins(2);

/// What a desktop answers (`org.freedesktop.portal.Request::Response`).
const DONE: u32 = 0;
const DECLINED: u32 = 1;

pub(super) async fn capture(bus: &Connection) -> Result<Captured, ScreenProblem> {
    let Some(path) = ask(bus).await? else {
        return Ok(Captured::Declined);
    };
    let read = tokio::task::spawn_blocking(move || {
        let read = file_picker::read(&path, MAX_FILE_BYTES);
        // Whether it could be read or not: it shows everything that was on the screen.
        if let Err(error) = std::fs::remove_file(&path) {
            tracing::warn!(%error, "the picture of the screen is not deleted");
        }
        read
    });
    match read.await {
        Ok(Ok(bytes)) => Ok(Captured::File(bytes)),
        Ok(Err(error)) => Err(failed(error)),
        Err(_) => Err(ScreenProblem::Failed),
    }
}

/// Where the picture lies; nothing where the owner of the screen did not want it.
async fn ask(bus: &Connection) -> Result<Option<PathBuf>, ScreenProblem> {
    let mut drawn = [0; 16];
    SysRng.try_fill_bytes(&mut drawn).map_err(failed)?;
    let token = format!("keyholder{:032x}", u128::from_le_bytes(drawn));
    // Listened to before it is asked: the answer may come before the reply does.
    let caller = bus.unique_name().ok_or(ScreenProblem::Failed)?;
    let caller = caller.trim_start_matches(':').replace('.', "_");
    let request = format!("{PATH}/request/{caller}/{token}");
    let request = Proxy::new(bus, DESKTOP, request, "org.freedesktop.portal.Request");
    let request = request.await.map_err(failed)?;
    let mut answers = request.receive_signal("Response").await.map_err(failed)?;
    let portal = Proxy::new(bus, DESKTOP, PATH, "org.freedesktop.portal.Screenshot");
    let portal = portal.await.map_err(failed)?;
    let options = HashMap::from([
        ("handle_token", Value::from(token)),
        ("interactive", Value::from(false)),
    ]);
    let above = "";
    let asked: zbus::Result<OwnedObjectPath> = portal.call("Screenshot", &(above, options)).await;
    asked.map_err(|error| {
        tracing::info!(%error, "the desktop shows no screen");
        ScreenProblem::NotHere
    })?;
    let answer = tokio::time::timeout(PATIENCE, answers.next()).await;
    let answer = answer.map_err(failed)?.ok_or(ScreenProblem::Failed)?;
    let body = answer.body();
    let (code, facts): (u32, HashMap<String, OwnedValue>) = body.deserialize().map_err(failed)?;
    match code {
        DONE => {
            let address = facts.get("uri").ok_or(ScreenProblem::Failed)?;
            let address: &str = address.downcast_ref().map_err(failed)?;
            let address = Url::parse(address).map_err(failed)?;
            let path = address.to_file_path();
            path.map(Some).map_err(|()| ScreenProblem::Failed)
        }
        DECLINED => Ok(None),
        _ => Err(ScreenProblem::Failed),
    }
}

fn failed(error: impl std::fmt::Display) -> ScreenProblem {
    tracing::warn!(%error, "the desktop does not show its screen");
    ScreenProblem::Failed
}
