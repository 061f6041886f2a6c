import { createContext } from "preact";
import type { SaveSegment } from "../api/segment";

/** Who saves segments; absent: nobody, and nothing offers it. */
export const Saving = createContext<SaveSegment | undefined>(undefined);
