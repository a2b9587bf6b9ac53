import { hasRepeatedName } from "../../../../engine/hashchain/repeatedName.js";

test.each([
  '{"a":1,"a":1}',
  '{"a":1, "b":{}, "a":2}',
  '[{"x":[{"a":1,"b":2,"a":3}]}]',
  String.raw`{"a":1,"\u0061":2}`,
  String.raw`{"\"":1,"\u0022":2}`,
  '{"":1,"":2}',
  '{"a":{"b":1},"c":[],"a":1}',
])("a name that stands twice in one object is found: %s", (json) => {
  expect(() => JSON.parse(json)).not.toThrow();
  expect(hasRepeatedName(json)).toBe(true);
});

test.each([
  "{}",
  "[]",
  "7",
  '"a:a"',
  '{"a":{"a":{"a":1}}}',
  '[{"a":1},{"a":1}]',
  '{"a":"a","b":"a"}',
  '{"a":"\\"a\\":1,\\"a\\":2"}',
  '{"a":["b","b"],"b":"{\\"c\\":1}"}',
  '{"a":"\\\\","b":":"}',
])("names that stand once each are passed: %s", (json) => {
  expect(() => JSON.parse(json)).not.toThrow();
  expect(hasRepeatedName(json)).toBe(false);
});
