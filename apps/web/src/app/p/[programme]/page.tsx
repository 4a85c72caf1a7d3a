import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HomeScreen } from "@/features/home/home-screen";
import { ClientMessages } from "@/i18n/client-messages";
import { requireProgramme } from "@/server/session";
import { serverApi } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("home"))("title") };
}

export default async function HomePage({ params }: { readonly params: Promise<{ readonly programme: string }> }) {
  const { programme, session } = await requireProgramme((await params).programme);
  const home = await (await serverApi()).home.read({ programmeId: programme.id });
  return (
    <ClientMessages namespaces={["home"]}>
      <HomeScreen base={`/p/${programme.slug}`} programmeId={programme.id} personId={session.userId} home={home} />
    </ClientMessages>
  );
}
