import { isLanguage } from "@/i18n/languages";
import { LANGUAGE_COOKIE } from "@/server/preferences";
import { isSameOrigin, safePath } from "@/server/same-origin";
import { isSecure, seeOther } from "@/server/see-other";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Keeps a person's choice of language for a year and returns to where they were. A plain form post. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => new FormData());
  const language = form.get("language");
  const back = backTo(request);
  if (!isLanguage(language) || !isSameOrigin(request.headers)) return seeOther(back);
  const secure = isSecure(request) ? "; Secure" : "";
  return seeOther(back, [
    `${LANGUAGE_COOKIE}=${language}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax; HttpOnly${secure}`,
  ]);
}

/** The path the form was on, as the browser states it. */
function backTo(request: Request): string {
  const referrer = request.headers.get("referer");
  if (!referrer || !URL.canParse(referrer)) return "/";
  const { pathname, search } = new URL(referrer);
  return safePath(pathname + search);
}
