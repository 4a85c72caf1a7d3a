import { router } from "../../trpc";
import { changeStatus } from "./change-status";
import { enrol } from "./enrol";
import { findAlike } from "./find-alike";
import { findByCode } from "./find-by-code";
import { list } from "./list";
import { read } from "./read";

export const participantRouter = router({ changeStatus, enrol, findAlike, findByCode, list, read });
