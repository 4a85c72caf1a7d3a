// `pnpm erasure:verify FILE`: whether a receipt of erasure is genuine. Needs no database: the key comes from the
// installation's secret (BETTER_AUTH_SECRET, else `secret` in the data folder).
import { readFileSync } from "node:fs";
import path from "node:path";
import { LOCAL_DATA_FOLDER } from "@alongside/db/embedded/folder-place";
import { checkReceipt } from "../src/erasure/receipt";
import { receiptSigner } from "../src/erasure/receipt-signer";

const WORDS = {
  genuine: "Genuine: signed by this installation, letter by letter.",
  "not-genuine": "Not genuine: the text was changed, or another installation or another secret signed it.",
  "not-a-receipt": "This is not a receipt: it has no number or no signature.",
} as const;

function secret(): string {
  if (process.env.BETTER_AUTH_SECRET) return process.env.BETTER_AUTH_SECRET;
  const root = path.resolve(import.meta.dirname, "../../..");
  const folder = path.resolve(root, process.env.ALONGSIDE_DATA_DIR || LOCAL_DATA_FOLDER);
  return readFileSync(path.join(folder, "secret"), "utf8").trim();
}

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error("usage: pnpm erasure:verify FILE");
  process.exit(2);
}
const signer = receiptSigner(secret());
const { kind } = checkReceipt(readFileSync(file, "utf8"), signer);
console.log(`${WORDS[kind]} Key ${signer.fingerprint}`);
process.exitCode = kind === "genuine" ? 0 : 1;
