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
  /** Keys that were replaced by this one or before it, newest first. */
  readonly earlier: readonly EarlierKey[];
}

/** A key that signs no more. */
export interface EarlierKey {
  readonly publicPem: string;
  /** The last day (YYYY-MM-DD, UTC) whose anchors it may have signed. */
  readonly until: string;
}

const PRIVATE = /-----BEGIN PRIVATE KEY-----[\s\S]+?-----END PRIVATE KEY-----/;
const EARLIER = /^Until (\d{4}-\d{2}-\d{2}):\s+(-----BEGIN PUBLIC KEY-----[\s\S]+?-----END PUBLIC KEY-----)/gm;

/** A new key, as PEM (PKCS #8) to be kept where only the server's account can read it. */
export function newAnchorKey(): string {
  return generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}

/** Reads a key. Throws when the text is no Ed25519 private key; the error does not repeat the text. */
export function readAnchorKey(pem: string): AnchorKey {
  const key = parse(PRIVATE.exec(pem)?.[0] ?? "");
  const publicPart = createPublicKey(key);
  return {
    id: keyId(publicPart),
    sign: (message) => sign(null, message, key),
    publicPem: publicPart.export({ type: "spki", format: "pem" }).toString(),
    earlier: [...pem.matchAll(EARLIER)].map(([, until = "", publicPem = ""]) => ({
      until,
      publicPem: `${publicPem}\n`,
    })),
  };
}

/**
 * A new key in place of one, as the text to be kept: the private part of the old one is not in it any more, its public part
 * stays, for the anchors it has signed.
 * @param until the last day (YYYY-MM-DD, UTC) whose anchors the old key may have signed
 */
export function replacedAnchorKey(pem: string, until: string): string {
  const { publicPem, earlier } = readAnchorKey(pem);
  const kept = [{ publicPem, until }, ...earlier].map((one) => `Until ${one.until}:\n${one.publicPem}`);
  return [newAnchorKey(), ...kept].join("");
}

/** Whether an anchor of that day was signed by the key, or by one that was replaced since. */
export function isSignedFor(
  key: Pick<AnchorKey, "publicPem" | "earlier">,
  day: string,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  const able = [key.publicPem, ...key.earlier.filter(({ until }) => day <= until).map(({ publicPem }) => publicPem)];
  return able.some((publicPem) => isSignedBy(publicPem, message, signature));
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
