import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readListQuery } from "@/features/participants/list-query";
import { ParticipantsScreen } from "@/features/participants/participants-screen";
import { textSeal } from "@/server/sealed-text";
import { requireProgramme } from "@/server/session";
import { serverApi } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("participants"))("title") };
}

export default async function ParticipantsPage(props: {
  readonly params: Promise<{ readonly programme: string }>;
  readonly searchParams: Promise<Readonly<Record<string, unknown>>>;
}) {
  const [{ programme: slug }, parameters] = await Promise.all([props.params, props.searchParams]);
  const { programme } = await requireProgramme(slug, "participant.list");
  const query = readListQuery(parameters, textSeal().open);
  const api = await serverApi();
  const programmeId = programme.id;
  const [plan, page] = await Promise.all([
    api.programme.read({ programmeId }),
    api.participant.list({ programmeId, ...query }),
  ]);
  const mayEnrol = programme.verbs.includes("participant.enrol");
  // Whoever has every site needs no other way.
  const everywhere = programme.roles.some(({ siteId }) => siteId === null);
  return (
    <ParticipantsScreen
      base={`/p/${programme.slug}`}
      plan={plan}
      query={query}
      page={page}
      mayEnrol={mayEnrol}
      mayOpenElsewhere={!everywhere && programme.verbs.includes("break-glass.ask")}
    />
  );
}
