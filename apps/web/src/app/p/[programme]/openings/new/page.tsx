import { PageHeader } from "@alongside/ui/primitives/page-header";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { OpeningForm } from "@/features/openings/opening-form";
import { ClientMessages } from "@/i18n/client-messages";
import { requireProgramme } from "@/server/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("openings"))("ask.title") };
}

export default async function NewOpeningPage({ params }: { readonly params: Promise<{ readonly programme: string }> }) {
  const { programme } = await requireProgramme((await params).programme, "break-glass.ask");
  const t = await getTranslations("openings.ask");
  const base = `/p/${programme.slug}`;
  return (
    <ClientMessages namespaces={["openings"]}>
      <PageHeader
        eyebrow={
          <Link href={`${base}/participants`} prefetch={false}>
            {t("back")}
          </Link>
        }
        title={t("title")}
        lead={t("lead")}
      />
      <OpeningForm base={base} programmeId={programme.id} />
    </ClientMessages>
  );
}
