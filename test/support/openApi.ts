import { readFileSync } from "node:fs";
import { matches, type Schema } from "./jsonSchema.js";

/** One operation of a description. */
export interface Operation {
  /** Upper case. */
  readonly method: string;
  /** As described: `/v1/orders/{order}`. */
  readonly path: string;
  /** Scopes of an API key that it needs; null where none is asked for. */
  readonly scopes: readonly string[] | null;
  readonly hasBody: boolean;
  readonly responses: Readonly<Record<string, Described>>;
}

interface Described {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

export interface Description {
  readonly paths: Record<string, Record<string, DescribedOperation>>;
  readonly components: { readonly schemas: Record<string, Schema> };
}

interface DescribedOperation {
  readonly security?: readonly { readonly api_key?: readonly string[] }[];
  readonly requestBody?: object;
  readonly responses: Record<string, Described>;
}

/** An OpenAPI description, asked what it says of calls and of their answers. */
export class DescribedApi {
  readonly operations: readonly Operation[];

  constructor(private readonly description: Description) {
    this.operations = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        scopes: operation.security?.[0]?.api_key ?? null,
        hasBody: operation.requestBody !== undefined,
        responses: operation.responses,
      })),
    );
  }

  /** The operation that a request is answered by, or undefined where the description has none. */
  operationOf(method: string, path: string): Operation | undefined {
    const parts = partsOf(path);
    return this.operations.find((operation) => {
      const pattern = partsOf(operation.path);
      const fits = (part: string, index: number) => part === parts[index] || /^\{.*\}$/.test(part);
      return operation.method === method && pattern.length === parts.length && pattern.every(fits);
    });
  }

  /**
   * What in an answer the description does not say.
   * @param body parsed where it is JSON, bytes otherwise
   * @returns sentences, none where the answer is as described
   */
  undescribed(
    method: string,
    path: string,
    answer: { status: number; headers: Headers; body: unknown },
  ): string[] {
    const operation = this.operationOf(method, path);
    if (!operation) return [`${method} ${path} is not described`];
    const at = `${method} ${operation.path} ${answer.status}`;
    const response =
      operation.responses[answer.status] ??
      (answer.status >= 400 ? operation.responses["default"] : undefined);
    if (!response) return [`${at}: the status is not described`];
    const type = (answer.headers.get("Content-Type") ?? "").split(";")[0]!;
    // Described without content, and answered without any: 204 (RFC 9110 15.3.5), and what other APIs answer so.
    if (type === "" && response.content === undefined) return [];
    const content = response.content?.[type];
    if (!content)
      return [`${at}: ${type} is not described, but ${Object.keys(response.content ?? {}).join(", ")}`];
    if (!type.includes("json")) return [];
    if (!content.schema) return [`${at}: ${type} has no schema`];
    return matches(content.schema, answer.body, this.description.components.schemas).map(
      (fault) => `${at}: ${fault}`,
    );
  }
}

/** As routes are found: whatever the case of letters, with or without a slash at the end. */
function partsOf(path: string): string[] {
  const parts = path.split("?")[0]!.replace(/\/$/, "").split("/");
  return parts.map((part) => (part.startsWith("{") ? part : part.toLowerCase()));
}

const committed = new DescribedApi(
  JSON.parse(readFileSync(new URL("../../../openapi/v1.json", import.meta.url), "utf8")) as Description,
);

/** Every operation of the committed description of `/v1`. */
export const operations = committed.operations;

/** @see DescribedApi.operationOf, of `/v1` */
export function operationOf(method: string, path: string): Operation | undefined {
  return committed.operationOf(method, path);
}

/** @see DescribedApi.undescribed, of `/v1` */
export function undescribed(
  method: string,
  path: string,
  answer: { status: number; headers: Headers; body: unknown },
): string[] {
  return committed.undescribed(method, path, answer);
}
