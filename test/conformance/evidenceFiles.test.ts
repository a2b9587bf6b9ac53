import { X509Certificate } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OrderView } from "../../api/orders/orderViews.js";
import { nameTestCluster, removeTestCluster } from "../support/cluster.js";
import {
  evidenceOf,
  letTheHourPass,
  type OpenedEvidence,
  openEvidence,
  sweepDry,
} from "../support/evidenceMaking.js";
import { ada, charles, OrderDesk } from "../support/orderDesk.js";
import { describeWithResident, type JudgeOptions, ResidentJudge } from "../support/residentJudge.js";

const year = 365 * 86_400;
const grace = { given_name: "Grace", surname: "Hopper", email: "grace@example.org", country: "US" };

describeWithResident(
  ["dss"],
  "evidence files of finished orders, as EU DSS sees them with the root alone",
  () => {
    let desk: OrderDesk;
    let dss: ResidentJudge<"dss">;
    let directory: string;
    let root: string;
    beforeAll(async () => {
      await nameTestCluster();
      desk = await OrderDesk.open();
      directory = await mkdtemp(join(tmpdir(), "paraph-evidence-"));
      dss = new ResidentJudge("dss");
      root = join(directory, "root.pem");
      await writeFile(root, new X509Certificate(desk.service.hierarchies.test.root.der).toString());
    }, 120_000);
    afterAll(async () => {
      await Promise.all([desk.close(), dss.stop()]);
      await removeTestCluster();
      await rm(directory, { recursive: true });
    });

    /** Three signers, three documents. */
    async function signedOrder(more: object = {}): Promise<OrderView> {
      const names = ["Mietvertrag – Süd.pdf", "عقد.pdf", "rules.pdf"];
      const documents = names.map((name) => ({ name, content: desk.content }));
      const order = await desk.order([ada, charles, grace], { documents, ...more });
      for (const index of [0, 1, 2]) expect((await desk.browser(order, index).sign()).status).toBe(200);
      return order;
    }

    async function expectLongTerm(
      { bytes, files }: OpenedEvidence,
      stamps: number,
      options: JudgeOptions = {},
    ) {
      const file = join(directory, "evidence.asice");
      await writeFile(file, bytes);
      const verdict = await dss.judge(file, { trust: root, ...options });
      expect(verdict.container).toBe("ASiC-E");
      const own = Object.keys(files).filter((name) => !name.startsWith("META-INF/"));
      const signed = own.filter((name) => name !== "mimetype");
      expect(verdict.signatures).toEqual([
        expect.objectContaining({
          indication: "TOTAL_PASSED",
          level: "CAdES-BASELINE-LTA",
          errors: [],
          warnings: [],
          covers: expect.arrayContaining(["META-INF/ASiCManifest001.xml", ...signed]),
        }),
      ]);
      expect(verdict.timestamps).toHaveLength(stamps);
      for (const stamp of verdict.timestamps) {
        expect(stamp).toMatchObject({ indication: "PASSED", errors: [], warnings: [] });
      }
    }

    /** A PDF in it. */
    async function expectPdf(bytes: Uint8Array, signatures: number) {
      const file = join(directory, "inside.pdf");
      await writeFile(file, bytes);
      const verdict = await dss.judge(file, { trust: root });
      const passed = { indication: "TOTAL_PASSED", level: "PAdES-BASELINE-LTA", errors: [], warnings: [] };
      expect(verdict.signatures).toEqual(Array(signatures).fill(expect.objectContaining(passed)));
    }

    test("with the documents: passed at CAdES-BASELINE-LTA, every file signed, without an error or a warning", async () => {
      const evidence = await evidenceOf(desk, await signedOrder());
      await expectLongTerm(evidence, 2);
      await expectPdf(evidence.files["audit/audit-trail.pdf"]!, 1);
      await expectPdf(evidence.files["documents/01-Mietvertrag – Süd-signed.pdf"]!, 3);
    });

    test("as stored after the hour's checkpoint, without documents, and its checkpoint by itself", async () => {
      const order = await signedOrder();
      await letTheHourPass(desk);
      expect((await desk.client.request("DELETE", `/v1/orders/${order.id}/documents`)).status).toBe(200);
      const evidence = await evidenceOf(desk, order);
      expect(evidence.statement.documents.every(({ source }) => source.file === null)).toBe(true);
      await expectLongTerm(evidence, 2);
      const [p7s, content] = ["checkpoint.p7s", "checkpoint.txt"].map((name) => join(directory, name));
      await writeFile(p7s!, evidence.files["checkpoint/checkpoint.p7s"]!);
      await writeFile(content!, evidence.files["checkpoint/checkpoint.txt"]!);
      const { signatures } = await dss.judge(p7s!, { trust: root, content: content! });
      expect(signatures).toMatchObject([{ indication: "TOTAL_PASSED", errors: [], warnings: [] }]);
    });

    test("deposited, and renewed nine years later by the unit of then: passed when all certificates of the beginning have ended", async () => {
      const order = await signedOrder({ retention: { evidence: "P30Y", archive: true } });
      await letTheHourPass(desk);
      const path = `/v1/deposits/${order.id.replace("ord_", "dep_")}/content`;
      await expectLongTerm(await evidenceOf(desk, order, path), 2);
      desk.service.clock.advance(9.1 * year);
      Object.assign(desk.service.platform, await desk.service.authoritiesOfNow());
      await sweepDry(desk);
      const { body } = await desk.client.get<Buffer>(path);
      const time = new Date(desk.service.clock.now().getTime() + 5 * year * 1000).toISOString();
      await expectLongTerm(openEvidence(body), 3, { time });
    });
  },
);
