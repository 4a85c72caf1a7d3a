import "server-only";
import { env } from "@/env";
import { runtime } from "./runtime";

/** Ends the session a request came with, in the database. What the browser is to do with its cookies. */
export async function endSession(request: Request): Promise<readonly string[]> {
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
  return answer.headers.getSetCookie();
}
