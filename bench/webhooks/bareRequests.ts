import { createHmac, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { Pool } from "undici";
import { payload } from "./toldTenant.js";

/** Requests at a time, as the service has to one endpoint. */
const atOnce = 10;

/**
 * What delivering costs at least: the same body, signed with HMAC and Ed25519, sent by undici over connections that are
 * kept, and nothing of it written down. In this process.
 * @returns CPU milliseconds of one request
 */
export async function bareRequests(origin: string, count: number): Promise<number> {
  const pool = new Pool(origin, { connections: atOnce });
  try {
    await send(pool, Math.ceil(count / 4));
    const before = process.cpuUsage();
    await send(pool, count);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000 / count;
  } finally {
    await pool.close();
  }
}

const hmacKey = randomBytes(32);
const { privateKey } = generateKeyPairSync("ed25519");

async function send(pool: Pool, count: number): Promise<void> {
  let left = count;
  const one = async () => {
    while (left-- > 0) {
      const options = {
        method: "POST",
        path: "/ok/bare",
        headers: signed(`bare_${left}`),
        body: payload,
      } as const;
      const { body, statusCode } = await pool.request(options);
      await body.arrayBuffer();
      if (statusCode !== 200) throw new Error(`A bare request was answered ${statusCode}.`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}

/** Standard Webhooks 1.0, "Signature scheme". */
function signed(id: string): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const content = Buffer.from(`${id}.${timestamp}.${payload}`);
  const hmac = createHmac("sha256", hmacKey).update(content).digest("base64");
  return {
    "content-type": "application/json",
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": `v1,${hmac} v1a,${sign(null, content, privateKey).toString("base64")}`,
  };
}
