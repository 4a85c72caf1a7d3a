import type { Tx } from "@alongside/db/client";

/** Bytes in one stored piece: small enough to hold several in memory, large enough to be few. */
const PIECE_BYTES = 262_144;

export interface StoredFile {
  readonly bytes: number;
  /** True when the source had more than was allowed; what was stored of it is then to be discarded. */
  readonly tooLarge: boolean;
}

/** Stores a file piece by piece as it arrives, never holding more than one piece. */
export async function storePieces(
  db: Tx,
  { programmeId, studyImportId }: { readonly programmeId: string; readonly studyImportId: string },
  source: AsyncIterable<Uint8Array>,
  maximumBytes: number,
  onPiece: (piece: Uint8Array) => void,
): Promise<StoredFile> {
  let held = Buffer.alloc(0);
  let position = 0;
  let bytes = 0;
  const store = async (piece: Uint8Array<ArrayBuffer>): Promise<void> => {
    onPiece(piece);
    await db.studyImportPiece.createMany({ data: [{ programmeId, studyImportId, position, content: piece }] });
    position += 1;
  };
  for await (const chunk of source) {
    bytes += chunk.length;
    if (bytes > maximumBytes) return { bytes, tooLarge: true };
    held = Buffer.concat([held, chunk]);
    while (held.length >= PIECE_BYTES) {
      await store(new Uint8Array(held.subarray(0, PIECE_BYTES)));
      held = held.subarray(PIECE_BYTES);
    }
  }
  if (held.length > 0) await store(new Uint8Array(held));
  return { bytes, tooLarge: false };
}

/** The stored file, one piece at a time. */
export async function* readPieces(db: Tx, studyImportId: string): AsyncGenerator<Uint8Array, void, void> {
  for (let position = 0; ; position += 1) {
    const piece = await db.studyImportPiece.findUnique({
      where: { studyImportId_position: { studyImportId, position } },
      select: { content: true },
    });
    if (piece === null) return;
    yield piece.content;
  }
}
