import { randomBytes } from "node:crypto";
import { secretBox } from "../../../../../api/adapters/keyStore/secretBox.js";
import { Failure } from "../../../../../api/failure/failure.js";
import { checkHeaders } from "../../../../../api/webhooks/endpoints/checkHeaders.js";
import {
  openHeaders,
  readHeaders,
  sealHeaders,
} from "../../../../../api/webhooks/endpoints/sealedHeaders.js";

const basic = { username: "Aladdin", password: "open sesame" };
const check = (headers: Record<string, string>, basicAuth: typeof basic | null = null) =>
  checkHeaders({ headers, basicAuth }, "callback.");

function refusal(run: () => void): Failure {
  try {
    run();
  } catch (error) {
    if (error instanceof Failure) return error;
  }
  throw new Error("Nothing was refused.");
}

test.each<[string, Record<string, string>]>([
  ["a token of another API", { Authorization: "Bearer abc" }],
  ["a cookie", { Cookie: "session=1" }],
  ["all characters of a token", { "!#$%&'*+.^_`|~-09azAZ": "x" }],
  ["a value with blanks and tabs inside", { "X-Text": "a \t b" }],
  ["twenty headers", Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`X-${index}`, "x"]))],
  ["a value of 1,000 characters", { "X-Long": "x".repeat(1000) }],
])("%s may be sent along", (_title, headers) => {
  expect(() => check(headers)).not.toThrow();
});

test.each(
  [
    ...[
      "webhook-id",
      "Webhook-Signature",
      "webhook-anything",
      "Content-Type",
      "content-length",
      "Content-Encoding",
    ],
    ...[
      "Host",
      "Connection",
      "keep-alive",
      "Proxy-Connection",
      "TE",
      "Trailer",
      "Transfer-Encoding",
      "Upgrade",
    ],
    ...["Expect", "HTTP2-Settings", "Proxy-Authorization", "User-Agent", "Accept-Encoding"],
  ].map((name) => [name]),
)("%s is not a caller's to choose", (name) => {
  const { code, param } = refusal(() => check({ [name]: "x" }));
  expect([code, param]).toEqual(["field_invalid", `callback.headers.${name}`]);
});

test.each<[string, Record<string, string>]>([
  ["an empty name", { "": "x" }],
  ["a name with a blank", { "X Y": "x" }],
  ["a name with a colon", { "X:": "x" }],
  ["a name with a line break", { "X\r\nHost": "x" }],
  ["a name with an umlaut", { "X-Ä": "x" }],
  ["a long name", { ["x".repeat(101)]: "x" }],
  ["a value with a line break", { "X-A": "secret\r\nHost: x" }],
  ["a value with a null character", { "X-A": "secret\0" }],
  ["a value with an umlaut", { "X-A": "secretÄ" }],
  ["a value that begins with a blank", { "X-A": " secret" }],
  ["an empty value", { "X-A": "" }],
  ["a long value", { "X-A": "secret".repeat(200) }],
  ["one name in two ways of writing", { "X-A": "1", "x-a": "2" }],
  ["21 headers", Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`X-${index}`, "secret"]))],
])("%s is refused, and the refusal repeats no value", (_title, headers) => {
  const { code, message } = refusal(() => check(headers));
  expect(code).toBe("field_invalid");
  expect(message).not.toContain("secret");
});

test("basic authentication and an Authorization header exclude each other", () => {
  expect(refusal(() => check({ AUTHORIZATION: "Bearer x" }, basic)).param).toBe("callback.basic_auth");
});

test.each([
  ["a user with a colon, where the password would begin", { username: "a:b", password: "" }, "username"],
  ["a user with a control character", { username: "a\n", password: "" }, "username"],
  ["a password with a control character", { username: "a", password: "\u0085" }, "password"],
  ["a long user", { username: "u".repeat(201), password: "" }, "username"],
  ["a long password", { username: "u", password: "p".repeat(501) }, "password"],
])("%s is refused", (_title, credentials, member) => {
  expect(refusal(() => check({}, credentials)).param).toBe(`callback.basic_auth.${member}`);
});

describe("what is sealed", () => {
  const platform = { secretBox: secretBox(randomBytes(32)) };
  const destination = "0192f000-0000-7000-8000-000000000001";

  test("comes back as it was, and in a request basic authentication is a header: RFC 7617 2 and 2.1", () => {
    const own = { headers: { "X-A": "1" }, basicAuth: basic };
    const sealed = sealHeaders(platform, destination, own);
    expect(readHeaders(platform, destination, sealed)).toEqual(own);
    expect(openHeaders(platform, destination, sealed)).toEqual({
      "X-A": "1",
      authorization: "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
    });
    const pounds = sealHeaders(platform, destination, {
      headers: {},
      basicAuth: { username: "test", password: "123£" },
    });
    expect(openHeaders(platform, destination, pounds)).toEqual({ authorization: "Basic dGVzdDoxMjPCow==" });
  });

  test("opens for no other destination, and is nothing where there is nothing", () => {
    const sealed = sealHeaders(platform, destination, { headers: { "X-A": "1" }, basicAuth: null });
    expect(() => openHeaders(platform, "0192f000-0000-7000-8000-000000000002", sealed)).toThrow();
    expect(sealHeaders(platform, destination, { headers: {}, basicAuth: null })).toBeNull();
    expect(openHeaders(platform, destination, null)).toEqual({});
  });
});
