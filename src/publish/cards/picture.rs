//! An SVG as a PNG of few colours, small enough to be fetched with a link.

use std::cmp::Reverse;
use std::collections::HashMap;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// Most colours that a palette holds.
const PALETTE: usize = 256;

/// Red, green and blue.
type Rgb = [u8; 3];

/// Draws an SVG at its own size. It has no text elements, links nothing and is opaque.
pub fn draw(svg: &str) -> Vec<u8> {
    let tree = Tree::from_str(svg, &Options::default()).expect("a card is well-formed SVG");
    let size = tree.size().to_int_size();
    let mut pixels = Pixmap::new(size.width(), size.height()).expect("a card has a size");
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    encode(&pixels)
}

/// As PNG with a palette. A card has a handful of colours and the shades between each and the
/// paper, so the most frequent 256 leave nothing to be seen.
fn encode(pixels: &Pixmap) -> Vec<u8> {
    let runs = runs(pixels);
    let (palette, places) = palette(&runs);
    let mut indexed: Vec<u8> = Vec::new();
    for (colour, n) in runs {
        indexed.resize(indexed.len() + n, places[&colour]);
    }
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_compression(png::Compression::Balanced);
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header().expect("memory can be written");
    writer.write_image_data(&indexed).expect("there is one index a pixel");
    writer.finish().expect("memory can be written");
    bytes
}

/// Each colour with how many pixels in a row have it.
fn runs(pixels: &Pixmap) -> Vec<(Rgb, usize)> {
    let runs = pixels.pixels().chunk_by(|a, b| a == b);
    runs.map(|run| ([run[0].red(), run[0].green(), run[0].blue()], run.len())).collect()
}

/// The most frequent colours, and for every colour the place of the one nearest to it.
fn palette(runs: &[(Rgb, usize)]) -> (Vec<Rgb>, HashMap<Rgb, u8>) {
    let mut counts: HashMap<Rgb, usize> = HashMap::new();
    for (colour, n) in runs {
        *counts.entry(*colour).or_default() += n;
    }
    let mut by_count: Vec<(Rgb, usize)> = counts.into_iter().collect();
    by_count.sort_by_key(|(colour, count)| (Reverse(*count), *colour));
    let palette: Vec<Rgb> = by_count.iter().take(PALETTE).map(|(colour, _)| *colour).collect();
    let nearest = |colour: &Rgb| {
        let far = |other: &Rgb| -> u32 {
            colour.iter().zip(other).map(|(a, b)| u32::from(a.abs_diff(*b)).pow(2)).sum()
        };
        let places = palette.iter().enumerate().min_by_key(|(_, other)| far(other));
        places.map_or(0, |(place, _)| place as u8)
    };
    let places = by_count.iter().map(|(colour, _)| (*colour, nearest(colour))).collect();
    (palette, places)
}
