import { useTranslations } from "next-intl";
import { useCountText } from "@/features/change/shown-values";
import { SteppedBack } from "@/features/withdrawal/stepped-back";
import { CourseByLastScore } from "./course-by-last-score";
import { FlowPart } from "./flow-part";
import { MissingPart } from "./missing-part";
import styles from "./outcome.module.css";
import type { OutcomeView } from "./outcome-view";
import { Section } from "./section";
import { useFigures } from "./use-figures";

/** Who is in the figures and who is not. */
export function BehindSection({
  view,
  programmeId,
}: {
  readonly view: OutcomeView;
  readonly programmeId: string;
}): React.JSX.Element {
  const t = useTranslations("outcome.behind");
  const figures = useFigures();
  const countText = useCountText();
  const { flow, missingShare } = view.analysis.attrition;
  const { baselineMeasured } = view.analysis.sets;
  const count = flow.waves[view.wave]?.paired;
  const paired = count ? countText(count) : figures.count(view.analysis.change.n);
  const time = view.waves[view.wave]?.label ?? "";
  const finding =
    missingShare === null
      ? t("findingNone", { paired })
      : t("finding", { paired, share: figures.share(missingShare), time });
  return (
    <Section id="behind" title={t("title")} finding={finding}>
      {baselineMeasured.kind === "exact" ? null : (
        <p className={styles.soft} data-fact="left-out">
          {t("leftOut", { people: countText(baselineMeasured) })}
        </p>
      )}
      {/* Six columns: beside another part they would not fit. */}
      <FlowPart view={view} />
      <SteppedBack programmeId={programmeId} />
      <MissingPart view={view} />
      <CourseByLastScore view={view} />
    </Section>
  );
}
