//! Tables of password stores (CSV): `KeePassXC`, Bitwarden, Proton Pass and others have a column for the
//! code, as an address or as a bare secret.

use csv::{ReaderBuilder, StringRecord};
use keyholder_domain::text;

use super::{
    EntryProblem, Source,
    loose::Text,
    preview::Reading,
    raw::{stored, title},
};

const CODES: [&str; 5] = ["totp", "login_totp", "otpauth", "otp", "otp_auth"];
const TITLES: [&str; 3] = ["title", "name", "login_name"];
const USERS: [&str; 4] = ["username", "login_username", "user", "email"];

/// The entries of a table; nothing where the text is none with such a column.
pub(super) fn read(text: &str) -> Option<Reading> {
    let mut table = ReaderBuilder::new()
        .flexible(true)
        .from_reader(text.as_bytes());
    let heads = table.headers().ok()?.clone();
    let column = |names: &[&str]| {
        heads
            .iter()
            .position(|head| names.contains(&text::fold(head).as_str()))
    };
    let code = column(&CODES)?;
    let (store_title, user) = (column(&TITLES), column(&USERS));
    let mut reading = Reading::of(source(&heads));
    for record in table.records() {
        let Ok(record) = record else {
            reading.push("", Err(EntryProblem::NotUnderstood));
            continue;
        };
        let field = |place: Option<usize>| place.and_then(|place| record.get(place)).unwrap_or("");
        let (name, user) = (field(store_title), field(user));
        let code = Text::from(field(Some(code)));
        if code.some().is_some() {
            reading.push(&title(name, user), stored(&code, name, user));
        }
    }
    Some(reading)
}

fn source(heads: &StringRecord) -> Source {
    let has = |name: &str| heads.iter().any(|head| head.eq_ignore_ascii_case(name));
    if has("login_totp") {
        Source::Bitwarden
    } else if has("Group") && has("Last Modified") {
        Source::KeePass
    } else {
        Source::Table
    }
}
