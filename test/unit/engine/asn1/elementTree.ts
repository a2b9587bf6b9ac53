import fc from "fast-check";
import { element } from "../../../../engine/asn1/derWriter.js";

/** An element as a tree: primitive with contents, or constructed of others. */
export type Node =
  | { readonly identifier: number; readonly content: Uint8Array }
  | { readonly identifier: number; readonly children: readonly Node[] };

const primitive = fc.record({
  identifier: fc.constantFrom(0x02, 0x04, 0x04, 0x05, 0x06, 0x0c, 0x13, 0x80, 0x86),
  content: fc.uint8Array({ maxLength: 300 }),
});

/** Trees of up to four levels, as small as fast-check shrinks them. */
export const nodes: fc.Arbitrary<Node> = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    primitive,
    fc.record({
      identifier: fc.constantFrom(0x30, 0x31, 0xa0, 0xa3),
      children: fc.array(tie("node"), { maxLength: 4 }),
    }),
  ),
})).node;

/** The one DER form of a tree (SET OF aside, whose order is taken as it is). */
export function derOf(node: Node): Uint8Array {
  if ("content" in node) return element(node.identifier, node.content);
  return element(node.identifier, ...node.children.map(derOf));
}

const STRINGS = [0x04, 0x0c, 0x13];

/**
 * One of the BER forms of a tree.
 * @param choose gives a number of 0 to 255 at each choice
 * @param cuts how often a piece of a string may be cut in two again
 */
export function berOf(node: Node, choose: () => number, cuts = 3): Uint8Array {
  if ("children" in node) {
    return wrapped(
      node.identifier,
      node.children.map((child) => berOf(child, choose)),
      choose,
    );
  }
  const { identifier, content } = node;
  if (cuts === 0 || !STRINGS.includes(identifier) || choose() % 2 === 0)
    return withLength(identifier, content, choose);
  const cut = content.length === 0 ? 0 : choose() % content.length;
  const pieces = [content.subarray(0, cut), content.subarray(cut)];
  const parts = pieces.map((piece) => berOf({ identifier, content: piece }, choose, cuts - 1));
  return wrapped(identifier | 0x20, parts, choose);
}

function wrapped(identifier: number, parts: readonly Uint8Array[], choose: () => number): Uint8Array {
  const content = Uint8Array.from(parts.flatMap((part) => [...part]));
  if (choose() % 2 === 0) return withLength(identifier, content, choose);
  return Uint8Array.from([identifier, 0x80, ...content, 0, 0]);
}

/** A definite length, with up to three octets more than it needs. */
function withLength(identifier: number, content: Uint8Array, choose: () => number): Uint8Array {
  const shortest = [];
  for (let rest = content.length; rest > 0; rest >>= 8) shortest.unshift(rest & 0xff);
  const more = choose() % 4;
  if (more === 0) return element(identifier, content);
  const octets = [...new Array<number>(more).fill(0), ...shortest];
  return Uint8Array.from([identifier, 0x80 | octets.length, ...octets, ...content]);
}
