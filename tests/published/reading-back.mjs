// Downloads read back by programs that had no part in writing them.

import { createRequire } from "node:module";
import Papa from "papaparse";

const require = createRequire(import.meta.url);
const { plugins } = require("@citation-js/core");
require("@citation-js/plugin-bibtex");
require("@citation-js/plugin-ris");

/** The references of a BibTeX or RIS file. */
export const references = (text) => plugins.input.chain(text);

/** The cells of a table, as a spreadsheet with that separator finds them. */
export function cells(text, delimiter = ",") {
  const { data, errors } = Papa.parse(text.replace(/^\uFEFF/, ""), { delimiter, newline: "\r\n", skipEmptyLines: true });
  if (delimiter === "," && errors.length > 0) throw new Error(JSON.stringify(errors[0]));
  return data;
}

/** A cell without the apostrophes that keep it from being a formula: as the file's README says. */
export function unguarded(cell) {
  const isKept = /^'(?:'*[\t\r\n]|[\s']*[=+\-@＝＋－＠])/.test(cell);
  return (isKept ? cell.slice(1) : cell).replace(/([;,\t\r\n|])'((?:[^\S\t\r\n]|')*[=+\-@＝＋－＠])/g, "$1$2");
}

/** The lines of a table by heading. */
export function linesOf(text) {
  const [headings, ...lines] = cells(text);
  return lines.map((line) => Object.fromEntries(line.map((cell, at) => [headings[at], unguarded(cell)])));
}

/** The values of a cell that holds a list of `length`. */
function values(cell, length) {
  if (length === 0) return [];
  const found = [""];
  for (const [part, escaped] of cell.matchAll(/\\(.)| \| |[^]/g)) {
    if (part === " | ") found.push("");
    else found[found.length - 1] += escaped ?? part;
  }
  if (found.length !== length) throw new Error(`${found.length} of ${length} values: ${cell}`);
  return found;
}

const number = (text) => (text === "" ? undefined : Number(text));
const words = (text) => (text === "" ? undefined : text);
/** Without what isn't there. */
const known = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
const maybe = (object) => (Object.values(object).some((value) => value !== undefined) ? known(object) : undefined);

/** Lists that stand side by side in several columns: an object for each place in them. */
function list(line, columns, make) {
  const all = columns.map((column) => line[column]);
  if (all.every((cell) => cell === "")) return [];
  const length = Math.max(...all.map((cell) => count(cell)));
  const parted = all.map((cell) => (cell === "" ? Array(length).fill("") : values(cell, length)));
  return Array.from({ length }, (_, at) => known(make(...parted.map((column) => column[at]))));
}

/** How many values a cell holds. */
const count = (cell) => [...cell.matchAll(/\\.| \| /g)].filter(([part]) => part === " | ").length + 1;

const named = (id, name) => (id === "" ? undefined : { id, name });

function figureOf(line) {
  if (line.figure_number === "") return [];
  const amount = line.amount === "not-given" ? line.amount : values(line.amount, count(line.amount)).map(Number);
  return [
    known({
      measure: line.measure,
      words: line.figure,
      amount: Array.isArray(amount) && amount.length === 1 ? amount[0] : amount,
      low: number(line.low),
      high: number(line.high),
      qualifier: line.qualifier,
      people: line.people,
      whose: list(line, ["whose", "whose_names"], (id, name) => ({ id, name })),
      whose_basis: words(line.whose_basis),
      whose_reason: words(line.whose_reason),
      wording: words(line.figure_wording),
    }),
  ];
}

const time = (line, prefix) =>
  maybe(Object.fromEntries(["from", "to", "precision", "wording", "note"].map((part) => [part, words(line[`${prefix}_${part}`])])));

const speaker = (id, name, person, office, party, partyName) => ({
  id,
  name,
  party: { id: party, name: partyName },
  person: words(person),
  office: words(office),
});

/** The rows of a table's lines: what a program would make of the file again. */
export function rowsOf(lines) {
  const rows = new Map();
  for (const line of lines) {
    const before = rows.get(line.claim);
    if (before) before.figures.push(...figureOf(line));
    else rows.set(line.claim, rowOf(line));
  }
  return [...rows.values()];
}

function rowOf(line) {
  return known({
    claim: line.claim,
    address: line.address,
    statement: line.statement,
    about: line.about,
    event: named(line.event, line.event_title),
    event_time: time(line, "event"),
    episode: named(line.episode, line.episode_title),
    topic: { id: line.topic, name: line.topic_name },
    question: line.question,
    states: list(line, ["states", "state_names", "state_whose", "state_whose_names", "state_reasons"], (state, name, whose, whoseName, reason) => ({
      state, name, whose: named(whose, whoseName), reason: words(reason),
    })),
    position: { id: line.position, name: line.position_name },
    content: line.content,
    claimants: line.claimants,
    speakers: list(line, ["speakers", "speaker_names", "speaker_persons", "speaker_offices", "parties", "party_names"], speaker),
    outlet_speaks: words(line.outlet_speaks),
    tellers: list(line, ["tellers", "teller_names", "teller_persons", "teller_offices", "teller_parties", "teller_party_names"], speaker),
    channel: words(line.channel),
    agency: named(line.agency, line.agency_name),
    against: named(line.against, line.against_name),
    denies: words(line.denies),
    summary: line.summary,
    quotations: list(line, ["quotation_languages", "quotations"], (language, text) => ({ language, text })),
    figures: figureOf(line),
    places: list(line, ["places", "place_names", "place_roles", "place_role_names", "place_exactness", "place_latitudes", "place_longitudes"],
      (id, name, role, role_name, exactness, latitude, longitude) => ({
        id, name, role, role_name, exactness, latitude: number(latitude), longitude: number(longitude),
      })),
    time: time(line, "time"),
    as_summarised: line.as_summarised === "true",
    as_printed: words(line.as_printed),
    is_variant: line.is_variant === "true",
    said: line.said,
    said_earliest: words(line.said_earliest),
    said_latest: line.said_latest,
    said_precision: line.said_precision,
    said_basis: line.said_basis,
    said_wording: words(line.said_wording),
    appearances: list(line,
      ["sources", "outlets", "outlet_names", "report_dates", "report_date_bases", "headline_languages", "headlines", "report_addresses", "parts", "paragraphs", "passages", "verbs", "appearance_notes"],
      (source, outlet, name, published, published_basis, language, text, address, part, paragraph, passage, verb, note) => ({
        source, outlet: { id: outlet, name }, published, published_basis, headline: { language, text },
        address: words(address), in: part, paragraph: number(paragraph), passage, verb: words(verb), note: words(note),
      })),
    renderings: list(line, ["rendered_appearances", "rendered_figures", "rendered_qualifiers", "renderings", "rendered_wordings"], (appearance, figure, qualifier, told, wording) => ({
      appearance: number(appearance), figure: number(figure), qualifier, words: told, wording: words(wording),
    })),
    published: line.published,
    changes: list(line, ["change_dates", "changes", "change_reasons"], (date, what, why) => ({ date, what, why })),
    known_by: words(line.known_by),
  });
}
