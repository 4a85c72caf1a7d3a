import { PageHeader } from "@alongside/ui/primitives/page-header";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { SnapshotList } from "@/features/snapshot/snapshot-list";
import { TakeForm } from "@/features/snapshot/take-form";
import { ClientMessages } from "@/i18n/client-messages";
import { requireProgramme } from "@/server/session";
import { serverApi } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("snapshot"))("title") };
}

export default async function SnapshotsPage(props: { readonly params: Promise<{ readonly programme: string }> }) {
  const { programme } = await requireProgramme((await props.params).programme, "snapshot.read");
  const [t, api] = await Promise.all([getTranslations("snapshot"), serverApi()]);
  const snapshots = await api.snapshot.list({ programmeId: programme.id });
  const base = `/p/${programme.slug}`;
  return (
    <ClientMessages namespaces={["snapshot"]}>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        eyebrow={
          <Link href={`${base}/change`} prefetch={false}>
            {t("back")}
          </Link>
        }
      />
      <SnapshotList base={base} snapshots={snapshots} />
      {programme.verbs.includes("snapshot.take") ? <TakeForm base={base} programmeId={programme.id} /> : null}
    </ClientMessages>
  );
}
