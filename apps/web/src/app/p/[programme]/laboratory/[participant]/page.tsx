import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { loadSetting } from "@/features/laboratory/load-setting";
import { PersonScreen } from "@/features/laboratory/person-screen";
import { ClientMessages } from "@/i18n/client-messages";
import { serverApi } from "@/trpc/server";

/** The same title for everybody: whose results were open stays out of tabs and browser histories. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("laboratory"))("title") };
}

export default async function PersonResultsPage(props: {
  readonly params: Promise<{ readonly programme: string; readonly participant: string }>;
}) {
  const { programme, participant: participantId } = await props.params;
  const { setting, verbs } = await loadSetting(programme, "lab-result.read");
  const api = await serverApi();
  const about = { programmeId: setting.programmeId, participantId };
  const history = await api.labResult.history(about).catch(absent);
  const may = {
    enter: verbs.includes("lab-result.save"),
    correct: verbs.includes("lab-result.correct"),
    recordStart: verbs.includes("treatment.record-start"),
    seeRecord: verbs.includes("participant.read"),
    counsel: verbs.includes("counselling.record"),
  };
  return (
    <ClientMessages namespaces={["laboratory", "worklists"]}>
      <PersonScreen setting={setting} history={history} may={may} />
    </ClientMessages>
  );
}

/** Somebody who is not there, not in the person's sites, or not an id at all: the same answer. */
function absent(error: unknown): never {
  if (error instanceof TRPCError && ["NOT_FOUND", "BAD_REQUEST", "FORBIDDEN"].includes(error.code)) notFound();
  throw error;
}
