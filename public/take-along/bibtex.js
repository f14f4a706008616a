// BibTeX: an entry for the dataset as it is shown, and one for each claim.

import { notes } from "./about.js";
import { citationOf, line } from "./citation.js";

export const type = "application/x-bibtex;charset=utf-8";

/** What TeX would take for a command. Braces as words, since BibTeX counts even escaped ones. */
const COMMANDS = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** Text that TeX sets as it stands. */
export const escaped = (text) =>
  line(text).replace(/[\\{}~^$&#%_]/g, (letter) => COMMANDS[letter] ?? `\\${letter}`);

/** Addresses are set as they stand; what could end the field, or isn't for addresses, is encoded. */
const address = (url) => url.replace(/[\s\\{}"<>^`|]/g, encodeURIComponent);

/** Names of institutions stand in braces of their own: nothing in them is a first or a last name. */
const people = (names) => names.map((name) => `{${escaped(name)}}`).join(" and ");

function date(day) {
  const [year, month, of] = day?.split("-") ?? [];
  return year ? { year, month: String(Number(month)), day: String(Number(of)) } : {};
}

function entry(key, fields) {
  const lines = Object.entries(fields).filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${key},\n${lines.join(",\n")}\n}\n\n`;
}

export const begin = (about) =>
  entry(`qawlan-${about.id}-${about.language}`, {
    author: people([about.publisher]),
    title: escaped(`${about.title}: ${about.subtitle}`),
    ...date(about.data_date),
    url: address(about.link),
    language: about.language,
    note: escaped(notes(about).join(" ")),
  });

export function claim({ row }, about) {
  const { authors, title, day, said, quotations, figures, origin, reports, marks } = citationOf(row, about);
  return entry(row.claim, {
    author: people(authors),
    title: escaped(title),
    ...date(day),
    howpublished: escaped(reports.join("; ")),
    url: address(row.address),
    language: about.language,
    note: escaped([...said, ...figures, ...quotations, ...origin, ...marks, about.licence_note, about.data_date].join("; ")),
  });
}

export const end = () => "";
