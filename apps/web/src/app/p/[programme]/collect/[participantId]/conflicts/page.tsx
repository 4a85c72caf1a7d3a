import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { conflictWords } from "@/features/collect/conflict-words";
import { ConflictsScreen } from "@/features/collect/conflicts-screen";
import { failureFromCall } from "@/features/collect/failure-from-call";
import { ClientMessages } from "@/i18n/client-messages";
import { requireProgramme } from "@/server/session";
import { serverApi } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("collect");
  return { title: t("title") };
}

export default async function ConflictsPage({
  params,
}: {
  readonly params: Promise<{ readonly programme: string; readonly participantId: string }>;
}) {
  const { programme: slug, participantId } = await params;
  const { programme } = await requireProgramme(slug, "assessment.list-conflicts");
  const programmeId = programme.id;
  const api = await serverApi();
  const [due, conflicts] = await Promise.all([
    failureFromCall(api.assessment.listDue({ programmeId, participantId })),
    failureFromCall(api.assessment.listConflicts({ programmeId, participantId })),
  ]);
  if (!due.ok || !conflicts.ok) notFound();
  const labels = new Map(due.value.places.map((place) => [place.timepointId, place.timepointLabel]));
  return (
    <ClientMessages namespaces={["collect"]}>
      <ConflictsScreen
        base={`/p/${programme.slug}`}
        programmeId={programmeId}
        participantId={participantId}
        code={due.value.participant.code}
        conflicts={await Promise.all(conflicts.value.map((conflict) => conflictWords(conflict, labels)))}
        mayDecide={programme.verbs.includes("assessment.resolve-conflict")}
      />
    </ClientMessages>
  );
}
