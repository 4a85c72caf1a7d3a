import { cookieName } from "@/server/host-cookie";

/**
 * Set by the script of the quick way out, since the server may not hear of it: until the server has ended the session, it
 * answers this browser as if there were none.
 */
const LEFT = "left";
const NAMES = [cookieName(LEFT, false), cookieName(LEFT, true)];

/** Was this browser left in a hurry, and the session it names not ended yet? @param cookieHeader of a request */
export function wasLeft(cookieHeader: string | null): boolean {
  return (cookieHeader ?? "").split(";").some((one) => {
    const [name = "", value = ""] = one.split("=");
    return NAMES.includes(name.trim()) && value.trim() !== "";
  });
}

/** Lines for `Set-Cookie`, when the session has ended or somebody signs in. */
export function forgetLeft(): readonly string[] {
  return NAMES.map((name) => `${name}=; Path=/; Max-Age=0; SameSite=Lax${name === LEFT ? "" : "; Secure"}`);
}
