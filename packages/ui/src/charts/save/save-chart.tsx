"use client";

import { type KeyboardEvent, type ReactNode, use, useId, useRef, useState, useSyncExternalStore } from "react";
import { Button } from "../../primitives/button";
import { tablesBeside } from "./beside";
import { ChartFilesContext, type ChartFilesSetting } from "./chart-files";
import { CHART_FORMATS, type ChartFormat, chartFileName } from "./file-name.model";
import { makeFile } from "./make-file";
import type { Picture } from "./picture";
import styles from "./save-chart.module.css";

export interface SaveChartProps {
  /** The figure the control stands in. */
  readonly figure: () => HTMLElement | null;
  /** What the figure shows; null while it shows no drawing. */
  readonly picture: () => Omit<Picture, "about" | "cautions" | "source"> | null;
  readonly ofPeople: boolean;
}

/** Saves the chart it stands beside as a picture or as its table. Nothing where the page offers no files. */
export function SaveChart(props: SaveChartProps): React.JSX.Element | null {
  const setting = use(ChartFilesContext);
  return setting === null ? null : <Control {...props} setting={setting} />;
}

const never = () => () => {};

function Control(props: SaveChartProps & { readonly setting: ChartFilesSetting }): React.JSX.Element {
  const { setting } = props;
  const { words } = setting;
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const [formats, setFormats] = useState<readonly ChartFormat[] | null>(null);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<ReactNode>(null);
  const ready = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const toggle = () => {
    setSaid(null);
    setFormats(formats === null ? offered(props) : null);
  };
  const close = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || formats === null) return;
    setFormats(null);
    opener.current?.focus();
  };
  const save = async (format: ChartFormat) => {
    if (busy) return;
    setBusy(true);
    setSaid(await saved(props, format));
    setBusy(false);
  };
  return (
    <div className={styles.save} data-ready={ready} data-save="chart">
      <Button
        ref={opener}
        size="small"
        aria-expanded={formats !== null}
        aria-controls={formats === null ? undefined : id}
        onClick={toggle}
        onKeyDown={close}
      >
        {words.save}
      </Button>
      {formats === null ? null : (
        <fieldset id={id} className={styles.choices} aria-label={words.choices} aria-busy={busy}>
          {formats.map((format) => (
            <Button
              key={format}
              kind="quiet"
              size="small"
              data-format={format}
              onClick={() => save(format)}
              onKeyDown={close}
            >
              {words.formats[format]}
            </Button>
          ))}
        </fieldset>
      )}
      <div role="status" className={styles.said}>
        {said}
      </div>
    </div>
  );
}

/** A picture only of what is drawn, a table only where one stands beside. */
function offered({ figure, picture }: SaveChartProps): readonly ChartFormat[] {
  const element = figure();
  const drawn = picture() !== null;
  const tables = element === null ? [] : tablesBeside(element);
  return CHART_FORMATS.filter((format) => (format === "csv" ? tables.length > 0 : drawn));
}

/** What came of saving, as it is said. */
async function saved(
  props: SaveChartProps & { readonly setting: ChartFilesSetting },
  format: ChartFormat,
): Promise<ReactNode> {
  const { setting, ofPeople } = props;
  const figure = props.figure();
  if (figure === null) return setting.words.failed;
  // Made before it is noted, so that the trail names no file that could not be made.
  const file = await makeFile(setting, format, figure, props.picture()).catch(() => null);
  if (file === null) return setting.words.failed;
  const refused = await setting.note({ format, ofPeople });
  if (refused !== null) return refused;
  const name = chartFileName(setting.stamp, placeOf(figure), format);
  handOver(file, name);
  return setting.words.saved(name);
}

/** Place of a chart among those of the page, from 1. */
function placeOf(figure: HTMLElement): number {
  return Array.from(document.querySelectorAll("figure")).indexOf(figure) + 1;
}

function handOver(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
