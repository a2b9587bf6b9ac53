import { createHash } from "node:crypto";
import { parseSignedData } from "../../../../engine/cms/parseSignedData.js";
import { encodeSignedAttributes } from "../../../../engine/cms/signedAttributes.js";
import { encodeSignedData } from "../../../../engine/cms/signedData.js";
import { answerTimestampRequest } from "../../../../engine/tsp/answer.js";
import { encodeTimestampRequest } from "../../../../engine/tsp/request.js";
import { verifyTimestampResponse } from "../../../../engine/tsp/verifyResponse.js";
import { type Holder, newHierarchy, newSigner, now } from "../x509/hierarchy.js";

export const content = Buffer.from("What /ByteRange covers of a contract.\r\nIn two lines.\n");
export const stampPolicy = "1.3.6.1.4.1.99999.2.1";
const nonce = Uint8Array.of(0, 0xff, 2, 3, 4, 5, 6, 7);

export const sha256 = (bytes: Uint8Array): Uint8Array => createHash("sha256").update(bytes).digest();

export interface Hierarchy {
  readonly root: Holder;
  readonly signers: Holder;
  readonly timestamps: Holder;
}

/** A response of our own unit over a digest, with what was asked and what it says. */
export async function newStamp(digest: Uint8Array, hierarchy?: Hierarchy) {
  const { root, timestamps } = hierarchy ?? (await newHierarchy());
  const responseDer = await answerTimestampRequest({
    requestDer: encodeTimestampRequest({ digest, nonce }),
    now,
    serialNumber: Uint8Array.of(0x81, 2, 3),
    accuracySeconds: 1,
    policy: stampPolicy,
    certificate: timestamps.certificate.der,
    chain: [root.certificate.der],
    sign: timestamps.key.sign,
  });
  const { token } = verifyTimestampResponse({ responseDer, digest, nonce });
  return { responseDer, nonce, token, tstInfo: parseSignedData(token).content ?? new Uint8Array(0) };
}

/** A detached signature over `content`, of level B-B. */
export async function newSignature(hierarchy?: Hierarchy) {
  const all = hierarchy ?? (await newHierarchy());
  const signer = await newSigner(all.signers);
  const certificates = [signer.certificate.der, all.signers.certificate.der];
  const signedAttributes = encodeSignedAttributes({
    messageDigest: sha256(content),
    certificate: signer.certificate.der,
  });
  const signatureValue = signer.key.sign(signedAttributes);
  const cms = encodeSignedData({ signedAttributes, signatureValue, certificates });
  return { ...all, signer, certificates, signedAttributes, signatureValue, cms };
}

/** The same with a signature time-stamp: level B-T. */
export async function newTimestampedSignature() {
  const signature = await newSignature();
  const { token } = await newStamp(sha256(signature.signatureValue), signature);
  const { signedAttributes, signatureValue, certificates } = signature;
  const cms = encodeSignedData({ signedAttributes, signatureValue, certificates, timestampToken: token });
  return { ...signature, token, cms };
}
