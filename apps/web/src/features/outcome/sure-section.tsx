import type { Assumption } from "@alongside/analysis/assumption/assumption";
import { useTranslations } from "next-intl";
import { AssumptionList } from "./assumption-list";
import styles from "./outcome.module.css";
import { type OutcomeAddress, outcomeQuestion } from "./outcome-address";
import type { OutcomePlace, OutcomeView } from "./outcome-view";
import { Section } from "./section";
import { SensitivityStrip } from "./sensitivity-strip";
import { useAxis } from "./use-axis";

/** The same change under other assumptions, and what every assumption was checked by. */
export function SureSection(props: {
  readonly view: OutcomeView;
  readonly place: OutcomePlace;
  readonly address: OutcomeAddress;
}): React.JSX.Element {
  const t = useTranslations("outcome.sure");
  const { view, place, address } = props;
  const axis = useAxis(view);
  const { assumptions, sensitivity, repeated } = view.analysis;
  const of = (status: Assumption["status"]) => assumptions.filter((one) => one.status === status).length;
  return (
    <Section
      id="sure"
      title={t("title")}
      finding={t("finding", { fail: of("fail"), warn: of("warn"), unknown: of("cannot-check") })}
    >
      <SensitivityStrip
        quick={sensitivity}
        meanBaseline={repeated?.kind === "repeated-waves" ? repeated.meanBaseline : null}
        axis={axis}
        question={{ programmeId: place.programmeId, ...outcomeQuestion(address) }}
        asked={address.long}
        mayCompute={place.verbs.includes("outcome.compute")}
      />
      <div className={styles.figure}>
        <h3>{t("assumptions")}</h3>
        <AssumptionList assumptions={assumptions} />
      </div>
    </Section>
  );
}
