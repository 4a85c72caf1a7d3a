/** Everything that can keep the application from starting, each with what the explanation needs. */
export type BootFailure =
  | { readonly code: "port-invalid"; readonly given: string }
  | { readonly code: "port-not-allowed"; readonly port: number }
  | { readonly code: "ports-taken"; readonly first: number; readonly last: number }
  | { readonly code: "data-folder-not-chosen"; readonly suggestion: string }
  | {
      readonly code: "data-folder-in-program";
      readonly folder: string;
      readonly root: string;
      readonly production: boolean;
      readonly suggestion: string;
    }
  | { readonly code: "data-folder-unwritable"; readonly folder: string; readonly reason: string }
  | { readonly code: "database-did-not-start"; readonly advice: string }
  | { readonly code: "database-lost"; readonly place: string; readonly lastWords: string }
  | { readonly code: "data-folder-gone"; readonly place: string }
  | { readonly code: "no-embedded-database"; readonly system: string }
  | { readonly code: "database-url-invalid" }
  | { readonly code: "address-without-tls"; readonly host: string }
  | { readonly code: "listens-without-tls"; readonly host: string }
  | { readonly code: "database-without-tls"; readonly variable: string }
  | { readonly code: "secret-too-easy" }
  | { readonly code: "demo-in-production" }
  | { readonly code: "proxy-is-anybody" }
  | { readonly code: "database-unreachable"; readonly host: string; readonly reason: string }
  | { readonly code: "database-role-missing"; readonly host: string; readonly reason: string }
  | { readonly code: "migration-failed"; readonly migration: string; readonly reason: string }
  | { readonly code: "restore-unfinished" }
  | { readonly code: "backup-setting-wrong"; readonly variable: string; readonly problem: string }
  | { readonly code: "demo-failed"; readonly reason: string }
  | { readonly code: "secret-unusable"; readonly file: string }
  | { readonly code: "vault-keys-missing"; readonly file: string }
  | { readonly code: "vault-keys-unusable"; readonly file: string; readonly reason: string }
  | { readonly code: "build-failed"; readonly log: string; readonly tail: string }
  | { readonly code: "web-ended"; readonly tail: string }
  | { readonly code: "no-browser"; readonly reason: string; readonly command: string };

/** Thrown inside the bootstrap only; `main` catches it and prints `explain(failure)`. */
export class BootError extends Error {
  constructor(readonly failure: BootFailure) {
    super(failure.code);
  }
}

interface Explanation {
  readonly happened: string;
  readonly kept: string;
  readonly todo: string;
}

const NOTHING_CHANGED = "Nothing was changed.";
const DATA_SAFE = "Everything saved so far is still there.";

/** What happened, what was kept and what to do, for a person who has never seen the program's insides. */
export function explain(failure: BootFailure): Explanation {
  switch (failure.code) {
    case "port-invalid":
      return {
        happened: `PORT is "${failure.given}", which is not a port number.`,
        kept: NOTHING_CHANGED,
        todo: "Set PORT to a number from 1 to 65535, or leave it unset for 3000.",
      };
    case "port-not-allowed":
      return {
        happened: `This user may not open port ${failure.port}.`,
        kept: NOTHING_CHANGED,
        todo: "Choose a port above 1023, for example `PORT=3000 npm start`.",
      };
    case "ports-taken":
      return {
        happened: `Every port from ${failure.first} to ${failure.last} is in use.`,
        kept: NOTHING_CHANGED,
        todo: "Stop a program that uses one of them, or choose another, for example `PORT=8080 npm start`.",
      };
    case "data-folder-not-chosen":
      return {
        happened:
          "In production the data must not land inside the program's own folder by accident, and no folder was chosen.",
        kept: NOTHING_CHANGED,
        todo: `Set ALONGSIDE_DATA_DIR, for example \`ALONGSIDE_DATA_DIR=${failure.suggestion} npm start\`,\nor set DATABASE_URL and BETTER_AUTH_SECRET to use a PostgreSQL server.`,
      };
    case "data-folder-in-program":
      return {
        happened: `The data folder ${failure.folder} is inside the program's own folder (${failure.root}).\n${
          failure.production
            ? "In production data is not kept there: it would be lost when the program is replaced."
            : "`git add` there would publish records and the secret that signs sessions; only `.data` is kept out of it."
        }`,
        kept: NOTHING_CHANGED,
        todo: `Set ALONGSIDE_DATA_DIR to a folder elsewhere, for example \`ALONGSIDE_DATA_DIR=${failure.suggestion} npm start\`${
          failure.production ? "." : ",\nor leave it unset to use `.data`."
        }\nIf the folder holds data already, stop the program and move the folder there first.`,
      };
    case "data-folder-unwritable":
      return {
        happened: `The data folder ${failure.folder} cannot be used (${failure.reason}).`,
        kept: DATA_SAFE,
        todo: "Give this user write access to the folder, or set ALONGSIDE_DATA_DIR to a folder of its own.",
      };
    case "database-did-not-start":
      return { happened: "The database did not start.", kept: DATA_SAFE, todo: failure.advice };
    case "database-lost":
      return {
        happened: `The database ended unexpectedly and could not be kept running. ${failure.lastWords}\nEverything is being stopped.`,
        kept: "Everything that was acknowledged as saved is in the data folder; what was not is still on the device it was typed on.",
        todo: `Most often the machine ran out of memory: stop other programs or give it more. ${failure.place}/server.log has the\ndatabase's own words. Then run the command again; it recovers by itself.`,
      };
    case "data-folder-gone":
      return {
        happened: `The data folder ${failure.place} is no longer there, and the database with it. Everything is being stopped.`,
        kept: "No new folder was made in its place.",
        todo: "Bring the folder back (a disk that was unmounted, a folder that was renamed, a backup), then run the command again.",
      };
    case "no-embedded-database":
      return {
        happened: `The database that comes with the program does not run on ${failure.system}.`,
        kept: NOTHING_CHANGED,
        todo: "Use a PostgreSQL server: set DATABASE_URL=postgresql://user:password@host:5432/database",
      };
    case "database-url-invalid":
      return {
        happened: "DATABASE_URL is not a PostgreSQL address.",
        kept: NOTHING_CHANGED,
        todo: "Write it as postgresql://user:password@host:5432/database, or unset it to use the built-in database.",
      };
    case "address-without-tls":
      return {
        happened: `BETTER_AUTH_URL says that people reach ${failure.host} without TLS: whoever is on the way would read and change everything.`,
        kept: NOTHING_CHANGED,
        todo: "Put a web server with TLS in front (nginx, Caddy) and set BETTER_AUTH_URL to its https address. docs/operations.md says how.",
      };
    case "listens-without-tls":
      return {
        happened: `ALONGSIDE_HOST lets other machines in (${failure.host}), and no https address is set: what they send would travel in clear.`,
        kept: NOTHING_CHANGED,
        todo: "Put a web server with TLS in front (nginx, Caddy) and set BETTER_AUTH_URL to its https address, or leave ALONGSIDE_HOST unset.",
      };
    case "secret-too-easy":
      return {
        happened:
          "BETTER_AUTH_SECRET is shorter than 32 characters, or made of very few: sessions signed with it could be forged.",
        kept: NOTHING_CHANGED,
        todo: "Make one with `openssl rand -base64 32`, or leave it unset: then one is made and kept in the data folder.",
      };
    case "demo-in-production":
      return {
        happened: "ALONGSIDE_DEMO=1 would load people with public passwords beside real data.",
        kept: NOTHING_CHANGED,
        todo: "Leave ALONGSIDE_DEMO unset in production. To show the demonstration, start without ALONGSIDE_PRODUCTION in a folder of its own.",
      };
    case "proxy-is-anybody":
      return {
        happened:
          "ALONGSIDE_TRUSTED_PROXY names every address there is: everybody could say where they come from, and no limit would hold.",
        kept: NOTHING_CHANGED,
        todo: "Name the proxy in front of this server, for example `ALONGSIDE_TRUSTED_PROXY=127.0.0.1`.",
      };
    case "database-without-tls":
      return {
        happened: `${failure.variable} names a database on another machine, and the connection would not be encrypted, or its certificate not checked.`,
        kept: NOTHING_CHANGED,
        todo: "Add ?sslmode=verify-full to it. If the line between the two machines is yours alone, say so with ?sslmode=disable.",
      };
    case "database-unreachable":
      return {
        happened: `The database server at ${failure.host} could not be used: ${failure.reason}.`,
        kept: NOTHING_CHANGED,
        todo: "Check the address, the password and that the server runs and accepts this machine; DATABASE_URL names it.",
      };
    case "database-role-missing":
      return {
        happened: `The database server at ${failure.host} would let the application do anything, the audit trail included,\nbecause ${failure.reason}.`,
        kept: "The tables were brought up to date; nothing else was changed.",
        todo: "Let the role of DATABASE_URL make roles (`ALTER ROLE … CREATEROLE`, as the server's administrator), or make roles yourself and\nname them in ALONGSIDE_APP_DATABASE_URL and VAULT_DATABASE_URL. docs/operations.md has both, to be typed as it stands.",
      };
    case "migration-failed":
      return {
        happened: `The database could not be brought up to date (${failure.migration}): ${failure.reason}`,
        kept: "The change was undone as a whole; the data is as it was before.",
        todo: "Start the version of the program you used before, and report this message.",
      };
    case "restore-unfinished":
      return {
        happened: "This database is what an interrupted restore of a backup left behind. Parts of it may be missing.",
        kept: "The backup file is unharmed.",
        todo: "Restore again: `npx pnpm restore FILE --again` empties this database first. docs/operations.md says more.",
      };
    case "backup-setting-wrong":
      return {
        happened: `Backups cannot be made as the settings say. ${failure.variable}: ${failure.problem}.`,
        kept: NOTHING_CHANGED,
        todo: "Correct the setting, or unset ALONGSIDE_BACKUP_DIR to start without daily backups.",
      };
    case "demo-failed":
      return {
        happened: `The demonstration programme could not be loaded: ${failure.reason}`,
        kept: "The database holds nothing else yet.",
        todo: "Run the command again. To start without it, set ALONGSIDE_DEMO=0.",
      };
    case "secret-unusable":
      return {
        happened: `The file ${failure.file}, which signs people's sessions, cannot be read or is damaged.`,
        kept: DATA_SAFE,
        todo: "Make it readable for this user, or delete it: a new one is made, and everybody signs in again.",
      };
    case "vault-keys-missing":
      return {
        happened: `The file ${failure.file}, which holds the keys of contact details, is not there, and the database holds what only these keys open.`,
        kept: "No new keys were made. Everything saved so far is still there, sealed.",
        todo: "Put the saved keys back: `npx pnpm restore keys FILE`. If no copy is left, `npx pnpm vault:rotate-key --start-over` makes new ones:\nwhat was sealed with the old ones never opens again, and has to be deleted and asked for anew.",
      };
    case "vault-keys-unusable":
      return {
        happened: `The file ${failure.file}, which holds the keys of contact details, cannot be used: ${failure.reason}.`,
        kept: DATA_SAFE,
        todo: "Make it readable for this user, or put back the copy you keep of it. With other keys, contact details that are stored can never be opened again.",
      };
    case "build-failed":
      return {
        happened: `${failure.tail}\n\nThe program could not be built; the end of the log is above.`,
        kept: DATA_SAFE,
        todo: `The whole log is in ${failure.log}. After an update, run the command again; if you changed the source, mend it first.`,
      };
    case "web-ended":
      return {
        happened: `${failure.tail}\n\nThe web server ended by itself; its last words are above.`,
        kept: DATA_SAFE,
        todo: "Run the command again. If it happens again, report these lines.",
      };
    case "no-browser":
      return {
        happened: `The journeys need the Chromium browser, and it could not be found (${failure.reason}).`,
        kept: NOTHING_CHANGED,
        todo: `Install it with \`${failure.command}\`, or set ALONGSIDE_CHROMIUM to its path.`,
      };
  }
}

/** The explanation as printed: three paragraphs of plain text. */
export function explanationText(failure: BootFailure): string {
  const { happened, kept, todo } = explain(failure);
  return `\n${happened}\n${kept}\n${todo}\n`;
}
