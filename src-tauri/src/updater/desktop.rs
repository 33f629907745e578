//! The updater of the running app: made of this build and this machine, and told to its window.

use keyholder_client::Clock;
use keyholder_updates::{Feed, Offer};
use serde_json::json;
use tauri::{
    App, AppHandle, Manager as _, utils::config::BundleType, utils::platform::bundle_type,
};
use tauri_plugin_updater::UpdaterExt as _;
use tauri_specta::Event as _;
use tokio::sync::mpsc;

use super::{Fault, Installer, Patience, Put, Updater, UpdaterParts, origin, origin::Origin};
use crate::{downloads, events::UpdateChanged};

/// What is remembered, in the app's data folder.
const MEMORY: &str = "updates.json";

/// Makes the updater and starts looking; whether the app is to be started again because the version before
/// was put back.
pub(crate) fn start(app: &App) -> tauri::Result<bool> {
    let Some(installed) = origin::installed() else {
        return Err(tauri::Error::InvalidArgs(
            "updates",
            "version",
            serde::de::Error::custom("the version of this build makes no sense"),
        ));
    };
    let origin = Origin::of_this_machine();
    let put = origin
        .feed
        .as_ref()
        .ok()
        .and_then(|feed| put(app.handle(), feed));
    let (changes, mut told) = mpsc::unbounded_channel();
    let updater = Updater::new(UpdaterParts {
        clock: Clock::system(),
        installed,
        feed: origin.feed,
        authorities: origin.authorities,
        put,
        memory: app.path().app_data_dir()?.join(MEMORY),
        patience: Patience::default(),
        changes,
    });
    if updater.begin() {
        return Ok(true);
    }
    app.manage(updater.clone());
    tauri::async_runtime::spawn(updater.keep_looking());
    let handle = app.handle().clone();
    tauri::async_runtime::spawn(async move {
        while let Some(status) = told.recv().await {
            if let Err(error) = UpdateChanged(status).emit(&handle) {
                tracing::warn!(%error, "the window does not hear of updates");
            }
        }
    });
    Ok(false)
}

fn put(app: &AppHandle, feed: &Feed) -> Option<Put> {
    match bundle_type()? {
        BundleType::Deb => Some(Put::Deb(downloads::folder()?)),
        BundleType::Rpm => Some(Put::Rpm(downloads::folder()?)),
        BundleType::AppImage => origin::image().map(Put::Image),
        kind @ (BundleType::Msi | BundleType::Nsis | BundleType::App | BundleType::Dmg) => {
            Some(Put::Installer {
                install: installer(app.clone(), feed),
                app: origin::app_of(&kind),
            })
        }
    }
}

/// Tauri's updater, for its installation alone: it is given what was fetched and accepted, looks at the
/// signature once more, and asks nobody for anything.
fn installer(app: AppHandle, feed: &Feed) -> Installer {
    let (keys, url) = (feed.key_texts.clone(), feed.url.clone());
    let target = origin::installed().map(|installed| installed.target.to_string());
    let install = move |key: &str, offer: &Offer, bytes: &[u8]| {
        let announced = json!({
            "version": offer.version,
            "url": offer.artefact.url,
            "signature": offer.artefact.signature,
        });
        let mut builder = app
            .updater_builder()
            .pubkey(key)
            .endpoints(vec![url.clone()])?;
        if let Some(target) = &target {
            builder = builder.target(target);
        }
        match builder.build()?.restore_update(announced)? {
            // Of several keys one fits.
            Some(update) if update.verify(bytes).is_ok() => update.install(bytes).map(|()| true),
            _ => Ok::<_, tauri_plugin_updater::Error>(false),
        }
    };
    Box::new(move |offer, bytes| {
        for key in &keys {
            match install(key, offer, bytes) {
                Ok(true) => return Ok(()),
                Ok(false) => {}
                Err(error) => {
                    tracing::error!(%error, "the update cannot be installed");
                    return Err(Fault::NotInstalled);
                }
            }
        }
        Err(Fault::NotInstalled)
    })
}
