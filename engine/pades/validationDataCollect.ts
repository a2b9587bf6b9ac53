import { EngineError } from "../error.js";
import type { ValidationData } from "../pdf/documentSecurityStore.js";
import type { RememberingSource } from "./validationDataFetch.js";
import { type MissingValidationData, missingSentence } from "./validationDataMissing.js";
import type { ValidationDataNeed, ValidationDataNeeds } from "./validationDataNeeds.js";
import { keyOf } from "./validationDataPool.js";
import type { CollectionSubject } from "./validationDataSubjects.js";

/** More than any real set of paths asks for; a server that invents issuers ends here. */
const MAX_QUESTIONS = 200;

/**
 * Asks for what signatures and time-stamps need until nothing is missing that can be had.
 * @param source absent: nothing can be had
 * @param allowMissing true to be content with what there is
 * @returns what the document does not have yet
 * @throws EngineError `validation_data_missing`, which says what and why
 */
export async function collectValidationData(
  needs: ValidationDataNeeds,
  subjects: readonly CollectionSubject[],
  source: RememberingSource | undefined,
  allowMissing = false,
): Promise<ValidationData> {
  const asked = new Set<string>();
  const failures: unknown[] = [];
  for (;;) {
    const found = subjects.map(({ object, since }) => needs.of(object, since));
    const questions = questionsOf(found, asked);
    if (source === undefined || questions.length === 0) {
      if (!allowMissing) requireComplete(subjects, found, failures);
      return toBeAdded(subjects, found);
    }
    await Promise.all(questions.map((question) => ask(question, needs, source, failures)));
  }
}

/** Tries one place after the other until one has an answer that can be used. */
async function ask(
  missing: MissingValidationData,
  needs: ValidationDataNeeds,
  source: RememberingSource,
  failures: unknown[],
): Promise<void> {
  for (const attempt of source.attempts(missing)) {
    try {
      needs.pool.add(await attempt(), "outside");
      if (needs.hasNew(missing)) return;
    } catch (failure) {
      // A place that is out of order is one that has nothing; whether that matters is seen at the end.
      failures.push(failure);
    }
  }
}

/** What is missing and was not asked for yet, each once, as long as MAX_QUESTIONS is not reached. */
function questionsOf(found: readonly ValidationDataNeed[], asked: Set<string>): MissingValidationData[] {
  return found
    .flatMap(({ missing }) => missing)
    .filter((missing) => {
      if (missing.kind === "signerCertificate" || asked.size >= MAX_QUESTIONS) return false;
      const key = `${missing.kind}${Buffer.from(missing.certificate.sha256).toString("latin1")}`;
      if (asked.has(key)) return false;
      asked.add(key);
      return true;
    });
}

/** Outdated revocation data will do where nobody has newer ones. */
function requireComplete(
  subjects: readonly CollectionSubject[],
  found: readonly ValidationDataNeed[],
  failures: readonly unknown[],
): void {
  const sentences = subjects.flatMap(({ fieldName, object }, index) =>
    found[index]!.missing.filter((missing) => missing.kind !== "revocation" || !missing.outdated).map(
      (missing) => missingSentence(fieldName, object.role, missing),
    ),
  );
  if (sentences.length === 0) return;
  throw new EngineError(
    "validation_data_missing",
    `Validation data is missing: ${[...new Set(sentences)].slice(0, 8).join("; ")}.`,
    failures.length > 0
      ? new AggregateError(failures, "What was asked for and could not be had.")
      : undefined,
  );
}

/**
 * What neither the documentSecurityStore nor the signature or time-stamp itself has: what only another signature brings
 * is put into the store, because whoever validates this one may not look there.
 */
function toBeAdded(
  subjects: readonly CollectionSubject[],
  found: readonly ValidationDataNeed[],
): ValidationData {
  const added = {
    certificates: new Set<Uint8Array>(),
    crls: new Set<Uint8Array>(),
    ocspResponses: new Set<Uint8Array>(),
  };
  for (const [index, { object }] of subjects.entries()) {
    const { certificates, crls, ocspResponses } = object.carried;
    const own = new Set([...certificates, ...crls, ...ocspResponses].map(keyOf));
    for (const { kind, der, origin } of found[index]!.used) {
      if (origin !== "store" && !own.has(keyOf(der))) added[kind].add(der);
    }
  }
  return {
    certificates: [...added.certificates],
    crls: [...added.crls],
    ocspResponses: [...added.ocspResponses],
  };
}
