//! Dates and times in a language's own form. Local time leads; UTC follows where the minute is
//! known.

use crate::domain::date::{Date, Moment, Precision, Said, When, clock};

use super::messages::{Messages, fill_plain};

impl Messages {
    /// "13 September 2022".
    pub fn date(&self, date: Date) -> String {
        self.date_by("date.day", date)
    }

    /// "13 September".
    pub fn day_and_month(&self, date: Date) -> String {
        self.date_by("date.day-and-month", date)
    }

    /// As of when: "by 13 September 2022, 16:55", or "by the end of 13 September 2022" for a day.
    pub fn as_of(&self, moment: Moment) -> String {
        let date = self.date(moment.date);
        let (key, time) = match moment.minute {
            Some(minute) => ("as-of.minute", clock(minute)),
            None => ("as-of.end-of-day", String::new()),
        };
        fill_plain(self.text(key), &[("date", &date), ("time", &time)])
    }

    /// "September 2022".
    pub fn month_of_year(&self, date: Date) -> String {
        self.date_by("date.month", date)
    }

    /// "Tuesday 13 September 2022".
    pub fn date_with_weekday(&self, date: Date) -> String {
        self.date_by("date.weekday", date)
    }

    /// "13 September 2022", "12–13 September 2022", or two whole dates.
    pub fn date_range(&self, from: Date, to: Date) -> String {
        if from == to {
            return self.date(from);
        }
        if (from.year, from.month) == (to.year, to.month) {
            let days = self.range(&from.day.to_string(), &to.day.to_string());
            let (month, year) = (self.month(to), to.year.to_string());
            let holes = [("day", days.as_str()), ("month", month.as_str()), ("year", &year)];
            return fill_plain(self.text("date.day"), &holes);
        }
        fill_plain(
            self.text("date.span"),
            &[("from", self.date(from).as_str()), ("to", self.date(to).as_str())],
        )
    }

    /// An event's time for a list: date, and the minute where it is known.
    pub fn when_short(&self, when: &When) -> String {
        let (from, to) = when.days();
        let date = match when.precision {
            Precision::Year => from.year.to_string(),
            Precision::Month => self.month_of_year(from),
            _ => self.date_range(from, to),
        };
        match (when.precision, when.from.minute) {
            (Precision::Minute, Some(minute)) => [date.as_str(), " · ", &clock(minute)].concat(),
            _ => date,
        }
    }

    /// An event's time in full: "Tuesday 13 September 2022, 00:05 local time (Monday 20:05 UTC)".
    pub fn when_long(&self, when: &When, utc_offset_minutes: i32) -> String {
        let (from, to) = when.days();
        match (when.precision, when.from.minute) {
            (Precision::Minute, Some(_)) => self.moment(when.from, utc_offset_minutes),
            (Precision::Month | Precision::Year, _) => self.when_short(when),
            _ if from == to => self.date_with_weekday(from),
            _ => self.date_range(from, to),
        }
    }

    /// A moment with its weekday, local time, and UTC.
    pub fn moment(&self, moment: Moment, utc_offset_minutes: i32) -> String {
        let date = self.date_with_weekday(moment.date);
        let Some(minute) = moment.minute else { return date };
        let utc = moment.in_utc(utc_offset_minutes);
        let utc_clock = clock(utc.minute.unwrap_or(0));
        let key = if utc.date == moment.date { "date.moment" } else { "date.moment-other-day" };
        fill_plain(
            self.text(key),
            &[
                ("date", date.as_str()),
                ("time", &clock(minute)),
                ("utc", &utc_clock),
                ("utc-day", &self.weekday(utc.date)),
            ],
        )
    }

    /// When a statement was made: the day a report gives, or "at an unstated time, by … at the
    /// latest".
    pub fn said(&self, said: &Said) -> String {
        let latest = match (said.latest.minute, said.precision) {
            (Some(minute), Precision::Minute) => {
                [self.date(said.latest.date).as_str(), " ", &clock(minute)].concat()
            }
            _ => self.date(said.latest.date),
        };
        if !said.is_stated {
            return fill_plain(self.text("said.by"), &[("date", latest.as_str())]);
        }
        match said.earliest {
            Some(earliest) if earliest.date != said.latest.date => {
                self.date_range(earliest.date, said.latest.date)
            }
            _ => latest,
        }
    }

    fn date_by(&self, key: &str, date: Date) -> String {
        fill_plain(
            self.text(key),
            &[
                ("weekday", self.weekday(date).as_str()),
                ("day", &date.day.to_string()),
                ("month", &self.month(date)),
                ("year", &date.year.to_string()),
            ],
        )
    }

    /// Two ends with a dash, in the order of the language: its first end is met first, so Arabic has
    /// it on the right, as CLDR's intervals do.
    pub fn range(&self, from: &str, to: &str) -> String {
        fill_plain(self.text("number.range"), &[("from", from), ("to", to)])
    }

    fn month(&self, date: Date) -> String {
        self.word("month", &date.month.to_string())
    }

    fn weekday(&self, date: Date) -> String {
        self.word("weekday", &(date.weekday() + 1).to_string())
    }
}
