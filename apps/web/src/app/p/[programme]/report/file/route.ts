import { REPORT_FILES, reportChoices } from "@alongside/domain/report/report-request";
import { fileResponse } from "@/server/file-response";
import { readProgrammeForm } from "@/server/programme-form";
import { seeOther } from "@/server/see-other";
import { serverApi } from "@/trpc/server";

/** A report as a file: a draft, or one that somebody asked to publish. What the programme writes comes by a form, so that it stays out of addresses. */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ readonly programme: string }> },
): Promise<Response> {
  const form = await readProgrammeForm(request, (await params).programme);
  if (form instanceof Response) return form;
  const { base, programmeId, field } = form;
  const published = field("published");
  const choices = reportChoices.safeParse(readJson(field("report")));
  const type = REPORT_FILES.find((one) => one === field("type"));
  if (type === undefined || (published === "" && !choices.success)) return seeOther(`${base}/report`);
  const api = await serverApi();
  if (!choices.success) {
    return fileResponse(base, type, () => api.report.take({ programmeId, reportId: published, type }));
  }
  return fileResponse(base, type, () => api.report.export({ programmeId, type, ...choices.data }));
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
