import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sampleContract } from "../../../api/demo/sampleContract.js";
import { ApiClient } from "../../support/apiClient.js";
import { describeWith } from "../../support/judges.js";
import { startService, type TestService } from "../../support/service.js";
import { SignerBrowser } from "../../support/signingFlow.js";

describeWith(["pdftotext", "pdffonts"], "the signer's name on the signed page", () => {
  let service: TestService;
  let client: ApiClient;
  let content: string;
  let directory: string;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "paraph-names-"));
    service = await startService();
    client = new ApiClient(service.baseUrl, (await service.tenant()).apiKey);
    content = Buffer.from(await sampleContract()).toString("base64");
  });
  afterAll(async () => {
    await service.stop();
    await rm(directory, { recursive: true });
  });

  async function signedBy(givenName: string, surname: string, extra: object = {}): Promise<string> {
    const order = await client.createOrder({
      title: "Agreement",
      documents: [{ name: "agreement.pdf", content }],
      signers: [{ given_name: givenName, surname, email: "signer@example.org" }],
    });
    const signed = await new SignerBrowser(order, 0, service.outbox).sign(extra);
    expect(signed.body).toMatchObject({ status: "signed" });
    const pdf = await client.get<Buffer>(`/v1/orders/${order.id}/documents/${order.documents[0]!.id}/signed`);
    const file = join(directory, `${order.id}.pdf`);
    await writeFile(file, pdf.body);
    return file;
  }

  test.each([
    ["Zoë", "Łukaszewicz-Ångström"],
    ["Ελένη", "Παπαδοπούλου"],
    ["Олександр", "Шевченко"],
    ["ليلى", "حداد"],
    ["נועה", "ישראלי"],
  ])("stands there as text: %s %s", async (givenName, surname) => {
    const text = execFileSync("pdftotext", [await signedBy(givenName, surname), "-"], { encoding: "utf8" });
    expect(text).toContain(`${givenName} ${surname}`);
  });

  test("is drawn in a handwriting face when the signer typed it", async () => {
    const file = await signedBy("Ada", "Lovelace", { typedName: "Ada L." });
    expect(execFileSync("pdffonts", [file], { encoding: "utf8" })).toMatch(/\+Caveat.* yes yes yes /);
    expect(execFileSync("pdftotext", [file, "-"], { encoding: "utf8" })).toContain("Ada L.");
  });
});
