//! Holds the files of a feed against its manifest, by the rules that the app will apply.

use std::fs;

use keyholder_domain::timestamp::Timestamp;
use keyholder_updates::{FeedMemory, Installed, Keys, Manifest, Places, accept, offer};
use semver::Version;
use url::Url;

use super::{Check, signing_key, source::Source};
use crate::{
    failure::{Done, Failure},
    say,
};

/// Checks what a web server gives out.
pub(super) async fn check_web(check: &Check) -> Done {
    let feed: Url = check
        .feed
        .parse()
        .map_err(Failure::doing("reading the address of the feed"))?;
    let keys = signing_key::public(&check.public)?;
    let authorities = check.ca.as_ref().map(fs::read).transpose();
    let authorities = authorities.map_err(Failure::doing("reading the certificate authorities"))?;
    let places = places_of(&feed)?;
    let source = Source::web(places.clone(), authorities.as_deref())?;
    places
        .demand(&feed)
        .map_err(Failure::doing(feed.as_str()))?;
    let manifest = source.fetch(&feed).await?;
    check_files(&manifest, &places, &keys, &source).await
}

/// The host of an address, with its port.
pub(super) fn places_of(url: &Url) -> Done<Places> {
    let host = url
        .host_str()
        .ok_or_else(|| Failure::new(format!("{url} names no host")))?;
    let place = url
        .port()
        .map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
    Ok(Places::new([place]))
}

/// Fetches the file of every target and accepts it as the app of that target would.
pub(super) async fn check_files(
    manifest: &[u8],
    places: &Places,
    keys: &Keys,
    source: &Source,
) -> Done {
    let mut manifest =
        Manifest::read(manifest).map_err(Failure::doing("the manifest of the feed"))?;
    if manifest.platforms.is_empty() {
        return Err(Failure::new("the manifest names no file"));
    }
    say::step(&format!("{} {}", manifest.product, manifest.version));
    // Whoever checks is in no rollout.
    manifest.rollout = 100;
    let memory = FeedMemory::new(Timestamp::from_micros(0));
    for target in manifest.platforms.keys() {
        let refused =
            |refusal: &dyn std::fmt::Display| Failure::new(format!("{target}: {refusal}"));
        let installed = Installed {
            version: Version::new(0, 0, 0),
            channel: manifest.channel,
            target: target.clone(),
        };
        let offered = offer(&installed, &memory, places, &manifest, 0);
        let offered = offered
            .map_err(|refusal| refused(&refusal))?
            .ok_or_else(|| refused(&"it is not offered"))?;
        let bytes = source.fetch(&offered.artefact.url).await?;
        accept(&installed, &memory, keys, &offered, &bytes).map_err(|refusal| refused(&refusal))?;
        say::note(&format!("{target}: {} bytes, as signed", bytes.len()));
    }
    Ok(())
}
