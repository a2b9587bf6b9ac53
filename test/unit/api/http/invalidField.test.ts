import { ValidateError } from "@tsoa/runtime";
import { invalidField } from "../../../../api/http/invalidField.js";

const choice = (...issues: object[]) =>
  `Could not match the union against any of the items. Issues: ${JSON.stringify(issues)}`;
const nullAlone = { message: "should be one of the following; [null]" };

function refusal(path: string, message: string, body: object) {
  const { param, message: sentence } = invalidField(new ValidateError({ [path]: { message } }, ""), body);
  return [param, sentence];
}

test("a field of an object that may also be null is named, and not the object", () => {
  const inside = { "body.contact.email": { message: "maxLength 254", value: "a" } };
  expect(
    refusal("body.contact", choice(inside, { "body.contact": nullAlone }), { contact: { email: "a" } }),
  ).toEqual(["contact.email", "contact.email takes at most 254 characters."]);
});

test("a text that may also be null is refused for what is wrong with the text, and none of it is repeated", () => {
  const issue = { "body.password": { message: "maxLength 3", value: "a secret" } };
  const [param, sentence] = refusal("body.password", choice({ "body.password": nullAlone }, issue), {
    password: "a secret",
  });
  expect([param, sentence]).toEqual(["password", "password takes at most 3 characters."]);
});

test("a choice within a choice is followed to its end", () => {
  const inner = choice({ "body.a.b.c": { message: "minLength 1", value: "" } }, { "body.a.b": nullAlone });
  const outer = choice({ "body.a.b": { message: inner, value: { c: "" } } }, { "body.a": nullAlone });
  expect(refusal("body.a", outer, { a: { b: { c: "" } } })[0]).toBe("a.b.c");
});

test("a word that is none of those to choose from is refused with all of them, whether null is one or not", () => {
  const words = ["enabled", "paused"].map((word) => ({
    "body.status": { message: `should be one of the following; ['${word}']`, value: "off" },
  }));
  const refused = ["status", "status must be one of enabled, paused."];
  expect(refusal("body.status", choice(...words), { status: "off" })).toEqual(refused);
  const nullable = [...words, { "body.status": nullAlone }];
  expect(refusal("body.status", choice(...nullable), { status: "off" })).toEqual(refused);
});
