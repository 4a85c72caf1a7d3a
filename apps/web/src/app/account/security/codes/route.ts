import { backWith, onceCookie, readAccountForm } from "@/server/account-form";
import { runtime } from "@/server/runtime";
import { seeOther } from "@/server/see-other";

const PAGE = "/account/security";

/** Makes new recovery codes, from a plain form. */
export async function POST(request: Request): Promise<Response> {
  const form = await readAccountForm(request, PAGE);
  if (form instanceof Response) return form;
  const done = await runtime().secondFactor.renewCodes(form.actor, form.field("password"), form.place);
  if ("problem" in done) return backWith(PAGE, done);
  return seeOther(PAGE, [onceCookie(done.recoveryCodes, form.actor)]);
}
