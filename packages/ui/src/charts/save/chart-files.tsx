"use client";

import { createContext, type ReactNode } from "react";
import type { ChartFormat, ChartStamp } from "./file-name.model";

/** One file somebody asks for. */
export interface AskedFile {
  readonly format: ChartFormat;
  /** The chart has a line for each of single people. */
  readonly ofPeople: boolean;
}

/** What the files of all charts of a page have in common. Everything in it stands on the page too. */
export interface ChartFilesSetting {
  readonly stamp: ChartStamp;
  /** What every chart of the page is about: the measure and its unit, the people, the times. */
  readonly about: readonly string[];
  /** What has to be known before a figure is believed, such as that the data are simulated. */
  readonly cautions: readonly string[];
  readonly words: ChartFileWords;
  /** Leaves a trace of a file before anybody has it. Answers null, or what to say where there may be none. */
  readonly note: (file: AskedFile) => Promise<ReactNode>;
}

/** What the control says, in the reader's language. */
export interface ChartFileWords {
  readonly save: string;
  /** Names the choices of one chart, e.g. "Save this chart". */
  readonly choices: string;
  readonly formats: Readonly<Record<ChartFormat, string>>;
  /** Stands in every file, and beside the choices: "Alongside · 1a2b3c · 2026-11-23". */
  readonly source: string;
  /** Heading of the column that repeats the source in a table. */
  readonly sourceColumn: string;
  readonly saved: (fileName: string) => string;
  readonly failed: string;
}

/** Charts inside one of these can be saved; null where a page offers no files. */
export const ChartFilesContext = createContext<ChartFilesSetting | null>(null);

/** Lets every chart inside be saved as a picture and as its table. */
export function ChartFiles(props: {
  readonly setting: ChartFilesSetting;
  readonly children: ReactNode;
}): React.JSX.Element {
  return <ChartFilesContext value={props.setting}>{props.children}</ChartFilesContext>;
}
