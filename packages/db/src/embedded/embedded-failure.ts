/** Every way the embedded database can fail to start. The console prints `embeddedFailureAdvice`. */
export const EMBEDDED_FAILURE_CODES = [
  /** The folder or its parent cannot be created or written by this user. */
  "data-folder-not-writable",
  /** Another server process holds the folder and cannot be joined. */
  "data-folder-locked",
  /** The folder holds files that are not an embedded database. */
  "data-folder-not-ours",
  /** No space left on the device. */
  "disk-full",
  /** The port that was asked for is in use. */
  "port-taken",
  /** The folder was made by another major version of PostgreSQL. */
  "version-mismatch",
  /** The package with the server for this platform is not installed, or is incomplete. */
  "binary-missing",
  /** There is no package for this operating system and processor. */
  "unsupported-platform",
  /** PostgreSQL refuses to run as root, and neither another user nor a user namespace can reach the folder. */
  "cannot-leave-root",
  "unknown",
] as const;
export type EmbeddedFailureCode = (typeof EMBEDDED_FAILURE_CODES)[number];

export interface EmbeddedFailure {
  readonly code: EmbeddedFailureCode;
  readonly params: Readonly<Record<string, string | number>>;
  /** What the server or the operating system said, for the log. */
  readonly detail: string;
}

export type EmbeddedOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: EmbeddedFailure };

/** An outcome that carries a failure. */
export function embeddedFailure(
  code: EmbeddedFailureCode,
  params: EmbeddedFailure["params"],
  detail = "",
): { readonly ok: false; readonly failure: EmbeddedFailure } {
  return { ok: false, failure: { code, params, detail } };
}

/** The server's own words, sorted into a failure. `params.path` is the data folder. */
export function classifyServerOutput(output: string, params: EmbeddedFailure["params"]): EmbeddedFailure {
  const detail = output.trim().slice(-800);
  const rules: readonly [RegExp, EmbeddedFailureCode][] = [
    [/no space left on device|disk quota exceeded|not enough space/i, "disk-full"],
    [/could not bind|address already in use|could not create any tcp\/ip sockets/i, "port-taken"],
    [/incompatible with server|not compatible with this version/i, "version-mismatch"],
    [/lock file .* already exists|shared memory block .* still in use|lock file .* is empty/i, "data-folder-locked"],
    [
      /permission denied|read-only file system|has wrong ownership|has invalid permissions/i,
      "data-folder-not-writable",
    ],
    [/root.* execution of the postgresql server is not permitted|cannot be run as root/i, "cannot-leave-root"],
    [/error while loading shared libraries|cannot open shared object/i, "binary-missing"],
  ];
  const found = rules.find(([pattern]) => pattern.test(output));
  return { code: found?.[1] ?? "unknown", params, detail };
}

/** What a thrown file-system or spawn error means. */
export function classifySystemError(error: unknown, params: EmbeddedFailure["params"]): EmbeddedFailure {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const detail = error instanceof Error ? error.message : String(error);
  switch (code) {
    case "EACCES":
    case "EPERM":
    case "EROFS":
    case "ENOTDIR":
      return { code: "data-folder-not-writable", params, detail };
    case "ENOSPC":
    case "EDQUOT":
      return { code: "disk-full", params, detail };
    default:
      return { code: "unknown", params, detail };
  }
}

/** What to do about a failed start, in a sentence or two for the terminal. */
export function embeddedFailureAdvice(failure: EmbeddedFailure): string {
  const folder = String(failure.params.path ?? "the data folder");
  switch (failure.code) {
    case "data-folder-not-writable":
      return `The database folder ${folder} cannot be written. Give your user write access to it, or set ALONGSIDE_DATA_DIR to a folder you own.`;
    case "data-folder-locked":
      return `Another database process is using ${folder} and does not answer. Stop it (or restart the machine), then start again.`;
    case "data-folder-not-ours":
      return `${folder} holds files that are not an Alongside database. Set ALONGSIDE_DATA_DIR to an empty or new folder.`;
    case "disk-full":
      return `There is not enough free disk space for ${folder}. Free some space (300 MB for a new database) and start again; nothing saved so far is lost.`;
    case "port-taken":
      return `Port ${failure.params.port ?? ""} for the database is in use. Stop the program that uses it, or do not set a database port so that a free one is chosen.`;
    case "version-mismatch":
      return `${folder} was made by PostgreSQL ${failure.params.found ?? "of another version"}, and this version of Alongside brings PostgreSQL ${failure.params.expected ?? ""}. Use the Alongside version that made it to export your data, or choose another folder with ALONGSIDE_DATA_DIR.`;
    case "binary-missing":
      return "The database program for this computer is not installed completely. Delete node_modules and start again, without options that leave out optional packages.";
    case "unsupported-platform":
      return `There is no embedded database for ${failure.params.platform ?? "this platform"}. Install PostgreSQL 16 or newer and set DATABASE_URL.`;
    case "cannot-leave-root":
      return `The database must not run as root, and no other user can reach ${folder}. Start as an ordinary user, or set ALONGSIDE_DATA_DIR to a folder such as /var/lib/alongside.`;
    case "unknown":
      return `The database in ${folder} did not start. Its last words were: ${failure.detail || "none"}`;
  }
}
