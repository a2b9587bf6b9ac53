import type { Caller } from "../apiKeys/caller.js";
import { type IdempotencyKey, type Outcome, once } from "../idempotency/once.js";
import { newUuid } from "../ids/id.js";
import type { Platform } from "../platform.js";
import { type Erasure, insertErasure, readErasure } from "./erasureRows.js";
import { type Subject, subjectMac } from "./subject.js";

/**
 * Takes a request to erase a person. The work is done by the sweeper, in a moment; what must be kept for now is looked
 * at again each day until it can go.
 */
export async function requestErasure<View>(
  platform: Pick<Platform, "database" | "clock" | "random" | "secretBox">,
  caller: Caller,
  subject: Subject,
  idempotency: IdempotencyKey | null,
  present: (erasure: Erasure) => View,
): Promise<Outcome<View>> {
  return platform.database.withTenant(caller.tenantId, (transaction) =>
    once(platform, transaction, caller, idempotency, async () => {
      const id = newUuid(platform.clock, platform.random);
      await insertErasure(transaction, caller, {
        id,
        subject: subjectMac(platform, caller.tenantId, caller.mode, subject),
        address: sealSubject(platform, id, subject),
        at: platform.clock.now(),
      });
      return present((await readErasure(transaction, id, caller.mode))!);
    }),
  );
}

function sealSubject(platform: Pick<Platform, "secretBox">, id: string, subject: Subject): Uint8Array {
  return platform.secretBox.seal(Buffer.from(JSON.stringify(subject), "utf8"), contextOf(id));
}

/** @throws Error when the bytes were altered or belong to another erasure */
export function openSubject(platform: Pick<Platform, "secretBox">, id: string, sealed: Uint8Array): Subject {
  return JSON.parse(Buffer.from(platform.secretBox.open(sealed, contextOf(id))).toString("utf8")) as Subject;
}

function contextOf(id: string): string {
  return `subject of erasure ${id}`;
}
