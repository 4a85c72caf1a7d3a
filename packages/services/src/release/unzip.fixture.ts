import { inflateRawSync } from "node:zlib";

/** The texts inside a ZIP file that was given as base64, by name. Reads what this program writes: no more of the format. */
export function filesOf(base64: string): Readonly<Record<string, string>> {
  const bytes = Buffer.from(base64, "base64");
  const files: Record<string, string> = {};
  const end = bytes.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, nameLength] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)];
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(from, from + packed);
    files[name] = (bytes.readUInt16LE(at + 10) === 0 ? content : inflateRawSync(content)).toString("utf8");
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return files;
}
