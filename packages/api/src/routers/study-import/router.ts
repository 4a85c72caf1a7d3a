import { router } from "../../trpc";
import { check } from "./check";
import { discard } from "./discard";
import { list } from "./list";
import { listExamples } from "./list-examples";
import { loadExample } from "./load-example";
import { read } from "./read";
import { run } from "./run";
import { suggest } from "./suggest";

/** Sending the file itself and downloading the list of problems are plain requests: see upload.ts and problem-file.ts. */
export const studyImportRouter = router({ check, discard, list, listExamples, loadExample, read, run, suggest });
