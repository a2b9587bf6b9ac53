import { RemoteDocumentError } from "../../../../api/ports/remoteDocuments.js";
import { remoteValidationData } from "../../../../api/sealing/remoteValidationData.js";
import { TestClock } from "../../../support/testClock.js";

const answer = Buffer.from("what the authority publishes");
let clock: TestClock;
let asked: { url: string; maxBytes: number }[];
let reachable: boolean;

beforeEach(() => {
  clock = new TestClock();
  asked = [];
  reachable = true;
});

const fetcher = () =>
  remoteValidationData(
    {
      fetch: async (url, maxBytes) => {
        asked.push({ url, maxBytes });
        if (!reachable) throw new RemoteDocumentError("unreachable", "Nobody there.");
        return { bytes: answer, contentType: "" };
      },
    },
    clock,
  );

test("a list or a certificate is fetched from its address, with a bound on its size", async () => {
  const { crl, certificate } = fetcher();
  expect(await crl!("http://a.example/ca.crl")).toBe(answer);
  expect(await certificate!("http://a.example/ca.cer")).toBe(answer);
  expect(asked).toEqual([
    { url: "http://a.example/ca.crl", maxBytes: 8 * 1024 * 1024 },
    { url: "http://a.example/ca.cer", maxBytes: 64 * 1024 },
  ]);
});

test.each(["http://ocsp.example", "http://ocsp.example/"])(
  "a responder at %s is asked with GET, the request in the path as RFC 6960 A.1 wants it",
  async (url) => {
    await fetcher().ocsp!(url, Buffer.from([0xfb, 0xff, 0xbf, 0x01]));
    expect(asked.map((request) => request.url)).toEqual(["http://ocsp.example/%2B%2F%2B%2FAQ%3D%3D"]);
  },
);

test("an answer serves ten minutes, also those who ask while it is on its way", async () => {
  const { crl } = fetcher();
  await Promise.all([crl!("http://a.example/ca.crl"), crl!("http://a.example/ca.crl")]);
  clock.advance(599);
  await crl!("http://a.example/ca.crl");
  expect(asked).toHaveLength(1);
  clock.advance(1);
  await crl!("http://a.example/ca.crl");
  expect(asked).toHaveLength(2);
});

test("a server that is out of order is left alone for a minute, and asked again then", async () => {
  const { crl } = fetcher();
  reachable = false;
  for (let round = 0; round < 3; round++) await expect(crl!("http://a.example/ca.crl")).rejects.toThrow();
  expect(asked).toHaveLength(1);
  reachable = true;
  clock.advance(60);
  expect(await crl!("http://a.example/ca.crl")).toBe(answer);
});

test("however many addresses are asked, a bounded number of answers is kept", async () => {
  const { crl } = fetcher();
  for (let index = 0; index < 65; index++) await crl!(`http://a.example/${index}.crl`);
  await crl!("http://a.example/64.crl");
  expect(asked).toHaveLength(65);
  await crl!("http://a.example/0.crl");
  expect(asked).toHaveLength(66);
});
