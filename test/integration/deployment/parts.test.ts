import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { systemClock } from "../../../api/adapters/clock/system.js";
import { systemRandom } from "../../../api/adapters/random/system.js";
import { openDatabase } from "../../../api/database/pool.js";
import { sampleContract } from "../../../api/demo/sampleContract.js";
import { createTenant } from "../../../api/tenants/createTenant.js";
import { verifyAuditExport } from "../../../engine/hashchain/verify.js";
import { ApiClient } from "../../support/apiClient.js";
import { freePort } from "../../support/freePort.js";
import { describeWhere } from "../../support/judges.js";
import { type FreshDatabase, freshDatabase } from "../../support/postgres.js";
import { findS3Server, type S3Server, startS3Server } from "../../support/s3Server.js";
import { type MailServer, startSmtpServer } from "../../support/smtpServer.js";

const main = fileURLToPath(new URL("../../../api/main.js", import.meta.url));
const found = findS3Server();

/** What docker-compose.yml wires, by hand: two API processes, a worker, PostgreSQL, an S3 store, a mail server. */
describeWhere(
  "program" in found,
  "missing" in found ? found.missing : "",
  "the parts as processes of their own",
  () => {
    let database: FreshDatabase;
    let store: S3Server;
    let mail: MailServer;
    let directory: string;
    const processes: ChildProcess[] = [];
    const ports: number[] = [];
    let apiKey: string;

    beforeAll(async () => {
      database = await freshDatabase();
      store = await startS3Server("program" in found ? found.program : "");
      mail = await startSmtpServer();
      directory = await mkdtemp(join(tmpdir(), "paraph-parts-"));
      const pool = await openDatabase(database.appUrl);
      ({ apiKey } = await createTenant(
        { database: pool, clock: systemClock, random: systemRandom },
        "Parts",
        "live",
      ));
      await pool.close();
      ports.push(await freePort(), await freePort());
      await Promise.all([start("api", ports[0]), start("api", ports[1]), start("worker")]);
    }, 120_000);

    afterAll(async () => {
      for (const child of processes) {
        child.kill("SIGTERM");
        await once(child, "exit");
      }
      await store.stop();
      await mail.stop();
      await database.drop();
      await rm(directory, { recursive: true, force: true });
    });

    async function start(role: "api" | "worker", port?: number): Promise<void> {
      const child = spawn(process.execPath, [main], {
        stdio: ["ignore", "pipe", "inherit"],
        env: {
          PATH: process.env["PATH"],
          ROLE: role,
          PORT: String(port ?? 0),
          PUBLIC_URL: `http://127.0.0.1:${ports[0]}`,
          PARAPH_DIRECTORY: directory,
          DATABASE_URL: database.appUrl,
          DATABASE_OWNER_URL: database.ownerUrl,
          S3_ENDPOINT: store.endpoint,
          S3_REGION: store.region,
          S3_BUCKET: store.bucket,
          S3_ACCESS_KEY_ID: store.accessKeyId,
          S3_SECRET_ACCESS_KEY: store.secretAccessKey,
          SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
          LOG_LEVEL: "error",
        },
      });
      processes.push(child);
      let said = "";
      for await (const chunk of child.stdout) {
        said += String(chunk);
        if (said.includes("runs")) return;
      }
      throw new Error(`The ${role} did not start.`);
    }

    test("an order goes from creation at one API process to the signed PDF at the other", async () => {
      const [one, other] = ports.map((port) => new ApiClient(`http://127.0.0.1:${port}`, apiKey));
      const order = await one!.createOrder({
        title: "Parts",
        consent_text: "I agree.",
        documents: [{ name: "a.pdf", content: Buffer.from(await sampleContract()).toString("base64") }],
        signers: [{ given_name: "Ada", surname: "Lovelace", email: "ada@example.org" }],
      });
      const signer = `/v1/orders/${order.id}/signers/${order.signers[0]!.id}`;
      expect((await other!.post(`${signer}/otp`)).status).toBe(200);
      // A worker may have sent the invitation after it.
      const codes = mail.received.map(({ raw }) => /^Subject: (\d{6})/m.exec(raw)?.[1]);
      const otp = codes.findLast((code) => code !== undefined);
      const signed = await one!.post(`${signer}/sign`, { otp, consent_text: "I agree." });
      expect(signed.body).toMatchObject({ status: "signed", all_signed: true });
      const pdf = await other!.get<Buffer>(
        `/v1/orders/${order.id}/documents/${order.documents[0]!.id}/signed`,
      );
      expect(pdf.body.toString("latin1")).toContain("/ETSI.CAdES.detached");
      const audit = await other!.get(`/v1/orders/${order.id}/audit`);
      expect(verifyAuditExport(audit.body).faults).toEqual([]);
    });

    test("both API processes issue under the same authority, whichever made it", async () => {
      const roots = await Promise.all(
        ports.map(
          async (port) =>
            (await new ApiClient(`http://127.0.0.1:${port}`, null).get<Buffer>("/ca/roots.pem")).body,
        ),
      );
      expect(roots[0]!.equals(roots[1]!)).toBe(true);
      expect(roots[0]!.toString()).toContain("BEGIN CERTIFICATE");
    });

    test("there is no outbox where a real mail server and a real database are configured", async () => {
      const client = new ApiClient(`http://127.0.0.1:${ports[0]}`, null);
      expect((await client.refused("GET", "/dev/outbox")).status).toBe(404);
      expect((await client.refused("GET", "/dev/outbox.json")).status).toBe(404);
      expect(await readdir(directory)).not.toContain("outbox");
    });
  },
);
