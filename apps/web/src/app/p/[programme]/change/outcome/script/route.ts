import { outcomeAddress, outcomeQuestion } from "@/features/outcome/outcome-address";
import { fileResponse } from "@/server/file-response";
import { requireProgramme } from "@/server/session";
import { serverApi } from "@/trpc/server";

/** The script for R that computes the figures of one outcome's page again, with the rows it needs. */
export async function GET(
  request: Request,
  { params }: { readonly params: Promise<{ readonly programme: string }> },
): Promise<Response> {
  const { programme } = await requireProgramme((await params).programme);
  const address = outcomeAddress(new URL(request.url).searchParams);
  if (address === null) return new Response(null, { status: 404 });
  const api = await serverApi();
  return fileResponse("script", () =>
    api.outcome.exportScript({ programmeId: programme.id, ...outcomeQuestion(address) }),
  );
}
