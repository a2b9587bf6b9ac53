import { Failure } from "../failure/failure.js";
import type { TemplateDefinition } from "../templates/template.js";
import type { TemplateColumn } from "./csvLines.js";

/**
 * Refuses a list whose columns are of roles or values that the template lacks: every line would fail of it.
 * @throws Failure `field_invalid`, whose `param` is the column
 */
export function requireColumns({ roles }: TemplateDefinition, columns: readonly TemplateColumn[]): void {
  const values = new Set(roles.flatMap(({ placements }) => placements.map(({ name }) => name)));
  for (const { name, of } of columns) {
    if ("value" in of) {
      if (values.has(of.value)) continue;
      throw refusal(name, "is the column of a value that the template lacks");
    }
    if (roles.some((role) => role.name === of.role)) continue;
    const known = roles.map((role) => role.name).join(", ");
    throw refusal(name, `is the column of a role that the template lacks; it has ${known}`);
  }
}

function refusal(column: string, why: string): Failure {
  const param = column.slice(0, 120);
  return new Failure("field_invalid", `${JSON.stringify(param)} ${why}.`, { param });
}
