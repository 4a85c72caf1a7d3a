import { router } from "../../trpc";
import { begin } from "./begin";
import { form } from "./form";
import { submit } from "./submit";

export const handoverRouter = router({ begin, form, submit });
