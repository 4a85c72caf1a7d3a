import { type TrailFinding, verifyTrail } from "@alongside/db/audit/verify-trail";
import { ok } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { readAuditStateInput } from "./read-state";

export interface AuditVerdict {
  readonly events: number;
  readonly chains: number;
  readonly anchors: number;
  readonly notAnchored: number;
  readonly lastAnchorDay: string | null;
  readonly signaturesChecked: boolean;
  readonly findings: readonly Pick<TrailFinding, "subjectId" | "place" | "fault">[];
}

/** Computes the whole trail of the programme again and says where it does not hold. */
export async function verifyAudit(context: Context, input: z.input<typeof readAuditStateInput>) {
  const parsed = parseInput(readAuditStateInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "audit.list", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const { db, programmeId } = scope.value;
  const report = await verifyTrail(db, programmeId, {
    key: context.anchorKey,
    seen: context.anchorWitness.seen(programmeId),
  });
  const findings = report.findings.map(({ subjectId, place, fault }) => ({ subjectId, place, fault }));
  return ok<AuditVerdict>({ ...report, signaturesChecked: context.anchorKey !== null, findings });
}
