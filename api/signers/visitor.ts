import type { Actor } from "../../engine/hashchain/event.js";
import { publicId } from "../ids/id.js";

/** Who is on the other end of a request that concerns a signer, as far as the server can see. */
export class Visitor {
  /**
   * @param apiKeyId UUID of the tenant's key when the tenant acts for the signer, null when the signer acts
   * @param ip address of the peer, IPv4 or IPv6
   * @param userAgent the header as sent, cut to 500 characters
   * @param session which of the signer's browsers it is, as the server named it; null where that is not known
   */
  constructor(
    private readonly apiKeyId: string | null,
    readonly ip: string,
    readonly userAgent: string,
    readonly session: string | null = null,
  ) {}

  /** Whether the tenant acts for the signer, in pages of its own. */
  get isTenant(): boolean {
    return this.apiKeyId !== null;
  }

  actor(signerId: string): Actor {
    return this.apiKeyId === null
      ? { kind: "signer", id: publicId("sgr", signerId) }
      : { kind: "api_key", id: publicId("key", this.apiKeyId) };
  }

  /** What of it is personal: kept sealed. */
  personal(): Record<string, string> {
    return {
      ip: this.ip,
      user_agent: this.userAgent,
      ...(this.session !== null && { session: this.session }),
    };
  }
}
