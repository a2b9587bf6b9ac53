import { createHash } from "node:crypto";
import { readTimestampToken } from "../../../../engine/tsp/readToken.js";
import { verifyTimestampToken } from "../../../../engine/tsp/verifyToken.js";
import { newAuthorities } from "../../../support/authorities.js";

const digest = createHash("sha256").update("stamped").digest();

describe("what a time-stamp token says of itself", () => {
  test("is what its verification reads, and who stamped it", async () => {
    const token = await (await newAuthorities()).timestamp(digest, "sha256");
    const { genTime, serialNumber, policy } = verifyTimestampToken({ token, digest }).tstInfo;
    expect(readTimestampToken(token)).toEqual({
      genTime,
      serialNumber,
      policy,
      unit: "Test Time-stamping Unit",
    });
  });

  test("is refused with a code, wherever the token is cut off", async () => {
    const token = await (await newAuthorities()).timestamp(digest, "sha256");
    for (let length = 0; length < token.length; length += 37) {
      expect(() => readTimestampToken(token.subarray(0, length))).toThrow(
        expect.objectContaining({ code: "asn1_malformed" }),
      );
    }
  });
});
