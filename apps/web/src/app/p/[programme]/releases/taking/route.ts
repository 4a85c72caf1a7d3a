import { readProgrammeForm } from "@/server/programme-form";
import { takenFile } from "@/server/taken-file";

/** Hands out the rows of a release that was approved, once. */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ readonly programme: string }> },
): Promise<Response> {
  const form = await readProgrammeForm(request, (await params).programme);
  if (form instanceof Response) return form;
  const { base, programmeId, field } = form;
  return takenFile(base, { programmeId, releaseId: field("releaseId") });
}
