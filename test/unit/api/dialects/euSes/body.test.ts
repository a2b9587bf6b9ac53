import { execFileSync } from "node:child_process";
import { euSesBody } from "../../../../../api/dialects/euSes/callbackForm.js";

const order = { id: "65a1b2c3d4e5f60718293a4b", title: "Bail & Cie; 50 % = 契約 😀 +", list: [1, null] };
const custom = '{"a":"1&2=3","__proto__":{"x":1}}';

/** The fields of a form as Python's standard library reads them. */
function fieldsByPython(body: string): Record<string, string[]> {
  const program =
    "import sys, json, urllib.parse as u; print(json.dumps(u.parse_qs(sys.stdin.read(), strict_parsing=True)))";
  return JSON.parse(execFileSync("python3", ["-c", program], { input: body, encoding: "utf8" }));
}

test("a JSON body has the order under its member, and what is given back as it was given", () => {
  const { body, contentType } = euSesBody({ encoding: "json", field: null }, order, custom);
  expect(contentType).toBe("application/json");
  expect(JSON.parse(body)).toEqual({ data: order, custom: JSON.parse(custom) });
  expect(body.endsWith(`,"custom":${custom}}`)).toBe(true);
});

test("a form has the same in two fields of JSON, by the judgement of Python's urllib", () => {
  const { body, contentType } = euSesBody({ encoding: "form", field: null }, order, custom);
  expect(contentType).toBe("application/x-www-form-urlencoded");
  expect(fieldsByPython(body)).toEqual({ data: [JSON.stringify(order)], custom: [custom] });
});

test.each(["payload", "__proto__", "a.b-c_d"])(
  "the order stands under the name %s that was asked for",
  (field) => {
    const json = JSON.parse(euSesBody({ encoding: "json", field }, order, "null").body) as object;
    expect(Object.entries(json)).toEqual([
      [field, order],
      ["custom", null],
    ]);
    expect(fieldsByPython(euSesBody({ encoding: "form", field }, order, "null").body)[field]).toEqual([
      JSON.stringify(order),
    ]);
  },
);
