import type { Tx } from "@alongside/db/client";
import {
  type LaboratoryMapping,
  laboratoryMappingSchema,
} from "@alongside/interchange/formats/laboratory-file/mapping";

/** A version of a laboratory's mapping. */
export interface MappingVersion {
  readonly version: number;
  readonly mapping: LaboratoryMapping;
}

/** The mapping in force; null while the laboratory has none. */
export async function currentMapping(db: Tx, laboratoryId: string): Promise<MappingVersion | null> {
  const row = await db.laboratoryMapping.findFirst({ where: { laboratoryId }, orderBy: { version: "desc" } });
  return row === null ? null : { version: row.version, mapping: laboratoryMappingSchema.parse(row.content) };
}

/** Adds the next version. The caller holds the laboratory's row. */
export async function addMapping(
  tx: Tx,
  { programmeId, laboratoryId }: { readonly programmeId: string; readonly laboratoryId: string },
  next: MappingVersion,
  saved: { readonly savedById: string; readonly savedAt: Date },
): Promise<void> {
  const content = JSON.parse(JSON.stringify(next.mapping));
  await tx.laboratoryMapping.create({ data: { programmeId, laboratoryId, version: next.version, content, ...saved } });
}

/** Locks a laboratory of the programme; null when there is none. */
export async function lockLaboratory(tx: Tx, programmeId: string, laboratoryId: string) {
  await tx.$queryRaw`SELECT 1 FROM laboratory WHERE id = ${laboratoryId}::uuid FOR UPDATE`;
  return tx.laboratory.findFirst({ where: { id: laboratoryId, programmeId } });
}
