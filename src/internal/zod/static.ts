import * as z from "zod";

/** zod for browsers and bundlers, where a static import is the only synchronous one. */
export const loadZod = (): typeof z => z;
