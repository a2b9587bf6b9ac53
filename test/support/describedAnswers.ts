import { DescribedApi, type Description } from "./openApi.js";

/** A `fetch` that holds every answer against a description. */
export interface DescribedFetch {
  /** Throws, naming each fault, where an answer is another than described. */
  readonly fetch: typeof fetch;
  /** What was seen so far: `GET /signatures 200`. */
  readonly seen: ReadonlySet<string>;
  /** Operations of the description that were not called yet: `GET /signatures`. */
  unseen(): string[];
}

/** @param description an OpenAPI 3.0 document, as a dialect makes it */
export function describedFetch(description: object): DescribedFetch {
  const api = new DescribedApi(description as Description);
  const seen = new Set<string>();
  return {
    seen,
    unseen: () => {
      const called = new Set([...seen].map((call) => call.slice(0, call.lastIndexOf(" "))));
      return api.operations
        .map(({ method, path }) => `${method} ${path}`)
        .filter((operation) => !called.has(operation));
    },
    fetch: async (input, init) => {
      const response = await fetch(input, init);
      const { pathname } = new URL(String(input));
      const method = (init?.method ?? "GET").toUpperCase();
      const operation = api.operationOf(method, pathname);
      if (operation) seen.add(`${method} ${operation.path} ${response.status}`);
      const copy = response.clone();
      const text = Buffer.from(await copy.arrayBuffer());
      const isJson = (response.headers.get("Content-Type") ?? "").includes("json");
      const body: unknown = isJson ? JSON.parse(text.toString("utf8")) : text;
      const faults = api.undescribed(method, pathname, {
        status: response.status,
        headers: response.headers,
        body,
      });
      if (faults.length > 0) throw new Error(faults.join("\n"));
      return response;
    },
  };
}
