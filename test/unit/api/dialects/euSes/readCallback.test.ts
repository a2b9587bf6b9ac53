import { refuseField } from "../../../../../api/dialects/euSes/refusals.js";
import { readEuSesCallback } from "../../../../../api/dialects/euSes/request/readCallback.js";
import { Fields } from "../../../../../api/dialects/reading/fields.js";

const read = (more: object) =>
  readEuSesCallback(Fields.of({ callback: { url: "https://example.com/", ...more } }, "", refuseField));

test("the field's name is that of a form: JSON has data, whatever name is given", () => {
  expect(read({ method: "POST", field: "body" })).toMatchObject({ encoding: "form", field: "body" });
  expect(read({ field: "body" })).toMatchObject({ encoding: "json", field: null });
  expect(read({ method: "json", field: "custom" })).toMatchObject({ encoding: "json", field: null });
  expect(() => read({ method: "POST", field: "custom" })).toThrow(/custom/);
});
