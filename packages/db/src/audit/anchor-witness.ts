import { readFileSync, renameSync, writeFileSync } from "node:fs";

/** The last anchor of a programme that this installation has made. */
export interface SeenAnchor {
  readonly number: number;
  /** In hexadecimal. */
  readonly root: string;
}

/**
 * What is remembered of anchors outside the database. Whoever owns the database can take away the newest anchors and write
 * the trail anew before them: the database alone would not show it, and the next anchor would be signed over it.
 */
export interface AnchorWitness {
  /** Null for a programme of which no anchor was made here yet. */
  readonly seen: (programmeId: string) => SeenAnchor | null;
  /** Remembers an anchor that is stored. */
  readonly remember: (programmeId: string, anchor: SeenAnchor) => void;
}

/** Name of the file in a data folder. Not that of a key: it is not kept with the keys, because it is about one database. */
export const WITNESS_FILE = "audit-anchors.seen.json";

/**
 * A witness that is kept in a file, each time written whole and put in place at once. A file that is not there remembers
 * nothing; one that cannot be read throws, so that nothing is signed without it.
 */
export function fileWitness(file: string): AnchorWitness {
  const read = (): Readonly<Record<string, SeenAnchor>> => {
    let text: string;
    try {
      text = readFileSync(file, "utf8");
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return {};
      throw error;
    }
    return remembered(JSON.parse(text));
  };
  return {
    seen: (programmeId) => read()[programmeId] ?? null,
    remember(programmeId, anchor) {
      const draft = `${file}.partial`;
      writeFileSync(draft, `${JSON.stringify({ ...read(), [programmeId]: anchor }, null, 1)}\n`, { mode: 0o600 });
      renameSync(draft, file);
    },
  };
}

function remembered(content: unknown): Readonly<Record<string, SeenAnchor>> {
  if (typeof content !== "object" || content === null) throw new Error("No file of remembered anchors.");
  return Object.fromEntries(
    Object.entries(content).map(([programmeId, anchor]: [string, Partial<SeenAnchor> | null]) => {
      const { number, root } = anchor ?? {};
      if (!Number.isSafeInteger(number) || typeof root !== "string") throw new Error("No file of remembered anchors.");
      return [programmeId, { number: Number(number), root }];
    }),
  );
}

/** Where nothing can be kept outside the database. */
export const NO_WITNESS: AnchorWitness = { seen: () => null, remember: () => undefined };
