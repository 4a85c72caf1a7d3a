import { backWith, readAccountForm } from "@/server/account-form";
import { runtime } from "@/server/runtime";
import { safePath } from "@/server/same-origin";
import { seeOther } from "@/server/see-other";

const PAGE = "/sign-in/code";

/** Passes the second step from a plain form. */
export async function POST(request: Request): Promise<Response> {
  const form = await readAccountForm(request, PAGE);
  if (form instanceof Response) return form;
  const next = safePath(form.field("next"));
  const problem = await runtime().secondFactor.pass(form.actor, form.field("code"), form.place);
  return problem === null ? seeOther(next) : backWith(PAGE, problem, { next });
}
