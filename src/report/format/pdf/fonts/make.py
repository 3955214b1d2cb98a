"""Makes the two fonts that PDF is written with out of Noto fonts: `python3 make.py FOLDER` (needs fonttools).

FOLDER holds NotoSans-{Regular,Bold}.ttf, NotoSansMath-Regular.ttf and NotoSansSymbols2-Regular.ttf. Kept are all
letters, marks and signs below with what shaping needs (compositions, places of marks, kerning); hinting goes, as
paper needs none. Arrows, comparisons and ticks, which Noto Sans has not, are copied from its sister fonts.
"""

import sys
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

# Latin with its extensions (among them IPA, whose letters African languages write), marks, Greek, Cyrillic,
# punctuation, currencies, letterlike signs.
RANGES = [
    (0x20, 0x7E), (0xA0, 0x36F), (0x370, 0x52F), (0x1E00, 0x1FFF), (0x2000, 0x206F), (0x2070, 0x209F),
    (0x20A0, 0x20CF), (0x2100, 0x214F), (0x25CC, 0x25CC), (0x2C60, 0x2C7F), (0xA720, 0xA7FF),
]
BORROWED = {"NotoSansMath-Regular.ttf": "←↑→↓↔−≈≠≤≥", "NotoSansSymbols2-Regular.ttf": "☐☑✓✗✔✘"}


def borrow(font, folder):
    for name, signs in BORROWED.items():
        source = TTFont(f"{folder}/{name}")
        assert source["head"].unitsPerEm == font["head"].unitsPerEm
        glyphs, cmap = source.getGlyphSet(), source.getBestCmap()
        for sign in (sign for sign in signs if ord(sign) in cmap):
            recorded, pen, called = DecomposingRecordingPen(glyphs), TTGlyphPen(None), f"u{ord(sign):04X}"
            glyphs[cmap[ord(sign)]].draw(recorded)
            recorded.replay(pen)
            font["glyf"][called] = pen.glyph()
            font["hmtx"][called] = source["hmtx"][cmap[ord(sign)]]
            for table in font["cmap"].tables:
                table.cmap[ord(sign)] = called


def make(weight, folder):
    font = TTFont(f"{folder}/NotoSans-{weight}.ttf", recalcTimestamp=False)
    options = Options(hinting=False, notdef_outline=True, layout_features=["ccmp", "mark", "mkmk", "kern"])
    options.name_IDs = [0, 1, 2, 4, 5, 6, 13, 14]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)])
    subsetter.subset(font)
    borrow(font, folder)
    font.save(f"NotoSans-{weight}.ttf")


for weight in ("Regular", "Bold"):
    make(weight, sys.argv[1])
