import type { Request } from "express";
import { Visitor } from "../signers/visitor.js";

/**
 * Who is on the other end of a request.
 * @param apiKeyId UUID of the tenant's key, null for a signer
 * @param session which of a signer's browsers it is, as events name it
 */
export function visitorOf(
  request: Request,
  apiKeyId: string | null = null,
  session: string | null = null,
): Visitor {
  const userAgent = (request.header("User-Agent") ?? "").slice(0, 500);
  return new Visitor(apiKeyId, request.ip ?? "", userAgent, session);
}
