import path from "node:path";
import { embeddedFailureAdvice } from "../src/embedded/embedded-failure";
import { LOCAL_DATA_FOLDER } from "../src/embedded/folder-place";
import { startEmbedded } from "../src/embedded/start-embedded";

export interface OpenedDatabase {
  /** As the owner of the schema. */
  readonly ownerUrl: string;
  readonly close: () => Promise<void>;
}

/** ALONGSIDE_DATA_DIR, relative to the checkout; default: .data in it. */
export function dataFolder(): string {
  return path.resolve(import.meta.dirname, "../../..", process.env.ALONGSIDE_DATA_DIR || LOCAL_DATA_FOLDER);
}

/** The database the application uses: DATABASE_URL, else the embedded one in ALONGSIDE_DATA_DIR (default: .data). */
export async function openDatabase(): Promise<OpenedDatabase> {
  if (process.env.DATABASE_URL) return { ownerUrl: process.env.DATABASE_URL, close: async () => {} };
  return openEmbedded(path.join(dataFolder(), "postgres"));
}

/** An embedded database in that folder. Ends the program with advice when it does not start. */
export async function openEmbedded(dataDir: string): Promise<OpenedDatabase> {
  const started = await startEmbedded({ dataDir, log: (message) => console.error(message) });
  if (!started.ok) {
    console.error(embeddedFailureAdvice(started.failure));
    process.exit(1);
  }
  return { ownerUrl: started.value.ownerUrl, close: started.value.stop };
}
