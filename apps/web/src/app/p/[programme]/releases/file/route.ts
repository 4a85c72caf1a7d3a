import { RELEASE_DESTINATIONS, RELEASE_PURPOSES } from "@alongside/domain/release/release";
import { TRPCError } from "@trpc/server";
import { releaseOfQuery } from "@/features/releases/release-address";
import { stopped } from "@/server/file-response";
import { readProgrammeForm } from "@/server/programme-form";
import { seeOther } from "@/server/see-other";
import { takenFile } from "@/server/taken-file";
import { serverApi } from "@/trpc/server";

/** Asks for rows with a plain form. What stays inside comes back as the file; what goes outside waits for a second person. */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ readonly programme: string }> },
): Promise<Response> {
  const form = await readProgrammeForm(request, (await params).programme);
  if (form instanceof Response) return form;
  const { base, programmeId, field } = form;
  const purpose = RELEASE_PURPOSES.find((one) => one === field("purpose"));
  const destination = RELEASE_DESTINATIONS.find((one) => one === field("destination"));
  const of = releaseOfQuery(new URLSearchParams([...new URLSearchParams(field("chosen")), ...form.fields]));
  if (of === null || purpose === undefined || destination === undefined) return seeOther(`${base}/releases`);
  const api = await serverApi();
  const releaseId = field("releaseId");
  try {
    await api.release.ask({ programmeId, releaseId, of, purpose, destination, words: field("words") });
  } catch (error) {
    if (error instanceof TRPCError) return stopped(base, error);
    throw error;
  }
  return destination === "outside" ? seeOther(`${base}/releases`) : takenFile(base, { programmeId, releaseId });
}
