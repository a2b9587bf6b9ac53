import { requireGivable } from "../../../../api/apiKeys/givenScopes.js";
import { namesCall, parsePathScope } from "../../../../api/apiKeys/pathScope.js";
import { scopes } from "../../../../api/apiKeys/scopes.js";

const scope = (text: string) => parsePathScope(text)!;

describe("a scope that names calls", () => {
  test.each<[string, string, string, boolean]>([
    ["POST:esignature.example/EU-SES", "POST", "/EU-SES", true],
    ["POST:esignature.example/EU-SES", "POST", "/eu-ses/", true],
    ["POST:esignature.example/EU-SES", "GET", "/EU-SES", false],
    ["POST:esignature.example/EU-SES", "POST", "/EU-SES-2", false],
    ["POST:esignature.example/EU-SES", "POST", "/v1/EU-SES", false],
    ["GET:h/signatures", "GET", "/signatures/5f/detail", true],
    ["GET:h/signatures", "HEAD", "/signatures/5f/detail", true],
    ["GET:h/signatures", "GET", "/signature/5f", false],
    ["GET:h/signatures/*", "GET", "/signatures/5f/detail", true],
    ["GET:h/signatures/5f", "GET", "/signatures", false],
    ["*:h/signatures", "DELETE", "/signatures/5f", true],
    ["*:*/*", "PUT", "/v1/allowed-addresses", true],
    ["GET:h/", "GET", "/anything", true],
    ["GET:h/v1/orders", "GET", "/v1%2Forders", false],
    ["GET:h/v1/orders", "GET", "/v1//orders", false],
    ["GET:h/v1/orders", "GET", "/v1/x/../orders", false],
  ])("%s names %s %s: %s", (text, method, path, named) => {
    expect(namesCall([scope(text)], method, path)).toBe(named);
  });

  test.each([
    "orders:read",
    "GET:host",
    "GET /v1/orders",
    "get:h/v1",
    ":h/v1",
    "GET:/v1",
    "GET:h/v1/*/x",
    "GET:h/v1/or*",
    "GET:h//v1",
    "GET:h h/v1",
    "GET:h/v1?x=1",
    "GET:h:port/v1",
    `GET:h/${"a".repeat(300)}`,
    "",
  ])("%j is none", (text) => {
    expect(parsePathScope(text)).toBeNull();
  });
});

describe("scopes are given", () => {
  const wanted =
    (...list: string[]) =>
    () =>
      requireGivable(
        { scopes: ["orders:read"], paths: [scope("GET:h/signatures"), scope("*:h/ephemeral")] },
        list,
      );

  test.each(["orders:read", "GET:other/signatures", "GET:h/signatures/x/*", "POST:h/ephemeral/orders"])(
    "where the giver has as much: %s",
    (text) => {
      expect(wanted(text)()).toEqual([text]);
    },
  );

  test.each(["orders:write", "*:h/signatures", "POST:h/signatures", "GET:h/", "GET:h/v1/orders"])(
    "but no more: %s",
    (text) => {
      expect(wanted("orders:read", text)).toThrow(
        expect.objectContaining({ code: "scope_missing", param: "scopes[1]" }),
      );
    },
  );

  test("naming any call by whoever has all of ours, each once, and at most 50", () => {
    const all = { scopes, paths: [] };
    expect(requireGivable(all, ["*:*/*", "*:*/*", "orders:read"])).toEqual(["*:*/*", "orders:read"]);
    const paths = Array.from({ length: 51 }, (_, index) => `GET:h/${index}`);
    expect(requireGivable(all, [...scopes, ...paths.slice(1)])).toHaveLength(56);
    expect(() => requireGivable(all, paths)).toThrow(
      expect.objectContaining({ code: "field_invalid", param: "scopes" }),
    );
  });
});
