import { router } from "../../trpc";
import { listConflicts } from "./list-conflicts";
import { listDue } from "./list-due";
import { openForm } from "./open-form";
import { read } from "./read";
import { resolveConflict } from "./resolve-conflict";
import { save } from "./save";

export const assessmentRouter = router({ listConflicts, listDue, openForm, read, resolveConflict, save });
