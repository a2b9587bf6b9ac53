import { asOrder, EuSesCaller } from "../../../support/euSesCaller.js";
import { OrderDesk } from "../../../support/orderDesk.js";
import { leastRequest } from "./requests.js";

let desk: OrderDesk;
let caller: EuSesCaller;
let id: string;

beforeAll(async () => {
  desk = await OrderDesk.open();
  caller = new EuSesCaller(desk.service.baseUrl, desk.client.apiKey);
  const order = await caller.create(leastRequest(desk));
  await desk.browser(asOrder(order)).sign();
  id = order.id;
});
afterAll(() => desk.close());

const calls: [string, string][] = ["signatures", "signature"].flatMap((word) =>
  [
    ["GET", ""],
    ["GET", "/"],
    ["GET", "/detail"],
    ["GET", "/audit"],
    ["GET", "/signedDocument"],
    ["GET", "/validatedDocument"],
    ["DELETE", ""],
  ].map(([method, rest]): [string, string] => [method!, `/${word}/{id}${rest}`]),
);

test.each(calls)(
  "%s %s answers 404 for another tenant's id, another mode's, none, and what is no id",
  async (method, path) => {
    const { baseUrl } = desk.service;
    const live = await desk.service.tenant("Live", "live");
    const other = new EuSesCaller(baseUrl, (await desk.service.tenant("Other")).apiKey);
    const strangers: [EuSesCaller, string][] = [
      [other, id],
      [new EuSesCaller(baseUrl, live.apiKey), id],
      [caller, "0".repeat(24)],
      [caller, "detail"],
    ];
    for (const [stranger, named] of strangers) {
      expect(await stranger.refused(method, path.replace("{id}", named))).toEqual([
        404,
        { success: false, message: "No such signature.", error: 404 },
      ]);
    }
  },
);

test("lists hold nothing of another tenant's", async () => {
  const other = new EuSesCaller(desk.service.baseUrl, (await desk.service.tenant("Other")).apiKey);
  expect(await other.list()).toEqual([]);
  expect(await caller.list()).toHaveLength(1);
});

test("an action that there is not is 404 in the dialect's form, and so is a call that there is not", async () => {
  // Neither is described: what is not there has no description to be held against.
  const asked = async (method: string, path: string) => {
    const headers = { Authorization: `Bearer ${desk.client.apiKey}` };
    const response = await fetch(`${desk.service.baseUrl}${path}`, { method, headers });
    return [response.status, await response.json()];
  };
  expect(await asked("GET", `/signatures/${id}/pdf`)).toEqual([
    404,
    {
      success: false,
      message: "There is no such action; there are detail, audit, signedDocument, validatedDocument.",
      error: 404,
    },
  ]);
  expect(await asked("PUT", "/EU-SES")).toEqual([
    404,
    { success: false, message: expect.stringContaining("PUT"), error: 404 },
  ]);
});

test("a key that may read only cannot ask for signatures or delete, and one for POST /EU-SES can do that only", async () => {
  const key = async (scopes: string[]) => {
    const made = await desk.client.post<{ secret: string }>("/v1/api-keys", { name: "k", scopes });
    return new EuSesCaller(desk.service.baseUrl, made.body.secret);
  };
  const reader = await key(["orders:read"]);
  expect((await reader.refused("POST", "/EU-SES", leastRequest(desk)))[0]).toBe(403);
  expect((await reader.refused("DELETE", `/signatures/${id}`))[0]).toBe(403);
  const maker = await key([`POST:${new URL(desk.service.baseUrl).host}/EU-SES`]);
  expect((await maker.create(leastRequest(desk))).state).toBe("WAIT_SIGN");
  expect((await maker.refused("GET", "/signatures"))[0]).toBe(403);
});

test("every call that is described has been made", async () => {
  await caller.request("GET", "/signature");
  expect(EuSesCaller.unseen().filter((call) => call !== "POST /verify")).toEqual([]);
});
