import { boundValues, statementOf } from "../../../../api/database/statement.js";

describe("a statement", () => {
  test("numbers its bindings in the order in which they come, each name once", () => {
    const { text, parameters } = statementOf("SELECT :b, :a, :b WHERE x = ANY(:a::uuid[])");
    expect([text, parameters]).toEqual(["SELECT $1, $2, $1 WHERE x = ANY($2::uuid[])", ["b", "a"]]);
  });

  test.each([
    ["a string", "SELECT ':a it''s :b'"],
    ["a quoted identifier", 'SELECT x AS ":a ""b"" :c"'],
    ["a comment to the end of the line", "SELECT 1 -- :a\n, 2"],
    ["a comment between marks", "SELECT /* :a\n:b */ 1"],
    ["a cast", "SELECT x::text"],
  ])("leaves %s as it is", (_what, sql) => {
    expect(statementOf(sql)).toMatchObject({ text: sql, parameters: [] });
  });

  test("writes a colon where one stands behind a backslash", () => {
    expect(statementOf("SELECT x[1\\:n]").text).toBe("SELECT x[1:n]");
  });

  test("has the same name whenever the same text comes again, and another for every other text", () => {
    expect(statementOf("SELECT 1 AS one").name).toBe(statementOf("SELECT 1 AS one").name);
    expect(statementOf("SELECT 1 AS one").name).not.toBe(statementOf("SELECT 2 AS one").name);
  });

  test("is prepared anew each time once a thousand texts are, so that texts made at run time fill no memory", () => {
    const names = Array.from({ length: 1100 }, (_, number) => statementOf(`SELECT ${number}`).name);
    expect(names.at(-1)).toBe("");
    expect(new Set(names.filter((name) => name !== "")).size).toBeLessThanOrEqual(1000);
    expect(statementOf("SELECT 0").name).not.toBe("");
  });
});

describe("a binding", () => {
  const bound = (value: unknown) => boundValues(statementOf("SELECT :value"), { value })[0];

  test("that is missing is an error, and not taken for null", () => {
    expect(() => boundValues(statementOf("SELECT :value"), {})).toThrow("value");
    expect(bound(null)).toBeNull();
  });

  test("that the statement does not name is not sent", () => {
    expect(boundValues(statementOf("SELECT :value"), { value: 1, other: 2 })).toEqual(["1"]);
  });

  test("that is a time is sent with its milliseconds and its zone", () => {
    expect(bound(new Date(1_766_000_000_123))).toBe("2025-12-17T19:33:20.123Z");
  });
});
