import { answerTimestampRequest } from "../../engine/tsp/answer.js";
import { issueTimestampToken, type TimestampUnit as UnitAtOneMoment } from "../../engine/tsp/issueToken.js";
import { encodeRejection } from "../../engine/tsp/response.js";
import { timestampTokenSize } from "../../engine/tsp/tokenSize.js";
import type { DigestName } from "../../engine/x509/digestAlgorithm.js";
import { type Hierarchy, policies } from "../ca/hierarchy.js";
import type { Platform } from "../platform.js";
import type { MessageSigner } from "../ports/keyStore.js";
import { type TimestampAuthority, TimestampError } from "../ports/timestampAuthority.js";

/** How far our clock may be off, as the tokens say (RFC 3161 2.4.2, accuracy). */
const accuracySeconds = 1;

/** Our own time-stamping unit: answers strangers' queries at `/tsa`, and stamps our signatures. */
export class TimestampUnit implements TimestampAuthority {
  readonly maxTokenBytes: number;

  constructor(
    private readonly hierarchy: Hierarchy,
    private readonly sign: MessageSigner,
    private readonly platform: Pick<Platform, "clock" | "random" | "log">,
  ) {
    this.maxTokenBytes = timestampTokenSize({
      certificate: hierarchy.timestamps.der,
      chain: [hierarchy.root.der],
      policy: policies.timestamp,
      digestAlgorithm: "sha512",
    });
  }

  /**
   * Answers a TimeStampReq (RFC 3161 2.4.1), whatever it is.
   * @param requestDer what a stranger sent
   * @returns a TimeStampResp, DER: granted, or a rejection that says why
   */
  async answer(requestDer: Uint8Array): Promise<Uint8Array> {
    try {
      return await answerTimestampRequest({ ...this.unitNow(), requestDer });
    } catch (error) {
      this.platform.log.error({ error }, "the time-stamping unit cannot sign");
      return encodeRejection("systemFailure", "The time-stamping unit cannot sign just now.");
    }
  }

  async timestamp(digest: Uint8Array, digestAlgorithm: DigestName = "sha256"): Promise<Uint8Array> {
    try {
      return await issueTimestampToken({ ...this.unitNow(), digest, digestAlgorithm });
    } catch (error) {
      throw new TimestampError("unavailable", "The time-stamping unit did not grant a token.", error);
    }
  }

  private unitNow(): UnitAtOneMoment {
    return {
      now: this.platform.clock.now(),
      serialNumber: this.platform.random.bytes(16),
      accuracySeconds,
      policy: policies.timestamp,
      certificate: this.hierarchy.timestamps.der,
      chain: [this.hierarchy.root.der],
      sign: this.sign,
    };
  }
}
