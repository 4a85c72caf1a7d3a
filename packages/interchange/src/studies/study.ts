import type { StudyMappingInput } from "../formats/study-csv/mapping";

/** Where a shipped data set comes from and under which terms it may be passed on. */
export interface StudyProvenance {
  /** The publication that reports the study. */
  readonly citation: string;
  /** Absent where the publication has none. */
  readonly doi?: string;
  /** The package the data were taken from, and its name there: package::object (version). */
  readonly packageObject: string;
  readonly licence: string;
}

/**
 * A real study that comes with the product, ready to be imported: its file, what its columns mean, and where it is from.
 * Real people's values, published without identity; never simulated.
 */
export interface ShippedStudy {
  readonly slug: string;
  readonly title: { readonly en: string; readonly zh: string };
  readonly summary: { readonly en: string; readonly zh: string };
  readonly provenance: StudyProvenance;
  readonly fileName: string;
  /** The file as text. The same bytes stand in `studies/<slug>/data.csv` for people to open; a test compares them. */
  readonly csv: string;
  /** Rows below the header. */
  readonly rows: number;
  readonly mapping: StudyMappingInput;
}
