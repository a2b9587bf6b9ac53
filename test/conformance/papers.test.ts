import { execFile } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { checkUrl } from "../../api/checkPage/checkToken.js";
import type { OrderView } from "../../api/orders/orderViews.js";
import { verifyAuditExport } from "../../engine/hashchain/verify.js";
import { nameTestCluster, removeTestCluster } from "../support/cluster.js";
import { describeWith } from "../support/judges.js";
import { ada, charles, OrderDesk, uuidOf } from "../support/orderDesk.js";
import { describeWithResident, ResidentJudge } from "../support/residentJudge.js";
import { pdfsig, qpdfComplaints, trustInNss } from "../support/signatureJudges.js";

const run = promisify(execFile);
const years = 7 * 365 * 86_400;
const layla = { given_name: "ليلى", surname: "الحسن", email: "layla@example.org", country: "JO" };
const longNamed = {
  given_name: "Maximiliane-Konstantina Alexandra Friederike Wilhelmine",
  surname: "Freifrau von Hohenstaufen-Wittelsbach zu Schwarzburg-Rudolstadt",
  email: "maximiliane.konstantina.alexandra@notariat.schwarzburg-rudolstadt.example.org",
  country: "DE",
};

describeWith(["pdfsig", "certutil", "qpdf", "pdfdetach", "pdftoppm", "zbarimg"], "our papers", () => {
  describeWithResident(
    ["dss", "pyhanko", "verapdf"],
    "as foreign judges see them, with the root alone",
    () => {
      let desk: OrderDesk;
      let judges: {
        dss: ResidentJudge<"dss">;
        pyhanko: ResidentJudge<"pyhanko">;
        verapdf: ResidentJudge<"verapdf">;
      };
      let directory: string;
      let trust: string;
      let nss: string;
      beforeAll(async () => {
        await nameTestCluster();
        desk = await OrderDesk.open();
        directory = await mkdtemp(join(tmpdir(), "paraph-papers-"));
        judges = {
          dss: new ResidentJudge("dss"),
          pyhanko: new ResidentJudge("pyhanko"),
          verapdf: new ResidentJudge("verapdf"),
        };
        const pem = new X509Certificate(desk.service.hierarchies.test.root.der).toString();
        trust = join(directory, "root.pem");
        await writeFile(trust, pem);
        nss = await trustInNss(directory, [pem]);
      }, 120_000);
      afterAll(async () => {
        const { dss, pyhanko, verapdf } = judges;
        await Promise.all([desk.close(), dss.stop(), pyhanko.stop(), verapdf.stop()]);
        await removeTestCluster();
        await rm(directory, { recursive: true });
      });

      async function signedOrder(people: readonly object[], more: object): Promise<OrderView> {
        const documents = ["Mietvertrag – Süd.pdf", "عقد.pdf", "rules.pdf"].map((name) => ({
          name,
          content: desk.content,
        }));
        const order = await desk.order(people, { documents, ...more });
        for (const index of people.keys()) expect((await desk.browser(order, index).sign()).status).toBe(200);
        return order;
      }

      async function paper(path: string): Promise<string> {
        const { status, headers, body } = await desk.client.get<Buffer>(path);
        expect([status, headers.get("Content-Type")]).toEqual([200, "application/pdf"]);
        const file = join(directory, "paper.pdf");
        await writeFile(file, body);
        return file;
      }

      async function expectSealed(file: string): Promise<void> {
        const later = new Date(Date.now() + years * 1000).toISOString();
        for (const time of [{}, { time: later }]) {
          const { signatures, timestamps } = await judges.dss.judge(file, { trust, ...time });
          expect(signatures).toMatchObject([
            { indication: "TOTAL_PASSED", level: "PAdES-BASELINE-LTA", errors: [], warnings: [] },
          ]);
          expect(timestamps).toMatchObject(Array(2).fill({ indication: "PASSED", errors: [], warnings: [] }));
        }
        const { signatures } = await judges.pyhanko.judge(file, { trust, revocation: "hard-fail" });
        expect(signatures).toMatchObject([{ bottom_line: true, suspicious: null, indication: "PASSED" }]);
        const [seal] = await pdfsig(file, nss);
        expect(`${seal?.signature} ${seal?.certificate}`).toBe("Signature is Valid. Certificate is Trusted.");
        expect(await qpdfComplaints(file)).toBe("");
        for (const flavour of ["3a", "ua1"]) {
          expect(await judges.verapdf.judge(file, { flavour })).toEqual({
            flavour,
            compliant: true,
            failures: [],
          });
        }
      }

      /** What a telephone reads from the printed first page, at the resolution of a fax. */
      async function codeOn(file: string): Promise<string> {
        await run("pdftoppm", [
          "-r",
          "150",
          "-f",
          "1",
          "-l",
          "1",
          "-png",
          "-singlefile",
          file,
          join(directory, "page"),
        ]);
        const { stdout } = await run("zbarimg", ["--quiet", "--raw", join(directory, "page.png")]);
        return stdout.trim();
      }

      async function attached(file: string, name: string): Promise<Buffer> {
        const target = join(directory, "attached");
        await run("pdfdetach", ["-savefile", name, "-o", target, file]);
        return readFile(target);
      }

      const addressOf = (order: OrderView): string =>
        checkUrl(desk.service.platform, { tenantId: desk.tenantId, orderId: uuidOf(order.id) });

      test.each([
        ["English", "en", [ada, charles, layla]],
        ["German, with one signer of a long name", "de", [longNamed]],
        ["Arabic", "ar", [layla, ada]],
        [
          "Polish, with ten signers",
          "pl",
          Array.from({ length: 10 }, (_, index) => ({ ...longNamed, email: `n${index}@example.org` })),
        ],
      ])(
        "the audit trail in %s: B-LTA today and in seven years, PDF/A-3a, its code and its chain",
        async (_, language, people) => {
          const order = await signedOrder(people, {
            language,
            title: language === "ar" ? "عقد إيجار" : "Lease",
          });
          const file = await paper(`/v1/orders/${order.id}/audit-trail?format=pdf`);
          await expectSealed(file);
          expect(await codeOn(file)).toBe(addressOf(order));
          const audit: unknown = JSON.parse((await attached(file, "audit.json")).toString("utf8"));
          expect(verifyAuditExport(audit)).toMatchObject({ faults: [], personalWithheld: 0 });
          const chain = (await desk.client.get<{ events: unknown }>(`/v1/orders/${order.id}/audit`)).body;
          expect(audit).toMatchObject({ events: chain.events });
        },
      );

      test.each(["en", "de", "ar"])(
        "the attestation in %s: the same, with the certificate and the statement",
        async (language) => {
          const order = await signedOrder([ada, layla], {});
          const path = `/v1/orders/${order.id}/signers/${order.signers[1]!.id}/attestation`;
          const file = await paper(`${path}?language=${language}`);
          await expectSealed(file);
          expect(await codeOn(file)).toBe(addressOf(order));
          const statement = JSON.parse((await attached(file, "attestation.json")).toString("utf8"));
          const { body } = await desk.client.get(`${path}?format=json`);
          expect({ ...statement, made_at: null }).toEqual({ ...body, made_at: null });
          const certificate = new X509Certificate(
            await attached(file, `certificate-${order.signers[1]!.id}.cer`),
          );
          expect(certificate.subject).toContain("CN=ليلى الحسن");
          expect(certificate.fingerprint256.replaceAll(":", "").toLowerCase()).toBe(
            statement.certificate.sha256,
          );
        },
      );
    },
  );
});
