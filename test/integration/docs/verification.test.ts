import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { signatureFindings } from "../../../engine/validation/signatureFinding.js";
import { describeWith } from "../../support/judges.js";
import { OrderDesk } from "../../support/orderDesk.js";
import { ReadersFolder, snippetsOf } from "../../support/readersFolder.js";

const page = fileURLToPath(new URL("../../../../docs/verification.md", import.meta.url));

describeWith(["bash", "curl"], "the page about verification", () => {
  let desk: OrderDesk;
  let folder: ReadersFolder;

  beforeAll(async () => {
    desk = await OrderDesk.open();
    const order = await desk.order();
    await desk.browser(order).sign();
    const path = `/v1/orders/${order.id}/documents/${order.documents[0]!.id}/signed`;
    folder = await ReadersFolder.open({ baseUrl: desk.service.baseUrl, apiKey: desk.client.apiKey! });
    await writeFile(folder.path("signed.pdf"), (await desk.client.get<Buffer>(path)).body);
  });
  afterAll(async () => {
    await desk.close();
    await folder.close();
  });

  test("is one script that runs from top to bottom, and says what comes of it", async () => {
    const script = snippetsOf(await readFile(page, "utf8")).join("\n");
    const stdout = await folder.run(script);
    expect(stdout.trim().split("\n")).toEqual(["TOTAL_PASSED", "Ada Lovelace: extended", "NOT_YET_VALID"]);
  });

  test("names no sub-indication that does not exist", async () => {
    const named = (await readFile(page, "utf8")).match(/\b[A-Z]+_[A-Z_]*(FAILURE|FOUND|VALID)\b/g) ?? [];
    const known = new Set<string | null>(Object.values(signatureFindings));
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });
});
