import { TRPCError } from "@trpc/server";
import { currentActor } from "@/server/actor";
import { failureOfError } from "@/server/failure-of-error";
import { isSameOrigin } from "@/server/same-origin";
import { seeOther } from "@/server/see-other";
import { serverApi } from "@/trpc/server";

/** Sets a person's PIN and when their sessions lock, from a plain form. An empty PIN leaves it as it is. */
export async function POST(request: Request): Promise<Response> {
  const again = (problem: string) => seeOther(`/account/device?problem=${problem}`);
  if (!isSameOrigin(request.headers)) return again("elsewhere");
  if ((await currentActor()) === null) return seeOther("/sign-in");
  const form = await request.formData().catch(() => new FormData());
  const [pin = "", repeated = "", password = ""] = ["pin", "again", "password"].map((name) =>
    String(form.get(name) ?? ""),
  );
  if (pin !== repeated) return again("repeated-differently");
  const chosen = form.get("remove") === "1" ? { pin: null } : pin === "" ? {} : { pin };
  try {
    const idleMinutes = Number(form.get("minutes"));
    await (await serverApi()).session.setDevice({ password, idleMinutes, ...chosen });
  } catch (error) {
    const failure = error instanceof TRPCError ? failureOfError(error) : null;
    if (failure?.code !== "invalid") throw error;
    const rules = failure.issues?.map(({ rule }) => rule) ?? [];
    if (rules.includes("password.wrong")) return again("wrong");
    if (rules.includes("pin.easy")) return again("easy");
    return again(failure.issues?.some(({ path }) => path === "idleMinutes") ? "minutes" : "digits");
  }
  return seeOther("/account/device?saved=1");
}
