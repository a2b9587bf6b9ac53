import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { trailAsXml } from "../../../../api/auditTrail/renderings/xml.js";
import { auditTrailOf } from "../../../../engine/auditTrail/auditTrailOf.js";
import { chainOf, type ToldEvent } from "../../../support/eventChain.js";
import { everyEvent, otherEnds } from "../../../support/everyEvent.js";
import { describeWith } from "../../../support/judges.js";

const schema = fileURLToPath(new URL("../../../../../assets/schemas/audit-trail-1.xsd", import.meta.url));

describeWith(["xmllint"], "the published schema, as xmllint applies it,", () => {
  let directory: string;
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), "paraph-schema-"));
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  function judged(xml: string): string {
    const file = join(directory, "trail.xml");
    writeFileSync(file, xml);
    try {
      execFileSync("xmllint", ["--nonet", "--noout", "--schema", schema, file], { stdio: "pipe" });
      return "valid";
    } catch (error) {
      return String((error as { stderr: Buffer }).stderr).slice(0, 2000);
    }
  }
  const xmlOf = (events: readonly ToldEvent[]) => trailAsXml(auditTrailOf(chainOf(events)), "ar");

  test("takes a trail with every kind of event, one with none, and one of a stranger's making", () => {
    expect(judged(xmlOf(everyEvent))).toBe("valid");
    expect(judged(xmlOf(otherEnds))).toBe("valid");
    expect(judged(xmlOf([]))).toBe("valid");
    const stranger = {
      type: "\u0000",
      signer: "\ud800",
      data: { "\u0007": 1e300, role: "\ufffe", group: -1.5e-7 },
    };
    expect(judged(xmlOf([stranger, { ...stranger, type: "signer.added" }]))).toBe("valid");
  });

  test("refuses what is not of the format", () => {
    const xml = xmlOf(everyEvent);
    expect(judged(xml.replace("<state>completed</state>", "<state>finished</state>"))).toContain("state");
    expect(judged(xml.replace("<procedure>", "<procedure><colour>blue</colour>"))).toContain("colour");
    expect(judged(xml.replaceAll("urn:paraph:audit-trail:1", "urn:other"))).toContain("No matching global");
  });
});
