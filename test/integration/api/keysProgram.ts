import crypto from "node:crypto";
import { syncBuiltinESMExports } from "node:module";
import { setImmediate } from "node:timers/promises";
import type { TimestampAuthority } from "../../../api/ports/timestampAuthority.js";

/**
 * Signs an order for two and watches the one-time keys from outside: run with `--expose-gc`, in a process of its own,
 * because a test runner keeps references. Prints JSON.
 */
const collectGarbage = (globalThis as unknown as { gc: () => void }).gc;
let made = 0;
let collected = 0;
const watch = new FinalizationRegistry<null>(() => {
  collected += 1;
});

const generate = crypto.generateKeyPairSync;
crypto.generateKeyPairSync = ((...options: Parameters<typeof generate>) => {
  const pair = generate(...options);
  made += 1;
  watch.register(pair.privateKey, null);
  return pair;
}) as typeof generate;
syncBuiltinESMExports();

/** Collects until all watched keys are gone or it is clear that some stay. */
async function left(): Promise<number> {
  for (let round = 0; round < 20 && collected < made; round++) {
    collectGarbage();
    await setImmediate();
  }
  return made - collected;
}

const { OneTimeKey } = await import("../../../api/signing/oneTimeKey.js");
const { ada, charles, OrderDesk } = await import("../../support/orderDesk.js");

const held = new OneTimeKey();
held.sign(Buffer.from("a message"));
const whileHeld = await left();
held.destroy();
const whenDestroyed = await left();

const desk = await OrderDesk.open();
const leftAtTimestamps: number[] = [];
const { test: authority } = desk.service.platform.timestampAuthority;
const watching: TimestampAuthority = {
  maxTokenBytes: authority.maxTokenBytes,
  async timestamp(digest) {
    leftAtTimestamps.push(await left());
    return authority.timestamp(digest);
  },
};
Object.assign(desk.service.platform, { timestampAuthority: { test: watching, live: watching } });
const documents = [1, 2].map((number) => ({ name: `${number}.pdf`, content: desk.content }));
const order = await desk.order([ada, charles], { documents });
for (const index of [0, 1]) await desk.browser(order, index).sign();
const afterSigning = await left();
await desk.close();
// Named in the report, so that the key object itself is alive until here.
const kept = held.subjectPublicKeyInfo.length > 0;
process.stdout.write(
  JSON.stringify({ kept, whileHeld, whenDestroyed, made, leftAtTimestamps, afterSigning }),
);
