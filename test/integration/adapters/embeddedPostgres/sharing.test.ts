import { setTimeout as pause } from "node:timers/promises";
import { isListening, kill, leave, PostgresPlace, query } from "../../../support/postgresPlace.js";

describe("who stops an embedded PostgreSQL", () => {
  let place: PostgresPlace;
  beforeEach(async () => {
    place = await PostgresPlace.make();
  });
  afterEach(() => place.remove());

  test("the last who leaves, and nobody before", async () => {
    const one = await place.startUser();
    const other = await place.startUser();
    const port = Number(new URL(one.url).port);
    await leave(one.child);
    expect(await query(other.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await leave(other.child);
    expect(await isListening(port)).toBe(false);
  });

  test("a user who was killed does not count", async () => {
    const killed = await place.startUser();
    await kill(killed.child);
    const { port, stop } = await place.start();
    await stop();
    expect(await isListening(port)).toBe(false);
  });

  test("leaving and coming at the same moment leaves the comer with a server", async () => {
    for (let round = 0; round < 5; round += 1) {
      const first = await place.start();
      const [, second] = await Promise.all([first.stop(), pause(round * 20).then(() => place.start())]);
      expect(await query(second.adminUrl, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
      await second.stop();
    }
  });
});
