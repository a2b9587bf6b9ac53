import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { publicId } from "../../../../api/ids/id.js";
import { urlAs } from "../../../support/inDatabase.js";
import { OrderDesk } from "../../../support/orderDesk.js";
import { listen, toldOf } from "../webhooks/catalogue/listener.js";

const program = fileURLToPath(new URL("../../../../cli/paraph.js", import.meta.url));

let desk: OrderDesk;
beforeAll(async () => {
  desk = await OrderDesk.open();
  await listen(desk);
});
afterAll(() => desk.close());

function open(...args: string[]): Promise<{ code: number | null; stdout: string }> {
  const env = { PATH: process.env["PATH"], DATABASE_URL: urlAs("paraph_app", desk.service.adminUrl) };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [program, "access", "open", ...args],
      { env },
      (_error, stdout) => resolve({ code: child.exitCode, stdout }),
    );
  });
}

describe("the operator", () => {
  test("lets in again whoever locked themselves out, and the tenant is told who did it", async () => {
    await desk.client.request("PUT", "/v1/allowed-addresses", { ranges: ["192.0.2.7"], force: true });
    expect((await desk.client.refused("GET", "/v1/orders")).body.code).toBe("address_not_allowed");

    expect(await open("--tenant", desk.tenantId, "--mode", "live")).toMatchObject({ code: 1 });
    expect((await desk.client.refused("GET", "/v1/orders")).status).toBe(403);
    expect(await open("--tenant", publicId("ten", desk.tenantId), "--mode", "test")).toEqual({
      code: 0,
      stdout: "Calls may come from anywhere.\n",
    });

    expect((await desk.client.get("/v1/orders")).status).toBe(200);
    const told = await toldOf(desk, "access.addresses_changed");
    expect(told.map(({ data }) => data)).toMatchObject([
      { ranges: 1, actor: { kind: "api_key" } },
      { ranges: 0, actor: { kind: "system", id: null } },
    ]);
  });

  test.each([
    ["no tenant", ["--mode", "test"]],
    ["no id of one", ["--tenant", "acme", "--mode", "test"]],
    ["no mode", ["--tenant", "019ab0c4-7d0e-7a51-9c53-0d6a3f1c2b7e"]],
  ])("is told how, who gives %s", async (_what, args) => {
    expect(await open(...args)).toEqual({ code: 2, stdout: "" });
  });
});
