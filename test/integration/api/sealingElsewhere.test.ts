import { outboundHttp } from "../../../api/adapters/outbound/outboundHttp.js";
import { systemRandom } from "../../../api/adapters/random/system.js";
import { remoteDocuments } from "../../../api/adapters/remoteDocuments/fetch.js";
import { httpTimestampAuthority } from "../../../api/adapters/timestampAuthority/http.js";
import type { OrderView } from "../../../api/orders/orderViews.js";
import type { RemoteDocuments } from "../../../api/ports/remoteDocuments.js";
import { remoteValidationData } from "../../../api/sealing/remoteValidationData.js";
import { validationData } from "../../../api/sealing/validationData.js";
import { sweep } from "../../../api/work/sweeper.js";
import { levelsOf } from "../../../engine/pades/levelsOf.js";
import { type AuthorityServer, startAuthorityServer } from "../../support/authorityServer.js";
import { describeWith } from "../../support/judges.js";
import { startOpensslTimestampServer } from "../../support/opensslTimestampServer.js";
import { ada, OrderDesk } from "../../support/orderDesk.js";
import { rawSignatures } from "../../support/signatureJudges.js";

let desk: OrderDesk;
let server: AuthorityServer;

beforeAll(async () => {
  desk = await OrderDesk.open();
  server = await startAuthorityServer();
});
afterAll(async () => {
  await server.stop();
  await desk.close();
});

const outbound = outboundHttp({ allowedRanges: ["127.0.0.0/8"] });
afterAll(() => outbound.close());
const guarded = remoteDocuments(outbound, { allowHttp: true, accept: "*/*" });

/** The service as it is with TSA_URL set to this address. */
async function stampedBy<T>(
  url: string,
  remote: Pick<RemoteDocuments, "fetch">,
  work: () => Promise<T>,
): Promise<T> {
  const { hierarchies, revocationLists, clock } = desk.service;
  const authority = httpTimestampAuthority({ url, random: systemRandom });
  const data = validationData(hierarchies.test, revocationLists.test, remoteValidationData(remote, clock));
  const adapters = {
    timestampAuthority: { test: authority, live: authority },
    validationData: { test: data, live: data },
  };
  try {
    return await desk.replacing(adapters, work);
  } finally {
    await authority.close();
  }
}

async function signed(): Promise<OrderView> {
  const order = await desk.order([ada]);
  expect((await desk.browser(order).sign()).body).toMatchObject({ status: "signed", all_signed: true });
  return desk.read(order);
}

async function sealOf(order: OrderView) {
  const path = `/v1/orders/${order.id}/documents/${order.documents[0]!.id}/signed`;
  const { body } = await desk.client.get<Buffer>(path);
  const [event] = (await desk.events(order)).filter(({ type }) => type === "document.sealed");
  return { told: event?.data["level"], found: levelsOf(body).map(({ level }) => level), pdf: body };
}

test("another authority's list is fetched where its certificate says, once for many orders, and the seal is B-LTA", async () => {
  const asked: string[] = [];
  const counting: Pick<RemoteDocuments, "fetch"> = {
    fetch: (url, maxBytes) => {
      asked.push(url);
      return guarded.fetch(url, maxBytes);
    },
  };
  await stampedBy(server.timestampUrl, counting, async () => {
    for (let round = 0; round < 3; round++) {
      const order = await signed();
      expect(order).toMatchObject({ state: "completed", documents: [{ level: "B-LTA" }] });
      expect(await sealOf(order)).toMatchObject({ told: "B-LTA", found: ["B-LTA"] });
    }
  });
  expect(asked).toEqual([server.timestampUrl.replace("/tsa", "/root.crl")]);
});

describe("while another authority's list cannot be had", () => {
  let down = true;
  const faltering: Pick<RemoteDocuments, "fetch"> = {
    fetch: (url, maxBytes) =>
      down ? Promise.reject(new Error("The list's server is down.")) : guarded.fetch(url, maxBytes),
  };
  beforeEach(() => {
    down = true;
  });

  test("the order waits for it some minutes, and is sealed at B-LTA when it comes", async () => {
    await stampedBy(server.timestampUrl, faltering, async () => {
      const order = await signed();
      expect(order).toMatchObject({ state: "in_progress", documents: [{ level: "B-T" }] });
      const [seal] = await desk.sql<{ last_error: string }>(
        "SELECT last_error FROM seals WHERE state = 'pending'",
      );
      expect(seal!.last_error).toContain("Validation data is missing");
      expect(seal!.last_error).toContain("root.crl");
      down = false;
      desk.service.clock.advance(61);
      await sweep(desk.service.platform);
      expect(await desk.read(order)).toMatchObject({ state: "completed", documents: [{ level: "B-LTA" }] });
    });
  });

  test("and does not come, the order is sealed at the level that can be had, and the trail says which", async () => {
    await stampedBy(server.timestampUrl, faltering, async () => {
      const order = await signed();
      for (let round = 0; round < 6; round++) {
        expect(await desk.read(order)).toMatchObject({ state: "in_progress" });
        desk.service.clock.advance(320);
        await sweep(desk.service.platform);
      }
      expect(await desk.read(order)).toMatchObject({ state: "completed", documents: [{ level: "B-T" }] });
      const { told, found, pdf } = await sealOf(order);
      expect({ told, found }).toEqual({ told: "B-T", found: ["B-T"] });
      // It is time-stamped all the same, and has what is known.
      expect(rawSignatures(pdf)).toHaveLength(2);
      expect(pdf.toString("latin1")).toContain("/DSS");
    });
  });
});

describeWith(["openssl"], "an authority whose certificate names no list", () => {
  test("holds no order up: it is sealed at once, at the level that can be had", async () => {
    const openssl = await startOpensslTimestampServer();
    await stampedBy(openssl.baseUrl, guarded, async () => {
      const order = await signed();
      expect(order).toMatchObject({ state: "completed", documents: [{ level: "B-T" }] });
      expect(await sealOf(order)).toMatchObject({ told: "B-T", found: ["B-T"] });
    });
    await openssl.stop();
  });
});
