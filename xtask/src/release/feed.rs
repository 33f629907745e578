//! Makes a feed of the packages in a folder.

use std::{collections::BTreeMap, fs, path::Path};

use keyholder_client::Clock;
use keyholder_domain::timestamp::Timestamp;
use keyholder_updates::{Artefact, Channel, FileName, MAX_DOWNLOAD_BYTES, Manifest, PRODUCT};
use semver::Version;
use url::Url;

use super::{
    Feed,
    packages::{self, Package},
    published,
    signing_key::{self, SigningKey},
    source::Source,
};
use crate::{
    failure::{Done, Failure},
    say,
};

/// Names, signs and lists; then holds all of it against the list, before anybody publishes it.
pub(super) async fn make(feed: &Feed) -> Done {
    let version: Version = feed
        .version
        .parse()
        .map_err(Failure::doing("reading the version"))?;
    let channel = match feed.channel.as_str() {
        "stable" => Channel::Stable,
        "beta" => Channel::Beta,
        other => return Err(Failure::new(format!("there is no channel {other}"))),
    };
    let base: Url = feed
        .url
        .parse()
        .map_err(Failure::doing("reading the address"))?;
    if base.scheme() != "https" || !base.path().ends_with('/') {
        return Err(Failure::new(
            "the address begins with https:// and ends with a slash",
        ));
    }
    let key = SigningKey::read(&feed.key)?;
    let keys = signing_key::public(&feed.public)?;
    let notes = feed.notes.as_ref().map(fs::read_to_string).transpose();
    let notes = notes.map_err(Failure::doing("reading the notes"))?;
    let now = Clock::system().now();
    // To the second, as signatures say it: a manifest is not older than what it lists.
    let now = Timestamp::from_micros(now.as_seconds() * 1_000_000);
    empty(&feed.out)?;

    let mut platforms = BTreeMap::new();
    for (name, package) in found(&feed.packages, &version)? {
        let path = feed.packages.join(&name);
        let reading = Failure::doing(&format!("reading {name}"));
        let bytes = fs::read(&path).map_err(reading)?;
        if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MAX_DOWNLOAD_BYTES {
            return Err(Failure::new(format!("{name} is larger than the app takes")));
        }
        for target in package.targets {
            let file = FileName {
                version: version.clone(),
                channel,
                target: target.clone(),
                ending: package.ending.to_owned(),
            }
            .to_string();
            let seconds = now.as_seconds();
            let comment = format!("timestamp:{seconds}\tfile:{file}\tversion:{version}");
            let signature = key.sign(&bytes, &comment)?;
            put(&feed.out, &file, &bytes)?;
            put(&feed.out, &format!("{file}.sig"), signature.as_bytes())?;
            let url = base.join(&file).map_err(Failure::doing("naming a file"))?;
            let twice = platforms.insert(target.clone(), Artefact { url, signature });
            if twice.is_some() {
                return Err(Failure::new(format!("there are two packages for {target}")));
            }
        }
    }
    let manifest = Manifest {
        product: PRODUCT.to_owned(),
        channel,
        version,
        pub_date: now,
        notes: notes.unwrap_or_default(),
        rollout: feed.rollout,
        platforms,
    };
    let text = serde_json::to_vec_pretty(&manifest).map_err(Failure::doing("the manifest"))?;
    let places = published::places_of(&base)?;
    let folder = Source::Folder(feed.out.clone());
    published::check_files(&text, &places, &keys, &folder).await?;
    let name = format!("{}.json", channel.code());
    put(&feed.out, &name, &text)?;
    say::note(&format!("publish the files first, then {name}"));
    Ok(())
}

/// The packages of a folder, by name. One of another version is a mistake.
fn found(folder: &Path, version: &Version) -> Done<BTreeMap<String, Package>> {
    let reading = || Failure::doing(&format!("reading {}", folder.display()));
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).map_err(reading())? {
        let name = entry.map_err(reading())?.file_name();
        let Some(name) = name.to_str() else { continue };
        let Some(package) = packages::read(name) else {
            continue;
        };
        // The archive of a Mac app has no version in its name.
        if package.ending != "app.tar.gz" && !name.contains(&version.to_string()) {
            return Err(Failure::new(format!("{name} is not of version {version}")));
        }
        found.insert(name.to_owned(), package);
    }
    if found.is_empty() {
        return Err(Failure::new(format!(
            "{} holds no package",
            folder.display()
        )));
    }
    Ok(found)
}

fn empty(folder: &Path) -> Done {
    let making = || Failure::doing(&format!("making {}", folder.display()));
    fs::create_dir_all(folder).map_err(making())?;
    if fs::read_dir(folder).map_err(making())?.next().is_some() {
        return Err(Failure::new(format!("{} is not empty", folder.display())));
    }
    Ok(())
}

fn put(folder: &Path, name: &str, bytes: &[u8]) -> Done {
    fs::write(folder.join(name), bytes).map_err(Failure::doing(&format!("writing {name}")))
}
