import { auditFilter } from "@/features/settings/audit-query";
import { fileResponse } from "@/server/file-response";
import { readProgrammeForm } from "@/server/programme-form";
import { serverApi } from "@/trpc/server";

/** The trail under the page's filter as a file. A form and not an address, which would hold a participant's code. */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ readonly programme: string }> },
): Promise<Response> {
  const form = await readProgrammeForm(request, (await params).programme);
  if (form instanceof Response) return form;
  const { base, programmeId, fields } = form;
  const api = await serverApi();
  return fileResponse(base, "csv", () => api.audit.export({ programmeId, ...auditFilter(Object.fromEntries(fields)) }));
}
