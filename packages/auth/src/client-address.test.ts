import { describe, expect, it } from "vitest";
import { clientAddress, trustedProxies } from "./client-address";

const nobody = trustedProxies("");
const ours = trustedProxies("10.0.0.0/8, 192.0.2.7, 2001:db8::/32");

describe("clientAddress", () => {
  it.each([
    ["no header", "203.0.113.9", undefined, "203.0.113.9"],
    ["a header the client made up", "203.0.113.9", "198.51.100.1", "203.0.113.9"],
    ["an IPv4 address on an IPv6 socket", "::ffff:203.0.113.9", undefined, "203.0.113.9"],
    ["a socket that is gone", undefined, "198.51.100.1", null],
  ])("without proxies, %s", (_name, peer, header, expected) => {
    expect(clientAddress(peer, header, nobody)).toBe(expected);
  });

  it.each([
    ["the proxy's word", "10.1.2.3", "203.0.113.9", "203.0.113.9"],
    ["two proxies", "10.1.2.3", "203.0.113.9, 192.0.2.7", "203.0.113.9"],
    ["what the client put in front of it", "10.1.2.3", "1.2.3.4, 203.0.113.9", "203.0.113.9"],
    ["a client that went around the proxy", "203.0.113.9", "1.2.3.4", "203.0.113.9"],
    ["a proxy that says nothing", "10.1.2.3", undefined, "10.1.2.3"],
    ["a proxy that says nonsense", "10.1.2.3", "unknown", "10.1.2.3"],
    ["an IPv6 proxy", "2001:DB8::5", "2001:db9::1", "2001:db9::1"],
    ["several headers", "10.1.2.3", ["1.2.3.4", "203.0.113.9"], "203.0.113.9"],
  ])("behind proxies, %s", (_name, peer, header, expected) => {
    expect(clientAddress(peer, header, ours)).toBe(expected);
  });
});

describe("trustedProxies", () => {
  it.each(["proxy.example", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/x", "300.1.1.1"])("refuses %s", (entry) => {
    expect(() => trustedProxies(entry)).toThrow(entry);
  });
});
