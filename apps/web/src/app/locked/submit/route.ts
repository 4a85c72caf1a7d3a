import { appRouter } from "@alongside/api/router";
import { createRequestContext } from "@alongside/api/serve";
import { TRPCError } from "@trpc/server";
import { formHref } from "@/features/collect/address";
import { actorOf } from "@/server/actor";
import { failureOfError } from "@/server/failure-of-error";
import { runtime } from "@/server/runtime";
import { isSameOrigin } from "@/server/same-origin";
import { seeOther } from "@/server/see-other";

/** Takes a held session back from a plain form: a locked page, or a phone that a participant gives back. */
export async function POST(request: Request): Promise<Response> {
  const cookie = request.headers.get("cookie");
  const actor = await actorOf(cookie);
  if (actor === null) return seeOther("/sign-in");
  if (actor.hold === null) return seeOther("/");
  const page = actor.hold.kind === "locked" ? "/locked" : "/form";
  if (!isSameOrigin(request.headers)) return seeOther(`${page}?problem=elsewhere`);
  const form = await request.formData().catch(() => new FormData());
  const secret = String(form.get("secret") ?? "").slice(0, 256) || " ";
  try {
    await appRouter.createCaller(createRequestContext(runtime().api, actor)).session.unlock({ secret });
  } catch (error) {
    const failure = error instanceof TRPCError ? failureOfError(error) : null;
    if (failure === null) throw error;
    if (failure.code === "signed-out") return seeOther("/sign-in?problem=ended");
    const left = failure.reason === "session.wrong-pin" ? String(failure.params?.left) : "unreachable";
    return seeOther(`${page}?problem=${left}`);
  }
  return seeOther(actor.hold.kind === "locked" ? "/" : await whereItWas(cookie, actor.hold.form));
}

/** The form that was handed over, as staff see it: with its answers, and what they call for. */
async function whereItWas(
  cookie: string | null,
  form: Parameters<typeof formHref>[1] & { readonly programmeId: string },
) {
  const api = appRouter.createCaller(createRequestContext(runtime().api, await actorOf(cookie)));
  const { programmes } = await api.session.read();
  const programme = programmes.find(({ id }) => id === form.programmeId);
  return programme === undefined ? "/" : formHref(`/p/${programme.slug}`, form);
}
