import { BlockList, isIP } from "node:net";

/** Carries the client's address from the socket to the sign-in library. Always overwritten, so nobody can send it. */
export const CLIENT_ADDRESS_HEADER = "x-client-address";

/** Whether an address belongs to a proxy of ours. */
export type IsTrustedProxy = (address: string) => boolean;

/**
 * Reads a list of proxies: addresses and ranges ("10.0.0.0/8"), separated by commas. An empty list trusts nobody.
 * @throws TypeError naming the entry that is neither
 */
export function trustedProxies(list: string): IsTrustedProxy {
  const known = new BlockList();
  for (const entry of list.split(",").flatMap((part) => part.trim() || [])) addProxy(known, entry);
  return (address) => isIP(address) !== 0 && known.check(address, family(address));
}

function addProxy(known: BlockList, entry: string): void {
  const [address = "", prefix] = entry.split("/");
  const longest = isIP(address) === 6 ? 128 : 32;
  const bits = prefix === undefined ? longest : /^\d{1,3}$/.test(prefix) ? Number(prefix) : Number.NaN;
  if (isIP(address) === 0 || !(bits <= longest)) throw new TypeError(`not an address or a range: ${entry}`);
  known.addSubnet(address, bits, family(address));
}

/**
 * The address a request came from. `x-forwarded-for` is written by whoever sends the request, so its entries count only
 * from the right, and only as far as the one before them was a proxy of ours.
 *
 * @param peer the address at the other end of the socket
 * @param forwardedFor the header as received
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | readonly string[] | undefined,
  isTrusted: IsTrustedProxy,
): string | null {
  let found = plainAddress(peer ?? "");
  const chain = [forwardedFor ?? []].flat().join(",").split(",");
  while (found !== null && isTrusted(found) && chain.length > 0) {
    const before = plainAddress(chain.pop() ?? "");
    if (before === null) break;
    found = before;
  }
  return found;
}

/** An address as it is compared: an IPv4 one that arrived through an IPv6 socket loses its prefix. */
function plainAddress(text: string): string | null {
  const address = text.trim().replace(/^::ffff:(?=\d+\.)/i, "");
  return isIP(address) === 0 ? null : address.toLowerCase();
}

function family(address: string): "ipv4" | "ipv6" {
  return isIP(address) === 6 ? "ipv6" : "ipv4";
}
