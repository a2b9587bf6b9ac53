import fc from "fast-check";
import { EngineError } from "../../../../engine/error.js";
import { parseOcspResponse } from "../../../../engine/ocsp/parseOcspResponse.js";
import { verifyOcspResponse } from "../../../../engine/ocsp/verifyOcspResponse.js";
import { damaged, seededRandom } from "../../../support/seededRandom.js";
import { now } from "../x509/hierarchy.js";
import { answer, desk, nonce } from "./desk.js";
import { strangersResponse } from "./strangersResponse.js";

const good = await answer();

const verify = (der: Uint8Array) =>
  verifyOcspResponse({
    response: parseOcspResponse(der),
    certificate: desk.authority.certificate,
    issuer: desk.root.certificate,
    at: now,
    nonce,
  });

describe("whatever a stranger sends is read or refused with an EngineError, and nothing else:", () => {
  const isRelied = (bytes: Uint8Array): boolean => {
    try {
      verify(bytes);
      return true;
    } catch (error) {
      if (error instanceof EngineError) return false;
      throw error;
    }
  };

  test("2,000 damaged responses, none of which says other than was signed", () => {
    const random = seededRandom(31);
    for (let count = 0; count < 2000; count++) {
      const bytes = damaged(good, random);
      // What stands beside the signed part, such as the responder's certificate, may be damaged and not matter.
      if (isRelied(bytes)) expect(verify(bytes).certificateStatus.status).toBe("good");
    }
  });

  test("any bytes, alone and in the places of a response", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), (bytes) => {
        isRelied(bytes);
        isRelied(strangersResponse({ single: bytes }));
        isRelied(strangersResponse({ extensions: bytes }));
        isRelied(strangersResponse({ certificates: [bytes] }));
      }),
      { numRuns: 200, seed: 32 },
    );
  });
});
