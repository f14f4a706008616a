// Which party stands first. The build wrote the page in the dataset's order; the other is the same
// page with its two sides exchanged: their places, and what follows from the place, the shape and the
// colour. A map and marks in a list explain their signs in words, so they stay until the app draws
// them anew.

import { page, query } from "./page.js";

const KEEPS_ITS_SIGNS = ".static-map, .marks";

/** The party in the second place, where the page has two sides. */
const second = () => page().querySelector(".side-second, .loss-row-second > td")?.dataset.party;

/** The party that the build put second, once it stands first. */
let moved;

function exchangeClasses(element) {
  const names = element.getAttribute("class");
  const other = { "-first": "-second", "-second": "-first" };
  element.setAttribute("class", names.replace(/-(?:first|second)\b/g, (side) => other[side]));
}

/** A history's marks: round for the first, square for the second, around the same middle. */
function exchangeMark(mark) {
  const [, x, y, verb] = /^M(-?\d+) (-?\d+)([ah])/.exec(mark.getAttribute("d")) ?? [];
  if (!verb) return;
  const isRound = verb === "a";
  const shape = isRound ? `${y - 5}h10v10h-10Z` : `${+y + 5}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z`;
  mark.setAttribute("d", `M${x} ${shape}`);
}

/** On losses each party has a row of its own: the first party's comes first, with what others say. */
function exchangeRow(row) {
  const { topic, whose } = row.dataset;
  const isOther = ({ dataset }) => dataset.topic === topic && dataset.whose && dataset.whose !== whose;
  let before = row.previousElementSibling;
  if (before.matches(".third")) before = before.previousElementSibling;
  if (!isOther(before) || !page().querySelector(`.side-first[data-party="${whose}"]`)) return;
  const third = row.nextElementSibling;
  before.before(row);
  if (third?.matches(".third")) row.after(third);
}

/** Exchanges the two sides wherever they stand beside or below each other. */
export function exchangeSides() {
  moved = moved ? undefined : second();
  for (const element of page().querySelectorAll('[class*="-first"], [class*="-second"]')) {
    if (!element.closest(KEEPS_ITS_SIGNS)) exchangeClasses(element);
  }
  for (const first of page().querySelectorAll('[class*="-first"]')) {
    let before;
    while (/-second\b/.test((before = first.previousElementSibling)?.getAttribute("class"))) before.before(first);
  }
  // Whose losses: a table's columns stand in the order of its rows. A timeline's heads are alike.
  for (const { lastElementChild: last } of page().querySelectorAll(".loss-table tr, .timeline .sides")) {
    last.previousElementSibling.before(last);
  }
  page().querySelectorAll(".plot-mark").forEach(exchangeMark);
  for (const { dataset } of page().querySelectorAll(".cell-joint")) {
    dataset.party = dataset.party.split(" ").reverse().join(" ");
  }
  page().querySelectorAll(".row[data-whose]").forEach(exchangeRow);
}

/** Puts the party first that the address names. */
export function orderSides() {
  const first = query.get("first");
  if (first && first === second()) exchangeSides();
}

/** The address's query once the sides are exchanged as they stand now. */
export function exchangedQuery(party) {
  const wanted = new URLSearchParams(location.search);
  if (moved) wanted.delete("first");
  else wanted.set("first", party);
  return wanted;
}
