import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { getLocale } from "next-intl/server";
import { loadWorklists } from "@/features/worklists/load-worklists";
import { CONTACTS } from "@/features/worklists/worklist-query";
import { serverApi } from "@/trpc/server";

/** The list in the address as a file, in the reader's language. */
export async function GET(
  request: Request,
  { params }: { readonly params: Promise<{ readonly programme: string }> },
): Promise<Response> {
  const parameters = Object.fromEntries(new URL(request.url).searchParams);
  const { programmeId, query, list } = await loadWorklists((await params).programme, parameters);
  const [api, language] = await Promise.all([serverApi(), getLocale()]);
  const asked = { programmeId, language, ...(query.siteId && { siteId: query.siteId }) };
  try {
    const file =
      list === CONTACTS ? await api.worklist.exportContacts(asked) : await api.worklist.export({ ...asked, list });
    return new Response(file.text, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${file.fileName}"`,
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    if (error instanceof TRPCError) return new Response(null, { status: getHTTPStatusCodeFromError(error) });
    throw error;
  }
}
