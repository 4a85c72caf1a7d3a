import iconv from "iconv-lite";
import { byteOrderMark, type CsvEncoding, type DetectedEncoding, textBeforeFault, wholeCharacters } from "./encoding";
import { CsvRefusal } from "./refusal";
import { CSV_LIMITS } from "./rules";

export type ByteSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

export interface DecodedFile {
  readonly encoding: DetectedEncoding;
  /** Text in pieces; every piece has passed the checks on bytes and on the length of physical lines. */
  readonly text: AsyncGenerator<string, void, void>;
}

/** The most that is decoded at once, whatever the size of the chunks that arrive. */
const PIECE_BYTES = 65_536;

/**
 * Bytes to text. Strict: a byte that is not text in the encoding stops the reading with its position, because a letter
 * that was silently replaced in a cohort name would become another cohort. Memory: one piece of 64 kB.
 * Throws CsvRefusal (inside this folder only).
 */
export async function decodeFile(bytes: ByteSource, wanted: CsvEncoding): Promise<DecodedFile> {
  const pieces = cut(bytes);
  let head: Uint8Array = new Uint8Array(0);
  while (head.length < 3) {
    const next = await pieces.next();
    if (next.done === true) break;
    head = join(head, next.value);
  }
  const mark = byteOrderMark(head);
  // A mark says what the file is, whatever it was expected to be: a file that was taken from here is put right and sent back.
  const encoding = mark?.encoding ?? (wanted === "auto" ? "utf-8" : wanted);
  const skip = mark !== undefined && mark.encoding === encoding ? mark.bytes : 0;
  const all = resume(head.subarray(skip), pieces);
  const decoded =
    encoding === "windows-1252" || encoding === "gb18030" ? legacy(all, encoding) : unicode(all, encoding, skip);
  return { encoding, text: guardLines(decoded) };
}

async function* cut(bytes: ByteSource): AsyncGenerator<Uint8Array, void, void> {
  for await (const chunk of bytes) {
    for (let start = 0; start < chunk.length; start += PIECE_BYTES) yield chunk.subarray(start, start + PIECE_BYTES);
  }
}

async function* resume(
  head: Uint8Array,
  rest: AsyncGenerator<Uint8Array, void, void>,
): AsyncGenerator<Uint8Array, void, void> {
  try {
    if (head.length > 0) yield head;
    yield* rest;
  } finally {
    await rest.return();
  }
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

async function* unicode(
  pieces: AsyncIterable<Uint8Array>,
  encoding: "utf-8" | "utf-16le" | "utf-16be",
  offset: number,
): AsyncGenerator<string, void, void> {
  let held: Uint8Array = new Uint8Array(0);
  let position = offset;
  let line = 1;
  // The good text before a bad byte is passed on first, so that the earlier problem is the one that gets named.
  function* decode(bytes: Uint8Array): Generator<string, void, void> {
    try {
      const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
      line += newlines(text);
      if (text !== "") yield text;
    } catch (error) {
      const before = textBeforeFault(bytes, encoding);
      if (before === undefined) throw error;
      if (before.text !== "") yield before.text;
      throw new CsvRefusal("encoding", {
        params: { encoding, byte: position + before.bytes, line: line + newlines(before.text) },
      });
    }
  }
  for await (const piece of pieces) {
    const bytes = held.length === 0 ? piece : join(held, piece);
    const whole = wholeCharacters(bytes, encoding);
    yield* decode(bytes.subarray(0, whole));
    held = bytes.slice(whole);
    position += whole;
  }
  yield* decode(held);
}

async function* legacy(
  pieces: AsyncIterable<Uint8Array>,
  encoding: "windows-1252" | "gb18030",
): AsyncGenerator<string, void, void> {
  const decoder = iconv.getDecoder(encoding);
  let position = 0;
  let line = 1;
  // U+FFFD is what the decoder writes for bytes that mean nothing in the encoding.
  const check = (text: string): string => {
    const at = text.indexOf("\uFFFD");
    if (at >= 0) {
      const before = text.slice(0, at);
      throw new CsvRefusal("encoding", {
        params: { encoding, byte: position + iconv.encode(before, encoding).length, line: line + newlines(before) },
      });
    }
    line += newlines(text);
    return text;
  };
  for await (const piece of pieces) {
    const text = check(decoder.write(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)));
    position += piece.length;
    if (text !== "") yield text;
  }
  const last = check(decoder.end() ?? "");
  if (last !== "") yield last;
}

/** Number of line feeds. A file with bare carriage returns counts as one line here; its rows are still numbered right. */
function newlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

/** Refuses NUL characters and lines that never end, before the parser has to hold them. */
async function* guardLines(text: AsyncIterable<string>): AsyncGenerator<string, void, void> {
  let line = 1;
  let length = 0;
  for await (const piece of text) {
    const nul = piece.indexOf("\0");
    if (nul >= 0) throw new CsvRefusal("nul-byte", { params: { line: line + newlines(piece.slice(0, nul)) } });
    let start = 0;
    for (const match of piece.matchAll(/\r\n|\n|\r/g)) {
      length += match.index - start;
      if (length > CSV_LIMITS.lineCharacters) break;
      length = 0;
      start = match.index + match[0].length;
      if (match[0] !== "\r") line += 1;
    }
    length += length > CSV_LIMITS.lineCharacters ? 0 : piece.length - start;
    if (length > CSV_LIMITS.lineCharacters) {
      throw new CsvRefusal("line-too-long", { params: { line, limit: CSV_LIMITS.lineCharacters } });
    }
    yield piece;
  }
}
