import { readXml } from "../../../../engine/xml/readXml.js";
import { XmlFault } from "../../../../engine/xml/xmlElement.js";

const limits = { maxBytes: 10_000, maxDepth: 4, maxElements: 100, maxAttributes: 4 };
const read = (xml: string | Uint8Array) => readXml(typeof xml === "string" ? Buffer.from(xml) : xml, limits);

describe("XML that is read", () => {
  test("has namespaces as they are in scope, and references replaced", () => {
    const root = read(
      '<?xml version="1.0" encoding="utf-8"?>\n<p:a xmlns:p="one" xmlns="two" b="&lt;&#x41;"><b><p:c xmlns:p="three"/></b>&amp;</p:a>\n',
    );
    const [inner] = root.children;
    expect([root.namespace, inner?.namespace, inner?.children[0]?.namespace]).toEqual([
      "one",
      "two",
      "three",
    ]);
    expect([root.text, root.attributes.get("b")]).toEqual(["&", "<A"]);
  });
});

describe("XML that two readers could take for two documents is refused:", () => {
  test.each<[string, string | Uint8Array]>([
    ["a DTD", "<!DOCTYPE a><a/>"],
    ["an entity of its own", '<a b="&c;"/>'],
    ["a comment", "<a><!-- b --></a>"],
    ["a CDATA section", "<a><![CDATA[b]]></a>"],
    ["a processing instruction", "<a><?b?></a>"],
    ["a declaration in capitals", '<?XML version="1.0"?><a/>'],
    ["another encoding", '<?xml version="1.0" encoding="UTF-7"?><a/>'],
    ["UTF-16", Buffer.from("\ufeff<a/>", "utf16le")],
    ["a byte order mark", "\ufeff<a/>"],
    ["an attribute twice", '<a b="1" b="2"/>'],
    ["an attribute twice under two prefixes", '<a xmlns:p="x" xmlns:q="x" p:b="1" q:b="2"/>'],
    ["a prefix that nobody declared", "<p:a/>"],
    ["a prefix that is taken back", '<a xmlns:p="x"><b xmlns:p=""><p:c/></b></a>'],
    ["the prefix xml bound anew", '<a xmlns:xml="x"/>'],
    ["the prefix xmlns bound", '<a xmlns:xmlns="x"/>'],
    ["two roots", "<a/><b/>"],
    ["blanks that are none around the root", "<a/>\u00a0"],
    ["elements that cross", "<a><b></a></b>"],
    ["a character that XML does not have", "<a>&#0;</a>"],
    ["elements nested too deep", "<a><a><a><a><a/></a></a></a></a>"],
    ["no end", "<a>"],
  ])("%s", (_what, xml) => {
    expect(() => read(xml)).toThrow(XmlFault);
  });
});
