import path from "node:path";
import { newAnchorKey, readAnchorKey } from "@alongside/db/audit/anchor-key";
import { keepInFile } from "./kept-file";

/** The key that signs the anchors of audit trails, as PEM, kept in `<folder>/audit-key.pem`. Throws `secret-unusable`. */
export function keepAuditKey(folder: string): string {
  return keepInFile(path.join(folder, "audit-key.pem"), newAnchorKey, isAnchorKey);
}

function isAnchorKey(pem: string): boolean {
  try {
    return readAnchorKey(pem).id.length > 0;
  } catch {
    return false;
  }
}
