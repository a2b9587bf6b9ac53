import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { EmbeddedPostgres } from "../../../../api/adapters/embeddedPostgres/index.js";
import { isListening, PostgresPlace, query } from "../../../support/postgresPlace.js";

describe("what an embedded PostgreSQL serves", () => {
  let place: PostgresPlace;
  let postgres: EmbeddedPostgres;
  beforeAll(async () => {
    place = await PostgresPlace.make();
    postgres = await place.start();
  });
  afterAll(() => place.remove());

  test("a database in UTF-8 that sorts the same everywhere, in UTC, of PostgreSQL 18", async () => {
    const { adminUrl } = postgres;
    const [row] = await query(
      adminUrl,
      `SELECT current_setting('server_encoding') AS encoding, current_setting('TimeZone') AS zone,
              current_setting('server_version_num')::int / 10000 AS major, datlocprovider, datlocale
       FROM pg_database WHERE datname = 'template1'`,
    );
    expect(row).toEqual({
      encoding: "UTF8",
      zone: "UTC",
      major: 18,
      datlocprovider: "b",
      datlocale: "C.UTF-8",
    });
  });

  test("nobody without its password", async () => {
    const { adminUrl } = postgres;
    const without = new URL(adminUrl);
    without.password = "";
    const wrong = new URL(adminUrl);
    wrong.password = "guess";
    await expect(query(wrong.toString(), "SELECT 1")).rejects.toMatchObject({ code: "28P01" });
    await expect(query(without.toString(), "SELECT 1")).rejects.toThrow(/password/);
    const rules = await query<{ method: string }>(
      adminUrl,
      "SELECT DISTINCT auth_method AS method FROM pg_hba_file_rules",
    );
    expect(rules).toEqual([{ method: "scram-sha-256" }]);
  });

  test("this machine only: 127.0.0.1, no other address, no socket file", async () => {
    const { adminUrl, port } = postgres;
    const [row] = await query(
      adminUrl,
      "SELECT current_setting('listen_addresses') AS addresses, current_setting('unix_socket_directories') AS sockets",
    );
    expect(row).toEqual({ addresses: "127.0.0.1", sockets: "" });
    expect(await isListening(port)).toBe(true);
  });

  test("nobody else's eyes: its directory and its password are closed", () => {
    expect(statSync(place.directory).mode & 0o777).toBe(0o700);
    expect(statSync(join(place.directory, "password")).mode & 0o777).toBe(0o600);
  });

  test("a log that does not quote rows", async () => {
    const { adminUrl } = postgres;
    await query(adminUrl, "CREATE TABLE people (address text PRIMARY KEY)");
    await query(adminUrl, "INSERT INTO people VALUES ('ada@example.test')");
    await expect(query(adminUrl, "INSERT INTO people VALUES ('ada@example.test')")).rejects.toThrow();
    const log = readFileSync(join(place.directory, "server.log"), "utf8");
    expect(log).toContain("duplicate key");
    expect(log).not.toContain("ada@example.test");
  });
});
