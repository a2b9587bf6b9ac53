import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseSignedData } from "../../../../engine/cms/parseSignedData.js";
import { completeSignature, timestampDigest } from "../../../../engine/pades/completeSignature.js";
import { prepareSignature } from "../../../../engine/pades/prepareSignature.js";
import { encodeTimestampRequest } from "../../../../engine/tsp/request.js";
import { verifyTimestampResponse } from "../../../../engine/tsp/verifyResponse.js";
import { describeWith } from "../../../support/judges.js";
import {
  type OpensslTimestampServer,
  startOpensslTimestampServer,
} from "../../../support/opensslTimestampServer.js";
import { qpdfComplaints } from "../pdf/qpdf.js";
import { sampleDocument } from "./sampleDocument.js";
import { GOOD, lastSignature, SIGNER_JUDGES, TestSigner } from "./testSigner.js";

describeWith(SIGNER_JUDGES, "a signature of level B-T", () => {
  let ada: TestSigner;
  let authority: OpensslTimestampServer;
  beforeAll(async () => {
    ada = await TestSigner.create();
    authority = await startOpensslTimestampServer();
  });
  afterAll(async () => {
    await ada.stop();
    await authority.stop();
  });

  test("carries a time-stamp of its signature value that openssl verifies, and stays valid and clean", async () => {
    const pdf = await sampleDocument(2, true);
    const { certificates } = ada;
    const options = { certificates, signingDate: new Date(), timestampTokenBytes: 4000 };
    const { state, toBeSigned } = prepareSignature(pdf, options);
    const signatureValue = ada.sign(toBeSigned);
    const digest = timestampDigest(signatureValue);
    const responseDer = await authority.reply(encodeTimestampRequest({ digest }));
    const { token } = verifyTimestampResponse({ responseDer, digest });
    const signed = completeSignature(pdf, state, { signatureValue, timestampToken: token });

    expect(ada.verdicts(signed)).toMatchObject([GOOD]);
    expect(qpdfComplaints(signed)).toBe("");
    const cms = parseSignedData(lastSignature(signed).cms);
    writeFileSync(join(authority.directory, "token"), cms.timestampToken!);
    writeFileSync(join(authority.directory, "value"), cms.signatureValue);
    const verify = ["ts", "-verify", "-data", "value", "-in", "token", "-token_in", "-CAfile", "root.pem"];
    const { stdout } = spawnSync("openssl", verify, { cwd: authority.directory, encoding: "utf8" });
    expect(stdout).toContain("Verification: OK");
  });

  test("does not take a time-stamp that does not verify, unless it was verified before", async () => {
    const pdf = await sampleDocument(1, true);
    const options = { certificates: ada.certificates, signingDate: new Date(), timestampTokenBytes: 4000 };
    const { state, toBeSigned } = prepareSignature(pdf, options);
    const signatureValue = ada.sign(toBeSigned);
    const digest = timestampDigest(signatureValue);
    const responseDer = await authority.reply(encodeTimestampRequest({ digest }));
    const forged = Buffer.from(verifyTimestampResponse({ responseDer, digest }).token);
    forged[forged.length - 1]! ^= 1;
    const parts = { signatureValue, timestampToken: forged };
    expect(() => completeSignature(pdf, state, parts)).toThrow(
      expect.objectContaining({ code: "timestamp_response_invalid" }),
    );
    expect(() => completeSignature(pdf, state, { ...parts, timestampVerified: true })).not.toThrow();
  });
});
