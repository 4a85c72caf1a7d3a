import { THRESHOLD_RULES } from "@alongside/domain/viral-load/threshold-rules.data";
import { resultsAddress, resultsQuestion } from "@/features/results/results-address";
import { fileResponse } from "@/server/file-response";
import { requireProgramme } from "@/server/session";
import { serverApi } from "@/trpc/server";

const RULE_IDS = THRESHOLD_RULES.map(({ id }) => id);

/** The script for R that computes figures of the page of results again, with the rows it needs. */
export async function GET(
  request: Request,
  { params }: { readonly params: Promise<{ readonly programme: string }> },
): Promise<Response> {
  const { programme } = await requireProgramme((await params).programme);
  const address = resultsAddress(new URL(request.url).searchParams, RULE_IDS);
  const api = await serverApi();
  return fileResponse("script", () =>
    api.suppression.exportScript({ programmeId: programme.id, ...resultsQuestion(address, RULE_IDS) }),
  );
}
