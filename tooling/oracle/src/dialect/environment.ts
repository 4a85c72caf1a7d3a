import type { Supplied } from "./arguments";
import type { RValue } from "./values";

/** An argument not yet evaluated; supplied is undefined for a default. */
interface PromisedValue {
  readonly force: () => RValue;
  readonly supplied: Supplied | undefined;
}

/** Names and their values, with the environment around it. */
export class Environment {
  private readonly slots = new Map<string, RValue | PromisedValue>();
  /** The arguments of the call this environment belongs to, as written, for substitute() and missing(). */
  private readonly arguments = new Map<string, Supplied | undefined>();
  private dots: readonly Supplied[] | undefined;
  constructor(readonly parent: Environment | undefined) {}

  get(name: string): RValue | undefined {
    const slot = this.slots.get(name);
    if (slot === undefined) return this.parent?.get(name);
    if ("kind" in slot) return slot;
    const value = slot.force();
    this.slots.set(name, value);
    return value;
  }

  /** The nearest function of this name; other values of the same name are passed over, as R does for calls. */
  getFunction(name: string): RValue | undefined {
    if (this.slots.has(name)) {
      const value = this.get(name);
      if (value?.kind === "closure" || value?.kind === "builtin") return value;
    }
    return this.parent?.getFunction(name);
  }

  set(name: string, value: RValue | PromisedValue): void {
    if (!("kind" in value)) this.arguments.set(name, value.supplied);
    this.slots.set(name, value);
  }

  /** The argument of this name as written in the call; undefined when it was not given. */
  argument(name: string): Supplied | undefined {
    return this.arguments.get(name);
  }

  setRest(rest: readonly Supplied[]): void {
    this.dots = rest;
  }
  /** Whether this is the inside of a function call, which `return` leaves. */
  isCall(): boolean {
    return this.dots !== undefined;
  }
  /** What `...` holds here. */
  rest(): readonly Supplied[] | undefined {
    return this.dots ?? this.parent?.rest();
  }

  /** Names set here, not around. */
  names(): readonly string[] {
    return [...this.slots.keys()];
  }

  /** `<<-`: the nearest environment around this one that has the name, else the outermost. */
  setOutside(name: string, value: RValue): void {
    let around = this.parent ?? this;
    while (!around.slots.has(name) && around.parent !== undefined) around = around.parent;
    around.set(name, value);
  }
}
