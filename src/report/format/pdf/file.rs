//! The file itself: sheets, the letters of the two fonts that are in use, and what they say.

use super::face::{EM, Face};
use super::paper::{BOLD, Paper, REGULAR};
use super::text::Fonts;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Filter, Finish, Name, Pdf, Rect, Ref, Str, TextStr};
use std::io::{self, Write};
use subsetter::GlyphRemapper;

const IDENTITY: SystemInfo = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

/// Hands out the numbers of objects.
struct Numbers(i32);

impl Numbers {
    fn next(&mut self) -> Ref {
        self.0 += 1;
        Ref::new(self.0)
    }
}

/// The bytes of the file. The same paper gives the same bytes: neither a time nor a program is named in it, and its
/// title names nobody.
///
/// # Errors
/// When a font that was built in is none.
pub(super) fn bytes(paper: Paper, fonts: &Fonts, title: &str, language: &str) -> io::Result<Vec<u8>> {
    let (mut pdf, mut numbers) = (Pdf::new(), Numbers(0));
    let (catalog, pages) = (numbers.next(), numbers.next());
    let weights = [(REGULAR, &fonts.regular), (BOLD, &fonts.bold)];
    let mut named = Vec::new();
    for (name, face) in weights {
        if !face.used.is_empty() {
            named.push((name, embed(face, &mut pdf, &mut numbers)?));
        }
    }
    let mut kids = Vec::new();
    for sheet in paper.sheets {
        let (id, content) = (numbers.next(), numbers.next());
        stream(&mut pdf, content, &sheet.finish())?;
        let mut page = pdf.page(id);
        page.parent(pages).contents(content).media_box(Rect::new(0.0, 0.0, paper.wide, paper.high));
        page.resources().fonts().pairs(named.iter().copied());
        kids.push(id);
    }
    pdf.pages(pages).count(i32::try_from(kids.len()).unwrap_or(i32::MAX)).kids(kids);
    let mut root = pdf.catalog(catalog);
    root.pages(pages).lang(TextStr(language));
    root.viewer_preferences().display_doc_title(true);
    root.finish();
    pdf.document_info(numbers.next()).title(TextStr(title));
    Ok(pdf.finish())
}

/// A stream of data, packed.
fn stream(pdf: &mut Pdf, id: Ref, data: &[u8]) -> io::Result<()> {
    pdf.stream(id, &packed(data)?).filter(Filter::FlateDecode);
    Ok(())
}

fn packed(data: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(data)?;
    encoder.finish()
}

/// The letters in use of a font, under codes of two bytes.
fn embed(face: &Face, pdf: &mut Pdf, numbers: &mut Numbers) -> io::Result<Ref> {
    let [font, letters, descriptor, data, glyphs, says] = std::array::from_fn(|_| numbers.next());
    let mut kept = GlyphRemapper::new();
    // Code 0 is no letter.
    let places: Vec<u16> = [0].into_iter().chain(face.used.iter().map(|(glyph, _)| kept.remap(*glyph))).collect();
    let subset = subsetter::subset(face.bytes, 0, &kept).map_err(io::Error::other)?;
    // Six capitals before the name say that it is a part of the font.
    let name = format!("ONWARD+{}", face.name);
    let name = Name(name.as_bytes());
    pdf.type0_font(font)
        .base_font(name)
        .encoding_predefined(Name(b"Identity-H"))
        .descendant_font(letters)
        .to_unicode(says);
    let mut cid = pdf.cid_font(letters);
    cid.subtype(CidFontType::Type2).base_font(name).system_info(IDENTITY).font_descriptor(descriptor);
    cid.default_width(0.0).cid_to_gid_map_stream(glyphs);
    cid.widths().consecutive(1, face.used.iter().map(|(glyph, _)| face.width(*glyph)));
    cid.finish();
    let (frame, shaper) = (face.shaper.global_bounding_box(), &face.shaper);
    let [left, low, right, high] = [frame.x_min, frame.y_min, frame.x_max, frame.y_max].map(f32::from);
    pdf.font_descriptor(descriptor)
        .name(name)
        .flags(FontFlags::SYMBOLIC)
        .bbox(Rect::new(left, low, right, high))
        .italic_angle(0.0)
        .ascent(f32::from(shaper.ascender()))
        .descent(f32::from(shaper.descender()))
        .cap_height(shaper.capital_height().map_or(EM, f32::from))
        .stem_v(if shaper.is_bold() { 140.0 } else { 80.0 })
        .font_file2(data);
    let length = i32::try_from(subset.len()).unwrap_or(i32::MAX);
    pdf.stream(data, &packed(&subset)?).filter(Filter::FlateDecode).pair(Name(b"Length1"), length);
    stream(pdf, glyphs, &places.into_iter().flat_map(u16::to_be_bytes).collect::<Vec<u8>>())?;
    let mut map = UnicodeCmap::new(Name(b"Onward"), IDENTITY);
    for (code, (_, text)) in (1_u16..).zip(&face.used) {
        map.pair_with_multiple(code, text.chars());
    }
    stream(pdf, says, &map.finish())?;
    Ok(font)
}
