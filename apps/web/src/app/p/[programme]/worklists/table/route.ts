import { getLocale } from "next-intl/server";
import { loadWorklists } from "@/features/worklists/load-worklists";
import { CONTACTS } from "@/features/worklists/worklist-query";
import { fileResponse } from "@/server/file-response";
import { serverApi } from "@/trpc/server";

/** The list in the address as a file, in the reader's language. */
export async function GET(
  request: Request,
  { params }: { readonly params: Promise<{ readonly programme: string }> },
): Promise<Response> {
  const parameters = Object.fromEntries(new URL(request.url).searchParams);
  const { programmeId, base, query, list } = await loadWorklists((await params).programme, parameters);
  const [api, language] = await Promise.all([serverApi(), getLocale()]);
  const asked = { programmeId, language, ...(query.siteId && { siteId: query.siteId }) };
  return fileResponse(base, "csv", () =>
    list === CONTACTS ? api.worklist.exportContacts(asked) : api.worklist.export({ ...asked, list }),
  );
}
