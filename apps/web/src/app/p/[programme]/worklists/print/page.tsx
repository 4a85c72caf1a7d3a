import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadWorklists } from "@/features/worklists/load-worklists";
import { type PrintedLine, PrintScreen } from "@/features/worklists/print-screen";
import { CONTACTS } from "@/features/worklists/worklist-query";
import { serverApi } from "@/trpc/server";

/** As much as somebody would print. */
const MOST_LINES = 1000;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("worklists"))("title") };
}

export default async function PrintPage(props: {
  readonly params: Promise<{ readonly programme: string }>;
  readonly searchParams: Promise<Readonly<Record<string, unknown>>>;
}) {
  const [{ programme: slug }, parameters] = await Promise.all([props.params, props.searchParams]);
  const { programmeId, base, query, list } = await loadWorklists(slug, parameters);
  const api = await serverApi();
  const where = { programmeId, ...(query.siteId && { siteId: query.siteId }) };
  const { sites } = await api.programme.read({ programmeId });
  const siteOf = (siteId: string | undefined) => sites.find(({ id }) => id === siteId)?.name ?? null;
  const about = { base, query, list, site: siteOf(query.siteId) };
  if (list === CONTACTS) {
    const { rows, today, count } = await api.worklist.contacts({ ...where, take: MOST_LINES });
    const lines = rows.map(({ code, siteId }): PrintedLine => {
      return {
        key: code,
        code,
        site: siteOf(siteId) ?? "",
        on: null,
        sessions: null,
        pendingSince: null,
        ground: "stands",
      };
    });
    return <PrintScreen {...{ ...about, today, count, lines }} />;
  }
  const [{ rows, today }, counts] = await Promise.all([
    api.worklist.read({ ...where, list, take: MOST_LINES }),
    api.worklist.count(where),
  ]);
  const lines = rows.map(({ id, code, siteId, on, loop, pendingSince }): PrintedLine => {
    return {
      key: id,
      code,
      site: siteOf(siteId) ?? "",
      on,
      sessions: loop?.sessions ?? null,
      pendingSince,
      ground: loop?.ground ?? "stands",
    };
  });
  return <PrintScreen {...{ ...about, today, count: counts[list], lines }} />;
}
