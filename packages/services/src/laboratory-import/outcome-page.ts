import type { Tx } from "@alongside/db/client";
import { IMPORT_OUTCOMES, type ImportOutcome } from "./import-words";
import type { ImportRowPage } from "./views";

/** Which rows. */
export interface PageOf {
  readonly importId: string;
  /** Null: all. */
  readonly outcomes: readonly ImportOutcome[] | null;
  readonly after: number;
  readonly take: number;
}

/** A page of rows in the order of the file. */
export async function outcomePage(db: Tx, { importId, outcomes, after, take }: PageOf): Promise<ImportRowPage> {
  const found = await db.labImportRow.findMany({
    where: {
      labImportId: importId,
      position: { gt: after },
      ...(outcomes === null ? {} : { outcome: { in: [...outcomes] } }),
    },
    orderBy: { position: "asc" },
    take: take + 1,
  });
  const rows = found.slice(0, take).map(({ position, outcome, code, printed, field, rule, values, checks }) => ({
    row: position,
    outcome: IMPORT_OUTCOMES.find((one) => one === outcome) ?? ("refused" as const),
    ...{ code, printed, field, rule, checks },
    values: values as Readonly<Record<string, string | number>>,
  }));
  return { rows, next: found.length > take ? (rows.at(-1)?.row ?? null) : null };
}
