import { backWith, readAccountForm } from "@/server/account-form";
import { runtime } from "@/server/runtime";
import { seeOther } from "@/server/see-other";

const PAGE = "/account/security";

/** Takes the authenticator app or one passkey out of use, from a plain form. */
export async function POST(request: Request): Promise<Response> {
  const form = await readAccountForm(request, PAGE);
  if (form instanceof Response) return form;
  const given = { password: form.field("password"), passkeyId: form.field("passkey") || null };
  const problem = await runtime().secondFactor.remove(form.actor, given, form.place);
  return problem === null ? seeOther(PAGE) : backWith(PAGE, problem);
}
