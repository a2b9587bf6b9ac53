import { describeWith } from "../support/judges.js";
import { describeWithResident } from "../support/residentJudge.js";
import { classicPdf } from "./documents/laidOut.js";
import { dssLevel, signedBy } from "./judging/levelFiles.js";
import { PANEL_PROGRAMS, Panel } from "./judging/panel.js";

const DAY = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();

/** When a signature is judged, and what is to be had then beside the file. */
const CASES = [
  ["B-T", "a day", 1, true],
  ["B-LT", "a day", 1, false],
  ["B-LTA", "a day", 1, false],
  ["B-LTA", "seven years", 7 * 365, false],
] as const;

describeWith(PANEL_PROGRAMS, "a signature whose one-time certificate has ended", () => {
  describeWithResident(["dss"], "as DSS sees it", () => {
    let panel: Panel;
    beforeAll(async () => {
      panel = await Panel.open();
    });
    afterAll(() => panel.close());

    test.each(CASES)("is as good at level %s after %s", async (level, _, days, withLists) => {
      const file = await panel.write(
        "old.pdf",
        await signedBy(1, await classicPdf(), level, panel.authorities),
      );
      const { signatures } = await panel.dss(file, { withLists, time: inDays(days) });
      const passed = { indication: "TOTAL_PASSED", level: dssLevel(level), errors: [], warnings: [] };
      expect(signatures).toEqual([expect.objectContaining(passed)]);
    });

    test("of level B-B is worth nothing by then, so that the tests above show what the levels are for", async () => {
      const file = await panel.write(
        "old.pdf",
        await signedBy(1, await classicPdf(), "B-B", panel.authorities),
      );
      const { signatures } = await panel.dss(file, { time: inDays(1) });
      expect(signatures).toMatchObject([
        { indication: "INDETERMINATE", subIndication: "OUT_OF_BOUNDS_NOT_REVOKED" },
      ]);
    });
  });
});
