import { getLocale } from "next-intl/server";
import { addressOf } from "@/features/change/change-query";
import { fileResponse } from "@/server/file-response";
import { requireProgramme } from "@/server/session";
import { serverApi } from "@/trpc/server";

/** The Change table as a file, in the reader's language, for the follow-up and site in the address. */
export async function GET(
  request: Request,
  { params }: { readonly params: Promise<{ readonly programme: string }> },
): Promise<Response> {
  const { programme } = await requireProgramme((await params).programme);
  const { at, site, snapshot } = addressOf(new URL(request.url).searchParams);
  const [api, language] = await Promise.all([serverApi(), getLocale()]);
  return fileResponse(`/p/${programme.slug}`, "csv", () =>
    api.change.export({
      programmeId: programme.id,
      language,
      ...(at === null ? {} : { timepointCode: at }),
      ...(site === null ? {} : { siteId: site }),
      ...(snapshot === null ? {} : { snapshotId: snapshot }),
    }),
  );
}
