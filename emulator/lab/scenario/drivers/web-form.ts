import { elementsOf, textOf, type HtmlElement } from "../../../../protocol/html/html-reader.ts";

/** Something in a form that has a value. */
export interface WebControl {
  readonly name: string;
  readonly kind: "text" | "hidden" | "checkbox" | "choice" | "file";
  readonly label: string;
  /** The heading of the part of the form that it is in. */
  readonly section: string;
  /** What is sent unless it is changed; undefined for a check box that is not set. */
  readonly value: string | undefined;
  /** What a check box sends when it is set. */
  readonly valueWhenSet: string;
  /** What a drop-down offers. */
  readonly options: readonly string[];
  /** The texts of the row of a list that it is in. */
  readonly row: readonly string[];
}

export interface WebButton {
  readonly label: string;
  readonly name: string;
  readonly value: string;
}

/** A form of a page. */
export interface WebForm {
  readonly method: "GET" | "POST";
  readonly action: string | undefined;
  readonly sendsFiles: boolean;
  readonly controls: readonly WebControl[];
  readonly buttons: readonly WebButton[];
}

/** The forms of a page with their fields by label. */
export function readForms(root: HtmlElement): WebForm[] {
  const labels = new Map<string, string>();
  for (const element of elementsOf(root)) {
    const target = element.tag === "label" ? element.attributes["for"] : undefined;
    if (target !== undefined) labels.set(target, textOf(element));
  }
  return [...elementsOf(root)].filter(({ tag }) => tag === "form").map((form) => readForm(form, labels));
}

interface Surroundings {
  readonly section: string;
  readonly label: string;
  readonly row: readonly string[];
}

function readForm(form: HtmlElement, labels: ReadonlyMap<string, string>): WebForm {
  const controls: WebControl[] = [];
  const buttons: WebButton[] = [];
  const read = (element: HtmlElement, around: Surroundings): void => {
    const { tag, attributes } = element;
    if (tag === "button")
      buttons.push({ label: textOf(element), name: attributes["name"] ?? "", value: attributes["value"] ?? "" });
    if (["input", "select", "textarea"].includes(tag) && attributes["name"] !== undefined)
      controls.push(readControl(element, around, labels));
    const inside = surroundingsIn(element, around);
    for (const child of element.children) if (typeof child !== "string") read(child, inside);
  };
  read(form, { section: "", label: "", row: [] });
  const { method = "get", action, enctype } = form.attributes;
  const sendsFiles = enctype === "multipart/form-data";
  return { method: method.toLowerCase() === "post" ? "POST" : "GET", action, sendsFiles, controls, buttons };
}

function surroundingsIn(element: HtmlElement, around: Surroundings): Surroundings {
  const inside = (tag: string): string[] => [...elementsOf(element)].filter((each) => each.tag === tag).map(textOf);
  switch (element.tag) {
    case "fieldset":
      return { ...around, section: inside("legend")[0] ?? "" };
    case "label":
      return { ...around, label: textOf(element) };
    case "tr":
      return { ...around, row: inside("td") };
    default:
      return around;
  }
}

function readControl(element: HtmlElement, around: Surroundings, labels: ReadonlyMap<string, string>): WebControl {
  const { id = "", name = "", type = "text", value, checked, "aria-label": spoken } = element.attributes;
  const label = labels.get(id) ?? (around.label || (spoken ?? ""));
  const common = { name, label, section: around.section, row: around.row, valueWhenSet: value ?? "on", options: [] };
  if (element.tag === "select") return { ...common, kind: "choice", ...choiceOf(element) };
  if (element.tag === "textarea") return { ...common, kind: "text", value: textOf(element) };
  if (type === "checkbox" || type === "radio")
    return { ...common, kind: "checkbox", value: checked === undefined ? undefined : common.valueWhenSet };
  if (type === "file") return { ...common, kind: "file", value: "" };
  return { ...common, kind: type === "hidden" ? "hidden" : "text", value: value ?? "" };
}

function choiceOf(select: HtmlElement): Pick<WebControl, "options" | "value"> {
  const options = [...elementsOf(select)].filter(({ tag }) => tag === "option");
  const chosen = options.find(({ attributes }) => attributes["selected"] !== undefined) ?? options[0];
  return { options: options.map(textOf), value: chosen && textOf(chosen) };
}
