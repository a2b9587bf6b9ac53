import {
  keptBodyBytes,
  maskBody,
  maskHeaders,
  masksOf,
} from "../../../../../api/webhooks/deliveries/masks.js";

const bytes = (text: string) => Buffer.from(text, "utf8");
const masked = (headers: Record<string, string>, text: string) =>
  Buffer.from(maskBody(masksOf(headers), bytes(text))).toString("utf8");

test("of the tenant's own headers the names are kept, in lower case, and no value", () => {
  expect(masksOf({ "X-Token": "secret", Authorization: "Bearer abcdef" }).headers).toEqual({
    "x-token": "***",
    authorization: "***",
  });
});

const basic = `Basic ${bytes("user:pass/wörd").toString("base64")}`;

test.each([
  ["as it was sent", { "x-token": "s3cret" }, "you sent s3cret", "you sent ***"],
  ["again and again", { "x-token": "s3cret" }, "s3crets3cret", "******"],
  ["without its scheme", { authorization: "Bearer abc.def" }, "token=abc.def;", "token=***;"],
  ["decoded", { authorization: basic }, "user:pass/wörd or pass/wörd", "*** or ***"],
  ["encoded", { authorization: basic }, basic, "***"],
  ["in a JSON string", { "x-token": 'a"b\\c' }, JSON.stringify({ t: 'a"b\\c' }), '{"t":"***"}'],
  ["in a JSON string that escapes slashes", { "x-token": "ab/cd" }, '"ab\\/cd"', '"***"'],
  ["in a query", { "x-token": "a b&c=d" }, "?t=a%20b%26c%3Dd", "?t=***"],
  ["though it looks like a pattern", { "x-token": "a.*(b" }, "axyzb a.*(b", "axyzb ***"],
  ["though another begins with it", { "x-a": "secret", "x-b": "secretive" }, "secretive", "***"],
])("a credential that an answer repeats %s is masked", (_how, headers, body, expected) => {
  expect(masked(headers as Record<string, string>, body)).toBe(expected);
});

test("what is too short to be a secret is left alone", () => {
  expect(masked({ "x-version": "1" }, "1 of 11")).toBe("1 of 11");
});

test("bytes that are no text are kept as they are", () => {
  const body = Uint8Array.from({ length: 256 }, (_, index) => index);
  expect(Buffer.from(maskBody(masksOf({ "x-token": "secret" }), body))).toEqual(Buffer.from(body));
});

test.each([0, 1, 3, 5, 6])(
  "a credential of six bytes of which %i stand before the end is not kept in part",
  (inside) => {
    const masks = masksOf({ "x-token": "s3cret" });
    const body = bytes(`${"x".repeat(keptBodyBytes - inside)}s3cret and more`).subarray(
      0,
      keptBodyBytes + masks.longest,
    );
    const kept = Buffer.from(maskBody(masks, body)).toString();
    expect(kept).toBe(`${"x".repeat(keptBodyBytes - inside)}***`.slice(0, keptBodyBytes));
  },
);

test("of many credentials the part behind what is kept does not slip in", () => {
  const masks = masksOf({ "x-token": "s3cret" });
  const body = bytes("s3cret".repeat(5000)).subarray(0, keptBodyBytes + masks.longest);
  expect(Buffer.from(maskBody(masks, body)).toString()).toMatch(/^[*]+$/);
});

test("headers of an answer are masked in the same way", () => {
  expect(maskHeaders(masksOf({ "x-token": "s3cret" }), { "x-echo": "it was s3cret" })).toEqual({
    "x-echo": "it was ***",
  });
});
