/** How the bytes of a file may be read. "auto" trusts a byte order mark and otherwise insists on valid UTF-8. */
export const CSV_ENCODINGS = ["auto", "utf-8", "utf-16le", "utf-16be", "windows-1252", "gb18030"] as const;
export type CsvEncoding = (typeof CSV_ENCODINGS)[number];
export type DetectedEncoding = Exclude<CsvEncoding, "auto">;

export interface ByteOrderMark {
  readonly encoding: DetectedEncoding;
  readonly bytes: number;
}

/** The byte order mark at the head of a file, if it has one. Needs the first three bytes (or all there are). */
export function byteOrderMark(head: Uint8Array): ByteOrderMark | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: "utf-8", bytes: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: "utf-16le", bytes: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: "utf-16be", bytes: 2 };
  return undefined;
}

/**
 * Where a piece may be cut so that no character is split: everything before the result is whole characters.
 * Legacy encodings keep their own state, so they are never cut here.
 */
export function wholeCharacters(bytes: Uint8Array, encoding: "utf-8" | "utf-16le" | "utf-16be"): number {
  if (encoding === "utf-8") {
    // The last lead byte or ASCII byte within the longest sequence; what follows may still be incomplete.
    for (let back = 1; back <= 4 && back <= bytes.length; back += 1) {
      const byte = bytes[bytes.length - back] ?? 0;
      if (byte < 0x80) return bytes.length - back + 1;
      if (byte >= 0xc0) return bytes.length - back;
    }
    return bytes.length;
  }
  const even = bytes.length - (bytes.length % 2);
  const high = bytes[encoding === "utf-16le" ? even - 1 : even - 2] ?? 0;
  return even >= 2 && high >= 0xd8 && high <= 0xdb ? even - 2 : even;
}

/**
 * The text up to the first byte that is not text, when `bytes` as a whole do not decode; undefined when they do.
 * Decoding a beginning of `bytes` fails for every length from the bad byte on, so halving finds it.
 */
export function textBeforeFault(
  bytes: Uint8Array,
  encoding: "utf-8" | "utf-16le" | "utf-16be",
): { readonly text: string; readonly bytes: number } | undefined {
  const beginning = (length: number, complete: boolean): string | undefined => {
    try {
      const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
      return decoder.decode(bytes.subarray(0, length), { stream: !complete });
    } catch {
      return undefined;
    }
  };
  if (beginning(bytes.length, true) !== undefined) return undefined;
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (beginning(middle, false) === undefined) bad = middle;
    else good = middle;
  }
  const text = beginning(good, false) ?? "";
  return { text, bytes: encoding === "utf-8" ? new TextEncoder().encode(text).length : text.length * 2 };
}
