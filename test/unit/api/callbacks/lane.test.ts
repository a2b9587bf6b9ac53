import { validate, version } from "uuid";
import type { Mode } from "../../../../api/apiKeys/caller.js";
import { callbackLane } from "../../../../api/callbacks/lane.js";

const tenant = "01890a5d-ac96-774b-bcce-b302099a8057";
const lane = (url: string, tenantId = tenant, mode: Mode = "live") => callbackLane(tenantId, mode, url);

test("a lane is a UUID of version 8, by the judgement of the uuid package", () => {
  const made = lane("https://crm.example/hooks/1");
  expect([validate(made), version(made)]).toEqual([true, 8]);
});

test("all URLs of an origin share a lane, however it is written", () => {
  const made = lane("https://crm.example/hooks/1");
  for (const url of ["https://crm.example/2?token=x", "https://crm.example:443/", "https://CRM.example"]) {
    expect(lane(url)).toBe(made);
  }
});

test("another origin, tenant or mode has another lane", () => {
  const lanes = [
    lane("https://crm.example/"),
    lane("http://crm.example/"),
    lane("https://crm.example:8443/"),
    lane("https://erp.example/"),
    lane("https://crm.example/", "01890a5d-ac96-774b-bcce-b302099a8058"),
    lane("https://crm.example/", tenant, "test"),
  ];
  expect(new Set(lanes).size).toBe(lanes.length);
});
