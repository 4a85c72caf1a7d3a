import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ContactScreen } from "@/features/contact-details/contact-screen";
import { ClientMessages } from "@/i18n/client-messages";
import { requireProgramme } from "@/server/session";
import { serverApi } from "@/trpc/server";

/** The same title for everybody, and that of the list of people: what was open stays out of tabs and histories. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("participants"))("title") };
}

export default async function ContactPage(props: {
  readonly params: Promise<{ readonly programme: string; readonly participant: string }>;
}) {
  const { programme: slug, participant: participantId } = await props.params;
  const { programme } = await requireProgramme(slug, "contact-details.read");
  const api = await serverApi();
  const about = { programmeId: programme.id, participantId };
  const one = await api.participant.read(about).catch(absent);
  const { contactDetails } = await api.identitySettings.read({ programmeId: programme.id });
  const status = contactDetails ? await api.contactDetails.status(about).catch(absent) : null;
  const may = {
    write: programme.verbs.includes("contact-details.save"),
    remove: programme.verbs.includes("contact-details.delete"),
  };
  return (
    <ClientMessages namespaces={["contactDetails"]}>
      <ContactScreen base={`/p/${programme.slug}`} {...about} code={one.code} status={status} may={may} />
    </ClientMessages>
  );
}

/** Somebody who is not there, not in the person's sites, or not an id at all: the same answer. */
function absent(error: unknown): never {
  if (error instanceof TRPCError && ["NOT_FOUND", "BAD_REQUEST", "FORBIDDEN"].includes(error.code)) notFound();
  throw error;
}
