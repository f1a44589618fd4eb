import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";

export interface DocumentProps {
  readonly title: string;
  /** Goes into the head after the style sheet. */
  readonly head?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** Elements that begin a line: programs read pages line by line. */
const beginsLine =
  /<(?=(?:meta|title|link|body|header|footer|nav|main|section|div|form|fieldset|table|thead|tbody|tr|ul|li|h1|h2|p|select|option)\b)/g;

/** Clients look for the hidden field and its value as the last thing on the line of the form's own tag. */
const formId = /(<input type="hidden" name="sessionid" id="sessionid" value="[^"]*")\/>/g;

/** A whole HTML document as text. */
export function renderDocument(props: DocumentProps): string {
  const html = renderToString(<Document {...props} />);
  return `<!DOCTYPE html>${html.replaceAll(beginsLine, "\n<").replaceAll(formId, "$1>\n")}\n`;
}

function Document({ title, head, children }: DocumentProps) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="icon" type="image/svg+xml" href="/static/icon.svg" />
        <link rel="stylesheet" href="/static/twin.css" />
        {head}
      </head>
      <body>{children}</body>
    </html>
  );
}
