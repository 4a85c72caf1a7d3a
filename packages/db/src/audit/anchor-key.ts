import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";

/** A key pair that signs anchors (Ed25519, RFC 8032). It is kept outside the database. */
export interface AnchorKey {
  /** SHA-256 of the public key, as 64 hexadecimal digits: how a printed anchor names it. */
  readonly id: string;
  readonly sign: (message: Uint8Array) => Buffer;
  /** The public part, as PEM. */
  readonly publicPem: string;
}

/** A new key, as PEM (PKCS #8) to be kept where only the server's account can read it. */
export function newAnchorKey(): string {
  return generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}

/** Reads a key. Throws when the text is no Ed25519 private key; the error does not repeat the text. */
export function readAnchorKey(pem: string): AnchorKey {
  const key = parse(pem);
  const publicPart = createPublicKey(key);
  return {
    id: keyId(publicPart),
    sign: (message) => sign(null, message, key),
    publicPem: publicPart.export({ type: "spki", format: "pem" }).toString(),
  };
}

function parse(pem: string): KeyObject {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === "ed25519") return key;
  } catch {
    // Said below, without what was given.
  }
  throw new Error("This is no Ed25519 private key in PEM.");
}

function keyId(publicPart: KeyObject): string {
  return createHash("sha256")
    .update(publicPart.export({ type: "spki", format: "der" }))
    .digest("hex");
}

/** Whether a signature was made by the key of this public part. */
export function isSignedBy(publicPem: string, message: Uint8Array, signature: Uint8Array): boolean {
  const key = createPublicKey(publicPem);
  return key.asymmetricKeyType === "ed25519" && verify(null, message, key, signature);
}
