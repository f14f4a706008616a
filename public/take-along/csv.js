// CSV: a plain table with one heading line, for spreadsheets. A claim takes a line for each of its
// figures, and one where it has none, so that a figure's number, measure and qualifier stand in
// cells of their own; the claim's id is in each.
//
// No cell can start a formula, whatever separator the spreadsheet takes: see `guarded`.

import { csvFormatRow } from "d3-dsv";

export const type = "text/csv;charset=utf-8";

/** Without it spreadsheets take UTF-8 for something else, and Arabic comes out as noise. */
const BOM = "\uFEFF";

/**
 * What a spreadsheet takes for a formula's beginning, in some also in full width, spaces before it
 * or not. A cell also begins after any separator or line break where the spreadsheet expects
 * another separator than the comma. An apostrophe keeps it words; where some stand there already
 * one more does, so that taking one off again always gives what was there.
 */
const STARTS_A_CELL = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;
const STARTS_A_PART = /([;,\t\r\n|])('*[=+\-@＝＋－＠])/g;

/** Words that no spreadsheet runs. */
export function guarded(text) {
  const inside = text.replace(STARTS_A_PART, "$1'$2");
  return STARTS_A_CELL.test(inside) ? `'${inside}` : inside;
}

/** Values of one cell: between them " | "; a bar in a value has a backslash before it. One number
 *  alone stays a number. */
const joined = (values) =>
  values.length === 1 && typeof values[0] === "number"
    ? values[0]
    : values.map((value) => String(value ?? "").replace(/[\\|]/g, "\\$&")).join(" | ");

const list = (name, of) => (row) => joined(row[name].map(of));
const of = (name, part) => (row) => row[name]?.[part];

const ids = ({ id }) => id;
const names = ({ name }) => name;

/** The columns: heading, and what stands in them for a row, one of its figures, and the view. */
const COLUMNS = [
  ["claim", (row) => row.claim],
  ["about", (row) => row.about],
  ["event", of("event", "id")],
  ["event_title", of("event", "name")],
  ["event_from", of("event_time", "from")],
  ["event_to", of("event_time", "to")],
  ["event_precision", of("event_time", "precision")],
  ["event_wording", of("event_time", "wording")],
  ["event_note", of("event_time", "note")],
  ["episode", of("episode", "id")],
  ["episode_title", of("episode", "name")],
  ["topic", of("topic", "id")],
  ["topic_name", of("topic", "name")],
  ["question", (row) => row.question],
  ["claimants", (row) => row.claimants],
  ["parties", list("speakers", ({ party }) => party.id)],
  ["party_names", list("speakers", ({ party }) => party.name)],
  ["position", of("position", "id")],
  ["position_name", of("position", "name")],
  ["content", (row) => row.content],
  ["summary", (row) => row.summary],
  ["figure_number", (row, figure, nth) => figure && nth + 1],
  ["figure", (row, figure) => figure?.words],
  ["measure", (row, figure) => figure?.measure],
  ["amount", (row, figure) => figure && (Array.isArray(figure.amount) ? figure.amount.join("–") : figure.amount)],
  ["low", (row, figure) => figure?.low],
  ["high", (row, figure) => figure?.high],
  ["qualifier", (row, figure) => figure?.qualifier],
  ["people", (row, figure) => figure?.people],
  ["whose", (row, figure) => figure && joined(figure.whose.map(ids))],
  ["whose_names", (row, figure) => figure && joined(figure.whose.map(names))],
  ["whose_basis", (row, figure) => figure?.whose_basis],
  ["whose_reason", (row, figure) => figure?.whose_reason],
  ["figure_wording", (row, figure) => figure?.wording],
  ["said", (row) => row.said],
  ["said_earliest", (row) => row.said_earliest],
  ["said_latest", (row) => row.said_latest],
  ["said_precision", (row) => row.said_precision],
  ["said_basis", (row) => row.said_basis],
  ["said_wording", (row) => row.said_wording],
  ["known_by", (row) => row.known_by],
  ["speakers", list("speakers", ids)],
  ["speaker_names", list("speakers", names)],
  ["speaker_persons", list("speakers", ({ person }) => person)],
  ["speaker_offices", list("speakers", ({ office }) => office)],
  ["outlet_speaks", (row) => row.outlet_speaks],
  ["tellers", list("tellers", ids)],
  ["teller_names", list("tellers", names)],
  ["teller_persons", list("tellers", ({ person }) => person)],
  ["teller_offices", list("tellers", ({ office }) => office)],
  ["teller_parties", list("tellers", ({ party }) => party.id)],
  ["teller_party_names", list("tellers", ({ party }) => party.name)],
  ["channel", (row) => row.channel],
  ["agency", of("agency", "id")],
  ["agency_name", of("agency", "name")],
  ["against", of("against", "id")],
  ["against_name", of("against", "name")],
  ["denies", (row) => row.denies],
  ["quotations", list("quotations", ({ text }) => text)],
  ["quotation_languages", list("quotations", ({ language }) => language)],
  ["places", list("places", ids)],
  ["place_names", list("places", names)],
  ["place_roles", list("places", ({ role }) => role)],
  ["place_role_names", list("places", ({ role_name }) => role_name)],
  ["place_exactness", list("places", ({ exactness }) => exactness)],
  ["place_latitudes", list("places", ({ latitude }) => latitude)],
  ["place_longitudes", list("places", ({ longitude }) => longitude)],
  ["time_from", of("time", "from")],
  ["time_to", of("time", "to")],
  ["time_precision", of("time", "precision")],
  ["time_wording", of("time", "wording")],
  ["time_note", of("time", "note")],
  ["states", list("states", ({ state }) => state)],
  ["state_names", list("states", names)],
  ["state_whose", list("states", ({ whose }) => whose?.id)],
  ["state_whose_names", list("states", ({ whose }) => whose?.name)],
  ["state_reasons", list("states", ({ reason }) => reason)],
  ["is_variant", (row) => row.is_variant],
  ["as_summarised", (row) => row.as_summarised],
  ["as_printed", (row) => row.as_printed],
  ["sources", list("appearances", ({ source }) => source)],
  ["outlets", list("appearances", ({ outlet }) => outlet.id)],
  ["outlet_names", list("appearances", ({ outlet }) => outlet.name)],
  ["report_dates", list("appearances", ({ published }) => published)],
  ["report_date_bases", list("appearances", ({ published_basis }) => published_basis)],
  ["headlines", list("appearances", ({ headline }) => headline.text)],
  ["headline_languages", list("appearances", ({ headline }) => headline.language)],
  ["report_addresses", list("appearances", ({ address }) => address)],
  ["parts", list("appearances", (appearance) => appearance.in)],
  ["paragraphs", list("appearances", ({ paragraph }) => paragraph)],
  ["passages", list("appearances", ({ passage }) => passage)],
  ["verbs", list("appearances", ({ verb }) => verb)],
  ["appearance_notes", list("appearances", ({ note }) => note)],
  ["statement", (row) => row.statement],
  ["published", (row) => row.published],
  ["change_dates", list("changes", ({ date }) => date)],
  ["changes", list("changes", ({ what }) => what)],
  ["change_reasons", list("changes", ({ why }) => why)],
  ["address", (row) => row.address],
  // Every line carries whose data it is, so that a line copied elsewhere still does.
  ...[
    "title", "publisher", "licence", "licence_address", "licence_note", "corpus",
    "language", "language_note", "time_zone", "data_date", "link", "as_of", "as_of_note",
  ].map((name) => [name, (row, figure, nth, about) => about[name]]),
];

/** The headings. */
export const HEADINGS = COLUMNS.map(([heading]) => heading);

/** A number is a number to a spreadsheet, and no formula. */
const cell = (value) => (typeof value === "string" ? guarded(value) : value);

const line = (cells) => `${csvFormatRow(cells)}\r\n`;

export const begin = () => BOM + line(HEADINGS);

export function claim({ row }, about) {
  const figures = row.figures.length ? row.figures : [undefined];
  const lines = figures.map((figure, nth) => line(COLUMNS.map(([, value]) => cell(value(row, figure, nth, about)))));
  return lines.join("");
}

export const end = () => "";
