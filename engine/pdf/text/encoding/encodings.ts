/** What the codes of a font mean: the text of each of 256; undefined where the encoding has no character. */
export type Encoding = readonly (string | undefined)[];

/** Runs of codes: the first code, and a character for it and for each that follows. */
type Runs = readonly (readonly [number, string])[];

const STANDARD: Runs = [
  [0x20, ' !"#$%&’()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_‘abcdefghijklmnopqrstuvwxyz{|}~'],
  [0xa1, "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ"],
  [0xb1, "–†‡·"],
  [0xb6, "¶•‚„”»…‰"],
  [0xbf, "¿"],
  [0xc1, "`\u{b4}\u{2c6}\u{2dc}\u{af}\u{2d8}\u{2d9}\u{a8}"],
  [0xca, "\u{2da}\u{b8}"],
  [0xcd, "\u{2dd}\u{2db}\u{2c7}—"],
  [0xe1, "Æ"],
  [0xe3, "ª"],
  [0xe8, "ŁØŒº"],
  [0xf1, "æ"],
  [0xf5, "ı"],
  [0xf8, "łøœß"],
];

const WIN_ANSI: Runs = [
  [
    0x20,
    " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~•€•‚ƒ„…†‡\u{2c6}‰Š‹Œ•Ž••‘’“”•–—\u{2dc}™š›œ•žŸ ¡¢£¤¥¦§\u{a8}©ª«¬-®\u{af}°±²³\u{b4}µ¶·\u{b8}¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
  ],
];

const MAC_ROMAN: Runs = [
  [0x20, " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"],
  [
    0x80,
    "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™\u{b4}\u{a8}≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»… ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄¤‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙı\u{2c6}\u{2dc}\u{af}\u{2d8}\u{2d9}\u{2da}\u{b8}\u{2dd}\u{2db}\u{2c7}",
  ],
];

const MAC_EXPERT: Runs = [
  [0x20, " !\u{f6cf}¢$$&\u{f6c9}⁽⁾‥․,-.⁄0123456789:;"],
  [0x3d, "\u{f6de}"],
  [0x3f, "?"],
  [0x44, "ð"],
  [0x47, "¼½¾⅛⅜⅝⅞⅓⅔"],
  [0x56, "ﬀﬁﬂﬃﬄ₍"],
  [0x5d, "₎\u{2c6}-\u{f6ce}abcdefghijklmnopqrstuvwxyz₡\u{f6dc}\u{f6dd}\u{2dc}"],
  [0x81, "a¢"],
  [0x87, "áàâäãåçéèêëíìîïñóòôöõúùûü"],
  [0xa1, "⁸₄₃₆₈₇š"],
  [0xa9, "¢₂"],
  [0xac, "\u{f6cb}"],
  [0xae, "\u{f6ca}o₅"],
  [0xb2, ",.ý"],
  [0xb6, "$"],
  [0xb9, "þ"],
  [0xbb, "₉₀žæø¿₁ł"],
  [0xc9, "\u{b8}"],
  [0xcf, "œ‒-"],
  [0xd6, "¡"],
  [0xd8, "ÿ"],
  [0xda, "¹²³⁴⁵⁶⁷⁹⁰"],
  [0xe4, "ert"],
  [0xe9, "isd"],
  [0xf1, "l\u{2db}\u{2d8}\u{f6d0}bⁿm,.\u{2d9}\u{2da}"],
];

const SYMBOL: Runs = [
  [
    0x20,
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧ∆ΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_\u{f8e5}αβχδεφγηιϕκλµνοπθρστυϖωξψζ{|}∼",
  ],
  [
    0xa0,
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…\u{f8e6}\u{f8e7}↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑\u{f8eb}\u{f8ec}\u{f8ed}\u{f8ee}\u{f8ef}\u{f8f0}\u{f8f1}\u{f8f2}\u{f8f3}\u{f8f4}",
  ],
  [0xf1, "〉∫⌠\u{f8f5}⌡\u{f8f6}\u{f8f7}\u{f8f8}\u{f8f9}\u{f8fa}\u{f8fb}\u{f8fc}\u{f8fd}\u{f8fe}"],
];

const ZAPF_DINGBATS: Runs = [
  [0x20, " ✁✂✃✄☎✆✇✈✉☛☞✌✍✎✏✐✑✒✓✔✕✖✗✘✙✚✛✜✝✞✟✠✡✢✣✤✥✦✧★✩✪✫✬✭✮✯✰✱✲✳✴✵✶✷✸✹✺✻✼✽✾✿❀❁❂❃❄❅❆❇❈❉❊❋●❍■❏❐❑❒▲▼◆❖◗❘❙❚❛❜❝❞"],
  [0x80, "❨❩❪❫❬❭❮❯❰❱❲❳❴❵"],
  [0xa1, "❡❢❣❤❥❦❧♣♦♥♠①②③④⑤⑥⑦⑧⑨⑩❶❷❸❹❺❻❼❽❾❿➀➁➂➃➄➅➆➇➈➉➊➋➌➍➎➏➐➑➒➓➔→↔↕➘➙➚➛➜➝➞➟➠➡➢➣➤➥➦➧➨➩➪➫➬➭➮➯"],
  [0xf1, "➱➲➳➴➵➶➷➸➹➺➻➼➽➾"],
];

/** The encodings that fonts name (ISO 32000-2 Annex D.2, D.4 to D.6). Expert letters stand as plain ones. */
export const STANDARD_ENCODING = readRuns(STANDARD);
export const WIN_ANSI_ENCODING = readRuns(WIN_ANSI);
export const MAC_ROMAN_ENCODING = readRuns(MAC_ROMAN);
const MAC_EXPERT_ENCODING = readRuns(MAC_EXPERT);
export const SYMBOL_ENCODING = readRuns(SYMBOL);
export const ZAPF_DINGBATS_ENCODING = readRuns(ZAPF_DINGBATS);

/** The encoding of a name of Table 112; undefined for another. */
export function namedEncoding(name: string): Encoding | undefined {
  return NAMED.get(name);
}

const NAMED = new Map([
  ["StandardEncoding", STANDARD_ENCODING],
  ["WinAnsiEncoding", WIN_ANSI_ENCODING],
  ["MacRomanEncoding", MAC_ROMAN_ENCODING],
  ["MacExpertEncoding", MAC_EXPERT_ENCODING],
]);

function readRuns(runs: Runs): Encoding {
  const encoding = new Array<string | undefined>(256).fill(undefined);
  for (const [first, characters] of runs) {
    for (const [index, character] of [...characters].entries()) encoding[first + index] = character;
  }
  return encoding;
}
