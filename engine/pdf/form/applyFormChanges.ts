import type { Increment } from "../increment.js";
import { permissionsOf } from "../permissions/documentPermissions.js";
import { removeUsageRights, voidsUsageRights } from "../permissions/usageRights.js";
import { requireNoDynamicXfa } from "../permissions/xfaForm.js";
import { addFields } from "./addFields.js";
import { FieldDrawings } from "./fieldDrawings.js";
import { fillFields } from "./fillFields.js";
import { type FormChanges, requireBoundedChanges } from "./formChanges.js";
import { giveUpNeedAppearances } from "./needAppearances.js";
import { reserveFields } from "./reserveFields.js";
import { markPages } from "./testMark.js";

/** What an update did to a form. */
export interface AppliedChanges {
  readonly marked: boolean;
  /** The names of new root fields, and of those that the document had where there are new ones. */
  readonly rootNames: ReadonlySet<string>;
}

const NO_NAMES: ReadonlySet<string> = new Set();

/**
 * Puts a mark, new fields and values of fields into an update.
 * @throws EngineError as changeForm() does
 */
export function applyFormChanges(increment: Increment, changes: FormChanges): AppliedChanges {
  const { document } = increment;
  const { mark, fields = [], reserve = [], values = [] } = changes;
  requireBoundedChanges(changes);
  requireNoDynamicXfa(document);
  // First, while pages' annotations are as the document has them.
  const filled = new Set(values.map(({ name }) => name));
  reserveFields(
    increment,
    reserve.filter((name) => !filled.has(name)),
  );
  const drawings = new FieldDrawings(increment, changes);
  const marked = mark !== undefined && markPages(drawings, mark);
  const rootNames = fields.length === 0 ? NO_NAMES : addFields(drawings, fields);
  fillFields(drawings, values);
  drawings.finish();
  if (fields.length > 0 || values.length > 0) giveUpNeedAppearances(increment);
  const added = marked || fields.length > 0;
  // A reader that finds usage rights void warns at each opening; one that finds none has nothing to warn of.
  if (added && !permissionsOf(document).signed && voidsUsageRights(document, true))
    removeUsageRights(increment);
  return { marked, rootNames };
}
