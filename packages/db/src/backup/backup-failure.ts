/** Everything that can keep a backup from being made, checked or restored, each with what the explanation needs. */
export type BackupFailure =
  /** The passphrase or key does not open the file. */
  | { readonly code: "wrong-key" }
  /** The file is not one of our backups at all. */
  | { readonly code: "not-a-backup" }
  /** Cut off, or changed after it was written. */
  | { readonly code: "damaged"; readonly detail: string }
  /** Made by a version of the program that is newer than this one. */
  | { readonly code: "newer-version"; readonly migration: string; readonly version: string }
  /** A migration of the backup differs from the one this program has under the same name. */
  | { readonly code: "other-history"; readonly migration: string }
  /** The database holds tables already. */
  | { readonly code: "database-not-empty"; readonly tables: number }
  /** The database is what an earlier restore left behind when it was interrupted. */
  | { readonly code: "restore-unfinished" }
  /** Another restore works on the same database at this moment. */
  | { readonly code: "restore-running" }
  /** A statement of a migration was refused. */
  | { readonly code: "migration-failed"; readonly migration: string; readonly detail: string }
  /** What was read back from a table is not what the backup says. */
  | { readonly code: "rows-differ"; readonly table: string; readonly expected: number; readonly found: number }
  /** The file or folder cannot be read or written. */
  | { readonly code: "file-unusable"; readonly path: string; readonly detail: string }
  /** The database cannot be reached, or its role may not read everything. */
  | { readonly code: "database-unusable"; readonly detail: string };

/** Thrown inside the backup code; commands and the schedule catch it and say `backupAdvice(failure)`. */
export class BackupError extends Error {
  constructor(readonly failure: BackupFailure) {
    super(failure.code);
  }
}

const NOTHING_CHANGED = "Nothing was changed.";
const DROP =
  "The database it was restored into is marked as unfinished and no program will start on it. Run the command again with --again, which empties it first.";

/** What happened, what was kept, and what to do next. */
export function explainBackupFailure(failure: BackupFailure): readonly [happened: string, kept: string, todo: string] {
  switch (failure.code) {
    case "wrong-key":
      return [
        "This passphrase or key does not open the backup.",
        NOTHING_CHANGED,
        "Look for the passphrase that was in use when the file was made; a changed passphrase does not open older files.",
      ];
    case "not-a-backup":
      return [
        "This file is not a backup of Alongside, or its beginning is damaged.",
        NOTHING_CHANGED,
        "Choose a file whose name ends in .backup.age; if it has that name, take another copy or an older backup.",
      ];
    case "damaged":
      return [
        `The backup is damaged: it was cut off or changed after it was written (${failure.detail}).`,
        NOTHING_CHANGED,
        "Copy the file again from where it was kept, or take an older backup.",
      ];
    case "newer-version":
      return [
        `The backup was made by a newer version of the program (${failure.version}): this one does not know its table change ${failure.migration}.`,
        NOTHING_CHANGED,
        "Install that version or a newer one, and restore with it.",
      ];
    case "other-history":
      return [
        `The table change ${failure.migration} of the backup is not the one this program has under that name.`,
        NOTHING_CHANGED,
        "Restore with an unchanged copy of the version that made the backup.",
      ];
    case "database-not-empty":
      return [
        `The database holds ${failure.tables} tables already, and a backup is restored into an empty one only.`,
        NOTHING_CHANGED,
        "Name a new folder (ALONGSIDE_DATA_DIR) or a new, empty database (DATABASE_URL). What is there now can be kept beside it.",
      ];
    case "restore-unfinished":
      return [
        "The database is what an interrupted restore left behind. It is not usable.",
        "The backup file is unharmed.",
        "Run the command again with --again: it empties this database and restores from the beginning.",
      ];
    case "restore-running":
      return [
        "Another restore into this database is running.",
        NOTHING_CHANGED,
        "Wait for it to end, or stop it first.",
      ];
    case "migration-failed":
      return [
        `The tables could not be made (${failure.migration}): ${failure.detail}`,
        `The backup file is unharmed. ${DROP}`,
        "Report this message with the version of the program.",
      ];
    case "rows-differ":
      return [
        `After loading, the table ${failure.table} has ${failure.found} rows that differ from the ${failure.expected} in the backup.`,
        `The backup file is unharmed. ${DROP}`,
        "If it happens again, restore with the version of the program that made the backup, and report this message.",
      ];
    case "file-unusable":
      return [
        `${failure.path} cannot be used (${failure.detail}).`,
        NOTHING_CHANGED,
        "Check that the path is right, that this user may use it, and that the disk has room.",
      ];
    case "database-unusable":
      return [
        `The database could not be used: ${failure.detail}`,
        "Backups made earlier are unharmed.",
        "Check that it runs, and that the address names the role that owns the tables.",
      ];
  }
}

/** The explanation as printed: three lines of plain text. */
export function backupAdvice(failure: BackupFailure): string {
  return explainBackupFailure(failure).join("\n");
}
