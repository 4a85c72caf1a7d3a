import { FailureError } from "@alongside/api/failure-error";
import { EmptyState } from "@alongside/ui/primitives/empty-state";
import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { changeHref } from "@/features/change/change-query";
import { NotReleased } from "@/features/released/not-released";
import { RetentionScreen } from "@/features/retention/retention-screen";
import { ClientMessages } from "@/i18n/client-messages";
import { notReleased } from "@/server/instead-of-outcome";
import { requireProgramme } from "@/server/session";
import { serverApi } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("retention"))("title") };
}

export default async function RetentionPage(props: { readonly params: Promise<{ readonly programme: string }> }) {
  const [{ programme: slug }, t] = await Promise.all([props.params, getTranslations("retention")]);
  const { programme } = await requireProgramme(slug, "outcome.read");
  const base = `/p/${programme.slug}`;
  const api = await serverApi();
  const view = await api.retention.read({ programmeId: programme.id }).catch(instead);
  const back = changeHref(`${base}/change`, { at: null, site: null });
  if (typeof view === "object" && "waiting" in view) {
    return <NotReleased why={view.waiting} fewest={view.fewest} back={back} />;
  }
  if (typeof view === "string") {
    return (
      <EmptyState title={t(`instead.${view}.title`)} actions={<a href={back}>{t("back")}</a>}>
        <p>{t(`instead.${view}.text`)}</p>
      </EmptyState>
    );
  }
  return (
    <ClientMessages namespaces={["chartFiles", "steppedBack"]}>
      <RetentionScreen view={view} place={{ programmeId: programme.id, base, verbs: programme.verbs }} />
    </ClientMessages>
  );
}

const INSTEAD = {
  "retention.none": "nobody",
  "retention.one-view": "one-view",
  "change.one-view": "one-view",
} as const;

/** What is said instead; what is not theirs is not found; the rest is an error. */
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
