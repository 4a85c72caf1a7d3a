import { FailureError } from "@alongside/api/failure-error";
import { buttonClass } from "@alongside/ui/primitives/button";
import { PageHeader } from "@alongside/ui/primitives/page-header";
import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { changeHref } from "@/features/change/change-query";
import { newReleaseHref } from "@/features/releases/release-address";
import { CompareForm } from "@/features/snapshot/compare-form";
import { DifferenceTables } from "@/features/snapshot/difference-tables";
import styles from "@/features/snapshot/snapshot.module.css";
import { snapshotsHref } from "@/features/snapshot/snapshot-address";
import { SnapshotFacts } from "@/features/snapshot/snapshot-facts";
import { ClientMessages } from "@/i18n/client-messages";
import { requireProgramme } from "@/server/session";
import { serverApi } from "@/trpc/server";

/** The same title for every snapshot: what somebody called it stays out of tabs and browser histories. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("snapshot"))("title") };
}

export default async function SnapshotPage(props: {
  readonly params: Promise<{ readonly programme: string; readonly snapshot: string }>;
  readonly searchParams: Promise<{ readonly with?: string | readonly string[] }>;
}) {
  const { programme: slug, snapshot: snapshotId } = await props.params;
  const other = [(await props.searchParams).with ?? null].flat()[0] ?? null;
  const { programme } = await requireProgramme(slug, "snapshot.read");
  const [t, api] = await Promise.all([getTranslations("snapshot"), serverApi()]);
  const programmeId = programme.id;
  const [snapshot, all] = await Promise.all([
    api.snapshot.read({ programmeId, snapshotId }).catch(absent),
    api.snapshot.list({ programmeId }),
  ]);
  const others = all.filter((one) => one.snapshotId !== snapshotId && one.view !== "none");
  const beside = others.find((one) => one.snapshotId === other);
  const compared = beside
    ? await api.snapshot.compare({ programmeId, first: snapshotId, second: beside.snapshotId })
    : null;
  const base = `/p/${programme.slug}`;
  return (
    <ClientMessages>
      <PageHeader
        title={snapshot.name}
        eyebrow={
          <Link href={snapshotsHref(base)} prefetch={false}>
            {t("title")}
          </Link>
        }
        actions={
          <>
            <Link
              href={changeHref(`${base}/change`, { at: null, site: null, snapshot: snapshotId })}
              className={buttonClass({ kind: "primary" })}
              prefetch={false}
            >
              {t("open")}
            </Link>
            {programme.verbs.includes("release.ask") ? (
              <Link
                href={newReleaseHref(base, "data-package", new URLSearchParams({ snapshot: snapshotId }))}
                className={buttonClass()}
                prefetch={false}
              >
                {t("askPackage")}
              </Link>
            ) : null}
          </>
        }
      />
      <SnapshotFacts snapshot={snapshot} />
      <section className={styles.part} aria-labelledby="difference">
        <h2 id="difference">{t("difference.title")}</h2>
        <p>{others.length === 0 ? t("difference.alone") : t("difference.text")}</p>
        <CompareForm base={base} snapshotId={snapshotId} others={others} chosen={beside?.snapshotId ?? null} />
        {compared && beside ? <DifferenceTables compared={compared} names={[snapshot.name, beside.name]} /> : null}
      </section>
    </ClientMessages>
  );
}

/** What is not there, or not open to them, is not found. */
function absent(error: unknown): never {
  const reason = error instanceof TRPCError && error.cause instanceof FailureError ? error.cause.failure.reason : null;
  const isNone = error instanceof TRPCError && ["NOT_FOUND", "BAD_REQUEST", "FORBIDDEN"].includes(error.code);
  if (isNone || reason?.startsWith("snapshot.")) notFound();
  throw error;
}
