// Shows of the page what its address asks for. The style sheet knows what that means; it is said on
// <html>, which stays when the app takes the page over.

import { html, query } from "./page.js";

const KNOWN = {
  view: ["losses", "list", "map", "timeline"],
  theme: ["light", "dark"],
  controls: ["on"],
};

/** Sets what is asked for, leaving out what isn't known. */
export function showAsAsked() {
  for (const [name, values] of Object.entries(KNOWN)) {
    const value = query.get(name);
    if (values.includes(value)) html.dataset[name] = value;
  }
  const topic = query.get("row") ?? "";
  if (/^[a-z0-9-]{1,99}$/.test(topic)) showOnly(topic);
}

/** Has the page's own sheet show one topic's rows alone, if the page has any. */
function showOnly(topic) {
  const other = `:not([data-topic="${topic}"])`;
  const rule = `main:has([data-topic="${topic}"]) :is(.row${other},.row${other}+.third,.band${other}){display:none}`;
  try {
    document.querySelector("style").sheet.insertRule(rule);
    html.dataset.row = topic;
  } catch {
    // Then all rows stand there.
  }
}

/** Where a subject has no such part or topic, what it has is shown. */
export function dropWhatIsMissing() {
  const { row, view } = html.dataset;
  if (!document.querySelector(`[data-part="${view}"]`)) delete html.dataset.view;
  if (!document.querySelector(`[data-topic="${row}"]`)) delete html.dataset.row;
}

/** Obeys the host's wish for light or dark; any other word follows the reader's. */
export function setTheme(theme) {
  if (KNOWN.theme.includes(theme)) html.dataset.theme = theme;
  else if (theme === "follow") delete html.dataset.theme;
}
