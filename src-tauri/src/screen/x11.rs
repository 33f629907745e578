//! The screen of an X server: all monitors in one picture.

use x11rb::{
    connection::Connection as _,
    protocol::xproto::{ConnectionExt as _, ImageFormat, ImageOrder, Setup, Visualtype},
};

use super::{Captured, ScreenProblem};

/// How many bytes a pixel has in the only form that is read; every desktop of today has it.
const PIXEL_BYTES: usize = 4;

pub(super) fn capture() -> Result<Captured, ScreenProblem> {
    let (server, number) = x11rb::connect(None).map_err(|error| {
        tracing::info!(%error, "no X server shows its screen");
        ScreenProblem::NotHere
    })?;
    let setup = server.setup();
    let screen = setup.roots.get(number).ok_or(ScreenProblem::Failed)?;
    let (width, height) = (screen.width_in_pixels, screen.height_in_pixels);
    let asked = server
        .get_image(ImageFormat::Z_PIXMAP, screen.root, 0, 0, width, height, !0)
        .map_err(failed)?;
    let image = asked.reply().map_err(failed)?;
    let mut visuals = screen
        .allowed_depths
        .iter()
        .flat_map(|depth| &depth.visuals);
    let visual = visuals
        .find(|visual| visual.visual_id == image.visual)
        .ok_or(ScreenProblem::Failed)?;
    let rgba = rgba(setup, image.depth, visual, &image.data).ok_or(ScreenProblem::NotHere)?;
    Ok(Captured::Pixels {
        width: width.into(),
        height: height.into(),
        rgba,
    })
}

fn rgba(setup: &Setup, depth: u8, visual: &Visualtype, data: &[u8]) -> Option<Vec<u8>> {
    let mut formats = setup.pixmap_formats.iter();
    let bits = formats.find(|format| format.depth == depth)?.bits_per_pixel;
    if usize::from(bits) != PIXEL_BYTES * 8 {
        return None;
    }
    let word = match setup.image_byte_order {
        ImageOrder::LSB_FIRST => u32::from_le_bytes,
        _ => u32::from_be_bytes,
    };
    let masks = [visual.red_mask, visual.green_mask, visual.blue_mask];
    let shade = |pixel: u32, mask: u32| {
        let shifted = (pixel & mask) >> mask.trailing_zeros().min(31);
        u8::try_from(shifted).unwrap_or(u8::MAX)
    };
    let pixels = data.as_chunks::<PIXEL_BYTES>().0.iter().copied().map(word);
    let [red, green, blue] = masks;
    Some(
        pixels
            .flat_map(|pixel| {
                [
                    shade(pixel, red),
                    shade(pixel, green),
                    shade(pixel, blue),
                    u8::MAX,
                ]
            })
            .collect(),
    )
}

fn failed(error: impl std::fmt::Display) -> ScreenProblem {
    tracing::warn!(%error, "the X server does not show its screen");
    ScreenProblem::Failed
}
