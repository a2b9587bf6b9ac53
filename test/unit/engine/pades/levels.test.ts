import { extend } from "../../../../engine/pades/extend.js";
import { type PadesLevel, padesLevels } from "../../../../engine/pades/level.js";
import { levelsOf } from "../../../../engine/pades/levelsOf.js";
import { sign } from "../../../../engine/pades/sign.js";
import { describeWith } from "../../../support/judges.js";
import { LEVEL_JUDGES, LevelPanel, STAMPED, TRUSTED } from "../../../support/levelJudges.js";
import { sampleDocument } from "./sampleDocument.js";

const revisionsOf = (pdf: Uint8Array) => Buffer.from(pdf).toString("latin1").split("%%EOF").length - 1;
const levels = (pdf: Uint8Array) => levelsOf(pdf).map(({ level }) => level);

describeWith(LEVEL_JUDGES, "the levels of a signature", () => {
  let panel: LevelPanel;
  let sources: Pick<Parameters<typeof extend>[1], "timestamp" | "revocation" | "trustAnchors">;
  beforeAll(async () => {
    panel = await LevelPanel.convene();
    const { timestamp, revocation, roots } = panel.authorities;
    sources = { timestamp, revocation, trustAnchors: roots };
  });
  afterAll(() => panel.stop());

  const signed = async (level: PadesLevel, pdf?: Uint8Array, name?: string) =>
    sign(pdf ?? (await sampleDocument(2, false)), {
      level,
      ...(await panel.authorities.oneTimeSigner(name)),
      ...sources,
      signingDate: new Date(),
    });

  test.each([
    ["B-B", 0, 1],
    ["B-T", 0, 1],
    ["B-LT", 0, 2],
    ["B-LTA", 1, 2],
  ] as const)(
    "sign() reaches %s with %i document time-stamps and %i revisions, and every judge agrees",
    async (level, stamps, revisions) => {
      for (const useObjectStreams of [false, true]) {
        const pdf = await sampleDocument(2, useObjectStreams);
        const document = await signed(level, pdf);
        expect(levels(document)).toEqual([level]);
        expect(revisionsOf(document) - revisionsOf(pdf)).toBe(revisions);
        expect(await panel.verdict(document)).toEqual({
          signatures: [TRUSTED],
          documentTimestamps: Array(stamps).fill(STAMPED),
          complaints: "",
        });
      }
    },
  );

  const steps = padesLevels.flatMap((from) =>
    padesLevels.filter((to) => to !== "B-B").map((to) => [from, to as Exclude<PadesLevel, "B-B">] as const),
  );
  test.each(steps)("extend() brings a signature from %s to %s and leaves it valid", async (from, to) => {
    const document = await signed(from);
    const extended = await extend(document, { ...sources, level: to });
    const reached = padesLevels[Math.max(padesLevels.indexOf(from), padesLevels.indexOf(to))];
    expect(levels(extended)).toEqual([reached]);
    expect(Buffer.compare(extended.subarray(0, document.length), document)).toBe(0);
    const { signatures, documentTimestamps, complaints } = await panel.verdict(extended);
    expect(signatures).toEqual([TRUSTED]);
    expect(documentTimestamps.every((verdict) => verdict === STAMPED)).toBe(true);
    expect(complaints).toBe("");
    const isLower = padesLevels.indexOf(to) < padesLevels.indexOf(from);
    if (isLower || (from === to && to !== "B-LTA")) expect(extended).toBe(document);
    else expect(extended.length).toBeGreaterThan(document.length);
  });

  test("archive renewal adds one revision with the newer revocation list and a further document time-stamp", async () => {
    const archived = await signed("B-LTA");
    await panel.authorities.renewLists();
    const renewed = await extend(archived, { ...sources, level: "B-LTA" });
    expect(revisionsOf(renewed) - revisionsOf(archived)).toBe(1);
    const newRootList = Buffer.from(panel.authorities.crls[0]!);
    expect(Buffer.from(archived).includes(newRootList)).toBe(false);
    expect(Buffer.from(renewed).includes(newRootList)).toBe(true);
    expect(await panel.verdict(renewed)).toMatchObject({
      signatures: [TRUSTED],
      documentTimestamps: [STAMPED, STAMPED],
    });
    expect(levels(renewed)).toEqual(["B-LTA"]);
  });

  test("a signature after the archive time-stamp is not under it, and extension gives its level to both", async () => {
    const both = await signed("B-T", await signed("B-LTA", undefined, "Ada Lovelace"), "Grace Hopper");
    expect(levels(both)).toEqual(["B-LTA", "B-LT"]);
    const extended = await extend(both, { ...sources, level: "B-LTA" });
    expect(levels(extended)).toEqual(["B-LTA", "B-LTA"]);
    expect((await panel.verdict(extended)).signatures).toEqual([TRUSTED, TRUSTED]);
  });

  test("a signer whose certificate is never revoked needs no revocation data, only those of the authorities", async () => {
    const asked: string[] = [];
    const { authorities } = panel;
    const document = await sign(await sampleDocument(1, true), {
      level: "B-LTA",
      ...(await authorities.oneTimeSigner()),
      ...sources,
      revocation: (certificate) => {
        asked.push(Buffer.from(certificate).toString("base64"));
        return { crl: authorities.crls[0]! };
      },
      signingDate: new Date(),
    });
    expect(asked.length).toBe(2);
    expect(levels(document)).toEqual(["B-LTA"]);
    expect(await panel.verdict(document)).toMatchObject({
      signatures: [TRUSTED],
      documentTimestamps: [STAMPED],
    });
  });
});
