import { feedbackExpressions, type FeedbackExpression } from "../../../model/feedback-expressions.ts";

/** So many expressions take place in one registration: the limit of the kin of the product for one connection. */
export const MOST_EXPRESSIONS = 15;

export type ExpressionFound =
  | {
      readonly ok: true;
      /** As the product keeps it, with a slash before it: `/Event/CallConnected`, `/Status`. */
      readonly expression: string;
      readonly selected: readonly FeedbackExpression[];
    }
  | { readonly ok: false; readonly reason: string };

/** What an expression selects: a row of the table, or all rows below a path. Any case; a slash before it may be left out. */
export function findExpression(typed: string): ExpressionFound {
  const wanted = typed.trim().replace(/^\//, "").replace(/\/$/, "").toLowerCase();
  const selected = feedbackExpressions.filter(({ path }) => `${path.toLowerCase()}/`.startsWith(`${wanted}/`));
  const [first] = selected;
  if (!first) {
    const paths = ["Status", "Event", ...feedbackExpressions.map(({ path }) => path)].join(", ");
    return { ok: false, reason: `"${typed}" is not a feedback expression: one of ${paths}` };
  }
  const expression = `/${first.path.slice(0, wanted.length)}`;
  return { ok: true, expression, selected };
}
