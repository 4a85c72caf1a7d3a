import path from "node:path";
import { embeddedFailureAdvice } from "@alongside/db/embedded/embedded-failure";
import { LOCAL_DATA_FOLDER, mayHoldData } from "@alongside/db/embedded/folder-place";
import { startEmbedded } from "@alongside/db/embedded/start-embedded";

/** DATABASE_URL, else the embedded database in ALONGSIDE_DATA_DIR (default: .data), running or not. */
export async function openOwnerDatabase(): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, close: async () => {} };
  const root = path.resolve(import.meta.dirname, "../../..");
  const folder = path.resolve(root, process.env.ALONGSIDE_DATA_DIR || LOCAL_DATA_FOLDER);
  const production = process.env.NODE_ENV === "production" || process.env.ALONGSIDE_PRODUCTION === "1";
  if (!mayHoldData(root, folder, production)) {
    throw new Error(`${folder} is inside the program's own folder. Set ALONGSIDE_DATA_DIR to a folder elsewhere.`);
  }
  const started = await startEmbedded({ dataDir: path.join(folder, "postgres"), log: (line) => console.error(line) });
  if (!started.ok) throw new Error(embeddedFailureAdvice(started.failure));
  return { url: started.value.ownerUrl, close: started.value.stop };
}
