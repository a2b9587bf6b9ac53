import { addValidationData } from "../../../../engine/pades/addValidationData.js";
import { openPdf } from "../../../../engine/pdf/document.js";
import { readDocumentSecurityStore } from "../../../../engine/pdf/documentSecurityStore.js";
import { addToDocumentSecurityStore } from "../../../../engine/pdf/documentSecurityStoreUpdate.js";
import { Increment } from "../../../../engine/pdf/increment.js";
import { type Authorities, newAuthorities } from "../../../support/authorities.js";
import { describeWith } from "../../../support/judges.js";
import { sampleDocument } from "../pades/sampleDocument.js";
import { handWrittenPdf } from "./handWritten.js";
import { qpdfComplaints } from "./qpdf.js";

const storeOf = (pdf: Uint8Array) => readDocumentSecurityStore(openPdf(pdf));
const texts = (elements: readonly Uint8Array[] = []) =>
  elements.map((bytes) => Buffer.from(bytes).toString("latin1"));

/** Adds to the store without a look at what is added. */
function added(pdf: Uint8Array, certificates: readonly string[], crls: readonly string[] = []): Uint8Array {
  const increment = new Increment(openPdf(pdf));
  const bytes = (list: readonly string[]) => list.map((text) => Buffer.from(text, "latin1"));
  const changed = addToDocumentSecurityStore(increment, {
    certificates: bytes(certificates),
    crls: bytes(crls),
  });
  return changed ? Buffer.concat([pdf, increment.write(pdf).bytes]) : pdf;
}

describe("the documentSecurityStore", () => {
  let authorities: Authorities;
  beforeAll(async () => {
    authorities = await newAuthorities();
  });

  test("is made in a document that has none, in files of either kind of cross-reference", async () => {
    for (const useObjectStreams of [false, true]) {
      const pdf = await sampleDocument(1, useObjectStreams);
      expect(storeOf(pdf)).toBeUndefined();
      const extended = addValidationData(pdf, { certificates: authorities.roots, crls: authorities.crls });
      expect(storeOf(extended)).toEqual({
        certificates: authorities.roots.map((der) => Buffer.from(der)),
        crls: authorities.crls.map((der) => Buffer.from(der)),
        ocspResponses: [],
        validationRelatedInformation: [],
      });
    }
  });

  test("takes what it does not have, keeps what it has, and grows no further when nothing is new", async () => {
    const first = added(await sampleDocument(1, false), ["a", "b", "a"]);
    expect(texts(storeOf(first)?.certificates)).toEqual(["a", "b"]);
    const second = added(first, ["b", "c"], ["list"]);
    expect(texts(storeOf(second)?.certificates)).toEqual(["a", "b", "c"]);
    expect(texts(storeOf(second)?.crls)).toEqual(["list"]);
    expect(added(second, ["c", "a"], ["list"])).toBe(second);
  });

  const inCatalog = (store: string, ...objects: string[]) => {
    const all = [`<</Type/Catalog/Pages 2 0 R/DSS ${store}>>`, "<</Type/Pages/Kids[]/Count 0>>", ...objects];
    return handWrittenPdf(Object.fromEntries(all.map((object, index) => [index + 1, object])));
  };
  const stream = (text: string) => `<</Length ${text.length}>>stream\n${text}\nendstream`;
  test.each([
    ["an object of its own", inCatalog("3 0 R", "<</Certs[4 0 R]/Mine/Kept>>", stream("a"))],
    ["a part of the catalog", inCatalog("<</Certs[3 0 R]/Mine/Kept>>", stream("a"))],
    [
      "one whose lists are objects of their own",
      inCatalog("<</Certs 3 0 R/Mine/Kept>>", "[4 0 R]", stream("a")),
    ],
  ])("of others is read and continued when it is %s", (_, pdf) => {
    expect(texts(storeOf(pdf)?.certificates)).toEqual(["a"]);
    const extended = added(pdf, ["a", "b", "c"], ["d"]);
    expect(texts(storeOf(extended)?.certificates)).toEqual(["a", "b", "c"]);
    expect(texts(storeOf(extended)?.crls)).toEqual(["d"]);
    const entries = openPdf(extended).resolve(openPdf(extended).catalog.get("DSS"));
    expect(entries instanceof Map && entries.has("Mine")).toBe(true);
  });

  test("gives out what stands under a signature of others' /VRI, and passes over what is no stream", () => {
    const vri = "<</0123ABCD<</Cert[3 0 R 9 0 R 2 0 R]/CRL null/OCSP 7>>>>";
    const store = storeOf(inCatalog(`<</Certs[7 null 2 0 R]/VRI${vri}>>`, stream("a")));
    expect(store?.certificates).toEqual([]);
    const [information] = store?.validationRelatedInformation ?? [];
    expect(information?.key).toBe("0123ABCD");
    expect(texts(information?.certificates)).toEqual(["a"]);
    expect(information?.ocspResponses).toEqual([]);
  });

  test("with more streams than any document needs is refused instead of read", () => {
    const many = inCatalog(`<</Certs[${"3 0 R ".repeat(10_001)}]>>`, stream("a"));
    expect(() => storeOf(many)).toThrow(expect.objectContaining({ code: "pdf_limit_exceeded" }));
  });

  test("takes no bytes that are not what they are given out for", async () => {
    const pdf = await sampleDocument(1, false);
    const [root = new Uint8Array(0)] = authorities.roots;
    for (const data of [{ crls: [root] }, { ocspResponses: [root] }, { certificates: authorities.crls }]) {
      expect(() => addValidationData(pdf, data)).toThrow(expect.objectContaining({ code: "asn1_malformed" }));
    }
  });
});

describeWith(["qpdf"], "a document with a documentSecurityStore", () => {
  test("is clean to qpdf after it was made and after it was continued", async () => {
    for (const useObjectStreams of [false, true]) {
      const first = added(await sampleDocument(1, useObjectStreams), ["a", "b"]);
      expect(qpdfComplaints(first)).toBe("");
      expect(qpdfComplaints(added(first, ["c"], ["d"]))).toBe("");
    }
  });
});
