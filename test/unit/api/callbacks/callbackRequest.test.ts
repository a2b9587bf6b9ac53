import { type CallbackRequest, readCallback } from "../../../../api/callbacks/callbackRequest.js";
import type { Failure } from "../../../../api/failure/failure.js";

const url = "https://crm.example/hooks";

/** Path and code of what a request is refused for. */
function refused(request: Partial<CallbackRequest>, at = "callback."): [string, string | undefined] {
  try {
    readCallback({ url, ...request }, at);
  } catch (error) {
    const { code, param } = error as Failure;
    return [code, param];
  }
  throw new Error("It was not refused.");
}

/** A list in a list in a list … */
function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let at = 0; at < depth; at++) value = [value];
  return value;
}

test("a callback that says nothing but its URL speaks our words, and leaves the rest to its form", () => {
  expect(readCallback({ url }, "callback.")).toEqual({
    url,
    form: "paraph",
    encoding: "json",
    field: null,
    retries: null,
    events: null,
    own: { headers: {}, basicAuth: null },
    custom: null,
  });
});

describe.each(["paraph", "certsign"] as const)("the form %s, whose bodies are as they are", (form) => {
  test.each<[keyof CallbackRequest, Partial<CallbackRequest>]>([
    ["encoding", { encoding: "form" }],
    ["field", { field: "data" }],
    ["custom", { custom: null }],
  ])("refuses %s rather than ignoring it", (name, request) => {
    expect(refused({ form, ...request })).toEqual(["field_invalid", `callback.${name}`]);
  });
});

test.each(["eu_ses", "certsign"] as const)(
  "the form %s, which says itself what is told, refuses events",
  (form) => {
    expect(refused({ form, events: ["order.*"] })).toEqual(["field_invalid", "callback.events"]);
  },
);

test("events of no known type are refused by their place, and each stands once", () => {
  expect(refused({ events: ["order.*", "order.lost"] })).toEqual(["field_invalid", "callback.events[1]"]);
  expect(readCallback({ url, events: ["order.*", "*", "order.*"] }, "").events).toEqual(["order.*", "*"]);
});

test("headers follow the rules of webhook endpoints, and are refused under the path of the request", () => {
  expect(refused({ headers: { "webhook-id": "1" } })).toEqual([
    "field_invalid",
    "callback.headers.webhook-id",
  ]);
  expect(refused({ headers: { Host: "elsewhere" } }, "")).toEqual(["field_invalid", "headers.Host"]);
});

test("what is given back may be any JSON of 4096 bytes, and no byte more", () => {
  const form = "eu_ses" as const;
  for (const custom of [null, 0, "text", [1], { id: 17 }, "x".repeat(4094), "é".repeat(2047)]) {
    expect(JSON.parse(readCallback({ url, form, custom }, "").custom!)).toEqual(custom);
  }
  for (const custom of ["x".repeat(4095), "é".repeat(2048), nested(5000), nested(200_000)]) {
    expect(refused({ form, custom })).toEqual(["field_invalid", "callback.custom"]);
  }
});

test("the data's member cannot be that of what is given back", () => {
  expect(refused({ form: "eu_ses", field: "custom" })).toEqual(["field_invalid", "callback.field"]);
});
