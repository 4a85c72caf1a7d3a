import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadSetting } from "@/features/laboratory/load-setting";
import { VerifyScreen } from "@/features/laboratory/verify-screen";
import { ClientMessages } from "@/i18n/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("laboratory"))("verify.title") };
}

export default async function VerifyPage(props: { readonly params: Promise<{ readonly programme: string }> }) {
  const { setting } = await loadSetting((await props.params).programme, "lab-result.verify");
  return (
    <ClientMessages namespaces={["laboratory"]}>
      <VerifyScreen setting={setting} />
    </ClientMessages>
  );
}
