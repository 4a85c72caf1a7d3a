"use client";

import { Button } from "@alongside/ui/primitives/button";
import { PageHeader } from "@alongside/ui/primitives/page-header";
import { useTranslations } from "next-intl";

/** A screen that broke while being drawn. The frame around it stays, so there is always a way on. */
export default function ScreenError({
  error,
  retry,
}: {
  readonly error: Error & { digest?: string };
  readonly retry: () => void;
}) {
  const t = useTranslations("failure");
  return (
    <>
      <PageHeader title={t("screen.title")} lead={t("screen.text")} />
      <p>
        <Button kind="primary" onClick={retry}>
          {t("screen.again")}
        </Button>
      </p>
      {error.digest ? <p>{t("reference", { requestId: error.digest })}</p> : null}
    </>
  );
}
