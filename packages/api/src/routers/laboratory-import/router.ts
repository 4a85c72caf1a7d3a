import { router } from "../../trpc";
import { answer } from "./answer";
import { beginUpload } from "./begin-upload";
import { cancel } from "./cancel";
import { check } from "./check";
import { discard } from "./discard";
import { finishUpload } from "./finish-upload";
import { list } from "./list";
import { listLaboratories } from "./list-laboratories";
import { read } from "./read";
import { rows } from "./rows";
import { run } from "./run";
import { saveLaboratory } from "./save-laboratory";
import { saveMapping } from "./save-mapping";
import { sendPiece } from "./send-piece";
import { suggestMapping } from "./suggest-mapping";

/** The error file is a plain request: see error-file.ts. */
export const laboratoryImportRouter = router({
  answer,
  beginUpload,
  cancel,
  check,
  discard,
  finishUpload,
  list,
  listLaboratories,
  read,
  rows,
  run,
  saveLaboratory,
  saveMapping,
  sendPiece,
  suggestMapping,
});
