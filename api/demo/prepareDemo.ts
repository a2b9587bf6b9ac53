import { chmod, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { authenticate } from "../apiKeys/authenticate.js";
import type { Caller } from "../apiKeys/caller.js";
import { Failure } from "../failure/failure.js";
import { parsePublicId, publicId } from "../ids/id.js";
import { createOrder } from "../orders/createOrder.js";
import { getOrder } from "../orders/listOrders.js";
import { readNewOrder } from "../orders/orderRequests.js";
import { presentOrder } from "../orders/orderViews.js";
import { isRunning } from "../orders/state.js";
import type { Platform } from "../platform.js";
import { signingUrl } from "../signers/signingLink.js";
import { createTenant } from "../tenants/createTenant.js";
import { sampleContract } from "./sampleContract.js";

/** `var/demo.json`: what a script needs to talk to the service. */
interface DemoFile {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly tenantId: string;
}

/**
 * Makes the demo tenant at the first start, and a sample order whenever there is none that can be signed.
 * @param directory where `demo.json` is kept
 * @returns the text that tells a newcomer where everything is
 */
export async function prepareDemo(platform: Platform, directory: string): Promise<string> {
  const { file, caller } = await demoTenant(platform, join(directory, "demo.json"));
  const link = await sampleLink(platform, caller, join(directory, "demo-order.json"));
  const { publicUrl } = platform;
  return `
Paraph is running.

  API docs         ${publicUrl}/docs
  Sign an order    ${link}
  Outbox           ${publicUrl}/dev/outbox      (codes arrive here)
  Trust anchors    ${publicUrl}/ca/roots.pem
  Time-stamps      ${publicUrl}/tsa             (RFC 3161)
  Demo API key     ${file.apiKey}

  The same for scripts: ${join(directory, "demo.json")}
  The whole road in one command: npm run demo -- contract.pdf

`;
}

async function demoTenant(platform: Platform, path: string): Promise<{ file: DemoFile; caller: Caller }> {
  const { publicUrl: baseUrl } = platform;
  const earlier = await readJson<DemoFile>(path);
  const known = earlier && (await callerFor(platform, earlier.apiKey));
  if (earlier && known) {
    const file = { ...earlier, baseUrl };
    await writeJson(path, file);
    return { file, caller: known };
  }
  const { tenantId, apiKey } = await createTenant(platform, "Demo Company", "test");
  const file = { baseUrl, apiKey, tenantId: publicId("ten", tenantId) };
  await writeJson(path, file);
  return { file, caller: await authenticate(platform, apiKey) };
}

async function callerFor(platform: Platform, apiKey: string): Promise<Caller | null> {
  try {
    return await authenticate(platform, apiKey);
  } catch (error) {
    // The file is from another database, or the key was revoked: a new demo tenant takes its place.
    if (error instanceof Failure) return null;
    throw error;
  }
}

async function sampleLink(platform: Platform, caller: Caller, path: string): Promise<string> {
  const earlier = await readJson<{ order: string }>(path);
  const id = earlier && parsePublicId("ord", earlier.order);
  if (id) {
    const running = await getOrder(platform, caller, id).catch(() => null);
    const signer = running && isRunning(running.order.state) ? running.signers[0] : undefined;
    if (signer) return signingUrl(platform, signer);
  }
  const { value: order } = await createOrder(
    platform,
    caller,
    readNewOrder(
      {
        title: "Sample service agreement",
        signers: [
          {
            given_name: "Ada",
            surname: "Lovelace",
            country: "GB",
            email: "ada@example.org",
            placements: [{ page: 2, x: 72, y: 150, width: 220, height: 64 }],
          },
        ],
      },
      [{ name: "agreement.pdf", bytes: await sampleContract() }],
    ),
    null,
    (whole) => presentOrder(platform, whole),
  );
  await writeJson(path, { order: order.id });
  return order.signers[0]!.signing_url;
}

async function readJson<T>(path: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as T;
  } catch {
    // Missing, or cut off by a crash: it is made anew.
    return null;
  }
}

/** Whole or not at all, and for its owner only: it holds a key. */
async function writeJson(path: string, value: unknown): Promise<void> {
  const temporary = `${path}.${process.pid}`;
  await writeFile(temporary, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  await chmod(temporary, 0o600);
  await rename(temporary, path);
}
