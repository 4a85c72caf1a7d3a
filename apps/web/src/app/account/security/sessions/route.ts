import { endSessions } from "@alongside/auth/sessions";
import { z } from "zod";
import { readAccountForm } from "@/server/account-form";
import { runtime } from "@/server/runtime";
import { seeOther } from "@/server/see-other";

const which = z.union([z.uuid(), z.literal("others")]);

/** Ends one of the person's sessions, or all others, from a plain form. */
export async function POST(request: Request): Promise<Response> {
  const form = await readAccountForm(request, "/account/security");
  if (form instanceof Response) return form;
  const asked = which.safeParse(form.field("session"));
  if (asked.success) {
    const sessionId = asked.data === "others" ? null : asked.data;
    await endSessions(runtime().api.db, form.actor, sessionId, new Date());
  }
  return seeOther("/account/security");
}
