import { rm } from "node:fs/promises";
import { join } from "node:path";
import { zipSync } from "fflate";
import { AwaitedFetches } from "../../../../../api/awaitedDocuments/awaitedFetches.js";
import { recordDelivery } from "../../../../../api/delivery/recordDelivery.js";
import { deliveryReference } from "../../../../../api/delivery/reference.js";
import { deliverDueMessages } from "../../../../../api/messages/messenger.js";
import { triesBeforeFailure } from "../../../../../api/orders/lastingCause.js";
import type { OrderView } from "../../../../../api/orders/orderViews.js";
import type { Platform } from "../../../../../api/platform.js";
import { DeliveryError } from "../../../../../api/ports/delivery.js";
import type { DocumentLinksView } from "../../../../../api/signers/sessionViews.js";
import { sweep } from "../../../../../api/work/sweeper.js";
import { EngineError } from "../../../../../engine/error.js";
import { DocumentServer } from "../../../../support/documentServer.js";
import { eventfulOrder, grace } from "../../../../support/eventfulOrder.js";
import { letTheHourPass, sweepDry } from "../../../../support/evidenceMaking.js";
import { ada, charles, type OrderDesk, uuidOf } from "../../../../support/orderDesk.js";
import { advance, cancelledOrder, day, remove } from "../../retention/retentionDesk.js";

const sender = { name: "Dorset Estates", email: "estates@example.org" };

/** Everything that orders meet over HTTP and by the sweeper, each kind once. */
export const everyKindOfOrder: Readonly<Record<string, (desk: OrderDesk) => Promise<unknown>>> = {
  /** Every step that signers can take, and the documents fetched in the end. */
  completed: async (desk) => {
    const order = await eventfulOrder(desk, { external_id: "crm-1", labels: ["lease"] });
    const { client, path } = desk.browser(order);
    const { body } = await client.get<DocumentLinksView>(`${path}/signed-documents`);
    for (const { url } of body.documents) await fetch(url);
  },

  /** A draft whose signers change; the sender fills in, gives the code and signs for one of them. */
  rearranged: async (desk) => {
    const { client } = desk;
    const order = await desk.order([ada, charles, { ...ada, role: "copy" }], { draft: true });
    const at = `/v1/orders/${order.id}`;
    await client.post(`${at}/documents`, {
      documents: [{ name: "more.pdf", content: desk.content, kind: "info" }],
    });
    await client.request("PATCH", at, { title: "Other", retention: { documents: "P1M" }, reminders: null });
    await client.request("PATCH", at, { reminders: { days: 2, count: 1 } });
    await client.request("DELETE", `${at}/signers/${order.signers[1]!.id}`);
    await client.post(`${at}/signers`, { signers: [charles] });
    await client.post(`${at}/send`);
    await client.post(`${at}/signers/${order.signers[0]!.id}/replace`, grace);
    desk.service.clock.advance(2 * day + 1);
    await sweepDry(desk);
    await deliverDueMessages(desk.service.platform);
  },

  /** Made from a template, under a profile; a signer is changed in all that can be. */
  ofTemplate: async (desk) => {
    const { client } = desk;
    await client.post("/v1/profiles", { code: "leases", name: "Leases" });
    const template = await client.post<{ id: string }>("/v1/templates", {
      name: "Lease",
      documents: [{ name: "lease.pdf", content: desk.content }],
      roles: [{ name: "tenant" }, { name: "neighbour", role: "witness", witness_of: "tenant" }],
    });
    const order = await client.createOrder({
      template: template.body.id,
      title: "Lease",
      profile: "leases",
      signers: ["tenant", "neighbour"].map((role) => ({ ...ada, template_role: role })),
    });
    const change = {
      given_name: "Augusta",
      group: 2,
      language: "fr",
      authentication: "sms",
      phone: "+33612345678",
    };
    await client.request("PATCH", `/v1/orders/${order.id}/signers/${order.signers[1]!.id}`, change);
  },

  /** In the sender's clothes, with all that can be kept beside it; and under another profile than at first. */
  dressed: async (desk) => {
    const { client } = desk;
    await client.post("/v1/profiles", { code: "crm", name: "CRM" });
    const order = await desk.order([ada], {
      page: { hide: ["sidebar"], frame_ancestors: ["https://crm.example.com"] },
      signature_modes: ["typed"],
      time_zone: "Europe/Paris",
      mail_documents: true,
      proof_folder: Buffer.from(zipSync({ "passport.txt": new Uint8Array(1) })).toString("base64"),
    });
    await desk.browser(order).open();
    const draft = await desk.order([ada], { draft: true });
    await client.request("PATCH", `/v1/orders/${draft.id}`, { profile: "crm" });
  },

  /** Its document was to be fetched, and is not there. */
  awaited: async (desk) => {
    const elsewhere = await DocumentServer.start();
    const documents = [{ name: "lease.pdf", url: elsewhere.url("/nothing") }];
    await desk.client.createOrder({ title: "Lease", fetch_later: true, documents, signers: [ada] });
    await new AwaitedFetches(desk.service.platform).settle();
    await elsewhere.stop();
  },

  refused: async (desk) => {
    const { client, path } = desk.browser(await desk.order([ada, charles]));
    await client.post(`${path}/refuse`, { reason: "Not what was agreed." });
  },

  cancelled: async (desk) => {
    await cancelledOrder(desk);
    await desk.client.post(`/v1/orders/${(await desk.order()).id}/cancel`);
  },

  expired: async (desk) => {
    await advance(desk, await desk.order(), 31 * day);
    await sweepDry(desk);
  },

  /** Its document is lost; that of another cannot be signed, and of a third not be sealed. */
  failed: async (desk) => {
    const lost = await desk.order();
    const [row] = await desk.sql<{ key: string }>(
      `SELECT object_key AS key FROM document_revisions WHERE document_id = '${uuidOf(lost.documents[0]!.id)}'`,
    );
    await trying(desk, lost, {}, () => rm(join(desk.service.objects, "objects", row!.key)));
    const unit = desk.service.platform.timestampAuthority.test;
    const refusal = new EngineError("pdf_limit_exceeded", "The document has too many objects.");
    for (const good of [0, 1]) {
      let stamps = 0;
      const refusing = {
        maxTokenBytes: unit.maxTokenBytes,
        timestamp: async (digest: Uint8Array) => {
          stamps += 1;
          if (stamps > good) throw refusal;
          return unit.timestamp(digest);
        },
      };
      await trying(desk, await desk.order(), { timestampAuthority: { test: refusing, live: refusing } });
    }
  },

  /** Codes and messages that do not arrive. */
  undelivered: async (desk) => {
    const { platform, clock } = desk.service;
    for (const email of ["rejected@code.test", "bounce@code.test"]) {
      const { client, path } = desk.browser(await desk.order([{ ...ada, email }]));
      await client.post(`${path}/send-otp`);
    }
    await advance(desk, await desk.order([ada], { sender }), 31 * day);
    await sweepDry(desk);
    const rejecting = { send: () => Promise.reject(new DeliveryError("rejected", "No such mailbox.")) };
    await desk.replacing({ mailer: rejecting }, () => deliverDueMessages(platform));
    await desk.order();
    await deliverDueMessages(platform);
    const [sent] = await desk.sql<{ id: string }>("SELECT id FROM messages WHERE state = 'sent' LIMIT 1");
    const reference = deliveryReference(platform, "message", desk.tenantId, sent!.id);
    await recordDelivery(platform, { reference, state: "bounced", at: null });
    const broken = { send: () => Promise.reject(new TypeError("An answer that nobody expected.")) };
    const cutOff = await desk.order();
    await desk.replacing({ mailer: broken }, async () => {
      await desk.browser(cutOff).client.post(`${desk.browser(cutOff).path}/send-otp`);
      clock.advance(61);
      await sweep(platform);
    });
    await desk.client.post(`/v1/orders/${cutOff.id}/cancel`);
    clock.advance(61);
    await sweepDry(desk);
  },

  /** The tenant's own pages do everything for the signer. */
  signedElsewhere: async (desk) => {
    const signer = { ...ada, authentication: "none" };
    const order = await desk.order([signer, { ...signer, role: "approver" }], { must_read: true });
    const at = (index: number) => `/v1/orders/${order.id}/signers/${order.signers[index]!.id}`;
    for (const [index, act] of [
      [0, "sign"],
      [1, "approve"],
    ] as const) {
      const consent = (await desk.browser(order, index).status()).consent.text;
      const done = await desk.client.post(`${at(index)}/${act}`, {
        consent_text: consent,
        pages_read: true,
      });
      if (done.status >= 300) throw new Error(JSON.stringify(done.body));
    }
  },

  erased: async (desk) => {
    const order = await desk.order([{ ...ada, email: "erased@example.org" }]);
    await desk.client.post(`/v1/orders/${order.id}/cancel`);
    await desk.client.post("/v1/data-subjects/erasures", { email: "erased@example.org" });
    await sweepDry(desk);
  },

  /** Evidence stored, documents removed on request and by their term, evidence renewed, and purged. */
  kept: async (desk) => {
    const order = await desk.order([ada], { retention: { documents: "P1M", evidence: "P10Y" } });
    await desk.browser(order).sign();
    const { body } = await desk.client.post<{ id: string }>(`/v1/orders/${order.id}/legal-holds`, {
      reason: "A suit.",
    });
    await desk.client.request("DELETE", `/v1/orders/${order.id}/legal-holds/${body.id}`);
    await remove(desk, await cancelledOrder(desk));
    await letTheHourPass(desk);
    desk.service.clock.advance(9.1 * 365 * day);
    Object.assign(desk.service.platform, await desk.service.authoritiesOfNow());
    await sweepDry(desk);
    desk.service.clock.advance(366 * day);
    await sweepDry(desk);
  },
};

/** Signs an order whose signature or seal cannot be made, and tries for as long as the service does. */
async function trying(
  desk: OrderDesk,
  order: OrderView,
  adapters: Partial<Platform>,
  damage?: () => Promise<void>,
): Promise<void> {
  const browser = desk.browser(order);
  await browser.read();
  const { consent } = await browser.status();
  const headers = { Authorization: `Bearer ${await browser.prove()}` };
  await damage?.();
  await desk.replacing(adapters, async () => {
    await browser.client.post(`${browser.path}/sign`, { consentText: consent.text }, headers);
    for (let tries = 1; tries <= triesBeforeFailure; tries++) {
      desk.service.clock.advance(3600);
      await sweep(desk.service.platform);
    }
  });
}
