import { examine } from "../../doctor/examine.ts";
import { labCheck } from "../kinds.ts";
import { asList, linesMember } from "../members.ts";

/** What stands for no finding at all. */
const NOTHING = "nothing";

/** What the doctor finds, and nothing else. */
export const finds = labCheck({
  key: "finds",
  about:
    "xtwin doctor finds breaches of these prerequisites of the guide, by their ids, and of no others; or `nothing`.",
  example: "{ finds: [G2.4, G2.9] }",
  members: { finds: linesMember("the id of a behaviour of the guide, a list of them, or nothing") },
  mistake: ({ finds: ids }) => {
    const wrong = asList<string>(ids).find((id) => !/^G\d+\.\d+$/.test(id) && ids !== NOTHING);
    return wrong === undefined
      ? undefined
      : { path: ["finds"], reason: `"${wrong}" is not the id of a behaviour such as G2.4, nor ${NOTHING}` };
  },
  look: async ({ finds: ids }, { lab }) => {
    const { checks } = await examine(lab);
    const findings = checks.flatMap((check) => check.findings);
    const wanted = ids === NOTHING ? [] : asList<string>(ids);
    const missing = wanted.filter((id) => !findings.some(({ guide }) => guide === id));
    const others = findings.filter(({ guide }) => !wanted.includes(guide));
    if (missing.length + others.length === 0) return undefined;
    return findings.map(({ guide, seen }) => `${guide} ${seen}`).join("; ") || NOTHING;
  },
});
