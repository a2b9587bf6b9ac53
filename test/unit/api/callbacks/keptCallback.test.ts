import { randomBytes } from "node:crypto";
import { secretBox } from "../../../../api/adapters/keyStore/secretBox.js";
import { presentKeptCallback } from "../../../../api/callbacks/callbackViews.js";
import { keepCallback, openKeptCallback } from "../../../../api/callbacks/keptCallback.js";
import type { NewCallback } from "../../../../api/callbacks/newCallback.js";

const platform = { secretBox: secretBox(randomBytes(32)) };
const callback: NewCallback = {
  url: "https://crm.example/hooks",
  form: "eu_ses",
  encoding: "form",
  field: "payload",
  retries: 2,
  events: null,
  own: { headers: { "X-Token": "token-7f3a" }, basicAuth: { username: "crm", password: "word-91bc" } },
  custom: '{"session":"session-55d0"}',
};
const secrets = /token-7f3a|word-91bc|session-55d0/;

test("what is kept, and what is shown of it, holds no value of a header, no password and nothing to be given back", () => {
  const kept = keepCallback(platform, "keeper", callback);
  expect(JSON.stringify(kept)).not.toMatch(secrets);
  expect(presentKeptCallback(kept)).toMatchObject({
    header_names: ["X-Token"],
    basic_auth_user: "crm",
    has_custom: true,
  });
  expect(JSON.stringify(presentKeptCallback(kept))).not.toMatch(secrets);
});

test("it comes back whole after a time as JSON, and opens for its keeper alone", () => {
  const kept = JSON.parse(JSON.stringify(keepCallback(platform, "keeper", callback)));
  expect(openKeptCallback(platform, "keeper", kept)).toEqual(callback);
  expect(() => openKeptCallback(platform, "another", kept)).toThrow();
});

test("nothing is sealed where there is nothing secret", () => {
  const plain = { ...callback, own: { headers: {}, basicAuth: null }, custom: null };
  const kept = keepCallback(platform, "keeper", plain);
  expect(kept.secret).toBeNull();
  expect(openKeptCallback(platform, "keeper", kept)).toEqual(plain);
});
