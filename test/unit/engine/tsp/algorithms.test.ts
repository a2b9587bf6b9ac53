import { parseSignedData } from "../../../../engine/cms/parseSignedData.js";
import { answerTimestampRequest } from "../../../../engine/tsp/answer.js";
import { encodeTimestampRequest } from "../../../../engine/tsp/request.js";
import { timestampTokenSize } from "../../../../engine/tsp/tokenSize.js";
import { verifyTimestampResponse } from "../../../../engine/tsp/verifyResponse.js";
import { signatureAlgorithmFor } from "../../../../engine/x509/algorithmForKey.js";
import { type DigestName, digestOf } from "../../../../engine/x509/digestAlgorithm.js";
import { timestampUnit } from "../../../../engine/x509/profiles.js";
import { describeWith } from "../../../support/judges.js";
import { content, stampPolicy } from "../cms/signatures.js";
import { type AlgorithmCase, algorithmCases, certified, keyOf } from "../x509/algorithmKeys.js";
import { newHierarchy, now, organization } from "../x509/hierarchy.js";
import { judgeByOpenssl, pem } from "../x509/opensslDirectory.js";

const { root } = await newHierarchy();
const nonce = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);

async function stampBy(algorithmCase: AlgorithmCase, digestAlgorithm: DigestName) {
  const key = keyOf(algorithmCase);
  const { certificate } = await certified(key, timestampUnit(), root, { subject: organization("Unit") });
  const algorithm = signatureAlgorithmFor(key.publicKey, algorithmCase[1]);
  const digest = digestOf(digestAlgorithm, content);
  const unit = {
    certificate: certificate.der,
    chain: [root.certificate.der],
    policy: stampPolicy,
    algorithm,
  };
  const requestDer = encodeTimestampRequest({ digest, digestAlgorithm, nonce });
  const serialNumber = Uint8Array.of(1, 2, 3);
  const responseDer = await answerTimestampRequest({
    ...unit,
    ...{ requestDer, now, serialNumber, accuracySeconds: 1, sign: key.sign },
  });
  return {
    requestDer,
    responseDer,
    asked: { digest, digestAlgorithm, nonce },
    size: timestampTokenSize({ ...unit, digestAlgorithm }),
  };
}

describe.each(["sha256", "sha384", "sha512"] as const)("a token over a digest of %s", (digestAlgorithm) => {
  test.each(algorithmCases)(
    "of a unit with a key of %s and %j verifies, and fits: %s",
    async (...algorithmCase) => {
      const { responseDer, asked, size } = await stampBy(algorithmCase, digestAlgorithm);
      const { token } = verifyTimestampResponse({ ...asked, responseDer });
      expect(parseSignedData(token).signatureScheme?.name).toBe(algorithmCase[2]);
      expect(token.length).toBeLessThanOrEqual(size);
      expect(token.length).toBeGreaterThan(size - 200);
    },
  );
});

describeWith(["openssl"], "openssl ts -verify", () => {
  // OpenSSL 3.0 reads a token as PKCS #7, which has no Ed25519, and in which the key alone says what the padding is.
  const known = algorithmCases.filter(([kind, { padding }]) => kind !== "Ed25519" && padding !== "pss");

  test.each(known)("accepts a token of a unit with a key of %s and %j: %s", async (...algorithmCase) => {
    const { requestDer, responseDer } = await stampBy(algorithmCase, "sha512");
    const { text } = await judgeByOpenssl(
      { "query.der": requestDer, "response.der": responseDer, "root.pem": pem(root.certificate.der) },
      ...["ts", "-verify", "-queryfile", "query.der", "-in", "response.der", "-CAfile", "root.pem"],
      ...["-attime", Math.floor(now.getTime() / 1000).toString()],
    );
    expect(text).toBe("Verification: OK\n");
  });
});
