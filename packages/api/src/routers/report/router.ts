import { router } from "../../trpc";
import { ask } from "./ask";
import { decide } from "./decide";
import { exportFile } from "./export";
import { list } from "./list";
import { make } from "./make";
import { open } from "./open";
import { schedule } from "./schedule";
import { schedules } from "./schedules";
import { stopSchedule } from "./stop-schedule";
import { take } from "./take";

export const reportRouter = router({
  ask,
  decide,
  export: exportFile,
  list,
  make,
  open,
  schedule,
  schedules,
  stopSchedule,
  take,
});
