import type { Environment } from "./environment";
import type { RValue } from "./values";

/** What `return` throws to reach the function it leaves. */
export class ReturnSignal {
  constructor(
    readonly environment: Environment,
    readonly value: RValue,
  ) {}
}

/** What `break` and `next` throw to reach their loop. */
export class LoopSignal {
  constructor(readonly ends: boolean) {}
}
