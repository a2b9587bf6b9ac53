import { DerReader } from "../../../../engine/asn1/derReader.js";
import { parseSignedData } from "../../../../engine/cms/parseSignedData.js";
import { EngineError } from "../../../../engine/error.js";
import { decodeTimestampRequest, encodeTimestampRequest } from "../../../../engine/tsp/request.js";
import { decodeTimestampResponse, encodeRejection } from "../../../../engine/tsp/response.js";
import { decodeTstInfo } from "../../../../engine/tsp/tstInfo.js";
import { verifyTimestampResponse } from "../../../../engine/tsp/verifyResponse.js";
import { parseCertificate } from "../../../../engine/x509/parseCertificate.js";
import { damaged, seededRandom } from "../../../support/seededRandom.js";
import { newStamp, newTimestampedSignature } from "../cms/signatures.js";
import { newHierarchy } from "../x509/hierarchy.js";

const CASES = 2_000;
const digest = new Uint8Array(32).fill(7);

/** Reads every element and every value in it, as deep as it goes. */
function walk(reader: DerReader): void {
  while (!reader.atEnd) {
    const { nextTag } = reader;
    if (nextTag & 0x20) {
      walk(reader.enter(nextTag, "Constructed"));
      continue;
    }
    const element = reader.readAny("Primitive");
    if (nextTag === 0x01) element.boolean;
    else if (nextTag === 0x02) element.integerOctets;
    else if (nextTag === 0x03) element.namedBits;
    else if (nextTag === 0x06) element.oid;
    else if (nextTag === 0x17 || nextTag === 0x18) element.date;
    else if (nextTag >= 0x0c && nextTag !== 0x80) element.text;
  }
}

/** Runs a reader over damaged copies; returns how many were read and how many refused, with all that is no EngineError. */
function outcomes(original: Uint8Array, seed: number, read: (bytes: Uint8Array) => unknown) {
  const random = seededRandom(seed);
  const result = { read: 0, refused: 0, others: [] as unknown[] };
  for (let count = 0; count < CASES; count++) {
    const bytes = damaged(original, random);
    try {
      read(bytes);
      result.read += 1;
    } catch (error) {
      if (error instanceof EngineError) result.refused += 1;
      else result.others.push([Buffer.from(bytes).toString("hex"), error]);
    }
  }
  return result;
}

describe("2,000 damaged encodings are each read or refused with an EngineError, and nothing else:", () => {
  test("certificates", async () => {
    const { signers } = await newHierarchy();
    const result = outcomes(signers.certificate.der, 1, parseCertificate);
    expect(result).toEqual({ read: expect.any(Number), refused: expect.any(Number), others: [] });
    expect(result.refused).toBeGreaterThan(CASES / 2);
  });

  test("any element, walked to its leaves", async () => {
    const { cms } = await newTimestampedSignature();
    const result = outcomes(cms, 2, (bytes) => walk(DerReader.of(bytes)));
    expect(result.others).toEqual([]);
    expect(result.refused).toBeGreaterThan(CASES / 2);
  });

  test("signatures", async () => {
    const { cms } = await newTimestampedSignature();
    const result = outcomes(cms, 3, parseSignedData);
    expect(result.others).toEqual([]);
    expect(result.refused).toBeGreaterThan(CASES / 4);
  });

  test("time-stamp responses, which are never taken for one that was asked otherwise", async () => {
    const { responseDer, nonce } = await newStamp(digest);
    const asked = { digest, nonce };
    const result = outcomes(responseDer, 4, (damagedResponse) => {
      const { genTime } = verifyTimestampResponse({ ...asked, responseDer: damagedResponse });
      expect(genTime).toEqual(verifyTimestampResponse({ ...asked, responseDer }).genTime);
    });
    expect(result.others).toEqual([]);
    expect(result.refused).toBeGreaterThan(CASES / 4);
  });

  test("rejections and TSTInfo", async () => {
    const { tstInfo } = await newStamp(digest);
    expect(outcomes(tstInfo, 5, decodeTstInfo).others).toEqual([]);
    expect(outcomes(encodeRejection("badAlg", "No."), 6, decodeTimestampResponse).others).toEqual([]);
  });
});

test("2,000 damaged time-stamp requests are each accepted or refused with a failure, and none throws", () => {
  const random = seededRandom(7);
  const original = encodeTimestampRequest({ digest, nonce: digest.subarray(0, 16), policy: "1.2.3" });
  let accepted = 0;
  for (let count = 0; count < CASES; count++) {
    const decoded = decodeTimestampRequest(damaged(original, random));
    if (decoded.accepted) accepted += 1;
    else expect(decoded.text).not.toBe("");
  }
  expect(accepted).toBeLessThan(CASES / 2);
});
