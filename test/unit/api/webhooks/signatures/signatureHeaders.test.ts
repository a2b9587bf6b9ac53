import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Webhook } from "standardwebhooks";
import { publicKeyText, secretText } from "../../../../../api/webhooks/signatures/secretText.js";
import {
  type SignatureHeaders,
  signatureHeaders,
} from "../../../../../api/webhooks/signatures/signatureHeaders.js";
import { publicKeyOf, signingSecret } from "../../../../../api/webhooks/signatures/signingSecret.js";
import { describeWith } from "../../../../support/judges.js";
import { openssl } from "../../../../support/openssl.js";

/** 64 bytes that a word stands for. */
const bytesOf = (word: string) => createHash("sha512").update(word).digest();
const id = "ntf_01jd9q2w7mfx5y0k3t8h6c4b2n";
const body = JSON.stringify({ type: "order.completed", data: { external_id: "Ä é 漢 🖋" } });
const current = signingSecret("1", bytesOf("current"));
const old = signingSecret("2", bytesOf("old"));
const currentText = secretText(bytesOf("current").subarray(0, 32));
const oldText = secretText(bytesOf("old").subarray(0, 32));
const signed = (secrets = [current], at = new Date()) => ({ ...signatureHeaders(secrets, id, at, body) });
const later = (headers: SignatureHeaders) => String(Number(headers["webhook-timestamp"]) + 1);

describe("the standardwebhooks package", () => {
  const judge = (headers: object, sent = body, secret = currentText) =>
    new Webhook(secret).verify(sent, headers as Record<string, string>);

  test("verifies what we sign, whatever characters are in it", () => {
    expect(judge(signed())).toEqual(JSON.parse(body));
  });

  test("refuses another body, id or timestamp, and another secret", () => {
    const headers = signed();
    expect(() => judge(headers, `${body} `)).toThrow("No matching signature");
    expect(() => judge({ ...headers, "webhook-id": `${id}0` })).toThrow("No matching signature");
    expect(() => judge({ ...headers, "webhook-timestamp": later(headers) })).toThrow("No matching signature");
    expect(() => judge(headers, body, oldText)).toThrow("No matching signature");
  });

  test("refuses a request of more than five minutes ago: the timestamp is that of the attempt, in seconds", () => {
    expect(() => judge(signed([current], new Date(Date.now() - 301_000)))).toThrow("too old");
    expect(judge(signed([current], new Date(Date.now() - 200_000)))).toEqual(JSON.parse(body));
  });

  test("verifies with the new secret and with the old one while both sign, and with neither other", () => {
    const headers = signed([current, old]);
    expect(judge(headers)).toEqual(JSON.parse(body));
    expect(judge(headers, body, oldText)).toEqual(JSON.parse(body));
    expect(() => judge(headers, body, secretText(bytesOf("none").subarray(0, 32)))).toThrow();
  });
});

describe("a signature header", () => {
  test("holds a v1 and a v1a signature of each secret, the newest first, and nothing else", () => {
    const at = new Date(1_764_000_000_999);
    const headers = signatureHeaders([current, old], id, at, body);
    const each = [current, old].map((one) => signatureHeaders([one], id, at, body)["webhook-signature"]);
    expect(headers).toEqual({
      "webhook-id": id,
      "webhook-timestamp": "1764000000",
      "webhook-signature": each.join(" "),
    });
    expect(each[0]).toMatch(/^v1,[A-Za-z0-9+/]{43}= v1a,[A-Za-z0-9+/]{86}==$/);
  });

  test("is not made without a secret, nor of an id with a stop, which could be read as another id and time", () => {
    expect(() => signatureHeaders([], id, new Date(), body)).toThrow("without a signature");
    expect(() => signatureHeaders([current], "ntf_1.2", new Date(), body)).toThrow("no stop");
  });
});

test("keys are shown as Standard Webhooks has it, and a public key is that of RFC 8032 7.1, test 1", () => {
  const seed = Buffer.from("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "hex");
  const secret = signingSecret("1", Buffer.concat([bytesOf("x").subarray(0, 32), seed]));
  expect(Buffer.from(publicKeyOf(secret)).toString("hex")).toBe(
    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
  );
  expect(publicKeyText(publicKeyOf(secret))).toBe("whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");
  expect(secretText(new Uint8Array(32).fill(1))).toBe("whsec_AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=");
  expect(() => signingSecret("1", new Uint8Array(63))).toThrow("64 bytes");
});

/** What a receiver has of a request: the text that was signed, the first Ed25519 signature, the public key. */
function seenBy(headers: SignatureHeaders, sent: string) {
  const signature = headers["webhook-signature"]
    .split(" ")
    .find((one) => one.startsWith("v1a,"))!
    .slice(4);
  const text = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${sent}`;
  const key = publicKeyText(publicKeyOf(current)).slice("whpk_".length);
  return { signature: Buffer.from(signature, "base64"), text, key: Buffer.from(key, "base64") };
}

describeWith(["openssl"], "OpenSSL", () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "paraph-v1a-"));
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  const judge = async (headers: SignatureHeaders, sent = body) => {
    const { signature, text, key } = seenBy(headers, sent);
    const spki = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), key]);
    await writeFile(join(directory, "key.der"), spki);
    await writeFile(join(directory, "signature"), signature);
    await writeFile(join(directory, "text"), text);
    const said = await openssl(
      directory,
      ...["pkeyutl", "-verify", "-pubin", "-inkey", "key.der", "-keyform", "DER"],
      ...["-rawin", "-in", "text", "-sigfile", "signature"],
    );
    return said.toString();
  };

  test("verifies a v1a signature with the public key that is shown, and refuses another body, id or timestamp", async () => {
    const headers = signed([current, old]);
    expect(await judge(headers)).toContain("Verified Successfully");
    await expect(judge(headers, `${body} `)).rejects.toThrow();
    await expect(judge({ ...headers, "webhook-id": `${id}0` })).rejects.toThrow();
    await expect(judge({ ...headers, "webhook-timestamp": later(headers) })).rejects.toThrow();
  });
});
