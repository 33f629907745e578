//! A link as a QR code, for the telephone of whoever it is handed to (L15). The web view draws it as
//! elements of its own; no markup crosses the bridge.

use qrcode::{Color, EcLevel, QrCode};
use serde::Serialize;
use zeroize::Zeroizing;

/// How many squares stay white around a code (ISO/IEC 18004, section 9.1).
const QUIET: i64 = 4;

/// A QR code as squares of one unit, without the quiet zone around it.
#[derive(Clone, PartialEq, Eq, Serialize, specta::Type)]
pub(crate) struct QrPicture {
    /// How many squares it is wide and high.
    size: u32,
    /// The dark squares, as the `d` of an SVG path: one rectangle for each run of a row.
    path: String,
}

impl QrPicture {
    /// The picture as an element of a file, with the quiet zone around it.
    pub(crate) fn svg(&self) -> Zeroizing<String> {
        let (from, side) = (-QUIET, i64::from(self.size) + 2 * QUIET);
        Zeroizing::new(format!(
            "<svg viewBox=\"{from} {from} {side} {side}\" shape-rendering=\"crispEdges\">\
             <path d=\"{}\"/></svg>",
            self.path
        ))
    }
}

/// The picture of a link; nothing for a text that is too long for any.
pub(crate) fn picture(link: &str) -> Option<QrPicture> {
    // Paper gets folded and stained: the middle level of redundancy.
    let code = QrCode::with_error_correction_level(link, EcLevel::M).ok()?;
    let size = code.width();
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(size).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            let width = run.len();
            if run.first() == Some(&Color::Dark) {
                path.push_str(&format!("M{x} {y}h{width}v1h-{width}z"));
            }
            x += width;
        }
    }
    Some(QrPicture {
        size: u32::try_from(size).ok()?,
        path,
    })
}

/// The picture is the link: it stays out of logs as well.
impl std::fmt::Debug for QrPicture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("QrPicture")
            .field("size", &self.size)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The squares that a path fills.
    fn dark(picture: &QrPicture) -> Vec<bool> {
        let size = usize::try_from(picture.size).unwrap();
        let mut squares = vec![false; size * size];
        for run in picture.path.split('z').filter(|run| !run.is_empty()) {
            let numbers: Vec<usize> = run
                .split(|c: char| !c.is_ascii_digit())
                .filter_map(|number| number.parse().ok())
                .collect();
            let [x, y, width, 1, back] = numbers[..] else {
                panic!("{run}")
            };
            assert_eq!(width, back);
            squares[y * size + x..][..width].fill(true);
        }
        squares
    }

    #[test]
    fn l15_the_path_fills_the_very_squares_of_the_code() {
        let link =
            "https://id.example.com/account/activate/kha_0123456789abcdefghijklmnopqrstuvwxyz";
        let picture = picture(link).unwrap();
        let code = QrCode::with_error_correction_level(link, EcLevel::M).unwrap();
        let expected: Vec<_> = code
            .to_colors()
            .into_iter()
            .map(|square| square == Color::Dark)
            .collect();
        assert_eq!(dark(&picture), expected);
        assert!(!format!("{picture:?}").contains("M0"));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn s108_a_reader_of_qr_codes_reads_what_an_authenticator_is_told() {
        use std::{fs, process::Command};
        const QUIET: usize = 4;
        const DOTS: usize = 6;
        let address = "otpauth://totp/Keyholder:maria%40example.com\
                       ?secret=ABCDEFGHIJKLMNOPQRSTUVWXYZ234567&issuer=Keyholder";
        let picture = picture(address).unwrap();
        let size = usize::try_from(picture.size).unwrap();
        let squares = dark(&picture);
        let width = (size + 2 * QUIET) * DOTS;
        let is_dark = |x: usize, y: usize| {
            let inside = (QUIET..QUIET + size).contains(&x) && (QUIET..QUIET + size).contains(&y);
            inside && squares[(y - QUIET) * size + x - QUIET]
        };
        let dots = (0..width * width)
            .map(|dot| u8::from(!is_dark(dot % width / DOTS, dot / width / DOTS)) * 255);
        let mut file = format!("P5 {width} {width} 255\n").into_bytes();
        file.extend(dots);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("code.pgm");
        fs::write(&path, file).unwrap();
        let read = Command::new("zbarimg")
            .args(["--quiet", "--raw"])
            .arg(&path)
            .output()
            .unwrap();
        assert_eq!(String::from_utf8(read.stdout).unwrap().trim_end(), address);
    }

    #[test]
    fn l15_a_text_too_long_for_a_code_has_no_picture() {
        assert_eq!(picture(&"x".repeat(3_000)), None);
    }
}
