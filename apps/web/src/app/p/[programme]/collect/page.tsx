import type { Failure } from "@alongside/domain/failure/failure";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChooserScreen } from "@/features/collect/chooser-screen";
import { failureFromCall } from "@/features/collect/failure-from-call";
import { ClientMessages } from "@/i18n/client-messages";
import { textSeal } from "@/server/sealed-text";
import { requireProgramme } from "@/server/session";
import { serverApi } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("collect");
  return { title: t("title") };
}

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

const one = (query: Query, name: string): string => {
  const value = query[name];
  return typeof value === "string" ? value.trim().slice(0, 64) : "";
};

export default async function CollectPage({
  params,
  searchParams,
}: {
  readonly params: Promise<{ readonly programme: string }>;
  readonly searchParams: Promise<Query>;
}) {
  const [{ programme: slug }, query] = await Promise.all([params, searchParams]);
  const { programme, session } = await requireProgramme(slug, "assessment.save");
  const base = `/p/${programme.slug}`;
  const code = textSeal()
    .open(typeof query.code === "string" ? query.code : "")
    .trim()
    .slice(0, 64);
  let participantId = one(query, "participant");
  const api = await serverApi();
  let failure: Failure | null = null;
  if (code !== "") {
    const found = await failureFromCall(api.participant.findByCode({ programmeId: programme.id, code }));
    // Shown here rather than sent on: an address with the code leads back to the same person.
    if (found.ok) participantId = found.value.participantId;
    else failure = found.failure;
  }
  const due =
    participantId === ""
      ? null
      : await failureFromCall(api.assessment.listDue({ programmeId: programme.id, participantId }));
  if (due?.ok === false) failure = due.failure;
  return (
    <ClientMessages namespaces={["collect"]}>
      <ChooserScreen
        base={base}
        programmeId={programme.id}
        personId={session.userId}
        code={code}
        failure={failure}
        due={due?.ok ? due.value : null}
        timepointId={one(query, "timepoint") || null}
      />
    </ClientMessages>
  );
}
