//! Several files as one: what is sound of each, and the parts of an export that lie in two of them.

use super::{
    migration::{parameters, part},
    *,
};
use crate::import::Several;

const ONE: &str = "otpauth://totp/One:maria?secret=GEZDGNBVGY3TQOJQ&issuer=One\n";
const TWO: &str = "otpauth://totp/Two:maria?secret=GEZDGNBVGY3TQOJR&issuer=Two\n";

/// A picture of the QR codes of these texts, one below the other.
fn picture(texts: &[&str]) -> Vec<u8> {
    let drawn: Vec<_> = texts
        .iter()
        .map(|text| qrcode::QrCode::new(text).unwrap())
        .collect();
    let dots = 4;
    let side = drawn.iter().map(|code| code.width() + 8).max().unwrap() * dots;
    let height = side * drawn.len();
    let number = |side: usize| u32::try_from(side).unwrap();
    let picture = image::GrayImage::from_fn(number(side), number(height), |x, y| {
        let (x, y) = (x as usize, y as usize);
        let code = &drawn[y / side];
        let at = |at: usize| (at / dots).checked_sub(4).filter(|at| *at < code.width());
        let dark = at(x)
            .zip(at(y % side))
            .is_some_and(|place| code[place] == qrcode::Color::Dark);
        image::Luma([if dark { 0 } else { 255 }])
    });
    let mut file = std::io::Cursor::new(Vec::new());
    picture
        .write_to(&mut file, image::ImageFormat::Png)
        .unwrap();
    file.into_inner()
}

fn issuers(preview: &Preview) -> Vec<&str> {
    let found = preview.found.iter();
    found.map(|found| found.account.issuer.as_str()).collect()
}

#[test]
fn s108_several_pictures_and_several_codes_in_one_are_one_preview() {
    let mut several = Several::default();
    several.add(&picture(&[ONE, TWO])).unwrap();
    several.add(fixture!("2fas.json")).unwrap();
    several.add(&picture(&[ONE])).unwrap();
    let alone = looked_at(fixture!("2fas.json"));
    let preview = several.preview(&[]).unwrap();
    assert_eq!(preview.found.len(), 3 + alone.found.len());
    let mut pictured = issuers(&preview)[..2].to_vec();
    pictured.sort_unstable();
    assert_eq!(pictured, ["One", "Two"]);
    assert_eq!(preview.found[2].known, Known::InFile, "in two pictures");
    assert_eq!(preview.source, Source::List);
}

#[test]
fn s108_what_is_not_sound_leaves_the_others_as_they_are() {
    let mut several = Several::default();
    several.add(&picture(&[ONE])).unwrap();
    let white = image::GrayImage::from_pixel(50, 50, image::Luma([255]));
    let mut file = std::io::Cursor::new(Vec::new());
    white.write_to(&mut file, image::ImageFormat::Png).unwrap();
    assert_eq!(several.add(file.get_ref()), Err(ImportError::Nothing));
    assert_eq!(several.add(b"milk, bread"), Err(ImportError::UnknownForm));
    let sealed = several.add(fixture!("aegis-sealed.json"));
    assert_eq!(sealed, Err(ImportError::PasswordNeeded(Source::Aegis)));
    let cut = several.add(&file.get_ref()[..40]);
    assert!(matches!(cut, Err(ImportError::Picture(_))), "{cut:?}");
    assert_eq!(issuers(&several.preview(&[]).unwrap()), ["One"]);
}

#[test]
fn s108_the_parts_of_an_export_in_several_pictures_are_put_together() {
    let account = |name: &[u8]| parameters(b"12345678901234567890", name, b"Shop", [1, 1, 2, 0]);
    let parts: Vec<_> = (0..3)
        .map(|place| part(&[account(&[b'a' + place])], 3, u64::from(place)))
        .collect();
    let mut several = Several::default();
    several.add(&picture(&[&parts[0]])).unwrap();
    several.add(&picture(&[&parts[2]])).unwrap();
    let preview = several.preview(&[]).unwrap();
    assert_eq!(preview.source, Source::Google);
    assert_eq!((preview.found.len(), preview.missing_parts), (2, vec![2]));
}

#[test]
fn s108_no_files_are_an_empty_preview() {
    assert!(Several::default().preview(&[]).unwrap().found.is_empty());
}
