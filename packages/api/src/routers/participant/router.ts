import { router } from "../../trpc";
import { changeStatus } from "./change-status";
import { enrol } from "./enrol";
import { findByCode } from "./find-by-code";
import { list } from "./list";
import { read } from "./read";

export const participantRouter = router({ changeStatus, enrol, findByCode, list, read });
