import { EuSesCaller } from "../../../support/euSesCaller.js";
import { OrderDesk } from "../../../support/orderDesk.js";
import { leastRequest, mario } from "./requests.js";

let desk: OrderDesk;
let caller: EuSesCaller;

beforeAll(async () => {
  desk = await OrderDesk.open();
  caller = new EuSesCaller(desk.service.baseUrl, (await desk.service.tenant()).apiKey);
});
afterAll(() => desk.close());

const no = (error: number, message: string) => ({ success: false, message, error });

/** A request with further members, as they are written in JSON. */
function written(more: Readonly<Record<string, string>>): string {
  const members = Object.entries(more).map(([name, json]) => `${JSON.stringify(name)}:${json}`);
  return `${JSON.stringify(leastRequest(desk)).slice(0, -1)},${members.join(",")}}`;
}

const nested = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;

test.each([3000, 100_000])("%d levels of nesting are refused by the member they stand in", async (levels) => {
  const deep = `{"x":${nested(levels)}}`;
  const refused: [string, Record<string, string>, string][] = [
    [written({ x: nested(levels) }), { "Idempotency-Key": `deep-${levels}` }, "x"],
    [written({ ui: deep, options: `{"ui":${deep}}` }), {}, "options"],
    [nested(levels), {}, "body"],
  ];
  for (const [body, headers, path] of refused) {
    const answer = await caller.request("POST", "/EU-SES", body, headers);
    expect([answer.status, answer.body]).toMatchObject([422, { success: false }]);
    expect((answer.body as { message: string }).message).toContain(path);
  }
});

test("what JSON can say beside what is meant is refused by its name: prototypes, numbers without end, half characters", async () => {
  const signed = (page: string) =>
    `[{"name":"M","surname":"R","email":"a@b.it","authentication":["email"],"signatures":[{"page":${page},"x":1,"y":1}]}]`;
  const wrong: [Record<string, string>, number, RegExp][] = [
    [{ ["__proto__"]: '{"title":"x"}' }, 912, /^__proto__ is no field/],
    [{ options: '{"__proto__":{"ui":{}}}' }, 625, /options\.__proto__ is no field/],
    [{ signers: signed("1e400") }, 911, /^signers\[0\]\.signatures\[0\]\.page must be a number/],
    [{ title: '"\\ud800"' }, 911, /^title holds/],
    [{ signers: "[]" }, 610, /is empty/],
  ];
  for (const [more, error, message] of wrong) {
    const [status, body] = await caller.refused("POST", "/EU-SES", written(more));
    expect([status, body]).toEqual([422, no(error, expect.stringMatching(message) as unknown as string)]);
  }
});

test("a body in a type that is not read is 415 and not taken for none; one that cannot be decompressed is 400", async () => {
  const send = async (headers: Record<string, string>) => {
    const { status, body } = await caller.request<{ error: number }>("POST", "/EU-SES", "{}", headers);
    return [status, body.error];
  };
  for (const type of ["application/x-www-form-urlencoded", "text/plain"]) {
    expect(await send({ "Content-Type": type })).toEqual([415, 415]);
  }
  expect(await send({ "Content-Encoding": "gzip" })).toEqual([400, 400]);
  expect(await send({ "Content-Encoding": "compress" })).toEqual([415, 415]);
});

test("an empty list stands for an object without members, as PHP writes it", async () => {
  const callback = { url: "https://example.com/", headers: [], custom: [] };
  const { options } = await caller.create(leastRequest(desk, { options: [], callback }));
  const other = await caller.create(leastRequest(desk, { options: { ui: [], userEditableData: [] } }));
  expect(other.options).toEqual(options);
});

test("a parameter of a query that nobody reads is refused on every path", async () => {
  const { id } = await caller.create(leastRequest(desk));
  const refused = [422, no(912, "x is no field of this request")];
  for (const [method, rest] of [
    ["GET", "s?x=1"],
    ["GET", `s/${id}?x=1&x=2`],
    ["GET", `s/${id}/audit?x=1`],
    ["GET", `s/${id}/validatedDocument?x=1`],
    ["DELETE", `s/${id}?x=1`],
  ] as const) {
    expect(await caller.refused(method, `/signature${rest}`)).toEqual(refused);
  }
  expect(await caller.refused("POST", "/EU-SES?x=1", leastRequest(desk))).toEqual(refused);
});

test("no more signatures and signers are taken than can be signed, and ids and actions in any case", async () => {
  const signatures = Array(10_000).fill({ page: 1, x: 1, y: 1 });
  const many: [object, string][] = [
    [{ signers: [{ ...mario, signatures }] }, "signers[0].signatures must hold at most 200 members"],
    [{ signers: Array(2000).fill(mario) }, "signers must hold at most 50 members"],
  ];
  for (const [more, message] of many) {
    expect(await caller.refused("POST", "/EU-SES", leastRequest(desk, more))).toEqual([
      422,
      no(911, message),
    ]);
  }
  const { id } = await caller.create(leastRequest(desk));
  const upper = await caller.request("GET", `/SIGNATURE/${id.toUpperCase()}/DETAIL/`);
  expect([upper.status, upper.body]).toMatchObject([200, { data: { id } }]);
});

test("whatever is asked for where nothing is, the refusal has the dialect's form", async () => {
  const { baseUrl } = desk.service;
  const { id } = await caller.create(leastRequest(desk));
  for (const [method, path] of [
    ["PUT", "/EU-SES"],
    ["GET", "/EU-SES"],
    ["GET", `/signatures/${id}/frobnicate`],
    ["GET", `/signatures/${id}/detail/more`],
    ["POST", "/signatures"],
    ["GET", "/signatures/%E0%A4%A"],
    ["GET", "/signatures/%00"],
    ["GET", `/signatures/${"a".repeat(2000)}`],
  ] as const) {
    const headers = { Authorization: `Bearer ${desk.client.apiKey}` };
    const response = await fetch(`${baseUrl}${path}`, { method, headers });
    expect([response.status, await response.json()]).toEqual([404, no(404, expect.any(String) as string)]);
  }
});
