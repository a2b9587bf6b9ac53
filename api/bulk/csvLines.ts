import { Failure } from "../failure/failure.js";
import type { BulkLineRequest, BulkSignerRequest } from "./bulkRequests.js";
import { readCsv } from "./csv.js";

/** What columns can say of a signer: `tenant.given_name`. */
const signerColumns = [
  "given_name",
  "surname",
  "email",
  "phone",
  "country",
  "language",
  "authentication",
  "external_id",
  "code_text",
] as const satisfies readonly (keyof BulkSignerRequest)[];

const orderColumns = ["external_id", "title", "message"] as const;

/** Puts what a column holds into a line. */
type Put = (line: Draft, value: string) => void;

interface Column extends Pick<TemplateColumn, "name">, Partial<Pick<TemplateColumn, "of">> {
  readonly put: Put;
}

/** A line while it is put together. */
interface Draft {
  external_id?: string;
  title?: string;
  message?: string;
  labels?: string[];
  metadata: Record<string, string>;
  values: Record<string, string>;
  signers: Map<string, BulkSignerRequest>;
}

/** A column of the template's, which its first line names. */
export interface TemplateColumn {
  /** As in the first line: `tenant.email`, `values.rent`. */
  readonly name: string;
  /** The role or the value that it is of. */
  readonly of: { readonly role: string } | { readonly value: string };
}

/** Where the lines of a list stood in the CSV that they came in, and what the template must have for its columns. */
export interface CsvSource {
  readonly columns: readonly TemplateColumn[];
  /** The line of the file on which each line of the list begins, from 1. */
  readonly numbers: readonly number[];
  /** What is wrong with the lines that do not have a field for each column, by their index in the list. */
  readonly ragged: ReadonlyMap<number, string>;
}

/** A list of orders; a line that cannot be read says nothing. */
export interface CsvList {
  readonly lines: BulkLineRequest[];
  readonly source: CsvSource;
}

/**
 * Reads a list of orders. Its first line names the columns: `external_id`, `title`, `message`, `labels` (with
 * semicolons between), `metadata.KEY`, `values.NAME`, and for each role of the template `ROLE.given_name`,
 * `ROLE.surname`, `ROLE.email` and so on. An empty field says nothing.
 * @throws Failure `body_malformed`, `field_invalid` for a column of no such name
 */
export function readCsvList(text: string): CsvList {
  const [header, ...records] = readCsv(text);
  if (header === undefined)
    throw new Failure("body_malformed", "The list has no line with names of columns.");
  const seen = new Set<string>();
  const columns = header.fields.map((name) => {
    const trimmed = name.trim();
    if (seen.has(trimmed)) throw noColumn(trimmed, "stands twice in the first line");
    seen.add(trimmed);
    return columnOf(trimmed);
  });
  const ragged = new Map<number, string>();
  const lines = records.map(({ fields }, at): BulkLineRequest => {
    if (fields.length !== columns.length) {
      ragged.set(
        at,
        `The line has ${counted(fields.length)}, and the line of column names ${columns.length}.`,
      );
      return {};
    }
    const line: Draft = { metadata: nothing(), values: nothing(), signers: new Map() };
    fields.forEach((value, index) => {
      if (value !== "") columns[index]!.put(line, value);
    });
    return { ...line, signers: [...line.signers.values()] };
  });
  const ofTemplate = columns.flatMap(({ name, of }) => (of === undefined ? [] : [{ name, of }]));
  return { lines, source: { columns: ofTemplate, numbers: records.map(({ line }) => line), ragged } };
}

function columnOf(name: string): Column {
  if (name === "labels") {
    const put: Put = (line, value) => {
      line.labels = value.split(";").map((label) => label.trim());
    };
    return { name, put };
  }
  const ofOrder = orderColumns.find((column) => column === name);
  if (ofOrder !== undefined) {
    const put: Put = (line, value) => {
      line[ofOrder] = value;
    };
    return { name, put };
  }
  for (const kind of ["values", "metadata"] as const) {
    if (!name.startsWith(`${kind}.`)) continue;
    const key = name.slice(kind.length + 1);
    const put: Put = (line, value) => {
      line[kind][key] = value;
    };
    return { name, put, ...(kind === "values" && { of: { value: key } }) };
  }
  // A role's name has no full stop.
  const [role = "", field = "", ...rest] = name.split(".");
  const ofSigner = signerColumns.find((column) => column === field);
  if (role === "" || ofSigner === undefined || rest.length > 0)
    throw noColumn(name, "is no name of a column");
  const put: Put = (line, value) => {
    const signer = line.signers.get(role) ?? { template_role: role };
    line.signers.set(role, { ...signer, [ofSigner]: value });
  };
  return { name, put, of: { role } };
}

function counted(fields: number): string {
  return `${fields} ${fields === 1 ? "field" : "fields"}`;
}

/** Keys come from a stranger: `__proto__` is one like any other. */
function nothing(): Record<string, string> {
  return Object.create(null) as Record<string, string>;
}

function noColumn(name: string, why: string): Failure {
  return new Failure("field_invalid", `${JSON.stringify(name.slice(0, 120))} ${why}.`, {
    param: name.slice(0, 120),
  });
}
