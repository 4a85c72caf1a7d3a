import { EmptyState } from "@alongside/ui/primitives/empty-state";
import { useTranslations } from "next-intl";

/** In place of figures that few people would tell from those shown before. */
export function NotReleased(props: {
  readonly why: "waiting" | "tooClose";
  readonly fewest: number;
  readonly back: string;
}): React.JSX.Element {
  const t = useTranslations("released.instead");
  return (
    <EmptyState title={t("title")} actions={<a href={props.back}>{t("way")}</a>}>
      <p data-release={props.why}>{t(props.why, { smallest: props.fewest })}</p>
    </EmptyState>
  );
}
