import "server-only";
import { redirect } from "next/navigation";
import { pageActor } from "./actor";

/** Sends a held session to the only page there is for it, whatever address was asked for. */
export async function leaveIfHeld(): Promise<void> {
  const hold = (await pageActor())?.hold ?? null;
  if (hold?.kind === "locked") redirect("/locked");
  if (hold?.kind === "handed-over") redirect("/form");
}
