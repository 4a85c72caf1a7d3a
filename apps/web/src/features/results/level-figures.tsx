"use client";

import { LogHistogram } from "@alongside/ui/charts/log-histogram/log-histogram";
import { ChartFrame } from "@alongside/ui/primitives/chart-frame";
import { Notice } from "@alongside/ui/primitives/notice";
import { useTranslations } from "next-intl";
import { FigureTable, TableBeside } from "@/features/outcome/figure-table";
import styles from "@/features/outcome/outcome.module.css";
import { AssumptionPart } from "./assumption-part";
import type { LevelNames } from "./level-section";
import type { CohortLevel, LevelChange } from "./results-view";
import { useLevelFinding } from "./use-level-finding";
import { useShown } from "./use-shown";

type Wave = Extract<CohortLevel["before"], { histogram: unknown }>;
type Figure = CohortLevel["change"] | null;

/** Shares below the limit, the change and what it means, other ways of computing it, and the histogram. */
export function LevelFigures(props: { readonly change: LevelChange; readonly names: LevelNames }): React.JSX.Element {
  const { change, names } = props;
  const cohorts = [
    { level: change.own, name: names.own },
    ...(change.other === null || names.other === null ? [] : [{ level: change.other, name: names.other }]),
  ];
  return (
    <>
      <div className={cohorts.length > 1 ? styles.pair : styles.part}>
        {cohorts.map(({ level, name }) => (
          <CohortPart key={level.cohortId} level={level} name={name} names={names} />
        ))}
      </div>
      {change.compared === null || names.other === null ? null : (
        <ComparedPart compared={change.compared} own={names.own} other={names.other} />
      )}
      <AssumptionPart assumptions={(change.compared ?? change).frame.assumptions} />
      <Programs change={change} />
    </>
  );
}

function CohortPart(props: {
  readonly level: CohortLevel;
  readonly name: string;
  readonly names: LevelNames;
}): React.JSX.Element {
  const t = useTranslations("resultsLevel");
  const shown = useShown();
  const figure = useFigure();
  const finding = useLevelFinding();
  const { level, name, names } = props;
  const awaiting = useTranslations("resultsAwaiting");
  const { people, before, after, change, meaning, substitution } = level;
  const waves = [
    { label: names.from, wave: isWave(before) ? before : null },
    { label: names.to, wave: isWave(after) ? after : null },
  ];
  const described = waves.flatMap(({ label, wave }) => (wave === null ? [] : [{ label, wave }]));
  const quartile = (wave: Wave) =>
    wave.quartiles === null
      ? t("noQuartiles")
      : wave.quartiles.map((value) => (value === null ? t("beyond") : shown.mean(value))).join(" / ");
  const moved = (percentFall: number) =>
    t(percentFall < 0 ? "more" : "less", { share: shown.points(Math.abs(percentFall) / 100) });
  const ways = [
    { id: "change", value: change },
    { id: "marginal", value: level.marginal },
    { id: "everybody", value: level.everybody },
    { id: "sameSpecimen", value: level.sameSpecimen },
    { id: "checked", value: level.checked },
  ] as const;
  return (
    <div className={styles.figure} data-cohort={level.cohortId}>
      <h3>{name}</h3>
      <p className={styles.soft}>
        {t("people", {
          pairs: shown.people(people.pairs),
          one: shown.people(people.oneResult),
          unknown: shown.people(people.limitUnknown),
        })}
      </p>
      <p className={styles.soft} data-part="awaiting">
        {awaiting("people", { name, people: shown.people(people.awaiting) })}
      </p>
      {change.kind === "estimate" && change.method === "tobit-without-pairing" ? (
        <p className={styles.soft}>{awaiting("withoutPairing")}</p>
      ) : null}
      <p data-gate={level.gate}>{t(`gate.${level.gate}`)}</p>
      {described.length === 0 ? null : (
        <FigureTable
          wordy
          caption={t("wavesCaption", { name })}
          head={[t("time"), t("belowLimit"), t("aboveLimit"), t("quartiles")]}
          rows={described.map(({ label, wave }) => ({
            id: label,
            cells: [
              label,
              shown.estimate(wave.belowLimit, "proportion"),
              shown.estimate(wave.aboveLimit, "proportion"),
              quartile(wave),
            ],
          }))}
        />
      )}
      <FigureTable
        caption={t("waysCaption", { name })}
        head={[t("way"), t("meanChange"), t("n")]}
        rows={ways.flatMap(({ id, value }) =>
          value === null
            ? []
            : [
                {
                  id,
                  cells: [
                    t(`ways.${id}`),
                    figure(value),
                    value.kind === "estimate" ? shown.count(value.n) : shown.none,
                  ],
                },
              ],
        )}
      />
      {meaning === null ? null : (
        <p data-noise={meaning.noise}>
          {t("meaning", {
            change: moved(meaning.percentFall.value),
            low: moved(meaning.percentFall.low),
            high: moved(meaning.percentFall.high),
            times: shown.mean(meaning.times.value),
          })}{" "}
          {t(`noise.${meaning.noise}`)}
        </p>
      )}
      <p className={styles.soft}>{t("switched", { people: shown.people(people.switched) })}</p>
      {level.twoHumps ? (
        <Notice tone="caution" title={t("humps.title")}>
          <p>{t("humps.text")}</p>
        </Notice>
      ) : null}
      {substitution?.kind === "substitution" ? (
        <p className={styles.soft} data-part="substitution">
          {t("substitution", {
            limit: shown.mean(substitution.limit),
            half: shown.mean(substitution.half),
            root: shown.mean(substitution.overRootTwo),
          })}
        </p>
      ) : null}
      {described.length === 0 ? null : (
        <Histogram described={described} name={name} finding={finding(level, name, names)} />
      )}
    </div>
  );
}

function Histogram(props: {
  readonly described: readonly { readonly label: string; readonly wave: Wave }[];
  readonly name: string;
  readonly finding: string;
}): React.JSX.Element {
  const t = useTranslations("resultsLevel.histogram");
  const shown = useShown();
  const { described, name } = props;
  const copies = (log: number) => shown.count(10 ** log);
  const stretch = ({ from, to }: Wave["histogram"][number]) => {
    if (from === null) return to === null ? t("everything") : t("below", { to: copies(to) });
    return to === null ? t("above", { from: copies(from) }) : t("between", { from: copies(from), to: copies(to) });
  };
  return (
    <>
      <ChartFrame
        headingLevel={4}
        finding={t("title", { name })}
        states={props.finding}
        subtitle={t("reading")}
        chart={
          <LogHistogram
            sides={described.map(({ wave }) => wave.histogram)}
            names={described.map(({ label }) => label)}
            locale={shown.locale}
            below={t("belowLimit")}
            above={t("aboveLimit")}
            unit={t("unit")}
          />
        }
        summary={described
          .map(
            ({ label, wave }) =>
              `${label}: ${wave.histogram.map((bar) => `${stretch(bar)} ${shown.count(bar.count)}`).join(", ")}`,
          )
          .join("; ")}
      />
      <TableBeside label={t("table")}>
        {described.map(({ label, wave }) => (
          <FigureTable
            key={label}
            caption={t("caption", { name, time: label })}
            head={[t("stretch", { time: label }), t("people")]}
            rows={wave.histogram.map((bar) => ({
              id: `${bar.from} ${bar.to}`,
              cells: [stretch(bar), shown.count(bar.count)],
            }))}
          />
        ))}
      </TableBeside>
    </>
  );
}

function ComparedPart(props: {
  readonly compared: NonNullable<LevelChange["compared"]>;
  readonly own: string;
  readonly other: string;
}): React.JSX.Element {
  const t = useTranslations("resultsLevel.compared");
  const shown = useShown();
  const figure = useFigure();
  const { compared, own, other } = props;
  const { changeDifference, afterDifference, ranks } = compared;
  const rows = [
    { id: "change", value: changeDifference },
    { id: "after", value: afterDifference },
  ] as const;
  return (
    <div className={styles.figure} data-part="level-compared">
      <h3>{t("title", { own, other })}</h3>
      <FigureTable
        caption={t("title", { own, other })}
        head={[t("what"), t("difference"), t("p")]}
        rows={rows.map(({ id, value }) => ({
          id,
          cells: [t(id), figure(value), value.kind === "estimate" ? shown.test(value) : shown.none],
        }))}
      />
      <p>
        {ranks.kind === "test" ? t("ranks", { p: shown.p(ranks.pValue) }) : t("noRanks", { reason: shown.why(ranks) })}
      </p>
    </div>
  );
}

/** Which programs made the figures. */
function Programs({ change }: { readonly change: LevelChange }): React.JSX.Element {
  const t = useTranslations("resultsLevel");
  const { provenance } = change.frame;
  const { change: mean } = change.own;
  return (
    <p className={styles.soft}>
      {t("program", { analysis: provenance.analysis, version: provenance.version })}{" "}
      {mean.kind === "estimate" ? t("method", { method: mean.method }) : null}
    </p>
  );
}

/** A figure on the logarithmic scale, or why there is none. */
function useFigure(): (figure: NonNullable<Figure>) => string {
  const t = useTranslations("resultsLevel.withheldShort");
  const shown = useShown();
  return (figure) => (figure.kind === "withheld" ? t(figure.rule) : shown.estimate(figure));
}

function isWave(wave: CohortLevel["before"]): wave is Wave {
  return "histogram" in wave;
}
