import { createHash, createPrivateKey, createPublicKey, hkdfSync, sign, verify } from "node:crypto";

/** Signs receipts with a key that is not in the database. */
export interface ReceiptSigner {
  /** Names the key: SHA-256 of the public one. */
  readonly fingerprint: string;
  /** The public key, base64 of its SubjectPublicKeyInfo, so that anybody can check a receipt with other programs. */
  readonly publicKey: string;
  readonly sign: (text: string) => string;
  readonly verify: (text: string, signature: string) => boolean;
}

const PURPOSE = "alongside erasure receipts 1";
/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const PKCS8_HEAD = Buffer.from("302e020100300506032b657004220420", "hex");

/**
 * The signer of an installation. Its key is made from the installation's secret (HKDF, RFC 5869), so that it is kept, backed
 * up and outside the database as the secret is; another secret gives another key.
 */
export function receiptSigner(secret: string): ReceiptSigner {
  const seed = Buffer.from(hkdfSync("sha256", secret, "", PURPOSE, 32));
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: "der", type: "pkcs8" });
  const publicKey = createPublicKey(privateKey);
  const spki = publicKey.export({ format: "der", type: "spki" });
  return {
    fingerprint: createHash("sha256").update(spki).digest("hex").slice(0, 32),
    publicKey: spki.toString("base64"),
    sign: (text) => sign(null, Buffer.from(text, "utf8"), privateKey).toString("base64"),
    verify: (text, signature) => verify(null, Buffer.from(text, "utf8"), publicKey, Buffer.from(signature, "base64")),
  };
}
