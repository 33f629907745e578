//! Which program a file is of, told by its content.

use serde::Deserialize;
use serde_json::value::RawValue;
use zeroize::Zeroizing;

use super::{
    EntryProblem, ImportError, MAX_FILE_BYTES, Preview, Source, aegis, and_otp, bitwarden,
    bitwarden_sealed, ente, keepass, list, preview::Reading, proton, table, two_fas,
};
use crate::{
    entry::Entry,
    qr,
    vault::{LockedVault, Passphrase, SlotKind, UnlockKey, VaultError},
};

/// Looks at a file: an export, a vault, or a picture with QR codes. `password` is what the person typed
/// where it was asked for, and `kept` is what the vault has already.
pub fn preview(
    file: &[u8],
    password: Option<&str>,
    kept: &[Entry],
) -> Result<Preview, ImportError> {
    let reading = match content(file, password)? {
        Content::Said(texts) => said(&texts),
        Content::Read(reading) => reading,
    };
    reading.preview(kept)
}

/// Looks at a picture that is unpacked already, as it lies on a clipboard ([`qr::read_rgba`]).
pub fn preview_pixels(
    width: usize,
    height: usize,
    pixels: Vec<u8>,
    kept: &[Entry],
) -> Result<Preview, ImportError> {
    said(&qr::read_rgba(width, height, pixels)?).preview(kept)
}

/// What a file turned out to be.
pub(super) enum Content {
    /// A picture, and what its QR codes say.
    Said(Vec<Zeroizing<String>>),
    /// Something else, as it was read.
    Read(Reading),
}

/// What the QR codes of a picture say.
fn said(texts: &[Zeroizing<String>]) -> Reading {
    let bytes = texts.iter().map(|text| text.len() + 1).sum();
    let mut text = Zeroizing::new(String::with_capacity(bytes));
    lines(texts, &mut text);
    list::read(&text)
}

/// Writes texts out, one in each line.
pub(super) fn lines(texts: &[Zeroizing<String>], to: &mut String) {
    for text in texts {
        to.push_str(text);
        to.push('\n');
    }
}

/// What a file is, and what is in it.
pub(super) fn content(file: &[u8], password: Option<&str>) -> Result<Content, ImportError> {
    if is_picture(file) && !is_vault(file) {
        return Ok(Content::Said(qr::read(file)?));
    }
    reading(file, password).map(Content::Read)
}

fn is_vault(file: &[u8]) -> bool {
    file.starts_with(b"khvault\n")
}

fn reading(file: &[u8], password: Option<&str>) -> Result<Reading, ImportError> {
    if is_vault(file) {
        return vault(file, password);
    }
    if file.len() > MAX_FILE_BYTES {
        return Err(ImportError::TooLarge);
    }
    let text = text(file).ok_or(ImportError::UnknownForm)?;
    let text = text.trim_start_matches('\u{feff}').trim_start();
    match text.chars().next() {
        Some('{') => object(text, password),
        Some('[') => and_otp::read(text),
        Some('<') => keepass::read(text),
        _ => table::read(text)
            .or_else(|| list::is_one(text).then(|| list::read(text)))
            .ok_or(ImportError::UnknownForm),
    }
}

/// The keys by which programs that write an object are told apart.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Probe<'a> {
    #[serde(borrow)]
    db: Option<&'a RawValue>,
    #[serde(borrow)]
    services: Option<&'a RawValue>,
    #[serde(borrow)]
    services_encrypted: Option<&'a RawValue>,
    #[serde(borrow)]
    items: Option<&'a RawValue>,
    #[serde(borrow)]
    entries: Option<&'a RawValue>,
    #[serde(borrow)]
    vaults: Option<&'a RawValue>,
    #[serde(borrow)]
    encrypted_data: Option<&'a RawValue>,
    #[serde(borrow)]
    encrypted: Option<&'a RawValue>,
    #[serde(borrow)]
    salt: Option<&'a RawValue>,
    #[serde(borrow)]
    content: Option<&'a RawValue>,
}

fn object(text: &str, password: Option<&str>) -> Result<Reading, ImportError> {
    let probe: Probe<'_> = serde_json::from_str(text).map_err(|_| ImportError::UnknownForm)?;
    let says = |value: Option<&RawValue>, text: &str| value.is_some_and(|raw| raw.get() == text);
    match probe {
        Probe { db: Some(_), .. } => aegis::read(text, password),
        Probe {
            services_encrypted: Some(_),
            ..
        }
        | Probe {
            services: Some(_), ..
        } => two_fas::read(text, password),
        Probe {
            encrypted_data: Some(_),
            ..
        } => ente::read(text, password),
        Probe { encrypted, .. } if says(encrypted, "true") => {
            let opened = bitwarden_sealed::open(text, password)?;
            bitwarden::read(&opened)
        }
        Probe { items: Some(_), .. } => bitwarden::read(text),
        Probe {
            entries: Some(_), ..
        } => proton::read(text),
        Probe {
            vaults: Some(_), ..
        } => proton::read_pass(text),
        Probe {
            salt: Some(_),
            content: Some(_),
            ..
        } => Err(ImportError::Sealed(Source::Proton)),
        _ => Err(ImportError::UnknownForm),
    }
}

fn vault(file: &[u8], password: Option<&str>) -> Result<Reading, ImportError> {
    let locked = LockedVault::read(file.to_vec())?;
    let by_passphrase = |(_, kind)| matches!(kind, SlotKind::Passphrase(_));
    if !locked.slots().any(by_passphrase) {
        return Err(VaultError::NoSuchSlot.into());
    }
    let typed = password.ok_or(ImportError::PasswordNeeded(Source::Keyholder))?;
    let typed = Passphrase::typed(typed).ok_or(ImportError::WrongPassword(Source::Keyholder))?;
    let opened = match locked.unlock(&UnlockKey::Passphrase(&typed)) {
        Ok(opened) => opened,
        Err(VaultError::WrongKey) => return Err(ImportError::WrongPassword(Source::Keyholder)),
        Err(error) => return Err(error.into()),
    };
    let mut reading = Reading::of(Source::Keyholder);
    for entry in opened.entries {
        reading.push("", Ok::<_, EntryProblem>(entry.account));
    }
    Ok(reading)
}

/// Pictures hold a zero byte early on, and text none.
fn is_picture(file: &[u8]) -> bool {
    image::guess_format(file).is_ok() && file.iter().take(64).any(|byte| *byte == 0)
}

/// The text of a file: UTF-8, or UTF-16 as some programs on Windows write it.
fn text(file: &[u8]) -> Option<Zeroizing<String>> {
    let wide = |rest: &[u8], number: fn([u8; 2]) -> u16| {
        let numbers: Vec<u16> = rest
            .as_chunks::<2>()
            .0
            .iter()
            .copied()
            .map(number)
            .collect();
        String::from_utf16(&numbers).ok().map(Zeroizing::new)
    };
    match file {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        _ => str::from_utf8(file)
            .ok()
            .map(|text| Zeroizing::new(text.to_owned())),
    }
}
