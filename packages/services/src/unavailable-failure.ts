import { databaseRefusal } from "@alongside/db/errors";
import type { Failure } from "@alongside/domain/failure/failure";

/**
 * What an error of the database means to the person who waits: null when it is none, or one that trying again does not
 * help. Nothing was stored, or, if the connection broke at the very end, the same request finds what is stored.
 */
export function unavailableFailure(error: unknown): Failure | null {
  switch (databaseRefusal(error)?.kind) {
    case "busy":
    case "write-conflict":
      return { code: "unavailable", reason: "database.busy" };
    case "unreachable":
      return { code: "unavailable", reason: "database.unreachable" };
    case "disk-full":
      return { code: "unavailable", reason: "database.disk-full" };
    default:
      return null;
  }
}
