//! Releases as the release tool makes them, and what somebody may put in their place.

use std::io::Cursor;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use keyholder_domain::timestamp::Timestamp;
use keyholder_updates::{
    Artefact, Channel, FeedMemory, Installed, Keys, Manifest, Offer, PRODUCT, Places, Refusal,
    accept, offer,
};

/// The file of a release.
pub(crate) const BYTES: &[u8] = b"the new app, byte for byte";
/// When it was signed, in seconds since 1970.
pub(crate) const NOW: i64 = 1_790_000_000;

/// A key pair of minisign.
#[derive(Clone)]
pub(crate) struct Key {
    secret: Vec<u8>,
    public: String,
}

impl Key {
    pub(crate) fn new() -> Self {
        let pair = minisign::KeyPair::generate_unencrypted_keypair().unwrap();
        Self {
            secret: pair.sk.to_bytes(),
            public: pair.pk.to_box().unwrap().to_string(),
        }
    }

    /// What the manifest holds: the signature file in base64.
    fn sign(&self, bytes: &[u8], comment: &str) -> String {
        let secret = minisign::SecretKey::from_bytes(&self.secret).unwrap();
        let signed = minisign::sign(None, &secret, Cursor::new(bytes), Some(comment), None);
        STANDARD.encode(signed.unwrap().to_string())
    }
}

pub(crate) fn keys_of(keys: &[&Key]) -> Keys {
    let texts: Vec<_> = keys.iter().map(|key| key.public.as_str()).collect();
    Keys::read(&texts).unwrap()
}

pub(crate) fn moment(seconds: i64) -> Timestamp {
    Timestamp::from_micros(seconds * 1_000_000)
}

pub(crate) fn installed() -> Installed {
    Installed {
        version: "1.0.0".parse().unwrap(),
        channel: Channel::Stable,
        target: "linux-x86_64-deb".parse().unwrap(),
    }
}

pub(crate) fn places() -> Places {
    Places::new(["updates.keyholder.example".to_owned()])
}

/// The name of the file of a version, for [`installed`].
pub(crate) fn file(version: &str) -> String {
    format!("keyholder_{version}_stable_linux-x86_64-deb.deb")
}

/// What is signed beside the bytes.
pub(crate) fn comment(file: &str, version: Option<&str>, at: i64) -> String {
    let version = version.map_or_else(String::new, |version| format!("\tversion:{version}"));
    format!("timestamp:{at}\tfile:{file}{version}")
}

pub(crate) fn manifest(version: &str) -> Manifest {
    let mut attempt = Attempt::honest();
    attempt.release(version);
    attempt.manifest()
}

/// A release on its way to an installation of version 1.0.0.
pub(crate) struct Attempt {
    pub(crate) product: String,
    pub(crate) channel: Channel,
    /// As announced.
    pub(crate) version: String,
    pub(crate) pub_date: Timestamp,
    pub(crate) url: String,
    pub(crate) signer: Key,
    pub(crate) comment: String,
    pub(crate) signed_bytes: Vec<u8>,
    /// In place of the real one.
    pub(crate) signature: Option<String>,
    /// Put into the real signature in place of what was signed.
    pub(crate) forged_comment: Option<String>,
    pub(crate) fetched: Vec<u8>,
    /// The keys of the build, where they are not that of the signer of an honest release.
    pub(crate) trusted: Option<Keys>,
    pub(crate) memory: FeedMemory,
    own: Key,
}

impl Attempt {
    /// Version 1.1.0, as it should be.
    pub(crate) fn honest() -> Self {
        let key = Key::new();
        Self {
            product: PRODUCT.to_owned(),
            channel: Channel::Stable,
            version: "1.1.0".to_owned(),
            pub_date: moment(NOW),
            url: format!("https://updates.keyholder.example/{}", file("1.1.0")),
            signer: key.clone(),
            comment: comment(&file("1.1.0"), Some("1.1.0"), NOW),
            signed_bytes: BYTES.to_vec(),
            signature: None,
            forged_comment: None,
            fetched: BYTES.to_vec(),
            trusted: None,
            memory: FeedMemory::new(moment(NOW)),
            own: key,
        }
    }

    /// Another version, announced and signed as it should be.
    pub(crate) fn release(&mut self, version: &str) {
        version.clone_into(&mut self.version);
        self.comment = comment(&file(version), Some(version), NOW);
    }

    pub(crate) fn keys(&self) -> Keys {
        self.trusted
            .clone()
            .unwrap_or_else(|| keys_of(&[&self.own]))
    }

    fn artefact(&self) -> Artefact {
        let real = self.signer.sign(&self.signed_bytes, &self.comment);
        let signature = match (&self.signature, &self.forged_comment) {
            (Some(other), _) => other.clone(),
            (None, Some(forged)) => {
                let text = String::from_utf8(STANDARD.decode(real).unwrap()).unwrap();
                STANDARD.encode(text.replace(&self.comment, forged))
            }
            (None, None) => real,
        };
        Artefact {
            url: self.url.parse().unwrap(),
            signature,
        }
    }

    pub(crate) fn manifest(&self) -> Manifest {
        Manifest {
            product: self.product.clone(),
            channel: self.channel,
            version: self.version.parse().unwrap(),
            pub_date: self.pub_date,
            notes: "Faster.".to_owned(),
            rollout: 100,
            platforms: [(installed().target, self.artefact())].into(),
        }
    }

    /// What the rule of offers would have to say for it to be fetched.
    pub(crate) fn forced(&self) -> Offer {
        Offer {
            version: self.version.parse().unwrap(),
            notes: String::new(),
            artefact: self.artefact(),
        }
    }

    /// All the way: the manifest is read, the file is offered, fetched and accepted.
    pub(crate) fn run(&self) -> Result<(), Refusal> {
        let text = serde_json::to_vec(&self.manifest()).unwrap();
        let manifest = Manifest::read(&text)?;
        let offered = offer(&installed(), &self.memory, &places(), &manifest, 0)?;
        let offered = offered.expect("there is something newer");
        let keys = self.keys();
        accept(&installed(), &self.memory, &keys, &offered, &self.fetched)?;
        Ok(())
    }
}
