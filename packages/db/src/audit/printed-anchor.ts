import { type AnchorKey, isSignedBy, isSignedFor } from "./anchor-key";
import { type AnchorStatement, anchorMessage } from "./anchor-root";

interface StoredAnchor extends Omit<AnchorStatement, "day"> {
  readonly day: Date;
  readonly signature: Uint8Array;
}

/** An anchor as it stands on paper or in a file kept elsewhere. */
export interface PrintedAnchor {
  readonly programmeId: string;
  readonly number: number;
  /** Whether the stored one says the same, letter by letter. */
  readonly isOf: (stored: StoredAnchor) => boolean;
  readonly isSignedBy: (publicPem: string) => boolean;
  /** By the key, or by one that it replaced and that signed the anchors of that day. */
  readonly isSignedFor: (key: Pick<AnchorKey, "publicPem" | "earlier">) => boolean;
}

/** The text of an anchor to be printed: what was signed, line by line, and the signature (base64) on the last. */
export function printAnchor(stored: StoredAnchor): string {
  const message = anchorMessage({ ...stored, day: stored.day.toISOString().slice(0, 10) }).toString("utf8");
  return `${message}${Buffer.from(stored.signature).toString("base64")}\n`;
}

/** Reads what `printAnchor` wrote; null for anything else. */
export function readPrintedAnchor(text: string): PrintedAnchor | null {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const [title, programmeId = "", number = "", day = ""] = lines;
  const signature = lines.at(-1) ?? "";
  if (title !== "audit anchor 1" || lines.length !== 8 || !/^\d+$/.test(number)) return null;
  const message = Buffer.from(`${lines.slice(0, -1).join("\n")}\n`, "utf8");
  const normalised = `${lines.join("\n")}\n`;
  return {
    programmeId,
    number: Number(number),
    isOf: (stored) => printAnchor(stored) === normalised,
    isSignedBy: (publicPem) => isSignedBy(publicPem, message, Buffer.from(signature, "base64")),
    isSignedFor: (key) => isSignedFor(key, day, message, Buffer.from(signature, "base64")),
  };
}
