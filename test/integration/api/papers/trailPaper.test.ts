import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { exportAudit } from "../../../../api/audit/exportAudit.js";
import type { ReportSection, ReportValue } from "../../../../api/auditTrail/report/trailReport.js";
import { trailReportOf } from "../../../../api/auditTrail/report/trailReportOf.js";
import { checkUrl } from "../../../../api/checkPage/checkToken.js";
import { readOrder } from "../../../../api/orders/orderRows.js";
import type { OrderView } from "../../../../api/orders/orderViews.js";
import { makeTrailPaper, type TrailPaperSource } from "../../../../api/papers/trailPaper.js";
import { auditTrailOf } from "../../../../engine/auditTrail/auditTrailOf.js";
import { eventfulOrder } from "../../../support/eventfulOrder.js";
import { describeWith } from "../../../support/judges.js";
import { OrderDesk, uuidOf } from "../../../support/orderDesk.js";

describeWith(["pdftotext"], "the audit trail as a paper", () => {
  let desk: OrderDesk;
  let order: OrderView;
  let directory: string;
  beforeAll(async () => {
    desk = await OrderDesk.open();
    order = await eventfulOrder(desk);
    directory = await mkdtemp(join(tmpdir(), "paraph-trail-paper-"));
  }, 60_000);
  afterAll(async () => {
    await desk?.close();
    await rm(directory, { recursive: true });
  });

  async function source(language: string): Promise<TrailPaperSource> {
    const orderId = uuidOf(order.id);
    const { platform } = desk.service;
    const audit = await platform.database.withTenant(desk.tenantId, async (transaction) =>
      exportAudit(platform, transaction, await readOrder(transaction, orderId)),
    );
    const trail = auditTrailOf(audit);
    return { tenantId: desk.tenantId, order: { id: orderId, mode: "test" }, audit, trail, language };
  }

  /** What a reader finds in it; where lines are broken does not matter. */
  async function textOf(pdf: Uint8Array): Promise<string> {
    const file = join(directory, "paper.pdf");
    await writeFile(file, pdf);
    const { stdout } = await promisify(execFile)("pdftotext", ["-raw", file, "-"], { maxBuffer: 1e8 });
    return bare(stdout);
  }

  /** pdftotext takes a page's running lines for text that goes on; hyphens at a line's end it takes out. */
  const bare = (text: string): string => text.replace(/[\s\u2066-\u2069\u00ad-]/g, "");

  const valuesOf = ({ heading, blocks, sections }: ReportSection): ReportValue[] => [
    heading,
    ...blocks.flatMap((block) =>
      block.kind === "facts" ? block.facts.flatMap(({ values }) => values) : block.rows.flat(2),
    ),
    ...sections.flatMap(valuesOf),
  ];

  test.each(["en", "de"])(
    "in %s leaves out nothing of what there is to say of an eventful order",
    async (language) => {
      const paper = await source(language);
      const text = await textOf(makeTrailPaper(desk.service.platform, paper));
      const report = trailReportOf(paper.trail, language);
      const said = [report.title, report.subject.text, report.banner ?? "", ...report.notes].concat(
        report.sections.flatMap(valuesOf).map((value) => value.text),
      );
      expect(said.length).toBeGreaterThan(300);
      expect(said.filter((each) => !text.includes(bare(each)))).toEqual([]);
    },
  );

  test("has the check page's address, the chain's head on each page, and TEST where it was one", async () => {
    const paper = await source("en");
    const text = await textOf(makeTrailPaper(desk.service.platform, paper));
    const { tenantId } = desk;
    expect(text).toContain(bare(checkUrl(desk.service.platform, { tenantId, orderId: uuidOf(order.id) })));
    const pages = Number(/Page1of(\d+)/.exec(text)?.[1]);
    expect(pages).toBeGreaterThan(3);
    expect(text.split(bare(`Chain head ${paper.audit.chain.head}`)).length - 1).toBe(pages);
    expect(text.split("Test:withoutlegaleffect").length - 1).toBeGreaterThan(pages);
  });

  test("breaks no word of what stands at a glance, also where words are long", async () => {
    const file = join(directory, "glance.pdf");
    await writeFile(file, makeTrailPaper(desk.service.platform, await source("de")));
    const { stdout } = await promisify(execFile)("pdftotext", ["-layout", "-l", "1", file, "-"]);
    const [, glance] = stdout.split(/^Auf einen Blick$|^Vorgang$/m);
    for (const word of ["Unterzeichner", "Freigebender", "unterzeichnet", "freigegeben"]) {
      expect(glance).toMatch(new RegExp(`\\b${word}\\b`));
    }
  });

  test("is the same, byte by byte, each time it is made of the same chain", async () => {
    const paper = await source("ar");
    const [one, other] = [0, 1].map(() => makeTrailPaper(desk.service.platform, paper));
    expect(Buffer.compare(one!, other!)).toBe(0);
  });
});
