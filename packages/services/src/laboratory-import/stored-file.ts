import type { Tx } from "@alongside/db/client";
import type { StoredBytes } from "@alongside/interchange/formats/xlsx/zip";
import { PIECE_BYTES } from "./inputs";

/** An uploaded file, of which any part can be read; no more than two pieces are held. */
export function storedFile(db: Tx, importId: string, size: number): StoredBytes {
  let held: { readonly position: number; readonly content: Uint8Array } | null = null;
  async function piece(position: number): Promise<Uint8Array> {
    if (held?.position === position) return held.content;
    const found = await db.labImportPiece.findUnique({
      where: { labImportId_position: { labImportId: importId, position } },
      select: { content: true },
    });
    const content = found?.content ?? new Uint8Array(0);
    held = { position, content };
    return content;
  }
  return {
    size,
    read: async (offset, length) => {
      const end = Math.min(offset + length, size);
      const bytes = new Uint8Array(Math.max(0, end - offset));
      for (let at = offset; at < end; ) {
        const position = Math.floor(at / PIECE_BYTES);
        const from = at - position * PIECE_BYTES;
        const part = (await piece(position)).subarray(from, from + end - at);
        if (part.length === 0) return bytes.subarray(0, at - offset);
        bytes.set(part, at - offset);
        at += part.length;
      }
      return bytes;
    },
  };
}
