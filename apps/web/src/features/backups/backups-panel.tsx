import { StatGrid, StatTile } from "@alongside/ui/primitives/stat-tile";
import { useFormatter, useTranslations } from "next-intl";
import { BackupStanding } from "./backup-standing";
import type { Backups } from "./backup-view";

const BYTES_PER_MEGABYTE = 1_000_000;

/** The part of the settings about backups: how they stand, and what the last good one is. */
export function BackupsPanel(props: { readonly backups: Backups; readonly now: Date }): React.JSX.Element {
  const t = useTranslations("backups");
  const format = useFormatter();
  const { lastGood } = props.backups;
  return (
    <>
      <BackupStanding backups={props.backups} />
      {lastGood ? (
        <StatGrid>
          <StatTile
            label={t("taken")}
            value={format.relativeTime(lastGood.at, props.now)}
            note={`${format.dateTime(lastGood.at, { dateStyle: "medium", timeStyle: "short" })} · ${t(`kinds.${lastGood.kind === "manual" ? "manual" : "scheduled"}`)}`}
          />
          <StatTile
            label={t("size")}
            value={t("megabytes", {
              count: format.number(lastGood.bytes / BYTES_PER_MEGABYTE, { maximumFractionDigits: 1 }),
            })}
            note={`${t("rows")}: ${format.number(lastGood.rows)}`}
          />
        </StatGrid>
      ) : null}
      <p>{t("restore")}</p>
    </>
  );
}
