import { createContext } from "preact";
import type { Say } from "../api/feedback";

/** Who listens to what is said about answers; by default nobody. */
export const Feedback = createContext<Say>(() => Promise.resolve(false));
