import { buttonClass } from "@alongside/ui/primitives/button";
import { PageHeader } from "@alongside/ui/primitives/page-header";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { newReleaseHref } from "@/features/releases/release-address";
import { ReleaseList } from "@/features/releases/release-list";
import { ClientMessages } from "@/i18n/client-messages";
import { requireProgramme } from "@/server/session";
import { serverApi } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("release"))("title") };
}

export default async function ReleasesPage({ params }: { readonly params: Promise<{ readonly programme: string }> }) {
  const { programme } = await requireProgramme((await params).programme, "release.list");
  const programmeId = programme.id;
  const [t, { releases }] = await Promise.all([
    getTranslations("release"),
    serverApi().then((api) => api.release.list({ programmeId })),
  ]);
  const base = `/p/${programme.slug}`;
  return (
    <ClientMessages namespaces={["release"]}>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        eyebrow={
          <Link href={`${base}/change`} prefetch={false}>
            {t("back")}
          </Link>
        }
        actions={
          programme.verbs.includes("release.ask") ? (
            <>
              <Link href={newReleaseHref(base, "scores")} className={buttonClass({ kind: "primary" })} prefetch={false}>
                {t("askScores")}
              </Link>
              <Link href={newReleaseHref(base, "data-package")} className={buttonClass()} prefetch={false}>
                {t("askPackage")}
              </Link>
            </>
          ) : null
        }
      />
      <ReleaseList base={base} programmeId={programmeId} releases={releases} />
    </ClientMessages>
  );
}
