import {
  CreateBucketCommand,
  GetObjectRetentionCommand,
  ListObjectVersionsCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { systemClock } from "../../../../api/adapters/clock/system.js";
import { type S3ObjectStore, s3ObjectStore } from "../../../../api/adapters/objectStore/s3.js";
import { systemRandom } from "../../../../api/adapters/random/system.js";
import { makeDueCheckpoints } from "../../../../api/checkpoints/dueCheckpoints.js";
import { sampleContract } from "../../../../api/demo/sampleContract.js";
import type { EvidenceFileView } from "../../../../api/evidence/evidenceViews.js";
import { provenLock } from "../../../../api/objectLock/provenLock.js";
import type { OrderView } from "../../../../api/orders/orderViews.js";
import { sweep } from "../../../../api/work/sweeper.js";
import { ApiClient } from "../../../support/apiClient.js";
import { ada } from "../../../support/orderDesk.js";
import { findS3Server, type S3Server, startS3Server } from "../../../support/s3Server.js";
import { startService, type TestService } from "../../../support/service.js";
import { SignerBrowser } from "../../../support/signingFlow.js";

const found = findS3Server();
describe("with a store that keeps locks", () => {
  if ("missing" in found) {
    test.skip(`SKIPPED, ${found.missing}`, () => {});
    return;
  }
  const bucket = "evidence";
  let server: S3Server;
  let s3: S3Client;
  let store: S3ObjectStore;
  let service: TestService;
  let client: ApiClient;
  beforeAll(async () => {
    server = await startS3Server(found.program, { versions: true });
    s3 = new S3Client({ ...server, credentials: server, forcePathStyle: true });
    await s3.send(new CreateBucketCommand({ Bucket: bucket, ObjectLockEnabledForBucket: true }));
    store = s3ObjectStore({ ...server, bucket, forcePathStyle: true });
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const platform = { objectStore: store, clock: systemClock, random: systemRandom, log };
    const objectLock = await provenLock(platform, store.lock, "required");
    service = await startService({ replace: { objectStore: store, objectLock } });
    client = new ApiClient(service.baseUrl, (await service.tenant("Notary", "live")).apiKey);
  });
  afterAll(async () => {
    await service.stop();
    store.close();
    s3.destroy();
    await server.stop();
  });

  async function sweepDry(): Promise<void> {
    for (let round = 0; round < 10 && (await sweep(service.platform)) > 0; round++);
  }

  /** Keys of everything that the bucket holds in any version, with what hides it. */
  async function everyVersion(): Promise<string[]> {
    const { Versions: versions = [], DeleteMarkers: markers = [] } = await s3.send(
      new ListObjectVersionsCommand({ Bucket: bucket }),
    );
    return [...versions, ...markers].map(({ Key: key }) => key!).filter((key) => !key.startsWith("probe/"));
  }

  test("evidence and checkpoints cannot be deleted before their term ends, and documents leave no version behind", async () => {
    const documents = [{ name: "deed.pdf", content: Buffer.from(await sampleContract()).toString("base64") }];
    const order: OrderView = await client.createOrder({ title: "Deed", documents, signers: [ada] });
    expect((await new SignerBrowser(order, 0, service.outbox, service.clock).sign()).status).toBe(200);
    service.clock.advance(3600);
    await makeDueCheckpoints(service.platform);
    await sweepDry();

    const status = (await client.get<EvidenceFileView>(`/v1/orders/${order.id}/evidence/status`)).body;
    const { retention } = (await client.get<OrderView>(`/v1/orders/${order.id}`)).body;
    expect(status).toMatchObject({
      state: "stored",
      revisions: [{ locked_until: retention.evidence_until }],
    });
    const keys = await everyVersion();
    const locked = keys.filter((key) => /\/(evidence|checkpoints|logs?)\//.test(key));
    expect(locked.length).toBeGreaterThanOrEqual(2);
    for (const key of locked) {
      await expect(store.delete(key)).rejects.toMatchObject({ code: "locked" });
      const { Retention: kept } = await s3.send(new GetObjectRetentionCommand({ Bucket: bucket, Key: key }));
      expect(kept!.Mode).toBe("COMPLIANCE");
      expect(kept!.RetainUntilDate!.getTime()).toBeGreaterThanOrEqual(
        Math.floor(Date.parse(retention.evidence_until!) / 1000) * 1000,
      );
    }

    const purge = await client.request<{ state: string }>("DELETE", `/v1/orders/${order.id}/documents`);
    expect(purge.body).toMatchObject({ state: "done" });
    await sweepDry();
    const left = (await everyVersion()).filter((key) => !locked.includes(key));
    expect(left).toEqual([]);
  });

  test("a legal hold is placed on the stored evidence, and lifted", async () => {
    const documents = [{ name: "deed.pdf", content: Buffer.from(await sampleContract()).toString("base64") }];
    const order: OrderView = await client.createOrder({ title: "Deed", documents, signers: [ada] });
    expect((await new SignerBrowser(order, 0, service.outbox, service.clock).sign()).status).toBe(200);
    service.clock.advance(3600);
    await makeDueCheckpoints(service.platform);
    await sweepDry();
    const holds: boolean[] = [];
    const lock = service.platform.objectLock!;
    Object.assign(service.platform, {
      objectLock: {
        ...lock,
        hold: async (key: string, on: boolean) => {
          await lock.hold(key, on);
          holds.push(on);
        },
      },
    });
    const hold = await client.post<{ id: string }>(`/v1/orders/${order.id}/legal-holds`, {
      reason: "Appeal",
    });
    await sweepDry();
    await client.request("DELETE", `/v1/orders/${order.id}/legal-holds/${hold.body.id}`);
    await sweepDry();
    expect(holds).toEqual([true, false]);
  });
});
