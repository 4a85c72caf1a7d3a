import type { FileFormat } from "./format";
import { CHANGE_CSV_FORMAT } from "./formats/change-csv/format";
import { CSV_FORMAT } from "./formats/csv/format";
import { DATA_PACKAGE_FORMAT } from "./formats/data-package/format";
import { LABORATORY_FILE_FORMAT } from "./formats/laboratory-file/format";
import { R_RESULTS_FORMAT } from "./formats/r-results/format";
import { R_SCRIPT_FORMAT } from "./formats/r-script/format";
import { RELEASE_ROWS_FORMAT } from "./formats/release-rows/format";
import { REPORT_FORMAT } from "./formats/report/format";
import { STUDY_CSV_FORMAT } from "./formats/study-csv/format";
import { WORDING_PACK_FORMAT } from "./formats/wording-pack/format";
import { WORKLIST_CSV_FORMAT } from "./formats/worklist-csv/format";
import { XLSX_FORMAT } from "./formats/xlsx/format";

/** Every file format, one entry per folder below `formats/`. */
export const FILE_FORMATS = [
  CSV_FORMAT,
  STUDY_CSV_FORMAT,
  WORDING_PACK_FORMAT,
  XLSX_FORMAT,
  LABORATORY_FILE_FORMAT,
  CHANGE_CSV_FORMAT,
  R_RESULTS_FORMAT,
  R_SCRIPT_FORMAT,
  WORKLIST_CSV_FORMAT,
  RELEASE_ROWS_FORMAT,
  REPORT_FORMAT,
  DATA_PACKAGE_FORMAT,
] as const satisfies readonly FileFormat[];
