import { env } from "@/env";
import { runtime } from "@/server/runtime";
import { isSameOrigin } from "@/server/same-origin";
import { seeOther } from "@/server/see-other";

/** Ends the session in the database and in the browser. A plain form post, so it works without script. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return seeOther("/");
  const base = env().BETTER_AUTH_URL;
  const answer = await runtime().auth.handler(
    new Request(new URL("/api/auth/sign-out", base), {
      method: "POST",
      headers: {
        "content-type": "application/json",
        origin: new URL(base).origin,
        cookie: request.headers.get("cookie") ?? "",
      },
      body: "{}",
    }),
  );
  return seeOther("/sign-in?problem=signed-out", answer.headers.getSetCookie());
}
