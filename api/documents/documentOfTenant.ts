import type { Caller } from "../apiKeys/caller.js";
import { Failure } from "../failure/failure.js";
import { parsePublicId } from "../ids/id.js";
import type { Platform } from "../platform.js";
import { fetchDocument } from "./fetchDocument.js";
import type { DocumentInput } from "./newDocument.js";

/**
 * A document that stands with the service already, as the source of another: its bytes as they were given.
 * @param text public id, `doc_…`
 * @param param the field that it came in, for refusals
 * @throws Failure `field_invalid` where the caller's mode has no such document; when it is loaded, `document_removed`
 */
export async function documentOfTenant(
  platform: Pick<Platform, "database" | "objectStore">,
  caller: Caller,
  text: string,
  param: string,
): Promise<DocumentInput> {
  const id = parsePublicId("doc", text);
  const [found] =
    id === null
      ? []
      : await platform.database.query<{ orderId: string; name: string }>(
          caller.tenantId,
          `SELECT d.order_id AS "orderId", d.name FROM documents d
           JOIN orders o ON o.tenant_id = d.tenant_id AND o.id = d.order_id AND o.mode = :mode
           WHERE d.tenant_id = :tenant AND d.id = :id`,
          { id, mode: caller.mode },
        );
  if (id === null || !found) {
    throw new Failure("field_invalid", `${param} names no document of yours.`, { param });
  }
  const load = async () =>
    (await fetchDocument(platform, caller.tenantId, found.orderId, id, "source", caller.mode)).bytes;
  return { name: found.name, kind: "sign", content: { load }, param };
}
