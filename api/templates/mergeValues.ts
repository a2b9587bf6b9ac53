import { Failure } from "../failure/failure.js";
import { checkValue } from "../placements/fieldValue.js";
import type { TemplateDefinition, TemplatePlacement } from "./template.js";

/** How many values an order made from a template takes. */
const most = 500;

/**
 * Finds the placements that values go into, by their names; several of one name get the same.
 * @param given by name; an empty text is no value
 * @returns the checked value of each placement that has one
 * @throws Failure `field_invalid` for a name that the template does not have, a value that its placement does not take,
 * and one that is missing where nobody could fill it in
 */
export function mergeValues(
  { roles }: TemplateDefinition,
  given: Readonly<Record<string, string>>,
): Map<TemplatePlacement, string> {
  const names = Object.keys(given);
  if (names.length > most) {
    throw new Failure("field_invalid", `values takes at most ${most} values.`, {
      param: "values",
      extensions: { limit: most },
    });
  }
  const placements = roles.flatMap((role) => role.placements);
  const known = new Set(placements.map(({ name }) => name));
  for (const name of names) {
    if (!known.has(name)) throw refuse(name, "is no name of the template's placements");
  }
  const values = new Map<TemplatePlacement, string>();
  for (const placement of placements) {
    const { name, kind, required, readOnly } = placement;
    const value = name !== null && Object.hasOwn(given, name) ? given[name] : undefined;
    if (name !== null && value !== undefined && value !== "") {
      values.set(placement, checkValue(placement, value, `values.${name}`));
      continue;
    }
    const fillsItself = kind === "name" || kind === "date";
    if (name !== null && readOnly && required && !fillsItself && placement.value === null) {
      throw refuse(name, "is needed: its signer cannot give it");
    }
  }
  return values;
}

function refuse(name: string, why: string): Failure {
  return new Failure("field_invalid", `values.${name} ${why}.`, { param: `values.${name}` });
}
