// Plain text: the dataset as it is shown, then a paragraph for each claim, to be quoted as it stands.

import { notes } from "./about.js";
import { citationOf, line } from "./citation.js";

export const type = "text/plain;charset=utf-8";

/** Lines with nothing empty among them, and an empty one after them. */
const paragraph = (lines) => `${lines.filter(Boolean).map(line).join("\n")}\n\n`;

export const begin = (about) =>
  paragraph([`${about.title}: ${about.subtitle}`, about.publisher, ...notes(about), about.link]);

export function claim({ row }, about) {
  const { authors, title, said, position, quotations, figures, origin, reports, marks } = citationOf(row, about);
  return paragraph([
    [authors.join(about.words.and), position, ...said].join(" · "),
    title,
    ...quotations,
    ...figures,
    ...marks,
    [...origin, ...reports].join(" · "),
    row.address,
  ]);
}

export const end = () => "";
