// What a claim's citation says, whatever its form: the claimant is the author, the project's wording
// the title, and the rest says when and where it stands.

import { fill } from "./about.js";

/** One line, as it is read. */
export const line = (text) => text.replace(/\s+/g, " ").trim();

/** The day of a statement that its report dates to one. */
function dayOf({ said_basis, said_precision, said_earliest, said_latest }) {
  const isDated = said_basis === "stated" && said_precision !== "unknown";
  const day = said_latest.slice(0, 10);
  return isDated && (said_earliest ?? said_latest).slice(0, 10) === day ? day : undefined;
}

/** A speaker with the party, which its own name may hold. */
const speaker = ({ name, party }) => (name.includes(party.name) ? name : `${name} (${party.name})`);

/** Who makes the claim: each speaker, or the outlet. */
const authors = ({ speakers, claimants }) => (speakers.length ? speakers.map(speaker) : [claimants]);

/** A figure with whose losses it counts, and why, where that is inferred. */
function figure({ words, whose, whose_reason, wording }) {
  const owners = whose.map(({ name }) => name).join(", ");
  return [words, owners && `(${owners})`, whose_reason && `[${whose_reason}]`, wording && `«${wording}»`].filter(Boolean).join(" ");
}

/** A report, and where in it the claim stands. */
function report({ outlet, published, passage, address, note }) {
  return [`${outlet.name}, ${published}, ${passage}`, note && `(${note})`, address].filter(Boolean).join(" ");
}

/** How the words came to the report. */
function origin({ channel, tellers, agency, as_summarised }, { words }) {
  return [
    channel,
    tellers.length && fill(words.told_by, { teller: tellers.map(speaker).join(words.and) }),
    agency && fill(words.agency, { agency: agency.name }),
    as_summarised && words.summarised,
  ].filter(Boolean);
}

/** What a reader must know to weigh it. */
function marks({ content, is_variant, as_printed, known_by }, { words }) {
  return [
    content === "not-carried" && words.not_carried,
    content === "not-said" && words.not_said,
    is_variant && words.variant,
    as_printed && `${words.as_printed} ${as_printed}`,
    known_by === "maybe" && words.maybe,
  ].filter(Boolean);
}

/** Everything about a claim that a citation carries. */
export function citationOf(row, about) {
  return {
    authors: authors(row).map(line),
    title: line(row.summary),
    day: dayOf(row),
    said: [row.said, row.said_wording && `«${row.said_wording}»`].filter(Boolean).map(line),
    position: row.position.name,
    quotations: row.quotations.map(({ text }) => line(`«${text}»`)),
    figures: row.figures.map(figure).map(line),
    origin: origin(row, about).map(line),
    reports: row.appearances.map(report).map(line),
    marks: marks(row, about).map(line),
    address: row.address,
  };
}
