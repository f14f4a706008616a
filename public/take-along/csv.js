// CSV (RFC 4180): a plain table with one heading line, for spreadsheets. A claim takes a line for
// each of its figures, and one where it has none, so that a figure's number, measure and qualifier
// stand in cells of their own; the claim's id is in each.
//
// No cell can start a formula, whatever separator the spreadsheet takes: see `guarded`.

export const type = "text/csv;charset=utf-8";

/** Without it spreadsheets take UTF-8 for something else, and Arabic comes out as noise. */
const BOM = "\uFEFF";

/**
 * The columns. After the colon, where the heading says it otherwise, the way to what stands in
 * them: from the claim's row, from `figure`, the line's own, or from `dataset`, which every line
 * carries so that a line copied elsewhere still says whose data it is.
 */
const COLUMNS = `
claim about event:event.id event_title:event.name event_from:event_time.from event_to:event_time.to
event_precision:event_time.precision event_wording:event_time.wording event_note:event_time.note
episode:episode.id episode_title:episode.name topic:topic.id topic_name:topic.name question claimants
parties:speakers.party.id party_names:speakers.party.name position:position.id
position_name:position.name content summary figure_number:figure.number figure:figure.words
measure:figure.measure amount:figure.amount low:figure.low high:figure.high qualifier:figure.qualifier
people:figure.people whose:figure.whose.id whose_names:figure.whose.name
whose_basis:figure.whose_basis whose_reason:figure.whose_reason figure_wording:figure.wording
said said_earliest said_latest said_precision said_basis said_wording known_by
speakers:speakers.id speaker_names:speakers.name speaker_persons:speakers.person
speaker_offices:speakers.office outlet_speaks tellers:tellers.id teller_names:tellers.name
teller_persons:tellers.person teller_offices:tellers.office teller_parties:tellers.party.id
teller_party_names:tellers.party.name channel agency:agency.id agency_name:agency.name
against:against.id against_name:against.name denies quotations:quotations.text
quotation_languages:quotations.language places:places.id place_names:places.name
place_roles:places.role place_role_names:places.role_name place_exactness:places.exactness
place_latitudes:places.latitude place_longitudes:places.longitude time_from:time.from
time_to:time.to time_precision:time.precision time_wording:time.wording time_note:time.note
states:states.state state_names:states.name state_whose:states.whose.id
state_whose_names:states.whose.name state_reasons:states.reason is_variant as_summarised as_printed
sources:appearances.source outlets:appearances.outlet.id outlet_names:appearances.outlet.name
report_dates:appearances.published report_date_bases:appearances.published_basis
headlines:appearances.headline.text headline_languages:appearances.headline.language
report_addresses:appearances.address parts:appearances.in paragraphs:appearances.paragraph
passages:appearances.passage verbs:appearances.verb appearance_notes:appearances.note
rendered_appearances:renderings.appearance rendered_figures:renderings.figure
rendered_qualifiers:renderings.qualifier renderings:renderings.words rendered_wordings:renderings.wording statement
published change_dates:changes.date changes:changes.what change_reasons:changes.why address
title:dataset.title publisher:dataset.publisher licence:dataset.licence
licence_address:dataset.licence_address licence_note:dataset.licence_note corpus:dataset.corpus
language:dataset.language language_note:dataset.language_note time_zone:dataset.time_zone
data_date:dataset.data_date link:dataset.link as_of:dataset.as_of as_of_note:dataset.as_of_note`
  .trim()
  .split(/\s+/)
  .map((column) => column.split(":"))
  .map(([heading, way = heading]) => ({ heading, way: way.split(".") }));

/** What a way leads to; of a list, what it leads to in each. */
function found(value, [name, ...rest]) {
  if (Array.isArray(value)) return value.map((one) => found(one, [name, ...rest]));
  return rest.length && value?.[name] !== undefined ? found(value[name], rest) : value?.[name];
}

/**
 * What a spreadsheet takes for a formula's beginning, in some also in full width, spaces before it
 * or not. A cell also begins after any separator or line break where the spreadsheet expects
 * another separator than the comma. An apostrophe keeps it words; where some stand there already
 * one more does, so that taking one off again always gives what was there.
 */
const STARTS_A_CELL = /^(?:'*[\t\r\n]|[\s']*[=+\-@＝＋－＠])/;
const STARTS_A_PART = /([;,\t\r\n|])((?:[^\S\t\r\n]|')*[=+\-@＝＋－＠])/g;

/** Words that no spreadsheet runs. */
function guarded(text) {
  const inside = text.replace(STARTS_A_PART, "$1'$2");
  return STARTS_A_CELL.test(inside) ? `'${inside}` : inside;
}

/** A list's values in one cell, " | " between them; a bar in a value has a backslash before it. */
const joined = (values) => values.map((value) => String(value ?? "").replace(/[\\|]/g, "\\$&")).join(" | ");

/** A number alone is a number to a spreadsheet, and no formula. */
function cell(value) {
  const only = Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (typeof only === "number") return String(only);
  const text = guarded(Array.isArray(value) ? joined(value) : String(value ?? ""));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const line = (cells) => `${cells.join(",")}\r\n`;

export const begin = () => BOM + line(COLUMNS.map(({ heading }) => heading));

export function claim({ row }, dataset) {
  const figures = row.figures.length ? row.figures : [undefined];
  const lines = figures.map((figure, at) => {
    const own = { ...row, dataset, figure: figure && { ...figure, number: at + 1 } };
    return line(COLUMNS.map(({ way }) => cell(found(own, way))));
  });
  return lines.join("");
}

export const end = () => "";
