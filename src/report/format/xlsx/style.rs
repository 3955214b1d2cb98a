//! How a workbook looks: a register on paper, black on white.

use crate::report::table::Column;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

pub(super) struct Styles {
    pub title: Format,
    pub plain: Format,
    pub header: Pair,
    pub body: Style,
    pub total: Style,
    pub signed: Format,
}

/// A format, and the same in the middle of the column.
pub(super) struct Pair(Format, Format);

impl Pair {
    fn new(format: Format) -> Self {
        let centred = format.clone().set_align(FormatAlign::Center);
        Self(format, centred)
    }

    pub fn of(&self, column: &Column) -> &Format {
        if column.centred { &self.1 } else { &self.0 }
    }
}

/// The formats of one kind of line.
pub(super) struct Style {
    pub base: Pair,
    pub text: Pair,
    pub date: Pair,
    pub time: Pair,
}

impl Style {
    fn new(base: &Format) -> Self {
        let with = |format: &str| Pair::new(base.clone().set_num_format(format));
        Self { base: Pair::new(base.clone()), text: with("@"), date: with("yyyy-mm-dd"), time: with("hh:mm") }
    }
}

impl Styles {
    pub fn new() -> Self {
        let boxed = Format::new().set_border(FormatBorder::Hair);
        let bold = boxed.clone().set_bold();
        Self {
            title: Format::new().set_bold().set_font_size(14),
            plain: Format::new(),
            header: Pair::new(bold.clone().set_text_wrap().set_align(FormatAlign::Top)),
            body: Style::new(&boxed),
            total: Style::new(&bold.set_border_top(FormatBorder::Thin)),
            signed: Format::new().set_border_bottom(FormatBorder::Thin),
        }
    }
}
