import { createHash } from "node:crypto";
import { completeDocumentTimestamp } from "../../../../engine/pades/completeDocumentTimestamp.js";
import {
  decodeDocumentTimestampState,
  encodeDocumentTimestampState,
} from "../../../../engine/pades/documentTimestampState.js";
import { levelsOf } from "../../../../engine/pades/levelsOf.js";
import { prepareDocumentTimestamp } from "../../../../engine/pades/prepareDocumentTimestamp.js";
import { sign } from "../../../../engine/pades/sign.js";
import { type DigestName, digestAlgorithms } from "../../../../engine/x509/digestAlgorithm.js";
import { newAuthorities } from "../../../support/authorities.js";
import { describeWith } from "../../../support/judges.js";
import { LEVEL_JUDGES, LevelPanel, STAMPED, TRUSTED } from "../../../support/levelJudges.js";
import { qpdfComplaints } from "../pdf/qpdf.js";
import { sampleDocument } from "./sampleDocument.js";

describeWith(LEVEL_JUDGES, "a document time-stamp", () => {
  let panel: LevelPanel;
  beforeAll(async () => {
    panel = await LevelPanel.convene();
  });
  afterAll(() => panel.stop());

  test.each(["sha256", "sha384", "sha512"] as const)(
    "over %s is verified by openssl, its state stored in between",
    async (digestAlgorithm) => {
      const pdf = await sampleDocument(1, true);
      const prepared = prepareDocumentTimestamp(pdf, { digestAlgorithm });
      expect(prepared.digest.length).toBe(digestAlgorithms[digestAlgorithm].length);
      const state = decodeDocumentTimestampState(encodeDocumentTimestampState(prepared.state));
      const token = await panel.authorities.timestamp(prepared.digest, digestAlgorithm);
      const stamped = completeDocumentTimestamp(pdf, state, token);
      expect(await panel.verdict(stamped)).toEqual({
        signatures: [],
        documentTimestamps: [STAMPED],
        complaints: "",
      });
    },
  );

  test("makes the signature before it time-stamped, and is no signature itself", async () => {
    const signer = await panel.authorities.oneTimeSigner();
    const signed = await sign(await sampleDocument(1, false), { ...signer, signingDate: new Date() });
    const { digest, state } = prepareDocumentTimestamp(signed);
    const stamped = completeDocumentTimestamp(
      signed,
      state,
      await panel.authorities.timestamp(digest, "sha256"),
    );
    expect(levelsOf(signed)).toMatchObject([{ fieldName: "Signature1", level: "B-B" }]);
    expect(levelsOf(stamped)).toMatchObject([{ fieldName: "Signature1", level: "B-T", baseline: true }]);
    expect(await panel.verdict(stamped)).toMatchObject({
      signatures: [TRUSTED],
      documentTimestamps: [STAMPED],
    });
  });
});

describe("completing a document time-stamp", () => {
  const refusal = (code: string) => expect.objectContaining({ code });
  const prepared = async (timestampTokenBytes = 4000) => {
    const authorities = await newAuthorities();
    const pdf = await sampleDocument(1, false);
    const { digest, digestAlgorithm, state } = prepareDocumentTimestamp(pdf, { timestampTokenBytes });
    const stamp = (over: Uint8Array, name: DigestName = digestAlgorithm) => authorities.timestamp(over, name);
    return { pdf, digest, state, stamp };
  };

  test("refuses a token over anything but this document", async () => {
    const { pdf, state, digest, stamp } = await prepared();
    const ofAnother = await stamp(createHash("sha256").update("another document").digest());
    expect(() => completeDocumentTimestamp(pdf, state, ofAnother)).toThrow(
      refusal("timestamp_response_invalid"),
    );
    const forged = Buffer.from(await stamp(digest));
    forged[forged.length - 1]! ^= 1;
    expect(() => completeDocumentTimestamp(pdf, state, forged)).toThrow(
      refusal("timestamp_response_invalid"),
    );
    expect(() => completeDocumentTimestamp(pdf, state, digest)).toThrow(
      refusal("timestamp_response_invalid"),
    );
  });

  test("refuses a document that is not the one that was prepared", async () => {
    const { pdf, state, digest, stamp } = await prepared();
    const token = await stamp(digest);
    const changed = Buffer.from(pdf);
    changed[changed.length >> 1]! ^= 1;
    expect(() => completeDocumentTimestamp(changed, state, token)).toThrow(refusal("state_invalid"));
    expect(() => completeDocumentTimestamp(pdf.subarray(1), state, token)).toThrow(refusal("state_invalid"));
  });

  test("says how much room a token needs that does not fit", async () => {
    const { pdf, state, digest, stamp } = await prepared(100);
    const token = await stamp(digest);
    expect(() => completeDocumentTimestamp(pdf, state, token)).toThrow(
      `The time-stamp token takes ${token.length} bytes, and 100 bytes were reserved for it.`,
    );
  });

  test.each([-1, 1.5, Number.NaN, 1e9])("has no room of %d bytes, which would be overrun", async (bytes) => {
    const pdf = await sampleDocument(1, false);
    expect(() => prepareDocumentTimestamp(pdf, { timestampTokenBytes: bytes })).toThrow(RangeError);
  });

  test("takes a state only whole, and none of a signature", async () => {
    const { state } = await prepared();
    const json = encodeDocumentTimestampState(state);
    expect(decodeDocumentTimestampState(json)).toEqual({ ...state, increment: Buffer.from(state.increment) });
    for (const [name, value] of [
      ["kind", "signature"],
      ["version", 99],
      ["digestAlgorithm", "md5"],
      ["digest", "AAAA"],
      ["increment", "?"],
      ["contentsAt", 1e9],
      ["documentLength", -1],
      ["fieldName", null],
    ] as const) {
      const damaged = JSON.stringify({ ...JSON.parse(json), [name]: value });
      expect(() => decodeDocumentTimestampState(damaged)).toThrow(
        expect.objectContaining({ code: "state_invalid", message: expect.stringContaining(name) }),
      );
    }
    expect(() => decodeDocumentTimestampState("{")).toThrow(refusal("state_invalid"));
  });

  test("covers validation data that go into the same revision", async () => {
    const authorities = await newAuthorities();
    const pdf = await sampleDocument(1, true);
    const { digest, state } = prepareDocumentTimestamp(pdf, { validationData: { crls: authorities.crls } });
    const stamped = completeDocumentTimestamp(pdf, state, await authorities.timestamp(digest, "sha256"));
    for (const crl of authorities.crls) expect(Buffer.from(stamped).includes(Buffer.from(crl))).toBe(true);
    expect(Buffer.from(stamped.subarray(pdf.length)).toString("latin1").split("%%EOF").length).toBe(2);
    expect(qpdfComplaints(stamped)).toBe("");
  });
});
