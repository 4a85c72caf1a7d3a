import { printAnchor } from "@alongside/db/audit/printed-anchor";
import { ok } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";

/** Anchors shown at once, the newest: four months of days. */
const ANCHORS_SHOWN = 120;

export const readAuditStateInput = z.object({ programmeId: z.uuid() });

/** What is known of the trail's soundness without computing it: its anchors, and how much has come since the last one. */
export async function readAuditState(context: Context, input: z.input<typeof readAuditStateInput>) {
  const parsed = parseInput(readAuditStateInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "audit.list", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const { db, programmeId } = scope.value;
  const key = context.anchorKey;
  const anchors = await db.auditAnchor.findMany({
    where: { programmeId },
    orderBy: { number: "desc" },
    take: ANCHORS_SHOWN,
  });
  return ok({
    /** Null where this server was given no key: then there are no anchors. */
    key: key === null ? null : { id: key.id, publicPem: key.publicPem },
    anchors: anchors.map((anchor) => ({
      number: anchor.number,
      day: anchor.day.toISOString().slice(0, 10),
      madeAt: anchor.madeAt,
      chains: anchor.chains,
      root: Buffer.from(anchor.root).toString("hex"),
      keyId: anchor.keyId,
      /** To be printed or kept elsewhere; `pnpm audit:verify --anchor` reads it. */
      printed: printAnchor(anchor),
    })),
  });
}
