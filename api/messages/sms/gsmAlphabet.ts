/** The default alphabet of 3GPP TS 23.038, 6.2.1: one septet each. */
const basic = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
/** Its extension, 6.2.1.1: two septets each. */
const extension = new Set("^{}\\[~]|€");

/** What stands for signs that the alphabet lacks and that have no form without their marks. */
const spelled: Readonly<Record<string, string>> = {
  ł: "l",
  Ł: "L",
  đ: "d",
  Đ: "D",
  ı: "i",
  œ: "oe",
  Œ: "OE",
  þ: "th",
  Þ: "Th",
  ð: "d",
  "“": '"',
  "”": '"',
  "„": '"',
  "«": '"',
  "»": '"',
  "‘": "'",
  "’": "'",
  "–": "-",
  "—": "-",
  "…": "...",
  "\u00a0": " ",
  "\u202f": " ",
};

/** A text in the default alphabet: letters lose the marks that it has not. Null where something has no spelling in it. */
export function inGsmAlphabet(text: string): string | null {
  let spelt = "";
  for (const character of text.normalize("NFC")) {
    const sign = isGsm(character) ? character : (spelled[character] ?? withoutMarks(character));
    if (![...sign].every(isGsm) || sign === "") return null;
    spelt += sign;
  }
  return spelt;
}

/** How many of a message's 160 septets a text in the default alphabet takes. */
export function septets(text: string): number {
  return [...text].reduce((sum, character) => sum + (extension.has(character) ? 2 : 1), 0);
}

function isGsm(character: string): boolean {
  return basic.has(character) || extension.has(character);
}

function withoutMarks(character: string): string {
  return character.normalize("NFD").replace(/\p{M}/gu, "");
}
