import { ContainerFault } from "../../../../engine/asic/containerFault.js";
import { writeManifest } from "../../../../engine/asic/manifestWriter.js";
import { readManifest } from "../../../../engine/asic/readManifest.js";

const NAME = "META-INF/ASiCManifest001.xml";
const sha256 = "http://www.w3.org/2001/04/xmlenc#sha256";
const digest = Buffer.alloc(32, 7);
const head =
  '<asic:ASiCManifest xmlns:asic="http://uri.etsi.org/02918/v1.2.1#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#">';
const signature =
  '<asic:SigReference URI="META-INF/signature001.p7s" MimeType="application/pkcs7-signature"/>';
const reference = (uri: string, value = digest.toString("base64")) =>
  `<asic:DataObjectReference URI="${uri}"><ds:DigestMethod Algorithm="${sha256}"/><ds:DigestValue>${value}</ds:DigestValue></asic:DataObjectReference>`;
const manifest = (inside: string) => `${head}${inside}</asic:ASiCManifest>`;
const whole = manifest(signature + reference("a.txt"));

const read = (xml: string) => readManifest(Buffer.from(xml), NAME);

function refusalOf(xml: string | Uint8Array): string {
  try {
    readManifest(typeof xml === "string" ? Buffer.from(xml) : xml, NAME);
    return "";
  } catch (error) {
    if (error instanceof ContainerFault && error.fault === "manifest_malformed" && error.file === NAME)
      return error.message;
    throw error;
  }
}

describe("a manifest", () => {
  test("that was written is read as it was, with names in any script", () => {
    const references = ["documents/01-größe & maß.pdf", "a/عقد.pdf"].map((name) => ({
      name,
      digest,
      mediaType: "a/b",
    }));
    const xml = writeManifest({
      signature: { name: "META-INF/signature001.p7s", mediaType: "x/y" },
      digestAlgorithm: "sha256",
      references: [...references, { name: "META-INF/ASiCArchiveManifest001.xml", digest, rootfile: true }],
    });
    expect(readManifest(xml, NAME)).toEqual({
      signature: { uri: "META-INF/signature001.p7s", mimeType: "x/y" },
      references: [
        ...references.map(({ name }) => ({
          uri: name,
          mimeType: "a/b",
          rootfile: false,
          digestAlgorithm: sha256,
          digest,
        })),
        {
          uri: "META-INF/ASiCArchiveManifest001.xml",
          mimeType: null,
          rootfile: true,
          digestAlgorithm: sha256,
          digest,
        },
      ],
    });
  });

  test("may have its namespaces under other prefixes, and white space anywhere", () => {
    const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<ASiCManifest xmlns="http://uri.etsi.org/02918/v1.2.1#">
      <SigReference URI = 'META-INF/s.p7s'/>
      <DataObjectReference URI="a&#x62;&amp;c"><d:DigestMethod xmlns:d="http://www.w3.org/2000/09/xmldsig#" Algorithm="${sha256}"></d:DigestMethod>
        <d:DigestValue xmlns:d="http://www.w3.org/2000/09/xmldsig#">\n ${digest.toString("base64")}\n</d:DigestValue></DataObjectReference>
    </ASiCManifest>`;
    expect(read(xml)).toMatchObject({
      signature: { uri: "META-INF/s.p7s" },
      references: [{ uri: "ab&c", digest }],
    });
  });

  test.each<[string, string | Uint8Array, RegExp]>([
    ["with a DTD", `<!DOCTYPE x [<!ENTITY a "b">]>${whole}`, /DTD/],
    [
      "with entities that multiply",
      `<!DOCTYPE l [<!ENTITY l "l"><!ENTITY m "&l;&l;&l;">]>${head}&m;</asic:ASiCManifest>`,
      /DTD/,
    ],
    ["that reaches for a file", `<!DOCTYPE x SYSTEM "file:///etc/passwd">${whole}`, /DTD/],
    ["with an entity of its own", manifest(`${signature}${reference("&evil;")}`), /entity/],
    ["with a reference to no character", manifest(`${signature}${reference("&#0;")}`), /entity/],
    ["with a comment", manifest(`<!-- -->${signature}${reference("a")}`), /comment/],
    [
      "with a processing instruction",
      manifest(`<?php ?>${signature}${reference("a")}`),
      /processing instruction/,
    ],
    ["with a CDATA section", manifest(`${signature}${reference("a", "<![CDATA[AAAA]]>")}`), /CDATA/],
    ["that is cut off", whole.slice(0, -10), /malformed|cut off|nested/],
    ["that is not nested", whole.replace("</asic:DataObjectReference>", "</asic:ASiCManifest>"), /nested/],
    ["with something behind it", `${whole}<x/>`, /more than one root/],
    ["with text behind it", `${whole}x`, /outside/],
    ["with a prefix that it does not declare", manifest(`<evil:x/>${signature}`), /prefix/],
    ["of another namespace", whole.replace("02918/v1.2.1", "02918/v9"), /no ASiCManifest/],
    ["of another element", whole.replaceAll("asic:ASiCManifest", "asic:Other"), /no ASiCManifest/],
    ["with an attribute twice", whole.replace("URI=", 'URI="b" URI='), /twice/],
    ["without a signature", manifest(reference("a")), /SigReference/],
    ["that names no file", manifest(signature), /no file/],
    [
      "with a reference without a digest",
      manifest(`${signature}<asic:DataObjectReference URI="a"/>`),
      /digest/,
    ],
    ["with a digest that is no Base64", manifest(signature + reference("a", "****")), /Base64/],
    ["with a digest in Base64 of another form", manifest(signature + reference("a", "AAB=")), /Base64/],
    ["that names another place", manifest(signature + reference("https://evil.example/a")), /outside/],
    ["that names a file with a query", manifest(signature + reference("a?b")), /outside/],
    ["with a URI that is encoded wrongly", manifest(signature + reference("%ff")), /encoded/],
    ["in another encoding", Buffer.from(`\ufeff${whole}`, "utf16le"), /UTF-8/],
    ["with a control character", manifest(`${signature}${reference("\u0001")}`), /character/],
    ["nested too deep", "<a>".repeat(100), /deep/],
    ["of too many elements", manifest(signature + reference("a").repeat(20_000)), /elements/],
    [
      "of too many attributes",
      `<a ${Array.from({ length: 40 }, (_, n) => `a${n}=""`).join(" ")}/>`,
      /attributes/,
    ],
    ["that is too long", Buffer.alloc(5 * 1024 * 1024, " "), /bytes/],
    ["of nothing", "", /cut off/],
  ])("%s is refused", (_what, xml, reason) => {
    expect(refusalOf(xml)).toMatch(reason);
  });
});
