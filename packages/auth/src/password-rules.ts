/** NIST SP 800-63B: length and a blocklist, no composition rules. */
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 256;

/** Stems that open most guessed passwords of this length; a password built on one is refused. */
const COMMON_STEMS = [
  "password",
  "passw0rd",
  "qwerty",
  "letmein",
  "welcome",
  "admin",
  "iloveyou",
  "123456",
  "abc123",
  "111111",
  "alongside",
];

export type PasswordProblem = "too-short" | "too-long" | "too-common" | "contains-email";

/** What is wrong with a chosen password, or null. Length counts characters, not bytes. */
export function passwordProblem(password: string, email: string): PasswordProblem | null {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD) return "too-short";
  if (length > LONGEST_PASSWORD) return "too-long";
  const plain = password.toLowerCase();
  const name = email.split("@")[0]?.toLowerCase() ?? "";
  if (name.length >= 4 && plain.includes(name)) return "contains-email";
  const rest = COMMON_STEMS.reduce((text, stem) => text.replaceAll(stem, ""), plain);
  const varied = new Set(rest).size;
  return varied < 5 ? "too-common" : null;
}
