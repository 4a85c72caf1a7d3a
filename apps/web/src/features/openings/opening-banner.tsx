"use client";

import { Button, buttonClass } from "@alongside/ui/primitives/button";
import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import type { Programme } from "@/features/shell/session-view";
import { useApi } from "@/trpc/client";
import styles from "./openings.module.css";

type Opening = Programme["openings"][number];

/** Never out of sight while a record of another site is open: until when, the way there, and the way out. */
export function OpeningBanner(props: {
  readonly base: string;
  readonly programmeId: string;
  readonly opening: Opening;
}): React.JSX.Element {
  const { base, programmeId, opening } = props;
  const t = useTranslations("openings");
  const format = useFormatter();
  const router = useRouter();
  const end = useMutation(
    useApi().breakGlass.end.mutationOptions({
      onSuccess: () => {
        router.push(base);
        router.refresh();
      },
    }),
  );
  // The server has closed it by then; the page should not go on showing it.
  const left = opening.endsAt.getTime();
  useEffect(() => {
    const timer = setTimeout(() => router.refresh(), Math.max(0, left - Date.now()) + 500);
    return () => clearTimeout(timer);
  }, [left, router]);
  return (
    <section className={styles.banner} aria-label={t("title")}>
      <p>{t("banner", { time: format.dateTime(opening.endsAt, { timeStyle: "short" }) })}</p>
      <Link href={`${base}/participants/${opening.participantId}`} className={buttonClass()} prefetch={false}>
        {t("bannerOpen")}
      </Link>
      <Button disabled={end.isPending} onClick={() => end.mutate({ programmeId, breakGlassId: opening.breakGlassId })}>
        {t("end")}
      </Button>
      {end.error ? <FailureNotice error={end.error} /> : null}
    </section>
  );
}
