//! Pictures that other programs drew, pictures that others can read, and pictures that do harm.

use std::{fs, path::Path, process::Command};

use image::{GrayAlphaImage, ImageFormat, Luma, LumaA, Rgb, RgbImage};
use proptest::prelude::*;
use qrcode::QrCode;

use super::*;
use crate::otpauth;

const ADDRESS: &str = "otpauth://totp/Example:maria?secret=JBSWY3DPEHPK3PXP&issuer=Example";

/// The code of a text, each square so many pixels wide, with a margin of four squares.
fn drawn(text: &str, square: u32) -> GrayImage {
    let code = QrCode::new(text).unwrap();
    let side = u32::try_from(code.width()).unwrap();
    let colours = code.to_colors();
    GrayImage::from_fn((side + 8) * square, (side + 8) * square, |x, y| {
        let (x, y) = ((x / square).wrapping_sub(4), (y / square).wrapping_sub(4));
        let dark = x < side && y < side && colours[(y * side + x) as usize] == qrcode::Color::Dark;
        Luma([if dark { 0 } else { 255 }])
    })
}

fn file(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn texts(file: &[u8]) -> Vec<String> {
    let found = read(file).unwrap();
    found.iter().map(|text| text.as_str().to_owned()).collect()
}

#[test]
fn goal_a_code_is_read_whatever_file_it_comes_in() {
    let picture = DynamicImage::from(drawn(ADDRESS, 4));
    for format in [
        ImageFormat::Png,
        ImageFormat::Jpeg,
        ImageFormat::Gif,
        ImageFormat::WebP,
        ImageFormat::Bmp,
    ] {
        let picture = match format {
            ImageFormat::Png => picture.clone(),
            _ => DynamicImage::from(picture.to_rgb8()),
        };
        assert_eq!(texts(&file(&picture, format)), [ADDRESS], "{format:?}");
    }
}

/// A sheet with a code for each place, so many in a row.
fn sheet(codes: u32, in_a_row: u32, square: u32) -> (DynamicImage, Vec<String>) {
    let side = drawn(&format!("{ADDRESS}&number=10"), square).width() + 20;
    let rows = codes.div_ceil(in_a_row);
    let paper = Rgb([240, 240, 255]);
    let mut sheet = RgbImage::from_pixel(in_a_row * side, rows * side, paper);
    let mut addresses = Vec::new();
    for number in 0..codes {
        let address = format!("{ADDRESS}&number={}", number + 10);
        let code = DynamicImage::from(drawn(&address, square)).to_rgb8();
        let (x, y) = (number % in_a_row * side + 10, number / in_a_row * side + 10);
        imageops::overlay(&mut sheet, &code, x.into(), y.into());
        addresses.push(address);
    }
    (sheet.into(), addresses)
}

#[test]
fn goal_several_codes_in_one_picture_are_all_read() {
    for (codes, in_a_row, square) in [(2, 2, 4), (6, 3, 5), (20, 4, 3), (24, 6, 4)] {
        let (sheet, wanted) = sheet(codes, in_a_row, square);
        let mut found = texts(&file(&sheet, ImageFormat::Png));
        found.sort();
        assert_eq!(found, wanted, "{codes}");
    }
}

#[test]
fn goal_small_large_inverted_and_transparent_codes_are_read() {
    let plain = drawn(ADDRESS, 1);
    assert_eq!(
        texts(&file(&plain.clone().into(), ImageFormat::Png)),
        [ADDRESS],
        "small"
    );
    let large = drawn(ADDRESS, 40);
    assert!(large.width() > LARGE);
    assert_eq!(
        texts(&file(&large.into(), ImageFormat::Png)),
        [ADDRESS],
        "large"
    );
    let mut dark = drawn(ADDRESS, 4);
    imageops::invert(&mut dark);
    assert_eq!(
        texts(&file(&dark.into(), ImageFormat::Png)),
        [ADDRESS],
        "inverted"
    );
    // Black on nothing: without a ground, every pixel is black.
    let code = drawn(ADDRESS, 4);
    let clear = GrayAlphaImage::from_fn(code.width(), code.height(), |x, y| {
        LumaA([0, 255 - code.get_pixel(x, y).0[0]])
    });
    assert_eq!(
        texts(&file(&clear.into(), ImageFormat::Png)),
        [ADDRESS],
        "transparent"
    );
}

#[test]
fn goal_codes_that_qrencode_drew_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("code.png");
    for level in ["L", "M", "Q", "H"] {
        for text in [
            ADDRESS,
            "Ä text that is no address, and long: ".repeat(9).as_str(),
        ] {
            let status = Command::new("qrencode")
                .args(["--level", level, "--output"])
                .arg(&path)
                .arg(text)
                .status()
                .unwrap();
            assert!(status.success());
            assert_eq!(texts(&fs::read(&path).unwrap()), [text], "{level}");
        }
    }
}

#[test]
fn goal_zbar_reads_from_the_same_picture_what_we_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("code.png");
    let account = otpauth::read(ADDRESS).unwrap();
    let address = otpauth::write(&account);
    fs::write(&path, file(&drawn(&address, 4).into(), ImageFormat::Png)).unwrap();
    assert_eq!(zbar(&path), [address.as_str()]);
    let ours = texts(&fs::read(&path).unwrap());
    assert_eq!(ours, [address.as_str()]);
    assert!(otpauth::read(&ours[0]).unwrap() == account);
}

fn zbar(path: &Path) -> Vec<String> {
    let output = Command::new("zbarimg")
        .args(["--quiet", "--raw"])
        .arg(path)
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    said.lines().map(str::to_owned).collect()
}

#[test]
fn a_picture_without_a_code_says_nothing() {
    let blank = GrayImage::from_pixel(50, 50, Luma([255]));
    assert!(texts(&file(&blank.into(), ImageFormat::Png)).is_empty());
    let one = GrayImage::from_pixel(1, 1, Luma([0]));
    assert!(texts(&file(&one.into(), ImageFormat::Png)).is_empty());
    assert!(read_pixels(&GrayImage::new(0, 0)).is_empty());
}

#[test]
fn goal_a_picture_that_unpacks_to_more_than_any_screen_is_refused_before_it_does() {
    // A header that says 60,000 × 60,000 pixels, and a few bytes behind it.
    let mut bomb = file(&drawn(ADDRESS, 4).into(), ImageFormat::Png);
    for (place, side) in [(16, 60_000_u32), (20, 60_000)] {
        bomb[place..place + 4].copy_from_slice(&side.to_be_bytes());
    }
    let crc = crc32(&bomb[12..29]);
    bomb[29..33].copy_from_slice(&crc.to_be_bytes());
    assert_eq!(read(&bomb).err(), Some(PictureError::TooLarge));
    // Within either side, and too many pixels in all.
    for (place, side) in [(16, 16_000_u32), (20, 16_000)] {
        bomb[place..place + 4].copy_from_slice(&side.to_be_bytes());
    }
    let crc = crc32(&bomb[12..29]);
    bomb[29..33].copy_from_slice(&crc.to_be_bytes());
    assert_eq!(read(&bomb).err(), Some(PictureError::TooLarge));
    let long = vec![0; MAX_FILE_BYTES + 1];
    assert_eq!(read(&long).err(), Some(PictureError::TooLarge));
}

/// The checksum of a PNG's parts (ISO 3309).
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg())
        })
    })
}

#[test]
fn what_is_no_picture_is_named() {
    for (bytes, error) in [
        (&b""[..], PictureError::UnknownKind),
        (b"a letter", PictureError::UnknownKind),
        (
            b"<svg xmlns='http://www.w3.org/2000/svg'/>",
            PictureError::UnknownKind,
        ),
        (b"\x89PNG\r\n\x1a\n", PictureError::Damaged),
        (b"\xff\xd8\xff\xe0nonsense", PictureError::Damaged),
    ] {
        assert_eq!(read(bytes).err(), Some(error), "{bytes:?}");
    }
    let whole = file(&drawn(ADDRESS, 2).into(), ImageFormat::Png);
    assert!(read(&whole[..whole.len() / 2]).is_err());
}

#[test]
fn goal_08_a_code_whose_corner_would_lie_too_far_away_is_no_code() {
    // Found by fuzzing: the corner of a code that noise forms lies further away than the library counts.
    let noise = include_bytes!("../../tests/fixtures/pictures/far_corner.png");
    assert_eq!(texts(noise), [] as [&str; 0]);
}

proptest! {
    // A picture takes longer than a line of text.
    #![proptest_config(ProptestConfig {
        cases: ProptestConfig::default().cases / 4,
        ..ProptestConfig::default()
    })]

    #[test]
    fn goal_08_no_file_makes_it_panic(
        at in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
        kind in prop::sample::select(vec![ImageFormat::Png, ImageFormat::Gif, ImageFormat::Bmp, ImageFormat::WebP, ImageFormat::Jpeg]),
    ) {
        let picture = DynamicImage::from(drawn("otpauth", 1)).to_rgb8();
        let mut bytes = file(&picture.into(), kind);
        for (at, byte) in at {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        drop(read(&bytes));
    }

    #[test]
    fn goal_08_no_pixels_make_it_panic(
        at in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..400),
        square in 1..4_u32,
    ) {
        let mut picture = drawn(ADDRESS, square);
        let length = picture.as_raw().len();
        let mut pixels = picture.as_flat_samples_mut();
        for (at, byte) in at {
            pixels.as_mut_slice()[at.index(length)] = byte;
        }
        drop(read_pixels(&picture));
    }
}
