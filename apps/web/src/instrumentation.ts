import { env, isNodeServer } from "./env";

/** Runs once when the server starts, before its first request. */
export async function register(): Promise<void> {
  if (!isNodeServer()) return;
  const { stampClientAddress } = await import("./server/stamp-client-address");
  stampClientAddress(env().ALONGSIDE_TRUSTED_PROXY);
}
