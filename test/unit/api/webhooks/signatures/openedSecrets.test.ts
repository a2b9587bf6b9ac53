import { randomBytes } from "node:crypto";
import { secretBox } from "../../../../../api/adapters/keyStore/secretBox.js";
import type { SecretBox } from "../../../../../api/ports/keyStore.js";
import { openSecret, secretContext } from "../../../../../api/webhooks/signatures/openedSecrets.js";

/** A box that counts how often it is opened. */
function countingBox(): SecretBox & { opened: number } {
  const box = secretBox(randomBytes(32));
  const counting = {
    ...box,
    opened: 0,
    open: (bytes: Uint8Array, context: string) => {
      counting.opened += 1;
      return box.open(bytes, context);
    },
  };
  return counting;
}
const rowOf = (box: SecretBox, id: string) => ({ id, secret: box.seal(randomBytes(64), secretContext(id)) });

test("a secret is opened once and then known, however often it signs", () => {
  const box = countingBox();
  const row = rowOf(box, "1");
  const first = openSecret({ secretBox: box }, row);
  expect(openSecret({ secretBox: box }, row)).toBe(first);
  expect(box.opened).toBe(1);
});

test("what one box has opened is not given out for another's", () => {
  const box = countingBox();
  const row = rowOf(box, "1");
  openSecret({ secretBox: box }, row);
  expect(() => openSecret({ secretBox: secretBox(randomBytes(32)) }, row)).toThrow("sealed under another");
});

test("one row's secret does not open as another row's", () => {
  const box = countingBox();
  const { secret } = rowOf(box, "1");
  expect(() => openSecret({ secretBox: box }, { id: "2", secret })).toThrow("sealed under another");
});

test("ten thousand are kept: the one that has not signed for longest goes first", () => {
  // Sealing nothing keeps this test short; what counts is how often it is opened.
  const bytes = randomBytes(64);
  const opened: string[] = [];
  const box: SecretBox = {
    seal: (plaintext) => plaintext,
    open: (_bytes, context) => {
      opened.push(context);
      return Uint8Array.from(bytes);
    },
    mac: () => bytes,
  };
  const open = (index: number) => openSecret({ secretBox: box }, { id: `${index}`, secret: bytes });
  for (let index = 0; index < 10_000; index++) open(index);
  open(0);
  open(10_000);
  opened.length = 0;
  open(0);
  open(2);
  expect(opened).toEqual([]);
  open(1);
  expect(opened).toEqual(["webhook secret 1"]);
});
