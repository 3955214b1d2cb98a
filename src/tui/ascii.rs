//! Terminals that know only ASCII: whatever was drawn is brought down to it, in one place.

use crate::domain::text::fold;
use ratatui::buffer::Buffer;

/// Replaces every cell that is not ASCII: lines and signs by their like, letters by their plain form,
/// anything else by `?`.
pub fn flatten(buf: &mut Buffer) {
    for cell in &mut buf.content {
        if !cell.symbol().is_ascii() {
            let plain = plain(cell.symbol());
            cell.set_char(plain);
        }
    }
}

fn plain(symbol: &str) -> char {
    match symbol {
        "─" | "–" | "—" => '-',
        "━" | "‖" => '=',
        "│" | "┃" => '|',
        "┌" | "┐" | "└" | "┘" | "├" | "┤" | "┬" | "┴" | "┼" => '+',
        "▸" | "→" => '>',
        "←" => '<',
        "↑" => '^',
        "↓" => 'v',
        "✓" | "×" => 'x',
        "…" => '~',
        "·" | "•" | "○" => '.',
        "●" => 'o',
        "█" | "▓" => '#',
        "“" | "”" | "„" | "«" | "»" => '"',
        "‘" | "’" => '\'',
        _ => letter(symbol),
    }
}

/// The plain form of a letter, in its case.
fn letter(symbol: &str) -> char {
    let upper = symbol.chars().next().is_some_and(char::is_uppercase);
    match fold(symbol).chars().next() {
        Some(c) if c.is_ascii() && upper => c.to_ascii_uppercase(),
        Some(c) if c.is_ascii() => c,
        _ => '?',
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    #[test]
    fn everything_becomes_ascii() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 20, 1));
        buf.set_string(0, 0, "▸ Øystein ─ é 王 …", Style::new());
        flatten(&mut buf);
        let text: String = buf.content.iter().map(ratatui::buffer::Cell::symbol).collect();
        assert!(text.is_ascii());
        assert!(text.starts_with("> Oystein - e ?"), "{text}");
    }
}
