import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { outcomeAddress, outcomeQuestion } from "@/features/outcome/outcome-address";
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
  try {
    const file = await api.outcome.exportScript({ programmeId: programme.id, ...outcomeQuestion(address) });
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
