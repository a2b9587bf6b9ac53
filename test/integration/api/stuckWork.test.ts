import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { TimestampError } from "../../../api/ports/timestampAuthority.js";
import type { StuckWorkList } from "../../../api/stuckWork/stuckWorkController.js";
import { sweep } from "../../../api/work/sweeper.js";
import { ApiClient } from "../../support/apiClient.js";
import { urlAs } from "../../support/inDatabase.js";
import { OrderDesk, uuidOf } from "../../support/orderDesk.js";

const program = fileURLToPath(new URL("../../../cli/paraph.js", import.meta.url));
const run = promisify(execFile);

let desk: OrderDesk;
beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const list = async (client = desk.client) => (await client.get<StuckWorkList>("/v1/stuck-work")).body.data;

/** An order whose signature has been tried three times in vain. */
async function stuckOrder(
  error: Error = new TimestampError("unavailable", "The authority does not answer."),
) {
  const order = await desk.order();
  const fail = () => Promise.reject(error);
  const authority = { maxTokenBytes: 5000, timestamp: fail };
  await desk.replacing({ timestampAuthority: { test: authority, live: authority } }, async () => {
    await desk.browser(order).sign();
    for (let round = 0; round < 2; round++) {
      desk.service.clock.advance(7200);
      await sweep(desk.service.platform);
    }
  });
  return order;
}

test("work that was tried three times in vain is listed with its order and its cause, to its tenant and mode alone", async () => {
  const order = await stuckOrder();
  const found = (await list()).filter((work) => work.order === order.id);
  expect(found).toEqual([
    {
      kind: "signing",
      subject: expect.any(String),
      order: order.id,
      since: expect.any(String),
      attempts: 3,
      next_try_at: expect.any(String),
      cause: "The authority does not answer.",
    },
  ]);
  const { apiKey } = await desk.service.tenant("Other Company");
  const stranger = new ApiClient(desk.service.baseUrl, apiKey);
  expect(await list(stranger)).toEqual([]);
  const refused = await stranger.refused("POST", `/v1/stuck-work/signing/${found[0]!.subject}/retry`);
  expect(refused.status).toBe(404);
});

test("a retry makes it due at once, and once it is done it is stuck no more", async () => {
  const order = await stuckOrder();
  const [work] = (await list()).filter((found) => found.order === order.id);
  const path = `/v1/stuck-work/signing/${work!.subject}/retry`;
  expect((await desk.client.post(path)).status).toBe(204);
  await sweep(desk.service.platform);
  expect((await desk.read(order)).signers[0]!.state).toBe("signed");
  expect((await list()).filter((found) => found.order === order.id)).toEqual([]);
  expect((await desk.client.refused("POST", path)).status).toBe(404);
});

test("a cause in the words of a system, which name hosts and paths, is for the log and not for the tenant", async () => {
  const order = await stuckOrder(new Error("connect ECONNREFUSED 10.0.0.3:9000"));
  const found = (await list()).filter((work) => work.order === order.id);
  expect(found.map(({ cause }) => cause)).toEqual(["An unexpected fault, which the service's log names."]);
});

test.each([
  ["signing", "%00"],
  ["seal", "nothing"],
  ["message", "01a0b1c2-0000-7000-8000-000000000000"],
  ["bulk_line", "01a0b1c2-0000-7000-8000-000000000000"],
  ["bulk_line", "01a0b1c2-0000-7000-8000-000000000000%2F99999999999"],
  ["bulk_line", "01a0b1c2-0000-7000-8000-000000000000%2F1"],
])("a retry of a %s that there is not, %s, finds nothing", async (kind, subject) => {
  const { status, body } = await desk.client.refused("POST", `/v1/stuck-work/${kind}/${subject}/retry`);
  expect([status, body.code]).toEqual([404, "not_found"]);
});

test("work that is not stuck, and may be under way, is not begun a second time by a retry", async () => {
  const order = await desk.order();
  const fail = () => Promise.reject(new TimestampError("unavailable", "The authority does not answer."));
  const authority = { maxTokenBytes: 5000, timestamp: fail };
  await desk.replacing({ timestampAuthority: { test: authority, live: authority } }, () =>
    desk.browser(order).sign(),
  );
  const [signing] = await desk.sql<{ id: string }>(
    `SELECT id FROM signings WHERE order_id = '${uuidOf(order.id)}'`,
  );
  const answer = await desk.client.refused("POST", `/v1/stuck-work/signing/${signing!.id}/retry`);
  expect([answer.status, answer.body.code]).toEqual([404, "not_found"]);
});

test("the operator sees what is stuck of all tenants from the command line, and retries it there", async () => {
  const order = await stuckOrder();
  const env = { PATH: process.env["PATH"], DATABASE_URL: urlAs("paraph_app", desk.service.adminUrl) };
  const listed = await run(process.execPath, [program, "stuck"], { env }).catch(
    (error: unknown) => error as never,
  );
  const { stdout, code } = listed as unknown as { stdout: string; code: number };
  expect(code).toBe(1);
  expect(stdout).toContain(`signing of ${order.id}: 3 tries`);
  const retry = new RegExp(`${order.id}.*\\n +paraph stuck (--retry .*)`).exec(stdout)![1]!;
  const retried = await run(process.execPath, [program, "stuck", ...retry.split(" ")], { env });
  expect(retried.stdout).toBe("It will be tried within a second.\n");
  const [work] = (await list()).filter((found) => found.order === order.id);
  expect(new Date(work!.next_try_at).getTime()).toBeLessThanOrEqual(Date.now());
});
