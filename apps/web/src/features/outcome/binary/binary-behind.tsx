import { useTranslations } from "next-intl";
import { useCountText } from "@/features/change/shown-values";
import { SteppedBack } from "@/features/withdrawal/stepped-back";
import { FlowPart } from "../flow-part";
import styles from "../outcome.module.css";
import type { BinaryView } from "../outcome-view";
import { Section } from "../section";
import { useFigures } from "../use-figures";

/** Who is in the figures and who is not. */
export function BinaryBehind({
  view,
  programmeId,
}: {
  readonly view: BinaryView;
  readonly programmeId: string;
}): React.JSX.Element {
  const t = useTranslations("outcomeYesNo");
  const figures = useFigures();
  const countText = useCountText();
  const { sets, attrition } = view.analysis;
  const time = view.waves[view.wave]?.label ?? "";
  const finding = t("behind.finding", {
    paired: figures.count(sets.completeCases),
    enrolled: countText(sets.enrolled),
  });
  return (
    <Section id="behind" title={t("contents.behind")} finding={finding}>
      {attrition.missingShare === null ? null : (
        <p className={styles.soft} data-fact="missing">
          {t("behind.missing", { share: figures.share(attrition.missingShare), time })}
        </p>
      )}
      <FlowPart view={view} />
      <SteppedBack programmeId={programmeId} />
    </Section>
  );
}
