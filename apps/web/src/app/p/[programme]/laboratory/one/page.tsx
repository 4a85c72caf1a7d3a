import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadSetting } from "@/features/laboratory/load-setting";
import { SingleScreen } from "@/features/laboratory/single-screen";
import { ClientMessages } from "@/i18n/client-messages";
import { serverApi } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("laboratory"))("title") };
}

export default async function SingleResultPage(props: {
  readonly params: Promise<{ readonly programme: string }>;
  readonly searchParams: Promise<Readonly<Record<string, unknown>>>;
}) {
  const [{ programme }, { person }] = await Promise.all([props.params, props.searchParams]);
  const { setting } = await loadSetting(programme, "lab-result.save");
  const { programmeId } = setting;
  const api = await serverApi();
  // Somebody who is not there, or not an id at all: the form begins empty.
  const found =
    typeof person === "string"
      ? await api.participant.read({ programmeId, participantId: person }).catch(() => null)
      : null;
  return (
    <ClientMessages namespaces={["laboratory"]}>
      <SingleScreen setting={setting} code={found?.code ?? ""} />
    </ClientMessages>
  );
}
