import { said, written } from "../rest-answer.ts";
import { textMembers, type PartHandler } from "./part-handler.ts";

/** Gives an administrator, `admin` included, another password; whoever asks has to know the present one. */
export const passwordChange: PartHandler = async (request) => {
  const { accounts } = request.device;
  const read = textMembers(request, ["Name", "CurrentPassword", "NewPassword"]);
  if (!read.ok) return read.answer;
  const { Name, CurrentPassword, NewPassword } = read.texts;
  const account = accounts.find(Name);
  if (!account?.ways.api && !account?.ways.web)
    return said(404, `there is no administrator account with the Name ${JSON.stringify(Name)}`);
  if (!(await accounts.verify(account, CurrentPassword)))
    return said(400, "CurrentPassword: it is not the password of the account");
  const result = await accounts.setPassword(Name, NewPassword, request.actor);
  return result.ok ? written(request) : said(400, `NewPassword: ${result.reason}`);
};
