//! Files of other programs: written by the programs themselves where this machine can have them
//! (`keepassxc`, `otpclient`), else from their published forms; and then changed at random.

use rand::{SeedableRng as _, rngs::StdRng};

use super::*;
use crate::{
    account::{Account, Method},
    entry::Entry,
    secret::OtpSecret,
};

mod forms;
mod hostile;
mod migration;
mod programs;
mod sealed;
mod several;

/// The password of the fixtures that are sealed.
const PASSWORD: &str = "Prüfung 1";

macro_rules! fixture {
    ($name:literal) => {
        include_bytes!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/tests/fixtures/import/",
            $name
        ))
    };
}
use fixture;

/// Every fixture.
const FIXTURES: [&[u8]; 21] = [
    fixture!("2fas.json"),
    fixture!("2fas-sealed.json"),
    fixture!("aegis.json"),
    fixture!("aegis-sealed.json"),
    fixture!("bitwarden.csv"),
    fixture!("bitwarden-argon2.json"),
    fixture!("bitwarden-sealed.json"),
    fixture!("bitwarden.json"),
    fixture!("ente.txt"),
    fixture!("ente-sealed.json"),
    fixture!("keepass2.xml"),
    fixture!("keepassxc.csv"),
    fixture!("keepassxc.xml"),
    fixture!("otpclient-aegis.json"),
    fixture!("otpclient-andotp.json"),
    fixture!("otpclient-freeotpplus.txt"),
    fixture!("otpclient-freeotpplus-umlauts.txt"),
    fixture!("proton-authenticator.json"),
    fixture!("proton-pass.json"),
    include_bytes!("../../tests/fixtures/first.khvault"),
    b"otpauth-migration://offline?data=CjEKCkhlbGxvId6tvu8SGEV4YW1wbGU6YWxpY2VAZ29vZ2xlLmNvbRoH",
];

fn looked_at(file: &[u8]) -> Preview {
    preview(file, None, &[]).unwrap_or_else(|error| panic!("{error}"))
}

fn refused(file: &[u8], password: Option<&str>) -> ImportError {
    preview(file, password, &[]).err().expect("refused")
}

/// An account as one line: issuer, name, how its codes are made, and the secret.
fn line(account: &Account) -> String {
    let how = match account.method {
        Method::Time {
            algorithm,
            digits,
            period,
        } => format!("{} {} {period}s", algorithm.code(), digits.number()),
        Method::Counter {
            algorithm,
            digits,
            counter,
        } => format!("{} {} #{counter}", algorithm.code(), digits.number()),
        Method::Steam => "steam".to_owned(),
    };
    let (issuer, name) = (account.issuer.as_str(), account.name.as_str());
    format!(
        "{issuer} | {name} | {how} | {}",
        *account.secret.to_base32()
    )
}

fn found(preview: &Preview) -> Vec<String> {
    preview
        .found
        .iter()
        .map(|found| line(&found.account))
        .collect()
}

/// Entries that are not sound: their places, names and faults.
fn faults(preview: &Preview) -> Vec<(usize, &str, EntryProblem)> {
    let each = preview.refused.iter();
    each.map(|refused| (refused.place, refused.name.as_str(), refused.problem))
        .collect()
}

fn rng() -> StdRng {
    StdRng::seed_from_u64(7)
}

fn account(issuer: &str, method: Method, byte: u8) -> Account {
    let secret = OtpSecret::from_bytes(vec![byte; 20]).unwrap();
    Account::new(issuer, "maria@example.com", method, secret)
}

#[test]
fn goal_what_is_kept_already_is_recognised() {
    let kept = account("Example", Method::usual(), 1);
    let (one, other) = (
        account("Example", Method::usual(), 2),
        account("example", Method::usual(), 1),
    );
    let list: Vec<_> = [&one, &other, &one]
        .iter()
        .map(|account| crate::otpauth::write(account).as_str().to_owned())
        .collect();
    let entries = [Entry::keep(kept, &mut rng()).unwrap()];
    let preview = preview(list.join("\n").as_bytes(), None, &entries).unwrap();
    let known: Vec<_> = preview.found.iter().map(|found| found.known).collect();
    assert_eq!(known, [Known::No, Known::InVault, Known::InFile]);
    let is_new = |_, known| known == Known::No;
    let new = preview.entries(is_new, &mut rng()).unwrap();
    assert!(new.len() == 1 && new[0].account == one);
}

#[test]
fn goal_the_name_of_a_file_decides_nothing() {
    // The same content in every wrapping that text comes in.
    let list = "otpauth://totp/Ärzte:maria?secret=JBSWY3DPEHPK3PXP&issuer=%C3%84rzte";
    let wide = |numbers: Vec<u16>, mark: [u8; 2], bytes: fn(u16) -> [u8; 2]| {
        let bytes = numbers.into_iter().flat_map(bytes);
        mark.into_iter().chain(bytes).collect::<Vec<u8>>()
    };
    let numbers: Vec<u16> = list.encode_utf16().collect();
    for file in [
        list.as_bytes().to_vec(),
        format!("\u{feff}\r\n{list}\r\n\r\n# a comment\r\n").into_bytes(),
        format!("[\"{list}\"]").into_bytes(),
        format!("My codes:\n1. {list}").into_bytes(),
        format!("name,totp\nx,{list}").into_bytes(),
        wide(numbers.clone(), [0xff, 0xfe], u16::to_le_bytes),
        wide(numbers, [0xfe, 0xff], u16::to_be_bytes),
    ] {
        let preview = looked_at(&file);
        assert_eq!(
            found(&preview),
            ["Ärzte | maria | sha1 6 30s | JBSWY3DPEHPK3PXP"]
        );
    }
    let with_text = looked_at(format!("My codes:\n{list}").as_bytes());
    assert_eq!(faults(&with_text), [(1, "", EntryProblem::NotUnderstood)]);
}

#[test]
fn goal_a_picture_with_codes_is_a_file_as_any_other() {
    let code = qrcode::QrCode::new("otpauth://totp/Example:maria?secret=JBSWY3DPEHPK3PXP").unwrap();
    let side = u32::try_from(code.width()).unwrap();
    let colours = code.to_colors();
    let picture = image::GrayImage::from_fn(side * 4 + 32, side * 4 + 32, |x, y| {
        let (x, y) = ((x / 4).wrapping_sub(4), (y / 4).wrapping_sub(4));
        let dark = x < side && y < side && colours[(y * side + x) as usize] == qrcode::Color::Dark;
        image::Luma([if dark { 0 } else { 255 }])
    });
    for format in [
        image::ImageFormat::Png,
        image::ImageFormat::Bmp,
        image::ImageFormat::Jpeg,
    ] {
        let mut file = std::io::Cursor::new(Vec::new());
        picture.write_to(&mut file, format).unwrap();
        let preview = looked_at(&file.into_inner());
        assert_eq!(
            found(&preview),
            ["Example | maria | sha1 6 30s | JBSWY3DPEHPK3PXP"]
        );
    }
}

#[test]
fn what_is_of_no_program_is_named() {
    for text in [
        "",
        " ",
        "a letter",
        "{}",
        "[]",
        "[1, 2]",
        "[\"a\"]",
        "{\"db\"",
        "<html></html>",
        "name,password\nx,y",
        "https://example.com",
        "\u{0}\u{1}",
    ] {
        assert_eq!(
            refused(text.as_bytes(), None),
            ImportError::UnknownForm,
            "{text}"
        );
    }
    assert_eq!(
        refused(&[0xff, 0xfe, 0, 0xd8], None),
        ImportError::UnknownForm
    );
    assert_eq!(refused(&[0xc3, 0x28], None), ImportError::UnknownForm);
    let long = " ".repeat(MAX_FILE_BYTES + 1);
    assert_eq!(refused(long.as_bytes(), None), ImportError::TooLarge);
    let many = "otpauth://totp/a?secret=JBSW\n".repeat(MAX_ENTRIES + 1);
    assert_eq!(refused(many.as_bytes(), None), ImportError::TooLarge);
}
