import { constants, createHash, generateKeyPairSync, privateEncrypt, webcrypto } from "node:crypto";
import { parseSignedData } from "../../../../engine/cms/parseSignedData.js";
import { signerVerifies } from "../../../../engine/cms/verifySigner.js";
import {
  completeIncrement,
  completeSignature,
  timestampDigest,
} from "../../../../engine/pades/completeSignature.js";
import { prepareSignature } from "../../../../engine/pades/prepareSignature.js";
import { ecdsaSignatureToDer } from "../../../../engine/x509/ecdsaSignature.js";
import { oneTimeSigner } from "../../../../engine/x509/profiles.js";
import { rawSignatures } from "../../../support/signatureJudges.js";
import { newStamp } from "../cms/signatures.js";
import { certified, keyOf } from "../x509/algorithmKeys.js";
import { newHierarchy, newSigner, policy } from "../x509/hierarchy.js";
import { sampleDocument } from "./sampleDocument.js";

const hierarchy = await newHierarchy();
const { signers } = hierarchy;
const profile = oneTimeSigner({ policies: [policy] });
const pdf = await sampleDocument(1, false);
const signingDate = new Date(0);
const signer = await newSigner(signers);
const certificates = [signer.certificate.der];
const prepare = (options = {}) => prepareSignature(pdf, { certificates, signingDate, ...options });
const lastCms = (signed: Uint8Array) => parseSignedData(rawSignatures(signed).at(-1)!.cms);
const invalid = expect.objectContaining({ code: "signature_invalid" });

describe("a signature value is verified before it is put into a document:", () => {
  const { state, toBeSigned } = prepare();
  const good = signer.key.sign(toBeSigned);
  test.each([
    ["of another key", signers.key.sign(toBeSigned)],
    ["over another message", signer.key.sign(toBeSigned.subarray(1))],
    [
      "over the digest in place of the message",
      signer.key.sign(createHash("sha256").update(toBeSigned).digest()),
    ],
    ["with a bit that is another", good.with(20, good[20]! ^ 1)],
    ["as r and s without their SEQUENCE", new Uint8Array(64).fill(1)],
    ["that is empty", new Uint8Array(0)],
  ])("one %s is refused", (_title, signatureValue) => {
    expect(() => completeSignature(pdf, state, { signatureValue })).toThrow(invalid);
    expect(() => completeIncrement(state, { signatureValue })).toThrow(invalid);
  });

  test("a good one is taken; and by who says that it was verified, any", () => {
    expect(signerVerifies(lastCms(completeSignature(pdf, state, { signatureValue: good })))).toBe(true);
    const trusted = completeSignature(pdf, state, {
      signatureValue: Uint8Array.of(1),
      signatureVerified: true,
    });
    expect(signerVerifies(lastCms(trusted))).toBe(false);
  });

  test("one by another algorithm of the same key is refused", async () => {
    const key = keyOf(["RSA", { padding: "pss" }, "rsa-pss-sha256"]);
    const { certificate } = await certified(key, profile, signers);
    const pkcs1 = prepare({ certificates: [certificate.der], padding: "pkcs1" });
    const signatureValue = key.sign(pkcs1.toBeSigned);
    expect(() => completeSignature(pdf, pkcs1.state, { signatureValue })).toThrow(invalid);
    const pss = prepare({ certificates: [certificate.der], padding: "pss" });
    const signed = completeSignature(pdf, pss.state, { signatureValue: key.sign(pss.toBeSigned) });
    expect(signerVerifies(lastCms(signed))).toBe(true);
  });
});

test("what a browser's WebCrypto or a PKCS #11 token signs becomes a signature: r and s, made DER", async () => {
  const keys = await webcrypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-384" }, true, [
    "sign",
    "verify",
  ]);
  const publicKey = new Uint8Array(await webcrypto.subtle.exportKey("spki", keys.publicKey));
  const { certificate } = await certified({ ...signer.key, publicKey }, profile, signers);
  const { state, toBeSigned, algorithm } = prepare({ certificates: [certificate.der] });
  expect(algorithm.digest.name).toBe("sha384");
  const raw = await webcrypto.subtle.sign({ name: "ECDSA", hash: "SHA-384" }, keys.privateKey, toBeSigned);
  const signatureValue = ecdsaSignatureToDer(new Uint8Array(raw));
  expect(signerVerifies(lastCms(completeSignature(pdf, state, { signatureValue })))).toBe(true);
});

test("what a device signs that is given a digest, not the message, becomes a signature", async () => {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const spki = publicKey.export({ type: "spki", format: "der" });
  const { certificate } = await certified({ ...signer.key, publicKey: spki }, profile, signers);
  const { state, toBeSigned, algorithm } = prepare({ certificates: [certificate.der], digest: "sha512" });
  const digest = createHash(algorithm.digest.name).update(toBeSigned).digest();
  // DigestInfo (RFC 8017 9.2) padded and raised by the device.
  const digestInfo = Buffer.concat([Buffer.from("3051300d060960864801650304020305000440", "hex"), digest]);
  const signatureValue = privateEncrypt(
    { key: privateKey, padding: constants.RSA_PKCS1_PADDING },
    digestInfo,
  );
  expect(signerVerifies(lastCms(completeSignature(pdf, state, { signatureValue })))).toBe(true);
});

describe("a signature time-stamp", () => {
  const { state, toBeSigned } = prepare({ timestampTokenBytes: 4000 });
  const signatureValue = signer.key.sign(toBeSigned);

  test("over this signature value is put beside it", async () => {
    const { token } = await newStamp(timestampDigest(signatureValue), hierarchy);
    const cms = lastCms(completeSignature(pdf, state, { signatureValue, timestampToken: token }));
    expect(Buffer.compare(cms.timestampToken ?? token.subarray(1), token)).toBe(0);
  });

  test.each([
    ["another signature value", () => timestampDigest(signer.key.sign(toBeSigned))],
    ["the document", () => createHash("sha256").update(pdf).digest()],
  ])("over %s is refused", async (_title, digest) => {
    const { token: timestampToken } = await newStamp(digest(), hierarchy);
    const refused = expect.objectContaining({ code: "timestamp_response_invalid" });
    expect(() => completeSignature(pdf, state, { signatureValue, timestampToken })).toThrow(refused);
    const nonsense = { signatureValue, timestampToken: new Uint8Array(100).fill(0x30) };
    expect(() => completeSignature(pdf, state, nonsense)).toThrow(refused);
  });

  test("is over a digest of 32, 48 or 64 bytes, as asked for", () => {
    const lengths = (["sha256", "sha384", "sha512"] as const).map(
      (name) => timestampDigest(toBeSigned, name).length,
    );
    expect(lengths).toEqual([32, 48, 64]);
    expect(timestampDigest(toBeSigned)).toEqual(timestampDigest(toBeSigned, "sha256"));
  });
});

test("the increment alone is what completeSignature puts behind the document", () => {
  const { state, toBeSigned } = prepare();
  const signatureValue = signer.key.sign(toBeSigned);
  const whole = completeSignature(pdf, state, { signatureValue });
  const increment = completeIncrement(state, { signatureValue });
  expect(Buffer.concat([pdf, increment]).equals(whole)).toBe(true);
  expect(Buffer.from(state.increment).equals(increment)).toBe(false);
});

test("a hash that has taken the document already leads to the same signature", () => {
  const running = createHash("sha512").update(pdf);
  const options = { certificates, signingDate, digest: "sha512" } as const;
  expect(prepareSignature(pdf, options, running)).toEqual(prepareSignature(pdf, options));
});

test("a key that has not the digest or padding that was chosen is refused before anything is signed", async () => {
  const { certificate } = await certified(keyOf(["Ed25519", {}, "ed25519"]), profile, signers);
  const refused = expect.objectContaining({ code: "algorithm_unsupported" });
  for (const options of [{ certificates: [certificate.der], digest: "sha256" }, { padding: "pss" }]) {
    expect(() => prepare(options)).toThrow(refused);
  }
});
