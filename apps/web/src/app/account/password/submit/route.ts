import { TRPCError } from "@trpc/server";
import { readPasswordProblem } from "@/features/account/password-problem";
import { currentActor } from "@/server/actor";
import { logUnexpected } from "@/server/log";
import { isSameOrigin } from "@/server/same-origin";
import { seeOther } from "@/server/see-other";
import { serverApi } from "@/trpc/server";

/** Changes the signed-in person's password from a plain form. */
export async function POST(request: Request): Promise<Response> {
  const again = (problem: string) => seeOther(`/account/password?problem=${problem}`);
  if (!isSameOrigin(request.headers)) return again("elsewhere");
  if ((await currentActor()) === null) return seeOther("/sign-in");
  const form = await request.formData().catch(() => new FormData());
  const [current, next, repeated] = ["current", "next", "again"].map((name) => String(form.get(name) ?? ""));
  if (next !== repeated) return again("repeated-differently");
  try {
    await (await serverApi()).session.changePassword({ current: current ?? "", next: next ?? "" });
  } catch (error) {
    const reason = error instanceof TRPCError ? error.cause?.message : undefined;
    const problem = readPasswordProblem(reason);
    if (problem) return again(problem);
    logUnexpected("account/password", error, "none");
    throw error;
  }
  return seeOther("/");
}
