import { acceptInvitation } from "@alongside/auth/invitations";
import { runtime } from "@/server/runtime";
import { isSameOrigin } from "@/server/same-origin";
import { textSeal } from "@/server/sealed-text";
import { seeOther } from "@/server/see-other";

/** Makes the account that an invitation is for, from a plain form. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => new FormData());
  const [token = "", name = "", next = "", again = ""] = ["token", "name", "next", "again"].map((field) =>
    String(form.get(field) ?? ""),
  );
  const page = `/join/${encodeURIComponent(token)}`;
  // What was typed as a name is there again, sealed: an address names nobody.
  const back = (problem: string) =>
    seeOther(`${page}?${new URLSearchParams({ problem, name: textSeal().seal(name.slice(0, 120)) })}`);
  if (!isSameOrigin(request.headers)) return seeOther(`${page}?problem=elsewhere`);
  if (next !== again) return back("repeated-differently");
  const done = await acceptInvitation(runtime().api.db, token, { name, password: next }, new Date());
  if ("userId" in done) return seeOther("/sign-in?problem=account-ready");
  return done.problem === "gone" ? seeOther(page) : back(done.problem);
}
