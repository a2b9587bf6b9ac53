import type { ServerResponse } from "node:http";
import type { RequestHandler } from "express";
import helmet from "helmet";

/**
 * helmet's headers, with a policy that allows a page nothing; pages that need more bring their own. They are the same
 * for every answer, and so helmet is asked once, and not for each of them.
 */
export function securityHeaders(): RequestHandler {
  const headers = new Map<string, string>();
  const collector = {
    setHeader: (name: string, value: string) => headers.set(name, value),
    removeHeader: () => undefined,
  } as unknown as ServerResponse;
  const directives = { defaultSrc: ["'none'"] };
  helmet({ contentSecurityPolicy: { useDefaults: false, directives } })(
    {} as Parameters<ReturnType<typeof helmet>>[0],
    collector,
    (error) => {
      if (error) throw error;
    },
  );
  return (_request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    next();
  };
}
