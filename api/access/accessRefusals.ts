import { newUuid, publicId } from "../ids/id.js";
import type { Platform } from "../platform.js";
import { notify } from "../webhooks/outbox/notify.js";
import type { AccessRefusal } from "./refusal.js";

/** How long further refusals of the same kind are only counted before they are written down. */
const usuallyCountedMs = 60_000;

/** Kinds of refusals that are remembered at a time; beyond them, the oldest are written down again at their next. */
const mostRemembered = 10_000;

interface Remembered {
  /** When it was last written down; in milliseconds since 1970. */
  readonly writtenAt: number;
  /** How many there were since. */
  unwritten: number;
  /** When the last of them was. */
  lastAt: Date;
  /** Writes them down, should no other come by then. */
  rest: NodeJS.Timeout | null;
}

/**
 * Writes down who was not let in, and tells the tenant: of the first, and then at most once an hour for each key or
 * certificate and reason, whichever processes they came to.
 *
 * Threat: whoever has a certificate that was revoked can come with it as often as they like. Each kind is one row, and
 * each process writes it at most once a minute.
 */
export class AccessRefusals {
  readonly #remembered = new Map<string, Remembered>();

  /** @param countedMs how long refusals are only counted between one writing and the next */
  constructor(
    private readonly platform: Pick<Platform, "database" | "clock" | "random" | "log">,
    private readonly countedMs = usuallyCountedMs,
  ) {}

  /** Never fails: that it could not be written down changes nothing of the refusal. */
  async add(refusal: AccessRefusal): Promise<void> {
    const kind = `${refusal.certificateId ?? refusal.apiKeyId} ${refusal.reason}`;
    const now = this.platform.clock.now();
    const known = this.#remembered.get(kind);
    if (!known || Math.abs(now.getTime() - known.writtenAt) >= this.countedMs) {
      await this.writeDown(kind, refusal, 1 + (known?.unwritten ?? 0), now);
      return;
    }
    known.unwritten += 1;
    known.lastAt = now;
    known.rest ??= setTimeout(() => {
      void this.writeDown(kind, refusal, known.unwritten, known.lastAt);
    }, this.countedMs).unref();
  }

  private async writeDown(
    kind: string,
    refusal: AccessRefusal,
    refused: number,
    lastAt: Date,
  ): Promise<void> {
    this.remember(kind, { writtenAt: lastAt.getTime(), unwritten: 0, lastAt, rest: null });
    try {
      await this.write(refusal, refused, lastAt);
    } catch (error) {
      const since = this.#remembered.get(kind)?.unwritten ?? 0;
      this.remember(kind, { writtenAt: 0, unwritten: refused + since, lastAt, rest: null });
      this.platform.log.error({ error, reason: refusal.reason }, "a refusal was not written down");
    }
  }

  private remember(kind: string, what: Remembered): void {
    clearTimeout(this.#remembered.get(kind)?.rest ?? undefined);
    this.#remembered.delete(kind);
    if (this.#remembered.size >= mostRemembered)
      this.#remembered.delete(this.#remembered.keys().next().value!);
    this.#remembered.set(kind, what);
  }

  private async write(
    { tenantId, mode, apiKeyId, certificateId, reason }: AccessRefusal,
    refused: number,
    lastAt: Date,
  ): Promise<void> {
    const { database, clock, random } = this.platform;
    const kind = { credential: certificateId ?? apiKeyId, reason, now: lastAt };
    await database.withTenant(tenantId, async (transaction) => {
      const [, told] = await Promise.all([
        transaction.query(upsert, { ...kind, id: newUuid(clock, random), mode, apiKeyId, refused }),
        transaction.one<{ refused: number; firstAt: Date; lastAt: Date }>(tell, kind),
      ]);
      if (!told) return;
      const data = {
        key: publicId("key", apiKeyId),
        certificate: certificateId && publicId("crt", certificateId),
        reason,
        refused: told.refused,
        first_at: told.firstAt.toISOString(),
        last_at: told.lastAt.toISOString(),
      };
      await notify(this.platform, transaction.last, { type: "access.refused", mode, data });
    });
  }
}

const upsert = `
  INSERT INTO access_refusals
    (tenant_id, id, mode, credential, api_key_id, reason, refused, first_at, last_at)
  VALUES (:tenant, :id, :mode, :credential, :apiKeyId, :reason, :refused, :now, :now)
  ON CONFLICT (tenant_id, credential, reason) DO UPDATE
    SET refused = access_refusals.refused + excluded.refused,
      last_at = greatest(access_refusals.last_at, excluded.last_at)`;

/** Of two that write at once, the second waits for the first's row and then finds it told. */
const tell = `
  UPDATE access_refusals SET told_at = :now
  WHERE tenant_id = :tenant AND credential = :credential AND reason = :reason
    AND (told_at IS NULL OR told_at <= :now::timestamptz - interval '1 hour')
  RETURNING refused::float8 AS refused, first_at AS "firstAt", last_at AS "lastAt"`;
