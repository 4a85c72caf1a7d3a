import { THRESHOLD_RULES } from "@alongside/domain/viral-load/threshold-rules.data";
import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { resultsAddress, resultsQuestion } from "@/features/results/results-address";
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
  try {
    const question = resultsQuestion(address, RULE_IDS);
    const file = await api.suppression.exportScript({ programmeId: programme.id, ...question });
    return new Response(file.text, {
      headers: {
        "content-type": "text/plain; charset=utf-8",
        "content-disposition": `attachment; filename="${file.fileName}"`,
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    if (error instanceof TRPCError) return new Response(null, { status: getHTTPStatusCodeFromError(error) });
    throw error;
  }
}
