"""Writes the font files of this folder from letters of the shipped Noto Sans, with fontTools and cffsubr.

Run in this folder: python make.py   (needs: pip install fonttools cffsubr)
"""
import copy
import string
import cffsubr
from fontTools import subset
from fontTools.cffLib import FDArrayIndex, FDSelect, FontDict
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.qu2cuPen import Qu2CuPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTCollection, TTFont

NOTO = "../../../../../assets/fonts/NotoSans-Regular.ttf"
LETTERS = string.ascii_letters + string.digits + " .,:-éèüöäßŁñ\u00a0"


def letters(text):
    font = TTFont(NOTO)
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [1, 2, 4, 6]
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=text)
    subsetter.subset(font)
    return font


def with_cff(source):
    order, glyphs = source.getGlyphOrder(), source.getGlyphSet()
    build = FontBuilder(source["head"].unitsPerEm, isTTF=False)
    build.setupGlyphOrder(order)
    build.setupCharacterMap(source.getBestCmap())
    drawn = {}
    for name in order:
        pen = T2CharStringPen(glyphs[name].width, glyphs)
        glyphs[name].draw(Qu2CuPen(pen, 0.5, all_cubic=True))
        drawn[name] = pen.getCharString()
    build.setupCFF("LettersCFF", {"FullName": "Letters CFF"}, drawn, {})
    build.setupHorizontalMetrics({name: source["hmtx"][name] for name in order})
    build.setupHorizontalHeader(ascent=source["hhea"].ascent, descent=source["hhea"].descent)
    build.setupNameTable({"familyName": "Letters CFF", "styleName": "Regular", "psName": "LettersCFF"})
    build.setupOS2(sCapHeight=714)
    build.setupPost(keepGlyphNames=False)
    return cffsubr.subroutinize(build.font, cff_version=1)


def cid_keyed(font):
    top = font["CFF "].cff.topDictIndex[0]
    strings, private, names = top.CharStrings, top.Private, list(top.charset)
    cids = [".notdef"] + [f"cid{i:05d}" for i in range(1, len(names))]
    for name in names:
        strings[name].decompile()
    select = FDSelect()
    select.format = 3
    select.gidArray = [0 if i < len(names) // 2 else 1 for i in range(len(names))]
    array = FDArrayIndex()
    array.strings = top.strings
    array.GlobalSubrs = top.GlobalSubrs
    for _ in range(2):
        entry = FontDict(top.strings)
        entry.Private = copy.deepcopy(private)
        entry.setCIDFontDict = True
        array.append(entry)
    top.ROS, top.CIDCount = ("Adobe", "Identity", 0), len(names)
    top.FDArray, top.FDSelect = array, select
    strings.fdArray, strings.fdSelect = array, select
    drawn = [strings[name] for name in names]
    strings.charStringsAreIndexed = 0
    strings.charStrings = dict(zip(cids, drawn))
    for charstring, number in zip(drawn, select.gidArray):
        charstring.private = array[number].Private
        charstring.fdSelectIndex = number
    top.charset = cids
    del top.Private
    top.rawDict.pop("Private", None)
    font.setGlyphOrder(cids)
    return font


cff = with_cff(letters(LETTERS))
cff.save("letters-cff.otf")
cid_keyed(TTFont("letters-cff.otf")).save("letters-cid.otf")
faces = TTCollection()
faces.fonts = [letters(string.ascii_uppercase + " "), letters(string.ascii_lowercase + " ")]
faces.save("letters.ttc")
