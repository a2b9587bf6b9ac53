import { request as httpRequest } from "node:http";
import type { Problem } from "../../../api/http/problem.js";
import { ApiClient } from "../../support/apiClient.js";
import { startService, type TestService } from "../../support/service.js";

let service: TestService;
let apiKey: string;

beforeAll(async () => {
  service = await startService({ limits: { documentBytes: 1_000_000 } });
  ({ apiKey } = await service.tenant());
});
afterAll(() => service.stop());

const order = JSON.stringify({
  title: "Many",
  signers: [{ given_name: "A", surname: "B", email: "a@b.example" }],
});

test("files that are each small enough are refused when all of them together are more than a request may carry", async () => {
  const form = new FormData();
  form.set("order", order);
  for (let count = 0; count < 4; count++)
    form.append("file", new Blob([Buffer.alloc(900_000)]), `${count}.pdf`);
  const refused = await new ApiClient(service.baseUrl, apiKey).refused("POST", "/v1/orders", form);
  expect(refused.body).toMatchObject({ code: "body_too_large", limit: 2_400_000 } satisfies Partial<Problem>);
});

test("a multipart request that hides its length is cut off where the limit is passed", async () => {
  const url = new URL("/v1/orders", service.baseUrl);
  const sent = await new Promise<number>((resolve) => {
    let written = 0;
    const outgoing = httpRequest(url, {
      method: "POST",
      headers: { Authorization: `Bearer ${apiKey}`, "Content-Type": "multipart/form-data; boundary=x" },
    });
    const done = () => resolve(written);
    outgoing.on("error", done).on("close", done).on("response", done);
    const parts = (count: number): string =>
      `--x\r\nContent-Disposition: form-data; name="file"; filename="${count}.pdf"\r\n\r\n`;
    const write = (count: number) => {
      if (outgoing.destroyed || count === 400) return;
      const chunk = Buffer.concat([Buffer.from(count % 10 === 0 ? parts(count) : ""), Buffer.alloc(50_000)]);
      written += chunk.length;
      outgoing.write(chunk, () => setTimeout(() => write(count + 1), 1));
    };
    write(0);
  });
  expect(sent).toBeLessThan(10_000_000);
});
