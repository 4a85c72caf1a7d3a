/** Where a database keeps its own client, which is bound to no programme. Kept by name: a bundler may hold this file twice. */
export const WHOLE: unique symbol = Symbol.for("alongside.db.whole");
