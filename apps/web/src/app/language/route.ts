import { isLanguage } from "@/i18n/languages";
import { currentActor } from "@/server/actor";
import { cookieName } from "@/server/host-cookie";
import { LANGUAGE_COOKIE } from "@/server/preferences";
import { isSameOrigin, safePath } from "@/server/same-origin";
import { isSecure, seeOther } from "@/server/see-other";
import { serverApi } from "@/trpc/server";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Keeps a person's choice of language for a year and returns to where they were. A plain form post. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => new FormData());
  const language = form.get("language");
  const back = backTo(request);
  if (!isLanguage(language) || !isSameOrigin(request.headers)) return seeOther(back);
  // Kept with the person too, as far as somebody is signed in.
  if ((await currentActor()) !== null) await (await serverApi()).session.setLanguage({ language });
  const secure = isSecure(request);
  const name = cookieName(LANGUAGE_COOKIE, secure);
  return seeOther(back, [
    `${name}=${language}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax; HttpOnly${secure ? "; Secure" : ""}`,
  ]);
}

/** The path the form was on, as the browser states it. */
function backTo(request: Request): string {
  const referrer = request.headers.get("referer");
  if (!referrer || !URL.canParse(referrer)) return "/";
  const { pathname, search } = new URL(referrer);
  return safePath(pathname + search);
}
