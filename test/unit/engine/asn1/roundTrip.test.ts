import fc from "fast-check";
import type { DerElement } from "../../../../engine/asn1/derElement.js";
import { dottedFromOctets, oid } from "../../../../engine/asn1/derObjectIdentifier.js";
import { DerReader } from "../../../../engine/asn1/derReader.js";
import { generalizedTime, time } from "../../../../engine/asn1/derTime.js";
import {
  bitString,
  boolean,
  ia5String,
  integer,
  namedBits,
  octetString,
  printableString,
  setOf,
  utf8String,
} from "../../../../engine/asn1/derWriter.js";
import { parseSignedData } from "../../../../engine/cms/parseSignedData.js";
import { revocationInfoOf } from "../../../../engine/cms/revocationInfo.js";
import { EngineError } from "../../../../engine/error.js";
import { decodeTstInfo } from "../../../../engine/tsp/tstInfo.js";
import { verifyTimestampToken } from "../../../../engine/tsp/verifyToken.js";
import { signatureAlgorithmFor } from "../../../../engine/x509/algorithmForKey.js";
import { algorithmByIdentifier } from "../../../../engine/x509/algorithmIdentifier.js";
import { parseCertificate } from "../../../../engine/x509/parseCertificate.js";
import { damaged } from "../../../support/seededRandom.js";
import { newTimestampedSignature } from "../cms/signatures.js";
import { derOf, type Node, nodes } from "./elementTree.js";
import { hex } from "./hex.js";

const only = (der: Uint8Array): DerElement => {
  const reader = DerReader.of(der);
  const element = reader.readAny("element");
  reader.close("element");
  return element;
};
const runs = { seed: 1, numRuns: 300 };

describe("what is written is read again:", () => {
  const dates = fc.date({
    min: new Date("1950-01-01T00:00:00Z"),
    max: new Date("9999-12-31T23:59:59.999Z"),
    noInvalidDate: true,
  });

  test("integers of any size, in the shortest form that BigInt has for them", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 300n }), (value) => {
        const { integerOctets } = only(integer(value));
        expect(BigInt(`0x${hex(integerOctets)}`)).toBe(value);
        expect(integerOctets[0]! < 0x80).toBe(true);
      }),
      runs,
    );
  });

  test("object identifiers", () => {
    const arcs = fc.array(fc.bigInt({ min: 0n, max: 2n ** 130n }), { maxLength: 6 });
    fc.assert(
      fc.property(fc.nat(2), fc.nat(39), arcs, (root, second, others) => {
        const dotted = [root, second, ...others].join(".");
        expect(dottedFromOctets(only(oid(dotted)).content)).toBe(dotted);
      }),
      runs,
    );
  });

  test("texts of each type, and times to the second or millisecond", () => {
    const printable = fc.stringMatching(/^[A-Za-z0-9 '()+,\-./:=?]*$/);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), printable, dates, (text, plain, date) => {
        expect(only(utf8String(text)).text).toBe(text);
        expect(only(printableString(plain)).text).toBe(plain);
        expect(only(ia5String(plain)).text).toBe(plain);
        expect(only(time(date)).date.getTime()).toBe(Math.floor(date.getTime() / 1000) * 1000);
        expect(only(generalizedTime(date, true)).date).toEqual(date);
      }),
      runs,
    );
  });

  test("strings of bytes, truth values and named bits", () => {
    const bits = fc.uniqueArray(fc.nat(31)).map((list) => list.sort((left, right) => left - right));
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 2_000, size: "max" }),
        fc.boolean(),
        bits,
        (bytes, truth, named) => {
          expect(Buffer.compare(only(octetString(bytes)).content, bytes)).toBe(0);
          expect(Buffer.compare(only(bitString(bytes)).bitStringOctets, bytes)).toBe(0);
          expect(only(boolean(truth)).boolean).toBe(truth);
          expect(only(namedBits(named)).namedBits).toEqual(named);
        },
      ),
      { seed: 1, numRuns: 50 },
    );
  });

  test("trees of elements, each where it was and as long as it was", () => {
    const read = (element: DerElement): Node => {
      if ((element.tag & 0x20) === 0) return { identifier: element.tag, content: element.content };
      const children = DerReader.inside(element.encoded, element.tag, "tree").readAll("child", 100).map(read);
      return { identifier: element.tag, children };
    };
    fc.assert(
      fc.property(nodes, (node) => {
        const der = derOf(node);
        expect(hex(derOf(read(only(der))))).toBe(hex(der));
      }),
      runs,
    );
  });
});

test("DER has one form: a SET OF is the same in any order, and an integer with any leading zeros", () => {
  const members = fc.array(fc.uint8Array({ maxLength: 40 }).map(octetString), { maxLength: 8 });
  fc.assert(
    fc.property(
      members,
      fc.uint8Array(),
      fc.nat(5),
      fc.infiniteStream(fc.nat(1000)),
      (set, magnitude, zeros, keys) => {
        const shuffled = set.map((member) => ({ member, key: keys.next().value ?? 0 }));
        const other = shuffled.sort((left, right) => left.key - right.key).map(({ member }) => member);
        expect(hex(setOf(other))).toBe(hex(setOf(set)));
        const longer = Uint8Array.from([...new Uint8Array(zeros), ...magnitude]);
        expect(hex(integer(longer))).toBe(hex(integer(magnitude)));
      },
    ),
    runs,
  );
});

describe("whatever the bytes are, no reader does anything but read them or throw an EngineError:", () => {
  const digest = new Uint8Array(32);
  const readers: readonly ((bytes: Uint8Array) => unknown)[] = [
    parseCertificate,
    (bytes) => revocationInfoOf(parseSignedData(bytes)),
    (bytes) => verifyTimestampToken({ token: bytes, digest }),
    decodeTstInfo,
    algorithmByIdentifier,
    signatureAlgorithmFor,
  ];
  const outcomeOf = (read: (bytes: Uint8Array) => unknown, bytes: Uint8Array): void => {
    try {
      read(bytes);
    } catch (error) {
      expect(error).toBeInstanceOf(EngineError);
    }
  };

  test("bytes by chance, and trees by chance", () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), nodes.map(derOf)), (bytes) => {
        for (const read of readers) outcomeOf(read, bytes);
      }),
      runs,
    );
  });

  test("a good signature, time-stamp, certificate and key, damaged", async () => {
    const { cms, token, signer } = await newTimestampedSignature();
    const originals = [cms, token, signer.certificate.der, signer.key.publicKey];
    fc.assert(
      fc.property(fc.constantFrom(...originals), fc.infiniteStream(fc.nat(65_535)), (original, numbers) => {
        const bytes = damaged(original, (below) => (numbers.next().value ?? 0) % below);
        for (const read of readers) outcomeOf(read, bytes);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
