//! Dates, moments and intervals in the dataset's own local time.
//!
//! No time-zone database and no clock: a record says what a report says, and UTC is a fixed
//! offset away.

use super::word::words;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Date {
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Date {
    /// A date that exists in the calendar, or `None`.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let exists = (1..=12).contains(&month) && day >= 1 && day <= days_in_month(year, month);
        exists.then_some(Self { year, month, day })
    }

    /// Reads `2022-09-13`, nothing shorter and nothing longer.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let number = |from: usize, to: usize| digits(&bytes[from..to]);
        Self::new(number(0, 4)? as i32, number(5, 7)? as u8, number(8, 10)? as u8)
    }

    /// The date as it is written in records and addresses: `2022-09-13`.
    pub fn iso(self) -> String {
        let mut text = padded(self.year.unsigned_abs(), 4);
        text.push('-');
        text.push_str(&padded(self.month as u32, 2));
        text.push('-');
        text.push_str(&padded(self.day as u32, 2));
        text
    }

    /// Days since 1 January 1970 (H. Hinnant's `days_from_civil`).
    pub fn day_number(self) -> i32 {
        let year = if self.month <= 2 { self.year - 1 } else { self.year };
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month = (self.month as i32 + 9) % 12;
        let day_of_year = (153 * month + 2) / 5 + self.day as i32 - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }

    /// The inverse of [`Date::day_number`].
    pub fn from_day_number(days: i32) -> Self {
        let days = days + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = (day_of_year - (153 * month_from_march + 2) / 5 + 1) as u8;
        let month =
            (if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 }) as u8;
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        Self { year, month, day }
    }

    /// 0 is Monday.
    pub fn weekday(self) -> usize {
        (self.day_number() + 3).rem_euclid(7) as usize
    }
}

/// A day, and where it is known the minute of that day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Moment {
    pub date: Date,
    /// Minutes since local midnight; `None` where only the day is known.
    pub minute: Option<u16>,
}

impl Moment {
    /// Reads `2022-09-13` or `2022-09-13T16:55`.
    pub fn parse(text: &str) -> Option<Self> {
        let Some((day, time)) = text.split_once('T') else {
            return Some(Self { date: Date::parse(text)?, minute: None });
        };
        let bytes = time.as_bytes();
        if bytes.len() != 5 || bytes[2] != b':' {
            return None;
        }
        let (hour, minute) = (digits(&bytes[..2])?, digits(&bytes[3..])?);
        (hour < 24 && minute < 60)
            .then_some(Self { date: Date::parse(day)?, minute: Some((hour * 60 + minute) as u16) })
    }

    /// The moment as it is written in records: `2022-09-13` or `2022-09-13T16:55`.
    pub fn iso(self) -> String {
        let mut text = self.date.iso();
        if let Some(minute) = self.minute {
            text.push('T');
            text.push_str(&clock(minute));
        }
        text
    }

    /// The same moment in UTC, given the local offset in minutes; a day alone stays that day.
    pub fn in_utc(self, utc_offset_minutes: i32) -> Self {
        let Some(minute) = self.minute else { return self };
        let total = self.date.day_number() * 1440 + minute as i32 - utc_offset_minutes;
        Self {
            date: Date::from_day_number(total.div_euclid(1440)),
            minute: Some(total.rem_euclid(1440) as u16),
        }
    }

    /// The first minute it can mean, as minutes since 1970.
    pub fn start(self) -> i64 {
        self.date.day_number() as i64 * 1440 + self.minute.unwrap_or(0) as i64
    }

    /// The last minute it can mean: the end of the day where only the day is known.
    pub fn end(self) -> i64 {
        self.date.day_number() as i64 * 1440 + self.minute.unwrap_or(1439) as i64
    }
}

/// `00:05`, from minutes since midnight.
pub fn clock(minute: u16) -> String {
    let mut text = padded(minute as u32 / 60, 2);
    text.push(':');
    text.push_str(&padded(minute as u32 % 60, 2));
    text
}

/// How exactly a time is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Precision {
    Minute,
    PartOfDay,
    Day,
    Week,
    Month,
    Year,
    /// The report doesn't say.
    Unknown,
}

words!(Precision {
    Minute = "minute",
    PartOfDay = "part-of-day",
    Day = "day",
    Week = "week",
    Month = "month",
    Year = "year",
    Unknown = "unknown",
});

/// When something happened, or is claimed to have happened.
#[derive(Clone, PartialEq, Debug)]
pub struct When {
    pub from: Moment,
    /// The last moment, where it is another than `from`.
    pub to: Option<Moment>,
    pub precision: Precision,
    /// The report's own short wording of a time it doesn't resolve.
    pub wording: Option<String>,
    pub note: Option<String>,
}

impl When {
    /// First and last minute it can mean.
    pub fn span(&self) -> (i64, i64) {
        let last = self.to.unwrap_or(self.from);
        (self.from.start(), last.end())
    }

    /// First and last day it can mean.
    pub fn days(&self) -> (Date, Date) {
        (self.from.date, self.to.unwrap_or(self.from).date)
    }
}

/// When a statement was made: an interval, and what it rests on.
#[derive(Clone, PartialEq, Debug)]
pub struct Said {
    /// `None` where the report gives no lower bound.
    pub earliest: Option<Moment>,
    /// The latest it can have been. Where a report doesn't date a statement, the report's own
    /// date.
    pub latest: Moment,
    pub precision: Precision,
    /// Whether the report dates the statement, rather than lending its own date as the bound.
    pub is_stated: bool,
    pub wording: Option<String>,
}

fn digits(bytes: &[u8]) -> Option<u32> {
    bytes.iter().try_fold(0u32, |sum, b| b.is_ascii_digit().then(|| sum * 10 + (b - b'0') as u32))
}

fn padded(number: u32, width: usize) -> String {
    let digits = number.to_string();
    let mut text = "0".repeat(width.saturating_sub(digits.len()));
    text.push_str(&digits);
    text
}

fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_survives_its_number() {
        for number in -200_000..200_000 {
            assert_eq!(Date::from_day_number(number).day_number(), number);
        }
    }

    #[test]
    fn impossible_days_are_refused() {
        for text in
            ["2022-02-29", "2022-13-01", "2022-00-10", "2022-1-1", "2022-09-31", "", "13 September"]
        {
            assert_eq!(Date::parse(text), None, "{text}");
        }
        assert!(Date::parse("2020-02-29").is_some());
    }

    #[test]
    fn five_past_midnight_is_the_evening_before_in_utc() {
        let local = Moment::parse("2022-09-13T00:05").expect("a moment");
        assert_eq!(local.in_utc(240).iso(), "2022-09-12T20:05");
        assert_eq!(local.date.weekday(), 1, "a Tuesday");
    }

    #[test]
    fn impossible_times_are_refused() {
        for text in ["2022-09-13T24:00", "2022-09-13T09:60", "2022-09-13T9:00", "2022-09-13T"] {
            assert_eq!(Moment::parse(text), None, "{text}");
        }
    }
}
