/**
 * How a session stands with the second step of signing in. `none`: the person has not set one up. `waiting`: they have,
 * and this session has not passed it, so it may do nothing but pass it. `passed`: it has.
 */
export type SecondFactorState = "none" | "waiting" | "passed";
