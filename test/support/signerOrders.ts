import type { FakeDocument, FakeOrder } from "./fakeSignerOrder.js";
import { leasePlacements } from "./fakeSignerOrder.js";
import { type FakeSignerServer, fakeSignerServer } from "./fakeSignerServer.js";
import { leaseForFlat, tenantNotice } from "./lease.js";

/** The fake server, with a lease to sign and a notice to read in every order. */
export interface SignerOrders {
  readonly server: FakeSignerServer;
  readonly lease: FakeDocument;
  order(changes?: Partial<FakeOrder>): { order: FakeOrder; link: string; code(): Promise<string> };
  close(): Promise<void>;
}

export async function signerOrders(): Promise<SignerOrders> {
  const server = await fakeSignerServer();
  const lease: FakeDocument = {
    id: "doc_lease",
    name: "Lease of a furnished flat.pdf",
    kind: "sign",
    pages: 3,
    bytes: await leaseForFlat(),
  };
  const notice: FakeDocument = {
    id: "doc_notice",
    name: "Information for tenants.pdf",
    kind: "info",
    pages: 1,
    bytes: await tenantNotice(),
  };
  return {
    server,
    lease,
    order(changes = {}) {
      const { order, link } = server.order({
        documents: [lease, notice],
        places: leasePlacements(lease.id),
        ...changes,
      });
      return { order, link, code: async () => order.codes.at(-1) ?? "" };
    },
    close: () => server.close(),
  };
}
