import { existsSync, readFileSync } from "node:fs";
import { type Retention, readRetention } from "./read-retention";
import { isRecipient, type Seal } from "./seal";

/** Shorter ones are guessed by machines that try them on a stolen file. */
export const SHORTEST_PASSPHRASE = 12;

/** What the environment says about backups. */
export interface BackupSettings {
  /** ALONGSIDE_BACKUP_DIR: where backups are put, and that they are made every day. */
  readonly folder: string | undefined;
  /** Undefined when nothing was chosen to close them with. */
  readonly seal: Seal | undefined;
  /** Minutes after midnight, in the zone of the machine. */
  readonly atMinute: number;
  readonly keep: Retention;
}

export type ReadSettings =
  | { readonly ok: true; readonly settings: BackupSettings }
  /** Which variable, and what is wrong with it. Never its value, which may be a passphrase. */
  | { readonly ok: false; readonly variable: string; readonly problem: string };

type Environment = Readonly<Record<string, string | undefined>>;
const DEFAULT_TIME = "02:30";

const wrong = (variable: string, problem: string) => ({ ok: false, variable, problem }) as const;

/** The passphrase's rule, as a sentence for whoever chose it; undefined when it is long enough. */
export function passphraseProblem(passphrase: string): string | undefined {
  if (passphrase.length >= SHORTEST_PASSPHRASE) return undefined;
  return `it needs at least ${SHORTEST_PASSPHRASE} characters; four or five random words are easy to keep`;
}

type ReadSeal = { readonly ok: true; readonly seal: Seal | undefined } | ReturnType<typeof wrong>;

function readSeal(env: Environment): ReadSeal {
  const names = [
    "ALONGSIDE_BACKUP_RECIPIENT",
    "ALONGSIDE_BACKUP_PASSPHRASE",
    "ALONGSIDE_BACKUP_PASSPHRASE_FILE",
  ] as const;
  const [recipient, passphrase, file] = names.map((name) => env[name]?.trim() || undefined);
  const given = names.filter((name) => env[name]?.trim());
  if (given.length > 1) return wrong(given.slice(0, 2).join(" and "), "both are set; only one of them can count");
  if (recipient !== undefined) {
    if (!isRecipient(recipient)) return wrong(names[0], "it is not a public key of age, which begins with age1");
    return { ok: true, seal: { kind: "recipient", recipient } };
  }
  if (file !== undefined && !existsSync(file)) return wrong(names[2], "there is no such file");
  const words = passphrase ?? (file === undefined ? undefined : readFileSync(file, "utf8").trim());
  if (words === undefined) return { ok: true, seal: undefined };
  const problem = passphraseProblem(words);
  if (problem !== undefined) return wrong(file === undefined ? names[1] : names[2], problem);
  return { ok: true, seal: { kind: "passphrase", passphrase: words } };
}

/** Reads how backups are to be made. A folder for daily backups needs something to close them with. */
export function readBackupSettings(env: Environment): ReadSettings {
  const folder = env.ALONGSIDE_BACKUP_DIR?.trim() || undefined;
  const time = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(env.ALONGSIDE_BACKUP_TIME?.trim() || DEFAULT_TIME);
  if (time === null) return wrong("ALONGSIDE_BACKUP_TIME", "it is not a time of day such as 02:30");
  const keep = readRetention(env.ALONGSIDE_BACKUP_KEEP);
  if (keep === null) {
    return wrong("ALONGSIDE_BACKUP_KEEP", "it is not three numbers such as 7,4,12: days, weeks and months");
  }
  const read = readSeal(env);
  if (!read.ok) return read;
  if (folder !== undefined && read.seal === undefined) {
    return wrong(
      "ALONGSIDE_BACKUP_DIR",
      "backups are encrypted, and nothing says with what: set ALONGSIDE_BACKUP_RECIPIENT or ALONGSIDE_BACKUP_PASSPHRASE_FILE",
    );
  }
  return { ok: true, settings: { folder, seal: read.seal, atMinute: 60 * Number(time[1]) + Number(time[2]), keep } };
}
