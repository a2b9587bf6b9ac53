import { decodeTimestampRequest, encodeTimestampRequest } from "../../../../engine/tsp/request.js";
import { hex } from "../asn1/hex.js";

const digest = new Uint8Array(32).fill(0xd1);

test("a request says what it was given, and asks for certificates unless told not to", () => {
  const requestDer = encodeTimestampRequest({ digest, nonce: Uint8Array.of(0, 0x80, 1), policy: "1.2.3" });
  const decoded = decodeTimestampRequest(requestDer);
  expect(decoded).toMatchObject({ accepted: true, request: { policy: "1.2.3", certificateRequested: true } });
  expect(decoded.accepted && hex(decoded.request.nonce ?? digest)).toBe("0203008001");
  expect(decoded.accepted && hex(decoded.request.messageImprint).endsWith(hex(digest))).toBe(true);
});

test("a request without nonce, policy and certificates has none of them", () => {
  const decoded = decodeTimestampRequest(encodeTimestampRequest({ digest, certificateRequested: false }));
  expect(decoded).toMatchObject({ request: { policy: null, nonce: null, certificateRequested: false } });
});

test.each([
  ["a digest that is too short", { digest: new Uint8Array(31) }],
  ["a digest of another algorithm's length", { digest, digestAlgorithm: "sha384" as const }],
  ["an empty nonce", { digest, nonce: new Uint8Array(0) }],
  ["a nonce of 65 bytes", { digest, nonce: new Uint8Array(65) }],
])("a request with %s is not sent", (_title, input) => {
  expect(() => encodeTimestampRequest(input)).toThrow(
    expect.objectContaining({ code: "timestamp_request_malformed" }),
  );
});
