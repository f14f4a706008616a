// Compares a copy with what the site has now, by the small file in which the site says which state a
// record is in. Where it may not ask, or nobody answers, the copy stays what it says it is.

import { html } from "./page.js";

/** A correction in words, with its day. */
function item({ day, what, why }) {
  const item = document.createElement("li");
  const when = document.createElement("b");
  when.textContent = day;
  item.append(when, ` · ${what} ${why}`);
  return item;
}

/** Says that the record has changed, and what the site says of it. */
function tell(changes) {
  const news = document.querySelector(".pin-news");
  news.textContent = news.dataset.changed;
  if (changes.length === 0) return;
  const list = document.createElement("ul");
  list.append(...changes.map(item));
  news.after(list);
}

export async function tellNews() {
  const { pin, known, version } = html.dataset;
  try {
    const response = await fetch(new URL(version, document.baseURI), { cache: "no-store", credentials: "omit" });
    const now = response.ok && (await response.json());
    // Corrections are added at the end, and none is taken out.
    if (now && now.version !== pin) tell(now.changes.slice(Number(known)));
  } catch {
    // The copy is whole without it.
  }
}
