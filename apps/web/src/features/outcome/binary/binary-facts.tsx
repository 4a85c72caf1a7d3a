import { useTranslations } from "next-intl";
import { useCountText } from "@/features/change/shown-values";
import { FactList } from "../fact-list";
import type { BinaryView } from "../outcome-view";
import { useFigures } from "../use-figures";
import { usePoints } from "./use-points";

/** The figures behind the finding, name by name. */
export function BinaryFacts(props: {
  readonly view: BinaryView;
  readonly known: BinaryView["analysis"]["figures"][number];
}): React.JSX.Element {
  const t = useTranslations("outcomeYesNo.finding");
  const figures = useFigures();
  const countText = useCountText();
  const { text, share } = usePoints();
  const { known, view } = props;
  const { mcnemar } = known;
  const { sets } = view.analysis;
  const facts = [
    {
      id: "people",
      name: t("people"),
      value: t("peopleValue", { paired: figures.count(sets.completeCases), enrolled: countText(sets.enrolled) }),
    },
    { id: "before", name: t("before"), value: share(known.before) },
    { id: "after", name: t("after"), value: share(known.after) },
    { id: "difference", name: t("difference"), value: text(known.difference) },
    {
      id: "test",
      name: t("test"),
      value:
        mcnemar.kind === "mcnemar-tests"
          ? t("testValue", { p: figures.p(mcnemar.midPValue), changed: mcnemar.discordant })
          : figures.why(mcnemar),
    },
    { id: "odds", name: t("odds"), value: figures.estimate(known.oddsRatio, "effect") },
  ];
  return <FactList facts={facts} />;
}
