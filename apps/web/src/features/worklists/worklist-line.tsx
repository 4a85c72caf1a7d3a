import { LAB_KIND_FACTS } from "@alongside/domain/laboratory/kinds";
import { findAssay } from "@alongside/domain/viral-load/assay-register";
import { categorise } from "@alongside/domain/viral-load/categorise";
import { THRESHOLD_RULES } from "@alongside/domain/viral-load/threshold-rules.data";
import { Button, buttonClass } from "@alongside/ui/primitives/button";
import { type BadgeTone, StatusBadge } from "@alongside/ui/primitives/status-badge";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { LaboratorySetting } from "@/features/laboratory/laboratory-view";
import { useResultWords } from "@/features/laboratory/result-words";
import { useDay } from "@/features/participants/calendar-day";
import type { List } from "./worklist-query";
import type { MayDo, WorklistRow } from "./worklist-view";
import styles from "./worklists.module.css";

const TONES: Readonly<Record<List, BadgeTone>> = {
  overdue: "caution",
  due: "neutral",
  unsuppressed: "caution",
  counselling: "neutral",
  rejected: "caution",
  "awaiting-verification": "neutral",
  queried: "caution",
};

/** One line of a list: whom it is about, since when, the result, and the next step. */
export function WorklistLine(props: {
  readonly setting: LaboratorySetting;
  readonly list: List;
  readonly row: WorklistRow;
  /** Null where everybody is at the same site. */
  readonly site: string | null;
  readonly showCounselling: boolean;
  readonly may: MayDo;
  readonly onCounsel: () => void;
}): React.JSX.Element {
  const { setting, list, row, may } = props;
  const t = useTranslations("worklists");
  const day = useDay();
  return (
    <tr>
      <th scope="row">
        <Link
          href={`${setting.base}/laboratory/${row.participantId}`}
          className={styles.code}
          prefetch={false}
          data-act="open"
        >
          {row.code}
        </Link>
      </th>
      {props.site === null ? null : <td className={styles.site}>{props.site}</td>}
      <td className={styles.day}>
        <span>{day(row.on)}</span>
        <StatusBadge tone={TONES[list]}>
          {row.days < 0 ? t("inDays", { days: -row.days }) : t("days", { days: row.days })}
        </StatusBadge>
      </td>
      <td className={styles.resultCell}>
        <Result setting={setting} row={row} />
      </td>
      {props.showCounselling ? (
        <td className={styles.loop}>
          <LoopState row={row} showOpening={list !== "counselling"} />
        </td>
      ) : null}
      <td>
        <div className={styles.choices}>
          {props.showCounselling && (may.counsel || row.loop !== null) ? (
            <Button
              size="small"
              data-act="counselling"
              onClick={props.onCounsel}
              aria-label={t("counsellingOf", { code: row.code })}
            >
              {t(row.loop === null && may.counsel ? "counselling.begin" : "counselling.title")}
            </Button>
          ) : null}
          {list === "awaiting-verification" && may.verify ? (
            <Link
              href={`${setting.base}/laboratory/verify`}
              className={buttonClass({ size: "small" })}
              prefetch={false}
              aria-label={t("verifyOf", { code: row.code })}
            >
              {t("verify")}
            </Link>
          ) : null}
          {ENTERED.includes(list) && may.enter ? (
            <Link
              href={`${setting.base}/laboratory/one?person=${row.participantId}`}
              className={buttonClass({ size: "small" })}
              prefetch={false}
              data-act="enter"
              aria-label={t("enterOf", { code: row.code })}
            >
              {t("enter")}
            </Link>
          ) : null}
        </div>
      </td>
    </tr>
  );
}

/** The lists that a new result takes somebody off. */
const ENTERED: readonly List[] = ["due", "overdue", "unsuppressed", "rejected", "counselling"];

function Result({ setting, row }: { readonly setting: LaboratorySetting; readonly row: WorklistRow }) {
  const t = useTranslations("worklists");
  const labels = useTranslations("laboratory");
  const locale = useLocale();
  const day = useDay();
  const words = useResultWords();
  const { result, on, pendingSince } = row;
  const pending = pendingSince === null ? [] : [t("pendingSince", { day: day(pendingSince) })];
  if (result === null) return <Stacked first={pending[0] ?? t("noResult")} rest={[]} isQuiet />;
  const { measurement, kind } = result;
  const collected = measurement.result.collectedOn;
  const when = collected === on ? null : t("collected", { day: day(collected) });
  if (measurement.kind !== "viral-load") {
    return (
      <Stacked
        first={labels("atField", {
          field: LAB_KIND_FACTS[kind].label[locale],
          problem: words.measurement(measurement),
        })}
        rest={[...(when === null ? [] : [when]), ...pending]}
      />
    );
  }
  const { assay, specimen } = measurement.result;
  const register = setting.assays.map((one) => one.assay);
  const found = assay === null ? null : (findAssay(register, assay.key, assay.edition) ?? null);
  const rule = THRESHOLD_RULES.find(({ id }) => id === setting.settings.ruleId) ?? THRESHOLD_RULES[0];
  const verdict = categorise(measurement.result, rule, found);
  const said = words.measurement(measurement);
  const category = verdict.kind === "no-result" ? [] : [words.category(verdict, rule)];
  return (
    <Stacked
      first={labels("row.withSpecimen", { result: said, specimen: labels(`specimen.${specimen}`) })}
      rest={[...category, ...(when === null ? [] : [when]), ...pending]}
    />
  );
}

function Stacked(props: {
  readonly first: string;
  readonly rest: readonly string[];
  readonly isQuiet?: boolean;
}): React.JSX.Element {
  const { first, rest } = props;
  return (
    <>
      <span className={props.isQuiet === true ? styles.quiet : undefined}>{first}</span>
      {rest.length === 0 ? null : <span className={styles.quiet}>{rest.join(" · ")}</span>}
    </>
  );
}

function LoopState(props: { readonly row: WorklistRow; readonly showOpening: boolean }): React.JSX.Element {
  const t = useTranslations("worklists");
  const day = useDay();
  const { loop } = props.row;
  if (loop === null) return <span className={styles.quiet}>{t("loop.none")}</span>;
  const since = props.showOpening ? [t("loop.since", { day: day(loop.openedOn) })] : [];
  const repeated = loop.repeatedOn === null ? [] : [t("loop.repeated", { day: day(loop.repeatedOn) })];
  const ground = loop.ground === "stands" ? [] : [t(`ground.${loop.ground}`)];
  return <Stacked first={t("loop.sessions", { count: loop.sessions })} rest={[...since, ...repeated, ...ground]} />;
}
