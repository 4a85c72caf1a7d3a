"use client";

import { createContext } from "react";

/** How wide charts that measure themselves are to be drawn, in CSS pixels; null where they take the room they have. */
export const DrawnWidth = createContext<number | null>(null);
