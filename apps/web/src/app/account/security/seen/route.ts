import { endedOnceCookie, readAccountForm } from "@/server/account-form";
import { seeOther } from "@/server/see-other";

/** The recovery codes were kept: they are not shown again. */
export async function POST(request: Request): Promise<Response> {
  const form = await readAccountForm(request, "/account/security");
  return form instanceof Response ? form : seeOther("/account/security", [endedOnceCookie()]);
}
