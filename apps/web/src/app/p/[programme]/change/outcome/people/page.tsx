import { PEOPLE_KINDS, PEOPLE_ORDERS } from "@alongside/domain/outcomes/outcome-people";
import { PageHeader } from "@alongside/ui/primitives/page-header";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { outcomeAddress, outcomeHref, outcomeQuestion } from "@/features/outcome/outcome-address";
import { PeopleList } from "@/features/outcome/people-list";
import { NotReleased } from "@/features/released/not-released";
import { insteadOfOutcome } from "@/server/instead-of-outcome";
import { requireProgramme } from "@/server/session";
import { serverApi } from "@/trpc/server";

/** The same title for every outcome: what is measured stays out of tabs and browser histories. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("outcome.whose"))("title") };
}

export default async function OutcomePeoplePage(props: {
  readonly params: Promise<{ readonly programme: string }>;
  readonly searchParams: Promise<Record<string, string | readonly string[] | undefined>>;
}) {
  const [{ programme: slug }, parameters, t] = await Promise.all([
    props.params,
    props.searchParams,
    getTranslations("outcome.whose"),
  ]);
  const { programme } = await requireProgramme(slug, "outcome.list-people");
  const base = `/p/${programme.slug}`;
  const get = (name: string) => [parameters[name] ?? null].flat()[0] ?? null;
  const address = outcomeAddress({ get });
  if (address === null || address.snapshotId !== null) notFound();
  const order = PEOPLE_ORDERS.find((one) => one === get("order")) ?? "worst";
  const kind = PEOPLE_KINDS.find((one) => one === get("kind")) ?? "all";
  const page = Math.min(10_000, Math.max(1, Math.trunc(Number(get("page") ?? "1")) || 1));
  const api = await serverApi();
  const question = { programmeId: programme.id, ...outcomeQuestion(address) };
  const found = await api.outcome.listPeople({ ...question, order, kind, page }).catch(answered);
  const back = outcomeHref(base, address);
  if ("waiting" in found) return <NotReleased why={found.waiting} fewest={found.fewest} back={back} />;
  if (!("people" in found)) notFound();
  return (
    <>
      <PageHeader eyebrow={<a href={back}>{t("back")}</a>} title={t("title")} lead={t("lead")} />
      <PeopleList base={base} address={address} order={order} kind={kind} found={found} />
    </>
  );
}

function answered(error: unknown) {
  const instead = insteadOfOutcome(error);
  if (instead === null) throw error;
  if (instead === "not-found") notFound();
  return instead;
}
