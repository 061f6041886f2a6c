import { createContext } from "preact";
import type { LoadChips } from "../api/chips";
import type { Keeping } from "../api/keeping";

/** What can be done with an answer besides reading it. */
export interface Acting extends Keeping {
  readonly chips: LoadChips;
}

/** Who does it; absent: nobody, and nothing offers it. */
export const Acts = createContext<Acting | undefined>(undefined);
