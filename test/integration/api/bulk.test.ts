import type { BulkCheckView, BulkLineView, BulkView } from "../../../api/bulk/bulkViews.js";
import { workBulkLine } from "../../../api/bulk/workBulkLine.js";
import type { OrderView } from "../../../api/orders/orderViews.js";
import { ObjectStoreError } from "../../../api/ports/objectStore.js";
import type { TemplateView } from "../../../api/templates/templateViews.js";
import { sweep } from "../../../api/work/sweeper.js";
import { ApiClient } from "../../support/apiClient.js";
import { OrderDesk, uuidOf } from "../../support/orderDesk.js";

let desk: OrderDesk;
let template: TemplateView;
beforeAll(async () => {
  desk = await OrderDesk.open();
  const box = { page: 2, x: 60, y: 300, width: 200, height: 20 };
  const placements = [
    { ...box, height: 50 },
    { kind: "text", name: "rent", read_only: true, ...box, y: 400 },
  ];
  const answer = await desk.client.post<TemplateView>("/v1/templates", {
    name: "Lease",
    title: "Lease",
    documents: [{ name: "lease.pdf", content: desk.content }],
    roles: [{ name: "tenant", placements }],
  });
  template = answer.body;
});
afterAll(() => desk.close());

const line = (more: object = {}) => ({
  values: { rent: "1" },
  signers: [{ template_role: "tenant", given_name: "Ada", surname: "Lovelace", email: "ada@example.org" }],
  ...more,
});
const path = () => `/v1/templates/${template.id}/bulk`;
const give = (body: unknown, headers?: Record<string, string>) =>
  desk.client.post<BulkView>(path(), body, headers);
const read = async ({ id }: BulkView) => (await desk.client.get<BulkView>(`/v1/bulk/${id}`)).body;
const lines = async ({ id }: BulkView, query = "") =>
  (
    await desk.client.get<{ data: BulkLineView[]; next_cursor: string | null }>(
      `/v1/bulk/${id}/lines${query}`,
    )
  ).body;
const csv = { "Content-Type": "text/csv" };

/** Works everything off that is due. */
async function work(): Promise<void> {
  while ((await sweep(desk.service.platform)) > 0);
}

test("a list is answered at once; then each line has an order or a problem, and the counts tell how many", async () => {
  const bad = {
    external_id: "b",
    signers: [{ template_role: "tenant", given_name: "Ada", surname: "Lovelace", email: "ada" }],
  };
  const answer = await give({
    lines: [line({ external_id: "a" }), line(bad), line({ values: {} }), line({ external_id: "d" })],
    common: { message: "Hello", labels: ["list"] },
  });
  expect(answer.status).toBe(202);
  expect(answer.body).toMatchObject({
    object: "bulk",
    state: "processing",
    lines: 4,
    pending: 4,
    template_version: 1,
  });
  await work();
  expect(await read(answer.body)).toMatchObject({ state: "completed", created: 2, failed: 2, pending: 0 });
  const results = (await lines(answer.body)).data;
  expect(results).toMatchObject([
    { line: 1, external_id: "a", state: "created", problem: null },
    {
      line: 2,
      external_id: "b",
      state: "failed",
      order: null,
      problem: { code: "field_invalid", param: "signers[0].email" },
    },
    { line: 3, state: "failed", order: null, problem: { code: "field_invalid", param: "values.rent" } },
    { line: 4, external_id: "d", state: "created" },
  ]);
  const order = (await desk.client.get<OrderView>(`/v1/orders/${results[3]!.order}`)).body;
  expect(order).toMatchObject({
    external_id: "d",
    title: "Lease",
    message: "Hello",
    labels: ["list"],
    template: template.id,
    state: "ready",
  });
});

test("CSV makes the same orders as JSON", async () => {
  const text =
    "external_id,values.rent,tenant.given_name,tenant.surname,tenant.email\r\n" +
    'csv/1,"1,200 EUR",Ada,Lovelace,ada@example.org\r\n' +
    "csv/2,,Charles,Babbage,charles@example.org\r\n";
  const answer = await give(text, csv);
  expect([answer.status, answer.body.lines]).toEqual([202, 2]);
  await work();
  const [made, failed] = (await lines(answer.body)).data;
  const order = (await desk.client.get<OrderView>(`/v1/orders/${made!.order}`)).body;
  expect(order).toMatchObject({
    external_id: "csv/1",
    signers: [{ given_name: "Ada", email: "ada@example.org" }],
  });
  expect(failed!.problem).toMatchObject({ code: "field_invalid", param: "values.rent" });
});

describe("of CSV", () => {
  const head = "external_id,values.rent,tenant.given_name,tenant.surname,tenant.email,tenant.country\n";
  const good = "csv/3,1,Ada,Lovelace,ada@example.org,GB\n";

  test("what is wrong with a line is said in names of columns", async () => {
    const text =
      `${head}c/1,1,Ada,Lovelace,ada,GB\n` +
      "c/2,1,Ada,,ada@example.org,GB\n" +
      "c/3,1,Ada,Lovelace,ada@example.org,ZZ\n" +
      "c/4,1,Ada,Lovelace,,GB\n" +
      "c/5,1,,,,\n";
    const found = [
      [2, "c/1", "tenant.email", "tenant.email must be an e-mail address, without a name beside it."],
      [3, "c/2", "tenant.surname", "tenant.surname is needed."],
      [4, "c/3", "tenant.country", expect.stringContaining("tenant.country must be")],
      [5, "c/4", "tenant.email", "tenant.email is needed, because the code is sent by e-mail."],
      [6, "c/5", "tenant.given_name", 'The line must name somebody for the role "tenant".'],
    ];
    const told = (all: readonly BulkLineView[]) =>
      all.map(({ line, external_id, problem }) => [line, external_id, problem?.param, problem?.detail]);
    const check = await desk.client.post<BulkCheckView>(`${path()}?dry_run=true`, text, csv);
    expect(told(check.body.problems)).toEqual(found);
    const { body } = await give(text, csv);
    await work();
    expect(told((await lines(body)).data)).toEqual(found);
  });

  test("a line with a field too few or too many has that as its result, and holds nothing up", async () => {
    const text = `${head}csv/1,1,Ada\n\n"csv\n2",1,Ada,Lovelace,ada@example.org,GB,more\n${good}`;
    const check = await desk.client.post<BulkCheckView>(`${path()}?dry_run=true`, text, csv);
    expect(check.body).toMatchObject({ lines: 3, valid: 1, problems: [{ line: 2 }, { line: 4 }] });
    const { body } = await give(text, csv);
    expect(body).toMatchObject({ lines: 3, failed: 2, pending: 1, state: "processing" });
    await work();
    expect(await read(body)).toMatchObject({ created: 1, failed: 2, state: "completed" });
    expect((await lines(body)).data).toMatchObject([
      {
        line: 2,
        state: "failed",
        problem: {
          code: "body_malformed",
          detail: "The line has 3 fields, and the line of column names 6.",
          param: null,
        },
      },
      { line: 4, state: "failed", problem: { code: "body_malformed" } },
      { line: 6, state: "created", external_id: "csv/3", problem: null },
    ]);
  });

  test("a list of which no line can be read is done at once", async () => {
    const { body } = await give("title,message\na\n", csv);
    expect(body).toMatchObject({ lines: 1, failed: 1, state: "completed" });
    expect(body.completed_at).not.toBeNull();
  });
});

test("a check of the whole list finds every line that is wrong, and creates nothing", async () => {
  const before = await desk.rowsOfOrders();
  const body = { lines: [line(), line({ values: { rent: "1", town: "x" } }), line({ signers: [] })] };
  const answer = await desk.client.post<BulkCheckView>(`${path()}?dry_run=true`, body);
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({
    object: "bulk_check",
    lines: 3,
    valid: 1,
    invalid: 2,
    problems: [
      { line: 2, problem: { param: "values.town" } },
      { line: 3, problem: { param: "signers" } },
    ],
  });
  expect(await desk.rowsOfOrders()).toEqual(before);
});

test("lines come page by page, and by what became of them", async () => {
  const { body } = await give({ lines: [line(), line({ values: {} }), line()] });
  await work();
  const first = await lines(body, "?limit=2");
  expect([first.data.map((one) => one.line), first.next_cursor]).toEqual([[1, 2], "2"]);
  const rest = await lines(body, `?limit=2&cursor=${first.next_cursor}`);
  expect([rest.data.map((one) => one.line), rest.next_cursor]).toEqual([[3], null]);
  expect((await lines(body, "?state=failed")).data.map((one) => one.line)).toEqual([2]);
});

test("two processes at one line make one order of it", async () => {
  const { body } = await give({ lines: [line({ external_id: "once" })] });
  const subject = `${uuidOf(body.id)}/1`;
  const once = () => workBulkLine(desk.service.platform, desk.tenantId, subject);
  expect((await Promise.all([once(), once()])).sort()).toEqual([false, true]);
  // As if the first had only been slow: its lease ran out, and both make the order.
  const slow = await give({ lines: [line({ external_id: "slow" })] });
  const late = `${uuidOf(slow.body.id)}/1`;
  const { objectStore } = desk.service.platform;
  const taken = desk.replacing(
    {
      objectStore: {
        ...objectStore,
        put: async (...object: Parameters<typeof objectStore.put>) => {
          await objectStore.put(...object);
          desk.service.clock.advance(61);
          Object.assign(desk.service.platform, { objectStore });
          await workBulkLine(desk.service.platform, desk.tenantId, late);
        },
        get: (key: string) => objectStore.get(key),
        delete: (key: string) => objectStore.delete(key),
      },
    },
    () => workBulkLine(desk.service.platform, desk.tenantId, late),
  );
  expect(await taken).toBe(false);
  const found = await desk.client.get<{ data: OrderView[] }>("/v1/orders?external_id=slow");
  expect(found.body.data.length).toBe(1);
  expect(await read(slow.body)).toMatchObject({ created: 1, failed: 0, state: "completed" });
});

test("a line that met an obstacle waits and is tried again; the others are not held up", async () => {
  const { body } = await give({ lines: [line(), line()] });
  const { objectStore } = desk.service.platform;
  let failures = 0;
  await desk.replacing(
    {
      objectStore: {
        ...objectStore,
        get: (key: string) => objectStore.get(key),
        delete: (key: string) => objectStore.delete(key),
        put: async (...object: Parameters<typeof objectStore.put>) => {
          if (failures++ === 0) throw new ObjectStoreError("unavailable", "The store is away.");
          await objectStore.put(...object);
        },
      },
    },
    work,
  );
  expect(await read(body)).toMatchObject({ created: 1, pending: 1, failed: 0, state: "processing" });
  desk.service.clock.advance(10);
  await work();
  expect(await read(body)).toMatchObject({ created: 2, pending: 0, state: "completed" });
});

test("names and addresses wait sealed, and are forgotten once their line is worked off", async () => {
  const secret = "Nobody-Else-Has-This-Name";
  const signers = [{ ...line().signers[0]!, surname: secret }];
  const { body } = await give({ lines: [line({ signers }), line({ signers, values: {} })] });
  const rows = () =>
    desk.sql<{ input: Buffer | null; row: string }>(
      `SELECT input, bulk_lines::text AS row FROM bulk_lines WHERE batch_id = '${uuidOf(body.id)}'`,
    );
  for (const { input, row } of await rows()) {
    expect(input!.length).toBeGreaterThan(0);
    expect(input!.includes(secret) || row.includes(secret)).toBe(false);
  }
  await work();
  for (const { input, row } of await rows()) expect([input, row.includes(secret)]).toEqual([null, false]);
});

test("all orders of a list are of the template as it was when the list came", async () => {
  const { body } = await give({ lines: [line()] });
  await desk.client.request("PATCH", `/v1/templates/${template.id}`, { title: "Changed" });
  await work();
  const [made] = (await lines(body)).data;
  expect((await desk.client.get<OrderView>(`/v1/orders/${made!.order}`)).body.title).toBe("Lease");
  await desk.client.request("PATCH", `/v1/templates/${template.id}`, { title: "Lease" });
});

test("a repeat with the same Idempotency-Key is the same list", async () => {
  const headers = { "Idempotency-Key": "list-1" };
  const first = await give({ lines: [line()] }, headers);
  const again = await give({ lines: [line()] }, headers);
  expect(again.body.id).toBe(first.body.id);
  expect(again.headers.get("Idempotent-Replayed")).toBe("true");
});

describe("a list is refused as a whole", () => {
  const refused = async (body: unknown, headers?: Record<string, string>) => {
    const answer = await desk.client.refused("POST", path(), body, headers);
    return [answer.status, answer.body.code, answer.body.param ?? answer.body["line"]];
  };

  test("with no line, and with more than a thousand", async () => {
    expect(await refused({ lines: [] })).toEqual([422, "field_invalid", "lines"]);
    const many = Array.from({ length: 1001 }, () => ({}));
    expect(await refused({ lines: many })).toEqual([422, "field_invalid", "lines"]);
  });

  test("of more than 2 MB, as JSON and as CSV", async () => {
    const long = Array.from({ length: 1000 }, () => ({ message: "x".repeat(2100) }));
    expect(await refused({ lines: long })).toEqual([413, "body_too_large", "lines"]);
    const text = `title\n${"x".repeat(2_100_000)}`;
    expect((await refused(text, csv)).slice(0, 2)).toEqual([413, "body_too_large"]);
  });

  test("of CSV that is none, or has a column of no such name", async () => {
    expect(await refused('title\n"open', csv)).toEqual([400, "body_malformed", 2]);
    expect(await refused("title,shoe_size\n1,2", csv)).toEqual([422, "field_invalid", "shoe_size"]);
  });

  test.each(["buyer.email", "values.town"])("of CSV with %s, which its template lacks", async (column) => {
    expect(await refused(`title,${column}\n1,2`, csv)).toEqual([422, "field_invalid", column]);
    const check = await desk.client.refused("POST", `${path()}?dry_run=true`, `${column}\n2`, csv);
    expect([check.status, check.body.param]).toEqual([422, column]);
  });

  test("in a type that nobody reads", async () => {
    expect((await refused("<xml/>", { "Content-Type": "text/xml" })).slice(0, 2)).toEqual([
      415,
      "media_type_unsupported",
    ]);
  });
});

test("another tenant sees neither the list nor its lines", async () => {
  // Lists of one millisecond have no order.
  desk.service.clock.advance(1);
  const { body } = await give({ lines: [line()] });
  const { apiKey } = await desk.service.tenant("Other");
  const other = new ApiClient(desk.service.baseUrl, apiKey);
  for (const at of [`/v1/bulk/${body.id}`, `/v1/bulk/${body.id}/lines`]) {
    expect((await other.refused("GET", at)).status).toBe(404);
  }
  expect((await other.get<{ data: BulkView[] }>("/v1/bulk")).body.data).toEqual([]);
  const [newest] = (await desk.client.get<{ data: BulkView[] }>("/v1/bulk?limit=1")).body.data;
  expect(newest!.id).toBe(body.id);
});
