import { PageHeader } from "@alongside/ui/primitives/page-header";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { uuidv7 } from "uuidv7";
import { releaseOfQuery } from "@/features/releases/release-address";
import { ReleaseForm } from "@/features/releases/release-form";
import { ClientMessages } from "@/i18n/client-messages";
import { requireProgramme } from "@/server/session";
import { serverApi } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("release"))("form.title") };
}

export default async function NewReleasePage(props: {
  readonly params: Promise<{ readonly programme: string }>;
  readonly searchParams: Promise<Record<string, string | readonly string[] | undefined>>;
}) {
  const [{ programme: slug }, parameters, t] = await Promise.all([
    props.params,
    props.searchParams,
    getTranslations("release"),
  ]);
  const { programme } = await requireProgramme(slug, "release.ask");
  const chosen = new URLSearchParams(
    Object.entries(parameters).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
  const of = releaseOfQuery(chosen);
  if (of === null) notFound();
  const base = `/p/${programme.slug}`;
  const api = await serverApi();
  const { maySendOutside, sites } = await api.release.list({ programmeId: programme.id });
  return (
    <ClientMessages namespaces={["release"]}>
      <PageHeader
        eyebrow={
          <Link href={`${base}/releases`} prefetch={false}>
            {t("title")}
          </Link>
        }
        title={t("form.title")}
        lead={t(`form.lead.${of.what}`)}
      />
      <ReleaseForm
        base={base}
        programmeId={programme.id}
        what={of.what}
        chosen={chosen.toString()}
        firstId={uuidv7()}
        maySendOutside={maySendOutside}
        snapshotId={"snapshotId" in of ? (of.snapshotId ?? null) : null}
        sites={of.what === "scores" || of.what === "data-package" ? sites : []}
      />
    </ClientMessages>
  );
}
