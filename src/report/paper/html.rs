//! A paper as printable HTML: one file, A4, readable in black and white; participants read large type. What stands
//! side by side is one row, each language in its own direction.

use super::{Block, Paper, Phrase, Reader, Said};
use crate::report::format::html::{escaped, from_the_right, pages};
use crate::say;
use std::fmt::Write;

const STYLE: &str = "\
:root{color-scheme:light}
body{font-family:'Noto Sans','Noto Sans Arabic','DejaVu Sans',Arial,sans-serif;color:#000;background:#fff;margin:1.5rem}
body.participant{font-size:14pt;line-height:1.5}
body.facilitator{font-size:11pt;line-height:1.35}
h1{font-size:1.6em;line-height:1.2;margin:0 0 .4em}
h2{font-size:1.15em;line-height:1.25;margin:0}
p,ul{margin:.2em 0}
section{break-before:page}
section:first-of-type{break-before:auto}
section+section{margin-top:2.5em}
.head{margin-top:1em;break-after:avoid}
.timed{display:flex;gap:.7em;margin-top:1em;border-top:.6pt solid #000;padding-top:.3em;break-after:avoid}
.timed>b{flex:none;min-width:4em}
.timed>div{flex:1}
.both{display:flex;gap:1.2em}
.both>*{flex:1 1 0}
.notice{border:1pt solid #000;padding:.2em .5em;margin:.5em 0;font-weight:bold;break-inside:avoid}
.fact{display:flex;gap:.7em;margin:.25em 0;break-inside:avoid}
.fact>:first-child{flex:none;width:6em;font-weight:bold}
.fact>:last-child{flex:1}
.fact>:first-child.both{display:block}
ul{padding-inline-start:1.2em}
li{margin:.2em 0;break-inside:avoid}
ul.boxes{list-style:none;padding:0}
.boxes li{display:flex;gap:.6em}
.boxes li::before,.box{content:'';display:inline-block;flex:none;width:.8em;height:.8em;margin-top:.3em;border:1pt solid #000}
.boxes li>div{flex:1}
table{border-collapse:collapse;width:100%;margin:.4em 0}
thead{display:table-header-group}
tr{break-inside:avoid}
th,td{border:.6pt solid #000;padding:.3em .4em;text-align:center;vertical-align:middle}
th:first-child{text-align:start;font-weight:normal}
thead th{font-size:.85em}
.blank{display:flex;gap:.7em;align-items:end;margin:.8em 0}
.blank>span:last-child{flex:1;border-bottom:.8pt solid #000;min-height:1.6em}
.line{border-bottom:.8pt solid #000;height:2.1em}
.lines{break-before:avoid;break-inside:avoid}
.other{font-style:italic}
.other::after{content:' [' attr(lang) ']';font-size:.75em}
@media print{body{margin:0}section+section{margin-top:0}}
";

/// The paper as one HTML file.
#[must_use]
pub fn html(paper: &Paper) -> String {
    let mut page = Page { out: String::new() };
    let first = paper.tongues.first();
    let (tag, words) = first.map_or(("en", None), |tongue| (tongue.tag(), tongue.words()));
    let pages_said =
        words.map_or_else(|| "[1] / [2]".to_owned(), |w| say!(w, "html-page", page = "[1]", pages = "[2]"));
    let class = match paper.reader {
        Reader::Participant => "participant",
        Reader::Facilitator => "facilitator",
    };
    let title = paper.title.0.iter().map(|phrase| escaped(&phrase.text)).collect::<Vec<_>>().join(" / ");
    page.put(format_args!(
        "<!DOCTYPE html>\n<html lang=\"{tag}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>\n{STYLE}{}</style>\n\
         </head>\n<body class=\"{class}\">\n",
        direction(tag),
        pages(&pages_said, false),
        tag = escaped(tag),
    ));
    let mut open = false;
    for block in &paper.blocks {
        if matches!(block, Block::Sheet(_)) {
            page.put(format_args!("{}<section>\n", if open { "</section>\n" } else { "" }));
            open = true;
        }
        page.block(block);
    }
    page.put(format_args!("{}</body>\n</html>\n", if open { "</section>\n" } else { "" }));
    page.out
}

fn direction(tag: &str) -> &'static str {
    if from_the_right(tag) { "rtl" } else { "ltr" }
}

struct Page {
    out: String,
}

impl Page {
    fn put(&mut self, text: std::fmt::Arguments) {
        // Into a text nothing fails.
        let _ = self.out.write_fmt(text);
    }

    fn phrase(&mut self, element: &str, phrase: &Phrase) {
        let class = if phrase.stands_in { " class=\"other\"" } else { "" };
        let (tag, text) = (escaped(&phrase.tag), escaped(&phrase.text));
        self.put(format_args!(
            "<{element}{class} lang=\"{tag}\" dir=\"{}\">{text}</{element}>",
            direction(&phrase.tag)
        ));
    }

    /// Each language in an element of its own, side by side where there are several.
    fn said(&mut self, element: &str, said: &Said) {
        match said.0.as_slice() {
            [one] => {
                self.put(format_args!("<div>"));
                self.phrase(element, one);
            }
            several => {
                self.put(format_args!("<div class=\"both\">"));
                for phrase in several {
                    self.phrase(element, phrase);
                }
            }
        }
        self.put(format_args!("</div>"));
    }

    fn within(&mut self, class: &str, element: &str, said: &Said) {
        self.put(format_args!("<div class=\"{class}\">"));
        self.said(element, said);
        self.put(format_args!("</div>\n"));
    }

    fn list(&mut self, open: &str, items: &[Said]) {
        self.put(format_args!("<{open}>\n"));
        for item in items {
            self.put(format_args!("<li>"));
            self.said("span", item);
            self.put(format_args!("</li>\n"));
        }
        self.put(format_args!("</ul>\n"));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Sheet(said) => self.within("title", "h1", said),
            Block::Heading(said) => self.within("head", "h2", said),
            Block::Timed(minutes, said) => {
                self.put(format_args!("<div class=\"timed\"><b>{minutes} min</b>"));
                self.said("h2", said);
                self.put(format_args!("</div>\n"));
            }
            Block::Paragraph(said) => {
                self.said("p", said);
                self.put(format_args!("\n"));
            }
            Block::Notice(said) => self.within("notice", "p", said),
            Block::Fact(label, said) => {
                self.put(format_args!("<div class=\"fact\">"));
                self.stacked("div", label);
                self.said("span", said);
                self.put(format_args!("</div>\n"));
            }
            Block::Items(items) => self.list("ul", items),
            Block::Boxes(items) => self.list("ul class=\"boxes\"", items),
            Block::Grid(steps, items) => self.grid(steps, items),
            Block::Blanks(labels) => {
                for label in labels {
                    self.put(format_args!("<div class=\"blank\">"));
                    self.stacked("span", label);
                    self.put(format_args!("<span></span></div>\n"));
                }
            }
            Block::Lines(count) => {
                // Beside what they are for, and not one here and the others overleaf.
                self.put(format_args!("<div class=\"lines\">\n"));
                (0..*count).for_each(|_| self.put(format_args!("<div class=\"line\"></div>\n")));
                self.put(format_args!("</div>\n"));
            }
        }
    }

    /// Where it is narrow: one language under the other.
    fn stacked(&mut self, element: &str, said: &Said) {
        self.put(format_args!("<{element}>"));
        for (at, phrase) in said.0.iter().enumerate() {
            self.put(format_args!("{}", if at == 0 { "" } else { "<br>" }));
            self.phrase("span", phrase);
        }
        self.put(format_args!("</{element}>"));
    }

    fn grid(&mut self, steps: &[Said], items: &[Said]) {
        self.put(format_args!("<table><thead><tr><th></th>"));
        for step in steps {
            self.stacked("th", step);
        }
        self.put(format_args!("</tr></thead><tbody>\n"));
        for item in items {
            self.put(format_args!("<tr>"));
            self.stacked("th", item);
            self.put(format_args!("{}</tr>\n", "<td><span class=\"box\"></span></td>".repeat(steps.len())));
        }
        self.put(format_args!("</tbody></table>\n"));
    }
}
