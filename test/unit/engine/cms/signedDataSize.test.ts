import { encodeSignedAttributes } from "../../../../engine/cms/signedAttributes.js";
import { encodeSignedData } from "../../../../engine/cms/signedData.js";
import { signedDataSize } from "../../../../engine/cms/signedDataSize.js";
import { timestampTokenSize } from "../../../../engine/tsp/tokenSize.js";
import { newStamp, newTimestampedSignature, sha256, stampPolicy } from "./signatures.js";

const signature = await newTimestampedSignature();
const { certificates, timestamps, root, signer, token } = signature;
const unit = { certificate: timestamps.certificate.der, chain: [root.certificate.der] };

test("200 signatures each fit the size that was foretold, and waste fewer than 12 bytes of it", () => {
  const foretold = signedDataSize({ certificates, timestampTokenBytes: token.length });
  for (let count = 0; count < 200; count++) {
    const signedAttributes = encodeSignedAttributes({
      messageDigest: sha256(Uint8Array.of(count)),
      certificate: signer.certificate.der,
    });
    const signatureValue = signer.key.sign(signedAttributes);
    const { length } = encodeSignedData({
      signedAttributes,
      signatureValue,
      certificates,
      timestampToken: token,
    });
    expect(length).toBeLessThanOrEqual(foretold);
    expect(length).toBeGreaterThan(foretold - 12);
  }
});

test("without a time-stamp no room is kept for one", () => {
  const without = signedDataSize({ certificates });
  expect(without).toBeLessThan(signedDataSize({ certificates, timestampTokenBytes: 1 }));
  expect(signedDataSize({ certificates, timestampTokenBytes: 0 })).toBe(without);
});

test("50 tokens of our own unit each fit the size that was foretold", async () => {
  const foretold = timestampTokenSize({ ...unit, policy: stampPolicy });
  for (let count = 0; count < 50; count++) {
    const stamp = await newStamp(sha256(Uint8Array.of(count)), signature);
    expect(stamp.token.length).toBeLessThanOrEqual(foretold);
    expect(stamp.token.length).toBeGreaterThan(foretold - 200);
  }
});

test("a token's size is foretold without its policy, too, for the longest policy there can be", () => {
  const longest = timestampTokenSize(unit);
  expect(longest).toBeGreaterThan(timestampTokenSize({ ...unit, policy: stampPolicy }));
  expect(longest).toBeGreaterThanOrEqual(timestampTokenSize({ ...unit, policy: `2.25.${"9".repeat(250)}` }));
});
