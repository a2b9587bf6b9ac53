import { MEGABYTE } from "../../engine/pades/largeDocument.js";
import { measureLarge } from "./measureLarge.js";

test("a container is sent in the memory of few of its documents, and stored in its own size once and that", async () => {
  const [sent, stored] = await measureLarge(8, 10 * MEGABYTE, ["sent", "stored"]);
  expect(sent!.megabytes).toBeGreaterThan(160);
  expect(sent!.grown).toBeLessThan(110);
  expect(stored!.grown).toBeLessThan(160 + 110);
}, 60_000);
