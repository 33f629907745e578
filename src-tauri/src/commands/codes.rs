//! The codes of the vault. A list holds none: the page asks for those that a person looks at
//! (acceptance 17), and a code that is taken goes to the clipboard without passing the page.

use keyholder_authenticator::{
    account::{self, Account, Digits, Line, Method},
    entry::{Entry, EntryId},
    order::{Order, ordered},
    otpauth,
    secret::OtpSecret,
};
use keyholder_contract::problem::{FieldCode, Params};
use keyholder_domain::{
    clock_offset::ClockOffset, second_factor::time_code::TimeCodeAlgorithm, timestamp::Timestamp,
};
use rand::rngs::SysRng;
use serde::Deserialize;
use tauri::State;

use super::session::Password;
use crate::{
    core::Core,
    input,
    ipc_error::{IpcError, IpcResult},
    vault::{
        CodeKind, EntryRef, FirstCodes, ShownCode, TakenCode, VaultCode, VaultEntry, VaultStatus,
        of_account, of_randomness,
    },
};

/// The most codes that are shown at once: more than a screen has rows.
const MOST_SHOWN: usize = 200;

/// An account as a person types it.
#[derive(Deserialize, specta::Type)]
pub(crate) struct TypedAccount {
    /// Who asks for the codes.
    issuer: String,
    /// Whose account it is there.
    name: String,
    /// The secret, in base 32.
    secret: Password,
    /// How its codes are made.
    kind: CodeKind,
    /// The hash function.
    algorithm: TimeCodeAlgorithm,
    /// How many digits a code has: 6 to 8.
    digits: u8,
    /// How long a code holds, in seconds.
    period_seconds: u32,
}

/// What people change of an entry.
#[derive(Deserialize, specta::Type)]
pub(crate) struct EntryFacts {
    /// Who asks for the codes.
    issuer: String,
    /// Whose account it is there.
    name: String,
    /// Words that it is found by.
    tags: Vec<String>,
    /// Whether it stands before the others.
    pinned: bool,
}

/// What the screen of codes shows first, with the codes of so many rows (0 to 200), in one answer: a start waits for each of
/// its questions. Nothing while the vault is closed.
#[tauri::command]
#[specta::specta]
pub(crate) async fn read_first_codes(
    core: State<'_, Core>,
    rows: u32,
) -> IpcResult<Option<FirstCodes>> {
    let rows = usize::try_from(rows).unwrap_or(usize::MAX);
    at_most(rows, "rows")?;
    let vault = core.vault().view().await;
    if vault.status != VaultStatus::Open {
        return Ok(None);
    }
    let offset = core.clock_offset().await;
    let (entries, codes) = core
        .vault()
        .read(|entries, now| {
            let listed = listed(entries, Order::Name);
            let codes = listed.iter().take(rows);
            let codes = codes.filter_map(|entry| shown_code(entry, now, offset));
            let codes = codes.collect();
            (listed.into_iter().map(VaultEntry::of).collect(), codes)
        })
        .await?;
    Ok(Some(FirstCodes {
        vault,
        entries,
        codes,
    }))
}

/// Every entry, in the order of the screen: pinned ones first, then by name, or by use.
#[tauri::command]
#[specta::specta]
pub(crate) async fn list_vault_entries(
    core: State<'_, Core>,
    by_use: bool,
) -> IpcResult<Vec<VaultEntry>> {
    let order = if by_use { Order::Use } else { Order::Name };
    core.vault()
        .read(|entries, _| {
            let listed = listed(entries, order).into_iter();
            listed.map(VaultEntry::of).collect()
        })
        .await
}

/// The codes of entries that a person looks at. Those that are counted have none until one is taken.
#[tauri::command]
#[specta::specta]
pub(crate) async fn show_codes(
    core: State<'_, Core>,
    entry_ids: Vec<EntryRef>,
) -> IpcResult<Vec<ShownCode>> {
    at_most(entry_ids.len(), "entry_ids")?;
    let offset = core.clock_offset().await;
    core.vault()
        .read(|entries, now| {
            let asked = |entry: &&Entry| entry_ids.contains(&entry.id.into());
            let shown = entries.iter().filter(asked);
            shown
                .filter_map(|entry| shown_code(entry, now, offset))
                .collect()
        })
        .await
}

/// Refuses to show more than a screen could.
fn at_most(asked: usize, field: &str) -> IpcResult<()> {
    if asked > MOST_SHOWN {
        let max = Params::from([("max".to_owned(), MOST_SHOWN.to_string())]);
        return Err(IpcError::field(field, FieldCode::TooMany, max));
    }
    Ok(())
}

fn listed(entries: &[Entry], order: Order) -> Vec<&Entry> {
    let places = ordered(entries, order).into_iter();
    places.filter_map(|place| entries.get(place)).collect()
}

fn shown_code(entry: &Entry, now: Timestamp, offset: ClockOffset) -> Option<ShownCode> {
    let codes = entry.account.codes_at(now, offset)?;
    let ends = offset.correct(now).as_seconds() + i64::from(codes.remaining.get());
    Some(ShownCode {
        id: entry.id.into(),
        current: codes.current.expose().to_owned(),
        next: codes.next.expose().to_owned(),
        ends_at: offset.on_this_machine(Timestamp::from_micros(ends * 1_000_000)),
    })
}

/// Puts the code of the moment on the clipboard, for 20 seconds. One that is counted is spent with it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn take_code(core: State<'_, Core>, entry_id: EntryRef) -> IpcResult<TakenCode> {
    core.take_code(entry_id.into()).await
}

/// Adds the account of an `otpauth://` address.
#[tauri::command]
#[specta::specta]
pub(crate) async fn add_account_by_link(
    core: State<'_, Core>,
    link: Password,
) -> IpcResult<VaultEntry> {
    let account = otpauth::read(link.expose().trim()).map_err(of_account)?;
    add(&core, account).await
}

/// Adds an account that was typed.
#[tauri::command]
#[specta::specta]
pub(crate) async fn add_typed_account(
    core: State<'_, Core>,
    account: TypedAccount,
) -> IpcResult<VaultEntry> {
    input::vault_entry(&account.issuer, &account.name, &[])?;
    let malformed = |field| IpcError::field(field, FieldCode::Malformed, Params::new());
    let secret =
        OtpSecret::parse(account.secret.expose()).map_err(|_| malformed("account.secret"))?;
    let digits =
        Digits::from_number(account.digits.into()).ok_or_else(|| malformed("account.digits"))?;
    let algorithm = account.algorithm;
    let method = match account.kind {
        CodeKind::Time => Method::Time {
            algorithm,
            digits,
            period: account
                .period_seconds
                .try_into()
                .map_err(|_| malformed("account.period_seconds"))?,
        },
        CodeKind::Counter => Method::Counter {
            algorithm,
            digits,
            counter: 0,
        },
        CodeKind::Steam => Method::Steam,
    };
    add(
        &core,
        Account::new(&account.issuer, &account.name, method, secret),
    )
    .await
}

/// Keeps an account that the vault does not have.
async fn add(core: &Core, account: Account) -> IpcResult<VaultEntry> {
    core.vault()
        .change(move |entries, _| {
            if entries.iter().any(|entry| entry.account.is_same(&account)) {
                return Err(VaultCode::VaultAccountKnown.into());
            }
            let entry = Entry::keep(account, &mut SysRng).map_err(of_randomness)?;
            let added = VaultEntry::of(&entry);
            entries.push(entry);
            Ok(added)
        })
        .await
}

/// Changes how an entry is called, found and ordered.
#[tauri::command]
#[specta::specta]
pub(crate) async fn change_vault_entry(
    core: State<'_, Core>,
    entry_id: EntryRef,
    facts: EntryFacts,
) -> IpcResult<VaultEntry> {
    input::vault_entry(&facts.issuer, &facts.name, &facts.tags)?;
    core.vault()
        .change_entry(entry_id.into(), move |entry, _| {
            let account = &mut entry.account;
            account.issuer = Line::clean(&facts.issuer);
            account.name = Line::clean(&facts.name);
            account.tags = account::tags(facts.tags.iter().map(String::as_str));
            account.pinned = facts.pinned;
            VaultEntry::of(entry)
        })
        .await
}

/// Takes an entry out of the vault, with its seed.
#[tauri::command]
#[specta::specta]
pub(crate) async fn remove_vault_entry(core: State<'_, Core>, entry_id: EntryRef) -> IpcResult<()> {
    let id = EntryId::from(entry_id);
    core.vault()
        .change(move |entries, _| {
            let before = entries.len();
            entries.retain(|entry| entry.id != id);
            if entries.len() == before {
                return Err(VaultCode::VaultEntryGone.into());
            }
            Ok(())
        })
        .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_ends_when_the_clock_of_this_computer_says_so_and_is_that_of_the_right_time() {
        let secret = OtpSecret::from_bytes(b"12345678901234567890".to_vec()).unwrap();
        let account = Account::new("Example", "maria", Method::usual(), secret);
        let entry = Entry::keep(account, &mut SysRng).unwrap();
        let at = |seconds: i64| Timestamp::from_micros(seconds * 1_000_000);
        // It is 59 (RFC 6238, appendix B), and this computer believes that it is 659.
        let offset = ClockOffset::between(at(659), at(59));
        let shown = shown_code(&entry, at(659), offset).unwrap();
        assert_eq!(shown.current, "287082");
        assert_eq!(shown.ends_at, at(660));
    }
}
