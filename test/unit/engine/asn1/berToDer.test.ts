import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { berLength } from "../../../../engine/asn1/berHeader.js";
import { berToDer } from "../../../../engine/asn1/berToDer.js";
import { DerReader } from "../../../../engine/asn1/derReader.js";
import { contextConstructed, tag } from "../../../../engine/asn1/derTag.js";
import { element } from "../../../../engine/asn1/derWriter.js";
import { parseSignedData } from "../../../../engine/cms/parseSignedData.js";
import { digestMatches, signerVerifies } from "../../../../engine/cms/verifySigner.js";
import { EngineError } from "../../../../engine/error.js";
import { describeWith } from "../../../support/judges.js";
import { openssl } from "../../../support/openssl.js";
import { newTimestampedSignature } from "../cms/signatures.js";
import { berOf, derOf, nodes } from "./elementTree.js";
import { fromHex, hex } from "./hex.js";

const malformed = expect.objectContaining({ code: "asn1_malformed" });

describe("any tree of elements, in any BER form of it,", () => {
  test("becomes its DER form, which stays as it is; and its length is found before the zeros behind it", () => {
    fc.assert(
      fc.property(nodes, fc.infiniteStream(fc.nat(255)), (node, choices) => {
        const ber = berOf(node, () => choices.next().value ?? 0);
        const der = berToDer(ber);
        expect(hex(der)).toBe(hex(derOf(node)));
        expect(berToDer(der)).toEqual(der);
        expect(berLength(Uint8Array.from([...ber, 0, 0, 0]))).toBe(ber.length);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test("is the same bytes, uncopied, when it was DER already", () => {
    fc.assert(
      fc.property(nodes, (node) => {
        const der = derOf(node);
        expect(berToDer(der).buffer).toBe(der.buffer);
      }),
      { seed: 1, numRuns: 100 },
    );
  });
});

test("bytes by chance are converted or refused with an EngineError, and nothing else", () => {
  const first = fc.constantFrom(0x30, 0x24, 0x23, 0xa0, 0x04, 0x31);
  const bytes = fc.tuple(first, fc.constantFrom(0x80, 0x81, 4, 0x84), fc.uint8Array({ maxLength: 60 }));
  fc.assert(
    fc.property(
      fc.oneof(
        bytes.map(([a, b, rest]) => Uint8Array.from([a, b, ...rest])),
        fc.uint8Array(),
      ),
      (ber) => {
        for (const read of [berToDer, berLength, parseSignedData]) {
          try {
            read(ber);
          } catch (error) {
            expect(error).toBeInstanceOf(EngineError);
          }
        }
      },
    ),
    { seed: 1, numRuns: 2_000 },
  );
});

describe("refused is", () => {
  const nested = (depth: number, inner: string) =>
    fromHex(`${"3080".repeat(depth)}${inner}${"0000".repeat(depth)}`);
  test.each([
    ["nothing", fromHex("")],
    ["an indefinite length without an end", fromHex("3080020100")],
    ["an end without a beginning", fromHex("0000")],
    ["a primitive of indefinite length", fromHex("0480410000")],
    ["a length beyond the end", fromHex("300502")],
    ["a length of nine octets", fromHex("3089000000000000000001ff")],
    ["a length of eight octets that is beyond the end", fromHex("0488ffffffffffffffff00")],
    ["a tag of several octets", fromHex("1f8101020000")],
    ["something behind the element", fromHex("020100020100")],
    ["an element that reaches out of its wrapper", fromHex("30030204010000")],
    ["an OCTET STRING of an INTEGER", fromHex("2480020100 0000")],
    ["a BIT STRING whose first piece does not end with an octet", fromHex("2380 03020100 03020100 0000")],
    ["a BIT STRING of an empty piece", fromHex("2380 0300 0000")],
    ["33 levels", nested(33, "020100")],
    ["100,000 levels", nested(100_000, "")],
  ])("%s", (_title, ber) => {
    expect(() => berToDer(ber)).toThrow(malformed);
  });

  test("an encoding of more than 16 MiB", () => {
    expect(() => berToDer(new Uint8Array(16 * 1024 * 1024 + 1))).toThrow(malformed);
  });

  test("one of more than 50,000 elements that are not DER, or stand beside such", () => {
    const many = (count: number, octets: number[]) =>
      element(
        0x30,
        new Uint8Array(count * octets.length).map((_, at) => octets[at % octets.length]!),
      );
    expect(berToDer(many(40_000, [2, 0x81, 0])).length).toBe(80_005);
    expect(() => berToDer(many(50_001, [2, 0x81, 0]))).toThrow(malformed);
    const nulls = new Uint8Array(120_000).map((_, at) => (at % 2 === 0 ? 5 : 0));
    expect(() => berToDer(Buffer.concat([fromHex("3080"), nulls, fromHex("0000")]))).toThrow(malformed);
    expect(berToDer(Buffer.concat([fromHex("3080"), element(0x30, nulls), fromHex("0000")])).length).toBe(
      120_010,
    );
  });

  test("one whose DER would have to be looked through again on each of thirty levels", () => {
    const nulls = new Uint8Array(2_000_000).map((_, at) => (at % 2 === 0 ? 5 : 0));
    // What is not DER comes last, so that each level is walked to its end before it is found.
    let der: Uint8Array = Buffer.concat([nulls, fromHex("048100")]);
    for (let level = 0; level < 30; level++) der = element(0x30, der);
    expect(() => berToDer(der)).toThrow("more than 4000000 headers");
  });

  test("not 32 levels, nor a length with leading zeros", () => {
    expect(hex(berToDer(nested(3, "020100")))).toBe("30073005300302010 0".replaceAll(" ", ""));
    expect(() => berToDer(nested(31, "020100"))).not.toThrow();
    expect(hex(berToDer(fromHex("04880000000000000001ff")))).toBe("0401ff");
  });
});

describeWith(["openssl"], "a signature that openssl streams in BER", () => {
  test("is read, its content put together, and verifies", async () => {
    const directory = await mkdtemp(join(tmpdir(), "paraph-ber-"));
    try {
      const content = new Uint8Array(20_000).map((_, index) => index % 251);
      await writeFile(join(directory, "content"), content);
      const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=a"];
      await openssl(directory, "req", "-x509", ...key, "-keyout", "key.pem", "-out", "one.pem");
      const sign = ["cms", "-sign", "-cades", "-binary", "-nodetach", "-stream", "-in", "content"];
      const by = ["-signer", "one.pem", "-inkey", "key.pem", "-outform", "DER", "-out", "sig"];
      await openssl(directory, ...sign, ...by);
      const ber = await readFile(join(directory, "sig"));
      expect(ber[1]).toBe(0x80);
      const signed = parseSignedData(ber);
      expect(Buffer.from(signed.content ?? []).equals(content)).toBe(true);
      expect([signerVerifies(signed), digestMatches(signed)]).toEqual([true, true]);
    } finally {
      await rm(directory, { recursive: true });
    }
  });
});

test("a signature of ours that somebody wrote anew in BER says what it said, and verifies", async () => {
  const { cms, token } = await newTimestampedSignature();
  const open = (identifier: number, ...parts: Uint8Array[]) =>
    Uint8Array.from([identifier, 0x80, ...Buffer.concat(parts), 0, 0]);
  const contentInfo = DerReader.inside(cms, tag.sequence, "ContentInfo");
  const type = contentInfo.readAny("contentType").encoded;
  const fields = contentInfo
    .enter(contextConstructed(0), "content")
    .enter(tag.sequence, "SignedData")
    .readAll("field", 6)
    .map(({ encoded }) => encoded);
  const certificates = DerReader.of(fields[3]!).enter(contextConstructed(0), "certificates").readAll("c", 9);
  const openCertificates = open(contextConstructed(0), ...certificates.map(({ encoded }) => encoded));
  const openFields = fields.with(3, openCertificates);
  const ber = open(tag.sequence, type, open(contextConstructed(0), open(tag.sequence, ...openFields)));
  const signed = parseSignedData(ber);
  expect(signerVerifies(signed)).toBe(true);
  expect(hex(signed.timestampToken ?? ber)).toBe(hex(token));
  expect(signed).toEqual(parseSignedData(cms));
});
