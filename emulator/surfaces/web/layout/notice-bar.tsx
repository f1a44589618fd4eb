import type { Notice } from "../../https/sessions.ts";

/** The bar at the top of a page after an action. Programs look for its words, tags included. */
export function Bar({ notice }: { readonly notice: Notice }) {
  return (
    <table class="bar" role={notice.ok ? "status" : "alert"}>
      <tbody>
        <tr>
          <td class={notice.ok ? "success" : "failed"}>
            <b>{notice.ok ? "Success" : "Failed"}</b>: {notice.text}
          </td>
        </tr>
      </tbody>
    </table>
  );
}
