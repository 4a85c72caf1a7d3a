import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EntryScreen } from "@/features/laboratory/entry-screen";
import { loadSetting } from "@/features/laboratory/load-setting";
import { ClientMessages } from "@/i18n/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("laboratory"))("title") };
}

export default async function LaboratoryPage(props: { readonly params: Promise<{ readonly programme: string }> }) {
  const { setting } = await loadSetting((await props.params).programme, "lab-result.save");
  return (
    <ClientMessages namespaces={["laboratory"]}>
      <EntryScreen setting={setting} />
    </ClientMessages>
  );
}
