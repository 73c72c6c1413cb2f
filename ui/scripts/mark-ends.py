#!/usr/bin/env python3
"""Makes src/styles/fonts/rubik-arabic.woff2 from the package's Rubik: `pip install fonttools brotli`.

WebKitGTK lifts a whole run off the baseline when the glyph that is drawn first has a vertical offset:
in Arabic that is a vowel mark at the end of the run («شكراً»). Here an empty glyph without width is put
behind the last mark of every letter, so that it, and never a mark, is drawn first. No outline changes.
"""

from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables as ot
from fontTools.ttLib.tables._g_l_y_f import Glyph

UI = Path(__file__).resolve().parent.parent
SOURCE = UI / "node_modules/@fontsource-variable/rubik/files/rubik-arabic-wght-normal.woff2"
TARGET = UI / "src/styles/fonts/rubik-arabic.woff2"
END = "markend"
MARK = 3


def add_empty_glyph(font):
    variations = font["gvar"].variations  # read while the order of glyphs is still the old one
    font.setGlyphOrder([*font.getGlyphOrder(), END])
    font["glyf"].glyphs[END] = Glyph()
    font["glyf"].glyphOrder = font.getGlyphOrder()
    font["hmtx"].metrics[END] = (0, 0)
    variations[END] = []
    font["GDEF"].table.GlyphClassDef.classDefs[END] = MARK


def coverage(glyphs, font):
    made = ot.Coverage()
    made.glyphs = sorted(glyphs, key=font.getGlyphID)
    return made


def lookup_of(kind, subtables):
    made = ot.Lookup()
    made.LookupType, made.LookupFlag = kind, 0
    made.SubTable, made.SubTableCount = subtables, len(subtables)
    return made


def behind(marks):
    """Every mark becomes itself and the empty glyph."""
    made = ot.MultipleSubst()
    made.mapping = {mark: [mark, END] for mark in marks}
    return lookup_of(2, [made])


def rule(marks, ahead, records, font):
    made = ot.ChainContextSubst()
    made.Format = 3
    made.BacktrackCoverage, made.BacktrackGlyphCount = [], 0
    made.InputCoverage, made.InputGlyphCount = [coverage(marks, font)], 1
    made.LookAheadCoverage = [coverage(ahead, font)] if ahead else []
    made.LookAheadGlyphCount = len(made.LookAheadCoverage)
    made.SubstLookupRecord, made.SubstCount = records, len(records)
    return made


def after_the_last(marks, nested, font):
    """A mark before another mark stays as it is; the last one gets its end."""
    record = ot.SubstLookupRecord()
    record.SequenceIndex, record.LookupListIndex = 0, nested
    return lookup_of(6, [rule(marks, marks, [], font), rule(marks, [], [record], font)])


def main():
    font = TTFont(SOURCE)
    classes = font["GDEF"].table.GlyphClassDef.classDefs
    marks = [glyph for glyph, kind in classes.items() if kind == MARK]
    add_empty_glyph(font)
    table = font["GSUB"].table
    lookups = table.LookupList.Lookup
    first = len(lookups)
    lookups += [behind(marks), after_the_last(marks, first, font)]
    table.LookupList.LookupCount = len(lookups)
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "rlig":
            record.Feature.LookupListIndex.append(first + 1)
            record.Feature.LookupCount += 1
    font.flavor = "woff2"
    TARGET.parent.mkdir(exist_ok=True)
    font.save(TARGET)


main()
