import type { Action } from "../kinds.ts";
import { labActions } from "./lab-actions.ts";
import { page } from "./page.ts";
import { get, put, request } from "./requests.ts";
import { cli, root } from "./shells.ts";

/** Everything that a step can do. A row is all that a new kind needs. */
export const doTable: readonly Action[] = [cli, root, page, get, put, request, ...labActions];
