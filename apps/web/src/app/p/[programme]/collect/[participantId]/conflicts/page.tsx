import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { formHref } from "@/features/collect/address";
import type { OpenConflict } from "@/features/collect/conflict-view";
import { conflictWords, decidedWords } from "@/features/collect/conflict-words";
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
  const [{ timeZone }, due, conflicts] = await Promise.all([
    api.programme.read({ programmeId }),
    failureFromCall(api.assessment.listDue({ programmeId, participantId })),
    failureFromCall(api.assessment.listConflicts({ programmeId, participantId })),
  ]);
  if (!due.ok || !conflicts.ok) notFound();
  const { places } = due.value;
  const base = `/p/${programme.slug}`;
  const timepointLabels = new Map(places.map((place) => [place.timepointId, place.timepointLabel]));
  const inWords = async (conflict: OpenConflict) => {
    const { timepointId, instrument, language } = conflict.stored;
    const place = places.find((one) => one.timepointId === timepointId && one.instrument === instrument);
    const around = { timepointLabels, timeZone };
    if (place === undefined) return conflictWords(conflict, { ...around, view: null, recordHref: null });
    const { timepointCode } = place;
    const form = await failureFromCall(
      api.assessment.openForm({ programmeId, participantId, timepointCode, instrument, language }),
    );
    const recordHref = formHref(base, { participantId, timepointCode, instrument });
    return conflictWords(conflict, { ...around, view: form.ok ? form.value.view : null, recordHref });
  };
  const [open, decided] = await Promise.all([
    Promise.all(conflicts.value.open.map(inWords)),
    Promise.all(conflicts.value.decided.map((one) => decidedWords(one, { timepointLabels, timeZone }))),
  ]);
  return (
    <ClientMessages namespaces={["collect"]}>
      <ConflictsScreen
        base={base}
        programmeId={programmeId}
        participantId={participantId}
        code={due.value.participant.code}
        open={open}
        decided={decided}
        mayDecide={programme.verbs.includes("assessment.resolve-conflict")}
      />
    </ClientMessages>
  );
}
