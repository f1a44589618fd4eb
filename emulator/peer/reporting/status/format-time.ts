import type { Instant } from "../../../world/duration.ts";

/** `YYYY-MM-DD HH:MM:SS`, as status elements print moments. */
export const formatTime = (moment: Instant): string => new Date(moment).toISOString().slice(0, 19).replace("T", " ");
