import type { Hold } from "@alongside/domain/access/hold";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import type { Context } from "../context";

/** How the session stands: free, locked, or handed over. Tells nothing about whose it is or which form was handed over. */
export function readHold(context: Context): Result<Hold["kind"] | "free"> {
  if (context.held !== null) return ok(context.held.hold.kind);
  return context.actor === null ? fail("signed-out", "session.none") : ok("free");
}
