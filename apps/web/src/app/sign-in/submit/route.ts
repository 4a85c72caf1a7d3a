import { CLIENT_ADDRESS_HEADER } from "@alongside/auth/client-address";
import { deviceCookie, readDevice } from "@alongside/auth/cookie";
import { endReplacedSession } from "@alongside/auth/sessions";
import { readWayIn, WAY_IN_HEADER } from "@alongside/auth/way-in";
import { env } from "@/env";
import { forgetLeft } from "@/features/quick-exit/left-cookie";
import { actorOf } from "@/server/actor";
import { runtime } from "@/server/runtime";
import { isSameOrigin, safePath } from "@/server/same-origin";
import { seeOther } from "@/server/see-other";

/** Signs in from a plain form, so that the page needs no script. Answers with a redirect, also when it fails. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => new FormData());
  const next = safePath(form.get("next"), "/");
  const wayIn = readWayIn(form.get("way"));
  const again = (problem: string, seconds?: string | null) => {
    const query = new URLSearchParams({ problem });
    if (seconds) query.set("seconds", seconds);
    if (next !== "/") query.set("next", next);
    if (wayIn !== null) query.set("way", wayIn);
    return seeOther(`/sign-in?${query}`);
  };
  if (!isSameOrigin(request.headers)) return again("elsewhere");

  // The sign-in library counts attempts and sets cookies only for requests it handles itself. The origin was checked
  // above against the name the person typed, which may differ from the configured one behind localhost or a tunnel.
  const base = env().BETTER_AUTH_URL;
  const headers = new Headers({ "content-type": "application/json", origin: new URL(base).origin });
  for (const name of [CLIENT_ADDRESS_HEADER, "user-agent"]) {
    const value = request.headers.get(name);
    if (value) headers.set(name, value);
  }
  // Of the cookies only the one that says that this device was here before.
  const device = readDevice(request.headers.get("cookie"), env().BETTER_AUTH_SECRET);
  if (device !== null) headers.set("cookie", deviceCookie(device, env().BETTER_AUTH_SECRET));
  if (wayIn !== null) headers.set(WAY_IN_HEADER, wayIn);
  const answer = await runtime().auth.handler(
    new Request(new URL("/api/auth/sign-in/email", base), {
      method: "POST",
      headers,
      body: JSON.stringify({ email: form.get("email"), password: form.get("password") }),
    }),
  );
  if (answer.ok) {
    const cookies = [...answer.headers.getSetCookie(), ...forgetLeft()];
    await endReplacedSession(runtime().api.db, request.headers.get("cookie"), env().BETTER_AUTH_SECRET, new Date());
    const actor = await actorOf(
      answer.headers
        .getSetCookie()
        .map((line) => line.split(";")[0])
        .join("; "),
    );
    const waiting = actor?.secondFactor === "waiting";
    return seeOther(waiting ? `/sign-in/code?${new URLSearchParams({ next })}` : next, cookies);
  }
  if (answer.status === 429) return again("too-many", answer.headers.get("x-retry-after"));
  const problem: unknown = await answer.json().catch(() => null);
  return again(codeOf(problem) === "ACCOUNT_DISABLED" ? "disabled" : "wrong");
}

function codeOf(body: unknown): unknown {
  return typeof body === "object" && body !== null && "code" in body ? body.code : undefined;
}
