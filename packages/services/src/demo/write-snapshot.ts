import type { NewAuditEvent } from "@alongside/db/audit/append-events";
import { fillCells } from "@alongside/db/change-statistic/rebuild";
import type { Tx } from "@alongside/db/client";
import { freeze } from "@alongside/db/snapshot/freeze";
import { snapshotDefinition } from "@alongside/domain/snapshot/snapshot-definition";
import { canonicalHash } from "../canonical-hash";
import { readPlan } from "../change/change-input";
import type { Demo } from "./generate-demo";

/**
 * Freezes what has been written by now, as the researcher did.
 * @returns the trace it would have left
 */
export async function writeSnapshot(tx: Tx, demo: Demo): Promise<NewAuditEvent> {
  const { frozen, analysisPlan, defined } = demo;
  const { id: programmeId } = demo.programme;
  const planned = await readPlan({ db: tx, programmeId });
  const definition = snapshotDefinition.parse({
    ...planned,
    definitions: defined.definitions.map(({ id, name }, at) => ({ id, name, ...defined.versions[at] })),
    plan: { version: analysisPlan.version, hash: analysisPlan.contentHash },
    enrolledShown: null,
  });
  await fillCells(tx, programmeId);
  const { dataHash, ...counts } = await freeze(tx, programmeId, frozen.id, definition.definitions);
  const contentHash = canonicalHash({ definition, counts, dataHash });
  const { id, eventId, name, takenAt, takenById } = frozen;
  await tx.snapshot.create({
    data: { programmeId, id, name, definition, counts, dataHash, contentHash, released: true, takenById, takenAt },
  });
  const detail = { snapshotId: id, name, contentHash, released: true, people: counts.people, forms: counts.forms };
  return {
    ...{ subjectId: programmeId, id: eventId, programmeId, actorId: takenById, at: takenAt },
    ...{ action: "snapshot.take", detail },
  };
}
