import type { ReportWriter } from "./reportWriter.js";

/**
 * Says to which roots the signatures and time-stamps lead, and which of them the reader has to trust of their own accord.
 * @param anchored whether trust anchors were given
 */
export function checkTrust(report: ReportWriter, anchored: boolean): void {
  report.check("trust", undefined, (section) => {
    const { roots } = report.report();
    for (const { name, sha256, trusted } of roots) {
      if (trusted) continue;
      const why = anchored
        ? "is none of those that were given"
        : "was not held against a root from elsewhere";
      section.open(
        `The root ${JSON.stringify(name)}, SHA-256 ${sha256}, ${why}: whether to trust it is left to the reader.`,
        true,
      );
    }
    if (roots.length === 0 || roots.some(({ trusted }) => !trusted)) return;
    section.tell(
      `All signatures and time-stamps lead to trusted roots: ${roots.map(({ name }) => JSON.stringify(name)).join(", ")}.`,
    );
  });
}
