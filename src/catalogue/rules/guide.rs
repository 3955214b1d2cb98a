//! What must hold of a guide.

use crate::catalogue::check::Check;
use crate::catalogue::finding::What;
use crate::catalogue::tree::Path;
use crate::domain::guide::{Block, Guide};

/// Everything that is wrong with a guide.
pub(super) fn check(check: &mut Check, guide: &Guide) {
    let pages = Path::Root.key("pages");
    if guide.pages.is_empty() && check.whole(&pages) {
        check.error(&pages, What::new("finding-no-pages"));
    }
    for (number, page) in guide.pages.iter().enumerate() {
        let item = pages.item(number);
        let parts = item.key("parts");
        if page.parts.is_empty() && check.whole(&item) {
            check.error(&parts, What::new("finding-page-empty").with("page", &page.id));
        }
        for (number, part) in page.parts.iter().enumerate() {
            let empty = match part {
                Block::Points(lines) | Block::Steps(lines) => lines.is_empty(),
                Block::Chart(lines) => lines.is_empty(),
                Block::Heading(_) | Block::Text(_) | Block::Note(_) => false,
            };
            let path = parts.item(number);
            if empty && check.whole(&path) {
                check.error(&path, What::new("finding-list-empty"));
            }
        }
    }
}
