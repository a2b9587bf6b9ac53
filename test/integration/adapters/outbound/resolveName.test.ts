import { createSocket } from "node:dgram";
import { once } from "node:events";
import { parseHosts } from "../../../../api/adapters/outbound/hostsFile.js";
import { nameResolver } from "../../../../api/adapters/outbound/resolveName.js";
import { closeAfterEach, later } from "./strangers.js";

closeAfterEach();
const never = new AbortController().signal;

/** A name server that knows two names, says nothing of names that begin with `silent`, nor of the AAAA of one of the two. */
async function startNameServer() {
  const socket = createSocket("udp4");
  const asked: string[] = [];
  socket.on("message", (question, { port, address }) => {
    const labels: string[] = [];
    let at = 12;
    for (; question[at]! > 0; at += question[at]! + 1) {
      labels.push(question.toString("latin1", at + 1, at + 1 + question[at]!));
    }
    const name = labels.join(".");
    asked.push(name);
    const isA = question.readUInt16BE(at + 1) === 1;
    if (name.startsWith("silent") || (name === "half.example" && !isA)) return;
    const known = name === "hooks.example" || name === "half.example";
    const header = Buffer.from(question.subarray(0, 12));
    header.writeUInt16BE(known ? 0x8180 : 0x8183, 2);
    header.writeUInt16BE(known && isA ? 1 : 0, 6);
    header.fill(0, 8);
    // RFC 1035 4.1.3: a pointer to the question's name, A, IN, 60 seconds, four bytes.
    const record = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 93, 184, 215, 14]);
    const answer = known && isA ? [record] : [];
    socket.send(Buffer.concat([header, question.subarray(12, at + 5), ...answer]), port, address);
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  later(() => socket.close());
  return { asked, resolve: nameResolver([`127.0.0.1:${socket.address().port}`]) };
}

describe("a name", () => {
  test("is asked of the name servers, with A and AAAA together", async () => {
    const { resolve, asked } = await startNameServer();
    expect(await resolve("Hooks.Example.", never)).toEqual([{ address: "93.184.215.14", family: 4 }]);
    expect(asked).toEqual(["hooks.example", "hooks.example"]);
    await expect(resolve("other.example", never)).rejects.toMatchObject({ code: "ENOTFOUND" });
  });

  test("whose AAAA nobody answers is soon known by its A", async () => {
    const { resolve } = await startNameServer();
    const started = Date.now();
    expect(await resolve("half.example", never)).toEqual([{ address: "93.184.215.14", family: 4 }]);
    // A question that is not answered takes two seconds, and is asked twice.
    expect(Date.now() - started).toBeLessThan(1_900);
  });

  test("that is not answered keeps no other name waiting, and its question ends when it is given up", async () => {
    const { resolve, asked } = await startNameServer();
    const given = new AbortController();
    const waiting = Array.from({ length: 50 }, (_, n) => resolve(`silent${n}.example`, given.signal));
    const ends = Promise.allSettled(waiting);
    const started = Date.now();
    expect(await resolve("hooks.example", never)).toHaveLength(1);
    expect(Date.now() - started).toBeLessThan(1_500);
    expect(asked.length).toBeGreaterThan(50);
    given.abort();
    expect(new Set((await ends).map(({ status }) => status))).toEqual(new Set(["rejected"]));
    expect(Date.now() - started).toBeLessThan(1_900);
  });

  test("localhost is loopback and invalid is nothing, and no name server hears of either", async () => {
    const { resolve, asked } = await startNameServer();
    for (const name of ["localhost", "LOCALHOST.", "hooks.localhost"]) {
      expect(await resolve(name, never)).toEqual([{ address: "127.0.0.1", family: 4 }]);
    }
    await expect(resolve("hooks.invalid", never)).rejects.toMatchObject({ code: "ENOTFOUND" });
    expect(asked).toEqual([]);
  });

  test("in the hosts file has the addresses that stand there, remarks and nonsense aside", () => {
    const hosts = parseHosts(
      "# 10.0.0.9 not\n10.0.0.1\thooks Hooks.Example # x\n\nfe80 bad\n::1 hooks\r\n10.0.0.2\n",
    );
    expect(Object.fromEntries(hosts)).toEqual({
      hooks: [
        { address: "10.0.0.1", family: 4 },
        { address: "::1", family: 6 },
      ],
      "hooks.example": [{ address: "10.0.0.1", family: 4 }],
    });
  });
});
