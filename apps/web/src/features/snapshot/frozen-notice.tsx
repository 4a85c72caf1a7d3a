import { snapshotCode } from "@alongside/domain/snapshot/snapshot-definition";
import { Notice } from "@alongside/ui/primitives/notice";
import { useFormatter, useTranslations } from "next-intl";
import { snapshotHref } from "./snapshot-address";

/** Says that figures are of data that were frozen, and of when; nothing for the records as they are. */
export function FrozenNotice(props: {
  readonly base: string;
  readonly snapshot: {
    readonly id: string;
    readonly name: string;
    readonly contentHash: string;
    readonly takenAt: Date;
  } | null;
  /** The same view of the records as they are. */
  readonly live: string;
}): React.JSX.Element | null {
  const t = useTranslations("snapshot");
  const format = useFormatter();
  const { snapshot } = props;
  if (snapshot === null) return null;
  const { id, name, contentHash, takenAt } = snapshot;
  const time = format.dateTime(takenAt, { dateStyle: "medium", timeStyle: "short" });
  return (
    <Notice tone="information" announced={false} title={t("notice.title", { name })}>
      <p>{t("notice.text", { time, code: snapshotCode(contentHash) })}</p>
      <p>
        <a href={snapshotHref(props.base, id)}>{t("notice.about")}</a> <a href={props.live}>{t("notice.live")}</a>
      </p>
    </Notice>
  );
}
