import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";

const TYPES = { csv: "text/csv; charset=utf-8", script: "text/plain; charset=utf-8" } as const;

/**
 * A text that the browser saves as a file and no cache keeps. A failure of the call that makes it becomes its status, with
 * no words, for nobody reads them in a download.
 */
export async function fileResponse(
  type: keyof typeof TYPES,
  make: () => Promise<{ readonly text: string; readonly fileName: string }>,
): Promise<Response> {
  try {
    const { text, fileName } = await make();
    return new Response(text, {
      headers: {
        "content-type": TYPES[type],
        "content-disposition": `attachment; filename="${fileName}"`,
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    if (error instanceof TRPCError) return new Response(null, { status: getHTTPStatusCodeFromError(error) });
    throw error;
  }
}
