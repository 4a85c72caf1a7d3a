import { Button } from "@alongside/ui/primitives/button";
import { type Column, DataTable } from "@alongside/ui/primitives/data-table";
import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useLocale, useTranslations } from "next-intl";
import { useDay } from "@/features/participants/calendar-day";
import styles from "../settings.module.css";
import { type ListedAssay, offered } from "./assay-draft";
import own from "./laboratory.module.css";
import { useAssayWords } from "./use-assay-words";

/** Assays of one kind, edition by edition, each with its source. */
export function AssayTable(props: {
  readonly kind: "own" | "published";
  readonly rows: readonly ListedAssay[];
  /** All of them: which edition is offered is decided among these. */
  readonly listed: readonly ListedAssay[];
  readonly onEdition: (assay: ListedAssay) => void;
  readonly onSwitch?: (assay: ListedAssay, active: boolean) => void;
  readonly onSwitchOff?: (assay: ListedAssay) => void;
}): React.JSX.Element {
  const t = useTranslations("assayRegister");
  const settings = useTranslations("settings");
  const words = useTranslations("laboratory");
  const locale = useLocale();
  const day = useDay();
  const assayWords = useAssayWords();
  const now = offered(props.listed);
  const named = ({ assay }: ListedAssay) => ({ name: assay.name[locale], edition: assay.edition });
  const state = ({ assay, active }: ListedAssay) => {
    if (!active) return <StatusBadge>{t("state.off")}</StatusBadge>;
    return now.has(assay) ? (
      <StatusBadge tone="good">{t("state.offered")}</StatusBadge>
    ) : (
      <StatusBadge>{t("state.older")}</StatusBadge>
    );
  };
  const columns: readonly Column<ListedAssay>[] = [
    {
      id: "name",
      header: t("field.name"),
      cell: (row) => (
        <span className={own.cell}>
          {t("nameEdition", named(row))}
          <span className={own.source}>{words(`specimen.${row.assay.specimen}`)}</span>
        </span>
      ),
      sortKey: ({ assay }) => assay.name[locale],
    },
    {
      id: "limits",
      header: t("limits"),
      cell: ({ assay }) => (
        <span className={own.cell}>
          {assayWords.limits(assay)}
          <span className={own.source}>{t(`below.${assay.meansOfBelow}`)}</span>
        </span>
      ),
      sortKey: ({ assay }) => assay.lowerLimit ?? 0,
    },
    {
      id: "source",
      header: t("field.source"),
      cell: ({ assay }) => (
        <span className={own.source}>{t("sourceFrom", { source: assay.source, day: day(assay.validFrom) })}</span>
      ),
    },
    {
      id: "state",
      header: settings("state"),
      cell: (row) => (
        <div className={own.state}>
          {state(row)}
          <Button size="small" onClick={() => props.onEdition(row)} aria-label={t("editionNamed", named(row))}>
            {t("edition")}
          </Button>
          {row.own ? (
            <Button
              size="small"
              onClick={() => (row.active ? props.onSwitchOff?.(row) : props.onSwitch?.(row, true))}
              aria-label={t(row.active ? "offNamed" : "onNamed", named(row))}
            >
              {t(row.active ? "off" : "on")}
            </Button>
          ) : null}
        </div>
      ),
    },
  ];
  return (
    <section className={styles.section} aria-labelledby={`assays-${props.kind}`}>
      <div>
        <h3 id={`assays-${props.kind}`}>{t(`${props.kind}.title`)}</h3>
        <p className={styles.lead}>{t(`${props.kind}.lead`)}</p>
      </div>
      <DataTable
        caption={t(`${props.kind}.title`)}
        captionHidden
        columns={columns}
        rows={props.rows}
        rowKey={({ assay }) => `${assay.key} ${assay.edition}`}
        language={locale}
        empty={<p>{t(`${props.kind}.empty`)}</p>}
      />
    </section>
  );
}
