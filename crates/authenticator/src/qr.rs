//! QR codes in a picture: a screenshot, a photograph, a scan; several in one picture are all found.
//!
//! A picture comes from anywhere. How large it will be is known from its first bytes, and one that would
//! take more memory than any screen has is refused before it is unpacked.

use std::{
    io::Cursor,
    panic::{AssertUnwindSafe, catch_unwind},
};

use image::{
    DynamicImage, GrayImage, ImageDecoder as _, ImageError, ImageReader, Limits, RgbaImage,
    imageops,
};
use zeroize::Zeroizing;

/// The largest file, in bytes.
pub const MAX_FILE_BYTES: usize = 32 * 1024 * 1024;
/// The widest and the highest picture, in pixels.
pub const MAX_SIDE: u32 = 16_384;
/// The most pixels: more than a screen of eight thousand by four thousand has.
pub const MAX_PIXELS: u64 = 40_000_000;
/// The most memory that unpacking may take, in bytes.
const MAX_MEMORY: u64 = 256 * 1024 * 1024;

/// Codes that are smaller than this many pixels a side are looked at enlarged.
const SMALL: u32 = 400;
/// Pictures with a longer side are looked at reduced as well: photographs have noise.
const LARGE: u32 = 1_200;

/// Why a picture cannot be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// The file or what it unpacks to is larger than the limits above.
    #[error("the picture is too large")]
    TooLarge,
    /// Neither PNG nor JPEG, GIF, WebP or BMP.
    #[error("not a picture of a known kind")]
    UnknownKind,
    /// It cannot be unpacked.
    #[error("the picture is damaged")]
    Damaged,
}

impl From<ImageError> for PictureError {
    fn from(error: ImageError) -> Self {
        match error {
            ImageError::Limits(_) => Self::TooLarge,
            ImageError::Unsupported(_) => Self::UnknownKind,
            _ => Self::Damaged,
        }
    }
}

/// What the QR codes in a picture say, each once, in the order in which they were found. The text may hold
/// secrets.
pub fn read(file: &[u8]) -> Result<Vec<Zeroizing<String>>, PictureError> {
    let picture = unpacked(file)?;
    Ok(read_pixels(&picture))
}

/// The same of a picture that is unpacked already: four bytes for each pixel, red, green, blue and how
/// opaque it is, row by row.
pub fn read_rgba(
    width: usize,
    height: usize,
    pixels: Vec<u8>,
) -> Result<Vec<Zeroizing<String>>, PictureError> {
    let side = |side: usize| {
        u32::try_from(side)
            .ok()
            .filter(|side| *side <= MAX_SIDE)
            .ok_or(PictureError::TooLarge)
    };
    let (width, height) = (side(width)?, side(height)?);
    let picture = RgbaImage::from_raw(width, height, pixels).ok_or(PictureError::Damaged)?;
    Ok(read_pixels(&on_white(&picture.into())))
}

/// The same of a picture in shades of grey.
pub fn read_pixels(picture: &GrayImage) -> Vec<Zeroizing<String>> {
    let mut found = Vec::new();
    if u64::from(picture.width()) * u64::from(picture.height()) > MAX_PIXELS {
        return found;
    }
    look(picture.clone(), &mut found);
    let longer = picture.width().max(picture.height());
    if longer > LARGE {
        let half = |side: u32| (side / 2).max(1);
        let (width, height) = (half(picture.width()), half(picture.height()));
        look(imageops::thumbnail(picture, width, height), &mut found);
    }
    if longer < SMALL && longer > 0 {
        let (width, height) = (picture.width() * 3, picture.height() * 3);
        let larger = imageops::resize(picture, width, height, imageops::FilterType::Nearest);
        look(larger, &mut found);
    }
    if found.is_empty() {
        // Light on dark, as programs draw it whose window is dark.
        let mut inverted = picture.clone();
        imageops::invert(&mut inverted);
        look(inverted, &mut found);
    }
    found
}

/// Reads what can be read. Where several codes stand in rows, the corners of one are taken for those of
/// another: what was read is painted over, and the rest is looked at again.
fn look(mut picture: GrayImage, found: &mut Vec<Zeroizing<String>>) {
    loop {
        // The library takes for granted that corners lie where it can count to, which noise need not heed.
        let looked = catch_unwind(AssertUnwindSafe(|| look_once(&picture, found)));
        let (read, left) = looked.unwrap_or_default();
        if read.is_empty() || left == 0 {
            return;
        }
        for [from, to] in read {
            for y in from.1..to.1.min(picture.height()) {
                for x in from.0..to.0.min(picture.width()) {
                    picture.put_pixel(x, y, image::Luma([u8::MAX]));
                }
            }
        }
    }
}

/// The corners of the codes that were read, and how many others there seem to be.
fn look_once(
    picture: &GrayImage,
    found: &mut Vec<Zeroizing<String>>,
) -> (Vec<[(u32, u32); 2]>, usize) {
    let side = |side: u32| usize::try_from(side).unwrap_or(0);
    let pixels = picture.as_raw();
    let width = side(picture.width());
    let mut prepared =
        rqrr::PreparedImage::prepare_from_greyscale(width, side(picture.height()), |x, y| {
            pixels.get(y * width + x).copied().unwrap_or(u8::MAX)
        });
    let (mut read, mut left) = (Vec::new(), 0);
    for grid in prepared.detect_grids() {
        let mut bytes = Zeroizing::new(Vec::new());
        if grid.decode_to(&mut *bytes).is_err() {
            left += 1;
            continue;
        }
        let corners = grid.bounds.iter();
        let places = corners.map(|at| (at.x.max(0).unsigned_abs(), at.y.max(0).unsigned_abs()));
        let edge = |pick: fn(u32, u32) -> u32| {
            places
                .clone()
                .reduce(|one, other| (pick(one.0, other.0), pick(one.1, other.1)))
        };
        if let (Some(from), Some(to)) = (edge(u32::min), edge(u32::max)) {
            read.push([from, to]);
        }
        if let Ok(text) = str::from_utf8(&bytes)
            && !found.iter().any(|known| known.as_str() == text)
        {
            found.push(Zeroizing::new(text.to_owned()));
        }
    }
    (read, left)
}

/// The picture in shades of grey, on white where it is transparent.
fn unpacked(file: &[u8]) -> Result<GrayImage, PictureError> {
    if file.len() > MAX_FILE_BYTES {
        return Err(PictureError::TooLarge);
    }
    let mut reader = ImageReader::new(Cursor::new(file))
        .with_guessed_format()
        .map_err(|_| PictureError::Damaged)?;
    if reader.format().is_none() {
        return Err(PictureError::UnknownKind);
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_MEMORY);
    reader.limits(limits);
    let decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MAX_PIXELS || decoder.total_bytes() > MAX_MEMORY {
        return Err(PictureError::TooLarge);
    }
    Ok(on_white(&DynamicImage::from_decoder(decoder)?))
}

fn on_white(picture: &DynamicImage) -> GrayImage {
    if !picture.color().has_alpha() {
        return picture.to_luma8();
    }
    let shades = picture.to_luma_alpha8();
    GrayImage::from_fn(picture.width(), picture.height(), |x, y| {
        let [shade, alpha] = shades.get_pixel(x, y).0.map(u32::from);
        let shade = (shade * alpha + 255 * (255 - alpha)) / 255;
        image::Luma([u8::try_from(shade).unwrap_or(u8::MAX)])
    })
}

#[cfg(test)]
mod tests;
