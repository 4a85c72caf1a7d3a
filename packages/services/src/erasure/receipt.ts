import type { ReceiptSigner } from "./receipt-signer";

/** What a receipt says. Nothing of it tells who the person was. */
export interface ReceiptFacts {
  readonly erasureId: string;
  readonly erasedAt: Date;
  readonly personHash: string;
  /** Rows removed, by table. */
  readonly removed: Readonly<Record<string, number>>;
  /** By when daily backups made before are gone; null where the installation makes none by itself. */
  readonly backupsGoneBy: Date | null;
}

const SIGNATURE_LINE = "Signature: ";

/** The text that is handed over, in both languages, with the signature as its last line. */
export function writeReceipt(facts: ReceiptFacts, signer: ReceiptSigner): { text: string; signature: string } {
  const { erasureId, erasedAt, personHash, removed, backupsGoneBy } = facts;
  const rows = Object.entries(removed).filter(([, count]) => count > 0);
  const total = rows.reduce((sum, [, count]) => sum + count, 0);
  const body = [
    "Receipt of erasure / 删除回执",
    `Number / 编号: ${erasureId}`,
    `Date / 日期: ${erasedAt.toISOString()}`,
    `Rows removed / 已删除的记录: ${total}`,
    ...rows.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([table, count]) => `  ${table}: ${count}`),
    ...backupLines(backupsGoneBy),
    `Person, SHA-256 / 个人标识的摘要: ${personHash}`,
    `Key / 密钥: ${signer.fingerprint}`,
    "",
  ].join("\n");
  const signature = signer.sign(body);
  return { text: `${body}${SIGNATURE_LINE}${signature}\n`, signature };
}

/** What whoever was erased has a right to know: the backups that were there already hold them still. */
function backupLines(goneBy: Date | null): readonly string[] {
  const until = "Backups made before hold the person until they are deleted / 此前的备份在删除之前仍含此人";
  if (goneBy === null) return [until];
  return [until, `  daily ones by / 每日备份最迟于: ${goneBy.toISOString().slice(0, 10)}`];
}

export type ReceiptCheck =
  | { readonly kind: "genuine"; readonly erasureId: string }
  /** The text is not what was signed, or the signature was made by another installation. */
  | { readonly kind: "not-genuine" }
  /** There is no signature in it, or no number. */
  | { readonly kind: "not-a-receipt" };

/** Whether a text is a receipt of this installation, letter by letter. Line ends and blanks at the end do not count. */
export function checkReceipt(text: string, signer: ReceiptSigner): ReceiptCheck {
  const clean = text.replaceAll("\r\n", "\n").trim();
  const at = clean.lastIndexOf(SIGNATURE_LINE);
  const erasureId = /^Number \/ 编号: ([0-9a-f-]{36})$/m.exec(clean)?.[1];
  if (at < 0 || erasureId === undefined) return { kind: "not-a-receipt" };
  const signature = clean.slice(at + SIGNATURE_LINE.length).trim();
  return signer.verify(clean.slice(0, at), signature) ? { kind: "genuine", erasureId } : { kind: "not-genuine" };
}
