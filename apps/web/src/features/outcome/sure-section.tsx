import type { Assumption, AssumptionId } from "@alongside/analysis/assumption/assumption";
import { type BadgeTone, StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useTranslations } from "next-intl";
import styles from "./outcome.module.css";
import { type OutcomeAddress, outcomeQuestion } from "./outcome-address";
import type { OutcomePlace, OutcomeView } from "./outcome-view";
import { Section } from "./section";
import { SensitivityStrip } from "./sensitivity-strip";
import { useAxis } from "./use-axis";
import { useFigures } from "./use-figures";

/** The same change under other assumptions, and what every assumption was checked by. */
export function SureSection(props: {
  readonly view: OutcomeView;
  readonly place: OutcomePlace;
  readonly address: OutcomeAddress;
}): React.JSX.Element {
  const t = useTranslations("outcome.sure");
  const { view, place, address } = props;
  const axis = useAxis(view);
  const { assumptions, sensitivity } = view.analysis;
  const of = (status: Assumption["status"]) => assumptions.filter((one) => one.status === status).length;
  return (
    <Section
      id="sure"
      title={t("title")}
      finding={t("finding", { fail: of("fail"), warn: of("warn"), unknown: of("cannot-check") })}
    >
      <SensitivityStrip
        quick={sensitivity}
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

const TONES = {
  pass: "good",
  warn: "caution",
  fail: "danger",
  "cannot-check": "neutral",
} as const satisfies Record<Assumption["status"], BadgeTone>;

/** Figures that are shares of people; the others are plain numbers. */
const SHARES: readonly AssumptionId[] = ["missing-at-random", "room-to-move"];
const COUNTS: readonly AssumptionId[] = ["independence", "enough-clusters"];

/** What is taken for granted, how it stands, and the figure that says so: in words and shape, not by colour alone. */
export function AssumptionList({ assumptions }: { readonly assumptions: readonly Assumption[] }): React.JSX.Element {
  const t = useTranslations("outcome.sure");
  const figures = useFigures();
  const written = (id: AssumptionId, value: number | undefined) => {
    if (value === undefined) return "";
    if (SHARES.includes(id)) return figures.share(value);
    return COUNTS.includes(id) ? figures.count(value) : figures.effect(value);
  };
  return (
    <ul className={styles.assumptions}>
      {assumptions.map(({ id, status, figure, limit }) => (
        <li key={id} data-assumption={id} data-status={status}>
          <span>
            <StatusBadge tone={TONES[status]}>{t(`status.${status}`)}</StatusBadge>
          </span>
          <div>
            <strong>{t(`assumption.${id}.title`)}</strong>
            <p>
              {t(`assumption.${id}.text`, {
                // No hyphen may stand in a name that a message selects by.
                status: status === "cannot-check" ? "unchecked" : status,
                figure: written(id, figure),
                limit: written(id, limit),
              })}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
