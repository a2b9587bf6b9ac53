import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PostgresPlace } from "../../../support/postgresPlace.js";

describe("what an embedded PostgreSQL refuses", () => {
  let place: PostgresPlace;
  beforeEach(async () => {
    place = await PostgresPlace.make();
  });
  afterEach(() => place.remove());

  test("a database of another major version, which it leaves as it is", async () => {
    await (await place.start()).stop();
    writeFileSync(join(place.directory, "data", "PG_VERSION"), "17\n");
    await expect(place.start()).rejects.toMatchObject({
      code: "version_unsupported",
      message: expect.stringContaining(`${place.directory} was made by PostgreSQL 17`),
    });
    expect(readFileSync(join(place.directory, "data", "PG_VERSION"), "utf8")).toBe("17\n");
  });

  test("a database whose password is lost", async () => {
    await (await place.start()).stop();
    rmSync(join(place.directory, "password"));
    await expect(place.start()).rejects.toMatchObject({ code: "directory_damaged" });
  });

  test("settings that the server does not understand, with what the server says", async () => {
    await (await place.start()).stop();
    writeFileSync(join(place.directory, "data", "postgresql.conf"), "no_such_setting = on\n");
    await expect(place.start()).rejects.toMatchObject({
      code: "start_failed",
      message: expect.stringContaining("no_such_setting"),
    });
  });
});
