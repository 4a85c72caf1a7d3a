import type { LongStrip } from "@alongside/analysis/sensitivity/long-strip";
import { useTranslations } from "next-intl";
import styles from "./outcome.module.css";
import { useFigures } from "./use-figures";

/** What the missing scores cost, how much worse they would have to be, and from which seed it all comes. */
export function LongWords(props: {
  readonly result: LongStrip;
  /** Smallest change people notice, in points; null when nobody knows. */
  readonly points: number | null;
}): React.JSX.Element {
  const t = useTranslations("outcomeLong");
  const figures = useFigures();
  const { bootstrap, imputation } = props.result;
  return (
    <div className={styles.words}>
      {imputation === null ? <p>{t("complete")}</p> : null}
      {imputation?.tipping ? <Tipping tipping={imputation.tipping} points={props.points} /> : null}
      {imputation?.pooled.kind === "pooled" ? (
        <p>{t("information", { share: figures.share(imputation.pooled.fractionOfMissingInformation) })}</p>
      ) : null}
      <p className={styles.soft}>
        {t("seed", {
          resamples: figures.count(bootstrap.resamples),
          imputations: figures.count(imputation?.imputations ?? 0),
          seed: bootstrap.seed.join(" "),
        })}
      </p>
    </div>
  );
}

function Tipping(props: {
  readonly tipping: NonNullable<NonNullable<LongStrip["imputation"]>["tipping"]>;
  readonly points: number | null;
}): React.JSX.Element | null {
  const t = useTranslations("outcomeLong");
  const figures = useFigures();
  const { tipping, points } = props;
  switch (tipping.kind) {
    case "insufficient-data":
      return null;
    case "no-tipping-point":
      return <p data-fact="tipping">{t("noTipping", { shift: figures.mean(Math.abs(tipping.to)) })}</p>;
    case "tipping-point": {
      const shift = Math.abs(tipping.shift);
      const held =
        points === null ? "" : t(shift > points ? "tippingMore" : "tippingLess", { points: figures.score(points) });
      return (
        <p data-fact="tipping">
          {t("tipping", { shift: figures.mean(shift) })} {held}
        </p>
      );
    }
  }
}
