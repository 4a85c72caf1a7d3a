import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** What is typed to find somebody, as it stands in an address: addresses stay in histories and in logs of networks. */
export interface TextSeal {
  /** Something that says nothing, not even how long the text is, and never the same twice. */
  readonly seal: (text: string) => string;
  /** The text again. What somebody typed into the address themselves is taken as it is; what is broken is nothing. */
  readonly open: (sealed: string) => string;
}

/** No code begins with it, and no address needs it written otherwise. */
const MARK = "~";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** All that the fields take, in the longest writing. */
const PADDED_BYTES = 160;

/** @param secret of the installation, so that all its servers read what one of them wrote */
export function createTextSeal(secret: string): TextSeal {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "what is looked for, in addresses", 32));
  return {
    seal(text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", key, nonce);
      const plain = Buffer.alloc(PADDED_BYTES);
      plain.write(text, "utf8");
      const sealed = Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
      return `${MARK}${sealed.toString("base64url")}`;
    },
    open(text) {
      if (!text.startsWith(MARK)) return text;
      const sealed = Buffer.from(text.slice(MARK.length), "base64url");
      if (sealed.length !== NONCE_BYTES + PADDED_BYTES + TAG_BYTES) return "";
      try {
        const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, NONCE_BYTES), {
          authTagLength: TAG_BYTES,
        });
        decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
        const plain = Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
        return plain.toString("utf8").replace(/\0+$/, "");
      } catch {
        return "";
      }
    },
  };
}
