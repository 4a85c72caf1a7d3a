import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ParticipantScreen } from "@/features/participants/participant-screen";
import { ClientMessages } from "@/i18n/client-messages";
import { requireProgramme } from "@/server/session";
import { serverApi } from "@/trpc/server";

/** The same title for everybody: whose record was open stays out of tabs and browser histories. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("participants"))("title") };
}

export default async function ParticipantPage(props: {
  readonly params: Promise<{ readonly programme: string; readonly participant: string }>;
  readonly searchParams: Promise<Readonly<Record<string, unknown>>>;
}) {
  const [{ programme: slug, participant: participantId }, parameters] = await Promise.all([
    props.params,
    props.searchParams,
  ]);
  const { programme } = await requireProgramme(slug, "participant.read");
  const api = await serverApi();
  const { verbs } = programme;
  const mayReach = verbs.includes("contact-details.read");
  const about = { programmeId: programme.id, participantId };
  const [one, consents] = await Promise.all([
    api.participant.read(about),
    verbs.includes("consent.read") ? api.consent.read(about) : null,
  ]).catch(absent);
  const given = verbs.includes("support-contact.list")
    ? await api.supportContact.list({ programmeId: programme.id, code: one.code })
    : null;
  const keepsDetails = mayReach && (await api.identitySettings.read({ programmeId: programme.id })).contactDetails;
  // What was opened from another site is for reading.
  const own = (verb: (typeof verbs)[number]) => !one.readOnly && verbs.includes(verb);
  const may = {
    collect: own("assessment.save"),
    correct: own("assessment.correct"),
    changeStatus: own("participant.change-status"),
    reach: keepsDetails && !one.readOnly,
    recordConsent: own("consent.record"),
    seeResults: verbs.includes("lab-result.read"),
  };
  return (
    <ClientMessages namespaces={["participants", "consent", "characteristics"]}>
      <ParticipantScreen
        base={`/p/${programme.slug}`}
        programmeId={programme.id}
        one={one}
        consents={consents}
        dose={given?.dose ?? null}
        may={may}
        isNew={parameters.new === "1"}
      />
    </ClientMessages>
  );
}

/** Somebody who is not there, not in the person's sites, or not an id at all: the same answer. */
function absent(error: unknown): never {
  if (error instanceof TRPCError && ["NOT_FOUND", "BAD_REQUEST", "FORBIDDEN"].includes(error.code)) notFound();
  throw error;
}
