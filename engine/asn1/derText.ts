import { tag } from "./derTag.js";

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * What the contents octets of an ASN.1 string type say.
 * @returns null when the type is none of them, or the octets are not of that type
 */
export function textFromOctets(identifier: number, content: Uint8Array): string | null {
  switch (identifier) {
    case tag.utf8String:
      return fromUtf8(content);
    case tag.printableString:
    case tag.ia5String:
    case tag.numericString:
    case tag.visibleString:
      return content.some((octet) => octet >= 0x80) ? null : latin1(content);
    // T.61 as everybody wrote it: Latin-1.
    case tag.teletexString:
      return latin1(content);
    case tag.bmpString:
      return codePoints(content, 2);
    case tag.universalString:
      return codePoints(content, 4);
    default:
      return null;
  }
}

function fromUtf8(content: Uint8Array): string | null {
  try {
    return utf8.decode(content);
  } catch {
    // The decoder's one complaint is that these are not UTF-8, which is the answer.
    return null;
  }
}

const latin1 = (content: Uint8Array): string =>
  Buffer.from(content.buffer, content.byteOffset, content.length).toString("latin1");

function codePoints(content: Uint8Array, width: 2 | 4): string | null {
  if (content.length % width !== 0) return null;
  let text = "";
  for (let at = 0; at < content.length; at += width) {
    let codePoint = 0;
    for (let index = 0; index < width; index++) codePoint = codePoint * 256 + content[at + index]!;
    if (codePoint > 0x10ffff) return null;
    text += width === 2 ? String.fromCharCode(codePoint) : String.fromCodePoint(codePoint);
  }
  return text.isWellFormed() ? text : null;
}
