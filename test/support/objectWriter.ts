import { createHash } from "node:crypto";
import { fileObjectStore } from "../../api/adapters/objectStore/fs.js";

/** Stores one large object after another, each under the SHA-256 of its bytes, until it is killed. */
const store = fileObjectStore(process.argv[2]!);
for (let number = 0; ; number += 1) {
  const bytes = new Uint8Array(4 * 1024 * 1024).fill(number);
  bytes.set(Buffer.from(`${process.pid} ${number}`));
  await store.put(`objects/${createHash("sha256").update(bytes).digest("hex")}`, bytes, "text/plain");
  process.stdout.write("stored\n");
}
