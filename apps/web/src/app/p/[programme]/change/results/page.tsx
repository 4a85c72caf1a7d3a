import { FailureError } from "@alongside/api/failure-error";
import { THRESHOLD_RULES } from "@alongside/domain/viral-load/threshold-rules.data";
import { EmptyState } from "@alongside/ui/primitives/empty-state";
import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { changeHref } from "@/features/change/change-query";
import { NotReleased } from "@/features/released/not-released";
import { resultsAddress, resultsHref, resultsQuestion, resultsScriptHref } from "@/features/results/results-address";
import { ResultsScreen } from "@/features/results/results-screen";
import { ClientMessages } from "@/i18n/client-messages";
import { notReleased } from "@/server/instead-of-outcome";
import { requireProgramme } from "@/server/session";
import { serverApi } from "@/trpc/server";

const RULE_IDS = THRESHOLD_RULES.map(({ id }) => id);

/** What is measured stays out of tabs and browser histories. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("results"))("title") };
}

export default async function ResultsPage(props: {
  readonly params: Promise<{ readonly programme: string }>;
  readonly searchParams: Promise<Record<string, string | readonly string[] | undefined>>;
}) {
  const [{ programme: slug }, parameters, t] = await Promise.all([
    props.params,
    props.searchParams,
    getTranslations("results"),
  ]);
  const { programme } = await requireProgramme(slug, "suppression.read");
  const base = `/p/${programme.slug}`;
  const address = resultsAddress({ get: (name) => [parameters[name] ?? null].flat()[0] ?? null }, RULE_IDS);
  const question = resultsQuestion(address, RULE_IDS);
  const api = await serverApi();
  const view = await api.suppression.read({ programmeId: programme.id, ...question }).catch(instead);
  const back = changeHref(`${base}/change`, { at: null, site: null });
  if (typeof view === "object" && "waiting" in view) {
    return <NotReleased why={view.waiting} fewest={view.fewest} back={back} />;
  }
  if (typeof view === "string") {
    const whole = resultsHref(base, { ...address, siteId: null });
    return (
      <EmptyState
        title={t(`instead.${view}.title`)}
        actions={<a href={view === "one-view" ? whole : back}>{t(`instead.${view}.way`)}</a>}
      >
        <p>{t(`instead.${view}.text`)}</p>
      </EmptyState>
    );
  }
  const place = { programmeId: programme.id, base, verbs: programme.verbs };
  const { besideRuleId: _, confirmed: __, ...level } = question;
  return (
    <ClientMessages namespaces={["chartFiles", "outcomeLong", "resultsAwaiting", "resultsLevel", "steppedBack"]}>
      <ResultsScreen
        view={view}
        place={place}
        address={address}
        question={level}
        scriptHref={resultsScriptHref(base, address)}
      />
    </ClientMessages>
  );
}

const INSTEAD = {
  "change.one-view": "one-view",
  "suppression.no-waves": "no-waves",
  "suppression.no-cohorts": "no-cohorts",
} as const;

/** What is said instead of the results; what is not there, or not theirs, is not found; the rest is an error. */
function instead(error: unknown) {
  if (!(error instanceof TRPCError)) throw error;
  const release = notReleased(error);
  if (release !== null) return release;
  const reason = error.cause instanceof FailureError ? error.cause.failure.reason : "";
  const found = Object.entries(INSTEAD).find(([known]) => known === reason);
  if (found !== undefined) return found[1];
  if (["NOT_FOUND", "BAD_REQUEST", "FORBIDDEN"].includes(error.code)) notFound();
  throw error;
}
