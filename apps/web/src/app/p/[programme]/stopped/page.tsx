import { FAILURE_CODES } from "@alongside/domain/failure/failure";
import { PageHeader } from "@alongside/ui/primitives/page-header";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FailureWords } from "@/features/failure/failure-notice";
import styles from "@/features/releases/releases.module.css";
import { requireProgramme } from "@/server/session";

const RULE_NAME = /^[a-z0-9-]+(\.[a-z0-9-]+)*$/;
const NUMBERS = ["smallest", "limit", "seconds", "retryAfterSeconds"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("release"))("stopped.title") };
}

/** In place of a file: what happened, what was kept, what to do next. */
export default async function StoppedPage(props: {
  readonly params: Promise<{ readonly programme: string }>;
  readonly searchParams: Promise<Record<string, string | readonly string[] | undefined>>;
}) {
  const [{ programme: slug }, query, t] = await Promise.all([
    props.params,
    props.searchParams,
    getTranslations("release.stopped"),
  ]);
  const { programme } = await requireProgramme(slug);
  const code = FAILURE_CODES.find((one) => one === query.code) ?? "unexpected";
  const reason = typeof query.why === "string" && RULE_NAME.test(query.why) ? query.why : "file.none";
  // Sentences may name any of them; one that was not given stands as a dash.
  const params = Object.fromEntries(
    NUMBERS.map((name) => [name, /^\d{1,6}$/.test(String(query[name])) ? Number(query[name]) : "–"]),
  );
  const base = `/p/${programme.slug}`;
  return (
    <>
      <PageHeader title={t("title")} />
      <FailureWords failure={{ code, reason, params }} />
      <p className={styles.way}>
        <a href={programme.verbs.includes("change.read") ? `${base}/change` : base}>{t("back")}</a>
      </p>
    </>
  );
}
