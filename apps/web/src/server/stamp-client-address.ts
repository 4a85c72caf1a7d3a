import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { CLIENT_ADDRESS_HEADER, clientAddress, trustedProxies } from "@alongside/auth/client-address";

const holder = globalThis as { alongsideAddressStamp?: true };

/**
 * Writes the address each request came from into a header of our own, before anything reads the request, over whatever
 * the client may have sent under that name. Route handlers cannot see the socket; Node announces every request here
 * first.
 *
 * @param proxies addresses and ranges whose `x-forwarded-for` is believed
 */
export function stampClientAddress(proxies: string): void {
  // Once per process, also across the module reloads of development.
  if (holder.alongsideAddressStamp) return;
  holder.alongsideAddressStamp = true;
  const isTrusted = trustedProxies(proxies);
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { readonly request: IncomingMessage };
    const address = clientAddress(request.socket.remoteAddress, request.headers["x-forwarded-for"], isTrusted);
    if (address === null) delete request.headers[CLIENT_ADDRESS_HEADER];
    else request.headers[CLIENT_ADDRESS_HEADER] = address;
  });
}
