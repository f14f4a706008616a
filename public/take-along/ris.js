// RIS: a reference for the dataset as it is shown, and one for each claim. A value is one line: a
// line break could begin a tag.

import { notes } from "./about.js";
import { citationOf, line } from "./citation.js";

export const type = "application/x-research-info-systems;charset=utf-8";

/** A comma would part a last name from a first one; these names are whole. */
const author = (name) => line(name).replace(/\s*[,،]\s*/g, " · ");

const date = (day) => [["PY", day?.slice(0, 4)], ["DA", day?.replaceAll("-", "/")]];

function reference(type, tags) {
  const lines = [["TY", type], ...tags].filter(([, value]) => value).map(([tag, value]) => `${tag}  - ${line(value)}\r\n`);
  return `${lines.join("")}ER  - \r\n\r\n`;
}

export const begin = (about) =>
  reference("DATA", [
    ["AU", author(about.publisher)],
    ["TI", `${about.title}: ${about.subtitle}`],
    ...date(about.data_date),
    ["UR", about.link],
    ["LA", about.language],
    ...notes(about).map((note) => ["N1", note]),
  ]);

export function claim({ row }, about) {
  const { authors, title, day, said, quotations, figures, origin, reports, marks } = citationOf(row, about);
  return reference("GEN", [
    ...authors.map((name) => ["AU", author(name)]),
    ["TI", title],
    ...date(day),
    ["UR", row.address],
    ["PB", about.publisher],
    ["LA", about.language],
    ["AB", [...figures, ...quotations].join("; ")],
    ...[...said, ...origin, ...reports, ...marks, `${about.licence_note} ${about.data_date}`].map((note) => ["N1", note]),
  ]);
}

export const end = () => "";
