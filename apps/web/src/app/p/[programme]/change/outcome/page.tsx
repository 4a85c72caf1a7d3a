import { EmptyState } from "@alongside/ui/primitives/empty-state";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { changeHref } from "@/features/change/change-query";
import { BinaryScreen } from "@/features/outcome/binary/binary-screen";
import { outcomeAddress, outcomeHref, outcomeQuestion, scriptHref } from "@/features/outcome/outcome-address";
import { OutcomeScreen } from "@/features/outcome/outcome-screen";
import { HeldNotice } from "@/features/released/held-notice";
import { NotReleased } from "@/features/released/not-released";
import { FrozenNotice } from "@/features/snapshot/frozen-notice";
import { ClientMessages } from "@/i18n/client-messages";
import { insteadOfOutcome } from "@/server/instead-of-outcome";
import { requireProgramme } from "@/server/session";
import { serverApi } from "@/trpc/server";

/** The same title for every outcome: what is measured stays out of tabs and browser histories. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("outcome"))("title") };
}

export default async function OutcomePage(props: {
  readonly params: Promise<{ readonly programme: string }>;
  readonly searchParams: Promise<Record<string, string | readonly string[] | undefined>>;
}) {
  const [{ programme: slug }, parameters, t] = await Promise.all([
    props.params,
    props.searchParams,
    getTranslations("outcome"),
  ]);
  const { programme } = await requireProgramme(slug, "outcome.read");
  const base = `/p/${programme.slug}`;
  const address = outcomeAddress({ get: (name) => [parameters[name] ?? null].flat()[0] ?? null });
  const change = changeHref(`${base}/change`, {
    at: null,
    site: address?.siteId ?? null,
    snapshot: address?.snapshotId ?? null,
  });
  if (address === null) {
    return (
      <EmptyState title={t("noAddress.title")} actions={<a href={change}>{t("back")}</a>}>
        <p>{t("noAddress.text")}</p>
      </EmptyState>
    );
  }
  const api = await serverApi();
  const view = await api.outcome.read({ programmeId: programme.id, ...outcomeQuestion(address) }).catch(answered);
  if ("wholeProgrammeOnly" in view) {
    return (
      <EmptyState
        title={t("oneView.title")}
        actions={
          <a href={outcomeHref(base, { ...address, siteId: null })} data-way="whole-programme">
            {t("oneView.way")}
          </a>
        }
      >
        <p>{t("oneView.text")}</p>
      </EmptyState>
    );
  }
  if ("waiting" in view) return <NotReleased why={view.waiting} fewest={view.fewest} back={change} />;
  if ("smallest" in view) {
    return (
      <EmptyState title={t("tooFew.title")} actions={<a href={change}>{t("tooFew.way")}</a>}>
        <p>{t("tooFew.text", { smallest: view.smallest })}</p>
      </EmptyState>
    );
  }
  if ("frozen" in view) {
    return (
      <EmptyState title={t("frozen.title")} actions={<a href={change}>{t("back")}</a>}>
        <p>{t(`frozen.${view.frozen}`)}</p>
      </EmptyState>
    );
  }
  if ("defined" in view) {
    return (
      <EmptyState title={t("defined.notOpen")} actions={<a href={change}>{t("back")}</a>}>
        <p>{t(`defined.${view.defined}`)}</p>
      </EmptyState>
    );
  }
  const place = { programmeId: programme.id, base, verbs: programme.verbs };
  return (
    <ClientMessages namespaces={["chartFiles", "outcomeLong", "steppedBack"]}>
      <HeldNotice heldSince={view.heldSince} />
      <FrozenNotice base={base} snapshot={view.snapshot} live={outcomeHref(base, { ...address, snapshotId: null })} />
      {view.kind === "binary" ? (
        <BinaryScreen view={view} place={place} address={address} scriptHref={scriptHref(base, address)} />
      ) : (
        <OutcomeScreen view={view} place={place} address={address} scriptHref={scriptHref(base, address)} />
      )}
    </ClientMessages>
  );
}

/** What is said instead of the outcome; what is not there, or not theirs, is not found; the rest is an error. */
function answered(error: unknown) {
  const instead = insteadOfOutcome(error);
  if (instead === null) throw error;
  if (instead === "not-found") notFound();
  return instead;
}
