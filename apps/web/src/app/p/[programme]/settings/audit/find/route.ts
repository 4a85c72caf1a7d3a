import { auditFilter, auditHref } from "@/features/settings/audit-query";
import { sectionHref } from "@/features/settings/sections";
import { readProgrammeForm } from "@/server/programme-form";
import { textSeal } from "@/server/sealed-text";
import { seeOther } from "@/server/see-other";

/** Takes what the trail is to be narrowed to, and leads to the address of that view, in which the code is sealed. */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ readonly programme: string }> },
): Promise<Response> {
  const form = await readProgrammeForm(request, (await params).programme);
  if (form instanceof Response) return form;
  const filter = auditFilter(Object.fromEntries(form.fields));
  return seeOther(auditHref(sectionHref(form.base, "audit"), filter, textSeal().seal));
}
