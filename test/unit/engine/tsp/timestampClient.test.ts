import { createHash, randomBytes } from "node:crypto";
import { encodeRejection } from "../../../../engine/tsp/response.js";
import { timestampClient } from "../../../../engine/tsp/timestampClient.js";
import { verifyTimestampToken } from "../../../../engine/tsp/verifyToken.js";
import { newAuthorities } from "../../../support/authorities.js";

const digest = createHash("sha384").update("a document").digest();
const nonce = () => randomBytes(16);
const refused = (about: string) =>
  expect.objectContaining({ code: "timestamp_response_invalid", message: expect.stringContaining(about) });

describe("a client of a time-stamping authority", () => {
  test("brings back a token over the digest that it was given", async () => {
    const { answerTimestampRequest } = await newAuthorities();
    const token = await timestampClient(answerTimestampRequest, { nonce })(digest, "sha384");
    expect(verifyTimestampToken({ token, digest, digestAlgorithm: "sha384" }).tstInfo.digest).toEqual(
      new Uint8Array(digest),
    );
  });

  test("does not take yesterday's answer for today's", async () => {
    const { answerTimestampRequest } = await newAuthorities();
    let first: Uint8Array | undefined;
    const replaying = async (request: Uint8Array) => {
      first ??= await answerTimestampRequest(request);
      return first;
    };
    const client = timestampClient(replaying, { nonce });
    await client(digest, "sha384");
    await expect(client(digest, "sha384")).rejects.toThrow(refused("nonce"));
  });

  test("tells why the authority refused, and lets errors of the way there through", async () => {
    const refusing = timestampClient(() => encodeRejection("unacceptedPolicy", "not that one"), { nonce });
    await expect(refusing(digest, "sha384")).rejects.toThrow(refused("not that one"));
    const offline = timestampClient(() => Promise.reject(new Error("connection refused")), { nonce });
    await expect(offline(digest, "sha384")).rejects.toThrow("connection refused");
  });
});
