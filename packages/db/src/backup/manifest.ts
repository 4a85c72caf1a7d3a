import type { RowTotals } from "./row-fingerprint";

/** Says what the file is, to a program that may be older or newer. */
export const FORMAT = "alongside-backup";
export const FORMAT_VERSION = 1;

/** A table as it is copied. */
export interface BackupTable {
  readonly schema: string;
  readonly table: string;
  /** In the order in which their values stand in each row. */
  readonly columns: readonly string[];
}

/** First entry of a backup: what is needed before any row can be loaded. */
export interface BackupHead {
  readonly format: typeof FORMAT;
  readonly formatVersion: number;
  /** Of the program that wrote it. */
  readonly programVersion: string;
  readonly postgresVersion: string;
  /** ISO 8601, UTC: the moment that the backup shows. */
  readonly takenAt: string;
  /** Applied migrations, oldest first. */
  readonly migrations: readonly { readonly name: string; readonly checksum: string }[];
  /** In an order in which they can be loaded: what is referred to comes first. */
  readonly tables: readonly BackupTable[];
  /** Short fingerprints of the keys outside the database that its contents need, by name of their file. */
  readonly keys: Readonly<Record<string, string>>;
}

/** Last entry: what every table held, by `schema.table`. */
export type BackupTotals = Readonly<Record<string, RowTotals>>;

/** Everything a backup says about itself. */
export interface BackupManifest extends BackupHead {
  readonly totals: BackupTotals;
}

/** The name of a table in totals, reports and the file. */
export function tableName({ schema, table }: Pick<BackupTable, "schema" | "table">): string {
  return `${schema}.${table}`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === "string");

/** Is this the head of a backup that this program can read? */
export function isBackupHead(value: unknown): value is BackupHead {
  if (!isRecord(value) || value.format !== FORMAT || value.formatVersion !== FORMAT_VERSION) return false;
  const texts = [value.programVersion, value.postgresVersion, value.takenAt];
  const { migrations, tables, keys } = value;
  return (
    isTexts(texts) &&
    Array.isArray(migrations) &&
    migrations.every((one: unknown) => isRecord(one) && isTexts([one.name, one.checksum])) &&
    Array.isArray(tables) &&
    tables.every((one: unknown) => isRecord(one) && isTexts([one.schema, one.table]) && isTexts(one.columns)) &&
    isRecord(keys) &&
    isTexts(Object.values(keys))
  );
}

/** Are these the totals of a backup? */
export function isBackupTotals(value: unknown): value is BackupTotals {
  return (
    isRecord(value) &&
    Object.values(value).every(
      (one) => isRecord(one) && typeof one.rows === "number" && typeof one.fingerprint === "string",
    )
  );
}
