import { failureCodes } from "../failure/codes.js";
import type { Failure } from "../failure/failure.js";
import type { BulkProblem, BulkSettings } from "./bulk.js";
import type { BulkLineRequest } from "./bulkRequests.js";

/**
 * What a line's result tells of a refusal.
 * @param settings of the list; where it came as CSV, the columns are named, and not the fields of JSON
 */
export function asProblem(
  { code, message, param }: Failure,
  settings: Pick<BulkSettings, "columns" | "definition">,
  line: BulkLineRequest,
): BulkProblem {
  const problem = { code, detail: message, param: param ?? null };
  return settings.columns === true ? inColumns(problem, settings.definition.roles, line) : problem;
}

/** What is wrong with a line that does not have a field for each column. */
export function unreadable(detail: string): BulkProblem {
  return { code: "body_malformed", detail, param: null };
}

/** Whether it would be refused for ever: not where something was out of reach. */
export function isFinal({ code }: Failure): boolean {
  return failureCodes[code] < 500;
}

/** `signers[0].email` is the column `tenant.email`, `labels[2]` is `labels`. */
function inColumns(
  problem: BulkProblem,
  roles: readonly { readonly name: string }[],
  { signers = [] }: BulkLineRequest,
): BulkProblem {
  const { detail, param } = problem;
  // Roles of which the line says nothing at all.
  const empty = roles.find(({ name }) => !signers.some(({ template_role }) => template_role === name));
  if (param === "signers" && empty !== undefined) {
    return {
      ...problem,
      detail: detail.replace(/^signers /, "The line "),
      param: `${empty.name}.given_name`,
    };
  }
  const named = (text: string) =>
    text
      .replaceAll(
        /\bsigners\[(\d+)\]/g,
        (path, index: string) => signers[Number(index)]?.template_role ?? path,
      )
      .replaceAll(/\blabels\[\d+\]/g, "labels");
  return { ...problem, detail: named(detail), param: param && named(param) };
}
