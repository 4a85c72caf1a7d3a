import { Button } from "@alongside/ui/primitives/button";
import { useTranslations } from "next-intl";
import { FailureNotice } from "@/features/failure/failure-notice";
import styles from "./outcome.module.css";
import { useFigures } from "./use-figures";
import type { useLongRows } from "./use-long-rows";

/** Starting the long rows, watching them, stopping them, and what became of them. */
export function LongControls({ long }: { readonly long: ReturnType<typeof useLongRows> }): React.JSX.Element {
  const t = useTranslations("outcomeLong");
  const { state, starting } = long;
  const ended = state !== null && state.kind !== "running" ? state.kind : null;
  return (
    <div className={styles.progress} data-long={state?.kind ?? "none"}>
      {state === null && !starting ? <p className={styles.soft}>{t("what")}</p> : null}
      {/* Said once when it ends; the share that is done changes too often to be read out. */}
      <p role="status" className={ended === null ? "visually-hidden" : undefined}>
        {ended === null ? "" : t(ended)}
      </p>
      {state?.kind === "running" ? <Running long={long} done={state.done} total={state.total} /> : null}
      {state?.kind === "running" || state?.kind === "done" ? null : (
        <p>
          <Button kind="primary" onClick={long.start} disabled={starting}>
            {t(ended === null ? "start" : "again")}
          </Button>
        </p>
      )}
      {long.error ? <FailureNotice error={long.error} /> : null}
    </div>
  );
}

function Running(props: {
  readonly long: ReturnType<typeof useLongRows>;
  readonly done: number;
  readonly total: number;
}): React.JSX.Element {
  const t = useTranslations("outcomeLong");
  const figures = useFigures();
  const { long, done, total } = props;
  return (
    <>
      <p>{t("running", { share: figures.share(total === 0 ? 0 : done / total) })}</p>
      <progress aria-label={t("progress")} max={Math.max(1, total)} value={done} />
      <p>
        <Button onClick={long.cancel} disabled={long.cancelling}>
          {t(long.cancelling ? "cancelling" : "cancel")}
        </Button>
      </p>
    </>
  );
}
