import { extend } from "../../../../engine/pades/extend.js";
import { levelsOf } from "../../../../engine/pades/levelsOf.js";
import { sign } from "../../../../engine/pades/sign.js";
import { describeWith } from "../../../support/judges.js";
import { LEVEL_JUDGES, LevelPanel, STAMPED, TRUSTED } from "../../../support/levelJudges.js";
import { madeByQpdf, qpdfComplaints } from "../pdf/qpdf.js";
import { sampleDocument } from "./sampleDocument.js";

describeWith(LEVEL_JUDGES, "the higher levels on protected documents", () => {
  let panel: LevelPanel;
  beforeEach(async () => {
    panel = await LevelPanel.convene();
  });
  afterEach(() => panel.stop());
  const sources = () => {
    const { timestamp, revocation, roots } = panel.authorities;
    return { timestamp, revocation, trustAnchors: roots };
  };

  const AES_256 = ["--encrypt", "", "owner", "256", "--"];
  const RC4 = ["--allow-weak-crypto", "--encrypt", "", "owner", "128", "--use-aes=n", "--"];
  test.each([
    ["AES-256", AES_256],
    ["RC4", RC4],
  ])(
    "are reached and renewed in a document encrypted with %s, which stays encrypted",
    async (_, encryption) => {
      const pdf = madeByQpdf(await sampleDocument(1, true), encryption);
      const signer = await panel.authorities.oneTimeSigner();
      const archived = await sign(pdf, { level: "B-LTA", ...signer, ...sources(), signingDate: new Date() });
      await panel.authorities.renewLists();
      const renewed = await extend(archived, { ...sources(), level: "B-LTA" });
      expect(levelsOf(renewed)).toMatchObject([{ level: "B-LTA" }]);
      expect(await panel.verdict(renewed)).toEqual({
        signatures: [TRUSTED],
        documentTimestamps: [STAMPED, STAMPED],
        complaints: "",
      });
      const [crl = new Uint8Array(0)] = panel.authorities.crls;
      expect(Buffer.from(renewed).includes(Buffer.from(crl))).toBe(false);
      const opened = madeByQpdf(renewed, ["--decrypt", "--stream-data=uncompress"]);
      expect(Buffer.from(opened).includes(Buffer.from(crl))).toBe(true);
    },
  );

  test("are reached for a signature that certifies its document against every change", async () => {
    const signer = await panel.authorities.oneTimeSigner();
    const certified = await sign(await sampleDocument(1, false), {
      level: "B-T",
      ...signer,
      ...sources(),
      certify: 1,
      signingDate: new Date(),
    });
    const archived = await extend(certified, { ...sources(), level: "B-LTA" });
    expect(levelsOf(archived)).toMatchObject([{ level: "B-LTA" }]);
    expect(await panel.verdict(archived)).toEqual({
      signatures: [TRUSTED],
      documentTimestamps: [STAMPED],
      complaints: "",
    });
    const again = sign(archived, { ...signer, signingDate: new Date() });
    await expect(again).rejects.toMatchObject({ code: "pdf_permission_denied" });
    expect(qpdfComplaints(archived)).toBe("");
  });
});
