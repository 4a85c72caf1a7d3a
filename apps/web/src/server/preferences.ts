import { cookies, headers } from "next/headers";
import { type Language, negotiateLanguage } from "@/i18n/languages";
import { cookieValue } from "./host-cookie";

export const LANGUAGE_COOKIE = "lang";
export const SCHEME_COOKIE = "theme";
export type ColourScheme = "light" | "dark" | "auto";

/** The language of this request: cookie, then Accept-Language. */
export async function requestLanguage(): Promise<Language> {
  const chosen = cookieValue(await cookies(), LANGUAGE_COOKIE);
  return negotiateLanguage(chosen, (await headers()).get("accept-language"));
}

/** Light, dark, or whatever the device says. */
export async function requestColourScheme(): Promise<ColourScheme> {
  const chosen = cookieValue(await cookies(), SCHEME_COOKIE);
  return chosen === "light" || chosen === "dark" ? chosen : "auto";
}

/** The nonce the proxy gave this page (see proxy.ts). */
export async function requestNonce(): Promise<string | undefined> {
  return (await headers()).get("x-nonce") ?? undefined;
}
