import { router } from "../../trpc";
import { listReadings } from "./list-readings";
import { read } from "./read";
import { remove } from "./remove";
import { save } from "./save";
import { status } from "./status";

export const contactDetailsRouter = router({ listReadings, read, remove, save, status });
