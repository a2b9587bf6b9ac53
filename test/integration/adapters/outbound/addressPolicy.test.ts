import { addressPolicy } from "../../../../api/adapters/outbound/addressPolicy.js";

describe("the policy on addresses", () => {
  test("permits global unicast addresses, up to the edge of what is forbidden", () => {
    const permits = addressPolicy([]);
    for (const address of [
      "1.1.1.1",
      "9.255.255.255",
      "11.0.0.0",
      "93.184.215.14",
      "100.63.255.255",
      "100.128.0.0",
      "126.255.255.255",
      "128.0.0.0",
      "169.253.255.255",
      "169.255.0.0",
      "172.15.255.255",
      "172.32.0.0",
      "192.0.1.0",
      "192.167.255.255",
      "192.169.0.0",
      "198.17.255.255",
      "198.20.0.0",
      "223.255.255.255",
      "2001:4860:4860::8888",
      "2001:200::1",
      "2606:4700::1111",
      "2a00:1450::1",
      "2003::1",
    ]) {
      expect({ address, permitted: permits(address) }).toEqual({ address, permitted: true });
    }
  });

  test("forbids what is no address, and addresses with a zone", () => {
    const permits = addressPolicy([]);
    for (const text of ["", "localhost", "1.2.3", "2606:4700::1111%eth0", "1.1.1.1:80", "[2606:4700::1]"]) {
      expect({ text, permitted: permits(text) }).toEqual({ text, permitted: false });
    }
  });

  test("permits the ranges that the operator names, and nothing beside them", () => {
    const permits = addressPolicy(["10.1.0.0/16", "192.168.7.7", "fd12::/16", "::1/128"]);
    for (const address of ["10.1.0.0", "10.1.255.255", "192.168.7.7", "fd12:3::1", "::1", "1.1.1.1"]) {
      expect({ address, permitted: permits(address) }).toEqual({ address, permitted: true });
    }
    for (const address of ["10.0.255.255", "10.2.0.0", "192.168.7.8", "fd13::1", "::2", "127.0.0.1"]) {
      expect({ address, permitted: permits(address) }).toEqual({ address, permitted: false });
    }
  });

  test("forbids the ranges that the operator names, though they are global, or in one that is opened", () => {
    const permits = addressPolicy(["10.1.0.0/16"], ["25.0.0.0/8", "10.1.2.3", "2a01:4f8:64::/96"]);
    for (const address of ["25.1.2.3", "10.1.2.3", "2a01:4f8:64::a9fe:a9fe"]) {
      expect({ address, permitted: permits(address) }).toEqual({ address, permitted: false });
    }
    for (const address of ["26.0.0.0", "10.1.2.4", "2a01:4f8:64:0:0:1::"]) {
      expect({ address, permitted: permits(address) }).toEqual({ address, permitted: true });
    }
    expect(() => addressPolicy([], ["10.0.0.0/33"])).toThrow("is no address and no range");
  });

  test("forbids this machine's own public addresses, in whatever spelling, unless the operator opens them", () => {
    const own = () => ["127.0.0.1", "93.184.215.14", "2606:2800:21f:cb07::1", "fe80::1"];
    for (const address of ["93.184.215.14", "2606:2800:21f:cb07::1", "2606:2800:021f:cb07:0:0:0:1"]) {
      expect({ address, permitted: addressPolicy([], [], own)(address) }).toEqual({
        address,
        permitted: false,
      });
    }
    expect(addressPolicy([], [], own)("93.184.215.15")).toBe(true);
    expect(addressPolicy(["93.184.215.14"], [], own)("93.184.215.14")).toBe(true);
  });

  test("is not made from what is no range", () => {
    for (const range of [
      "",
      "10",
      "10.0.0.0/33",
      "10.0.0.0/",
      "10.0.0.0/8/8",
      "10.0.0.0/-1",
      "::/129",
      "localhost",
      "*",
    ]) {
      expect(() => addressPolicy([range])).toThrow("is no address and no range");
    }
  });
});
