//! A date as it is written: what its text says by itself, before anything is decided for its column.

use super::names;
use chrono::Weekday;
use domain::text::{fold, is_invisible};

/// No date is longer, in bytes.
const DATE_BYTES_MAX: usize = 120;

/// The calendar of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Calendar {
    /// January to December.
    Gregorian,
    /// Muharram to Dhu al-Hijja, by the Umm al-Qura tables.
    Hijri,
}

/// A half of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    /// AM, «ص».
    Morning,
    /// PM, «م».
    Evening,
}

/// A time of day as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    pub hour: u32,
    pub minute: u32,
    pub second: u32,
    pub half: Option<Half>,
}

/// The day that a text names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Day {
    /// Without signs, or with the month's name. A year of two digits is short.
    Fixed { year: i32, month: u32, day: u32, is_short: bool },
    /// Three numbers in an order that only the column shows. The last is a year of four digits unless
    /// it is short; then any may be the year.
    Numbers { numbers: [u32; 3], is_short: bool },
    /// A year of four digits and two numbers behind it, `2025-03-14`: the month first, unless the column
    /// shows otherwise.
    YearFirst { year: i32, numbers: [u32; 2] },
    /// Days since the end of 1899 with the time as a fraction, as spreadsheets count.
    Serial(f64),
}

/// A date and what stands beside it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Written {
    pub day: Day,
    pub clock: Option<Clock>,
    /// Seconds east of Greenwich.
    pub offset: Option<i32>,
    pub calendar: Option<Calendar>,
    pub weekday: Option<Weekday>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Number(u32, usize),
    Word(String),
    Sign(char),
    Space,
    /// Where the time of day stood.
    Clock,
}

/// Reads a text; none when it is no date.
#[must_use]
pub fn read(text: &str) -> Option<Written> {
    if text.len() > DATE_BYTES_MAX {
        return None;
    }
    let visible: String = text.chars().filter(|c| !is_invisible(*c)).collect();
    let folded = fold(&visible).replace("a.m.", "am").replace("p.m.", "pm");
    let folded = folded.trim();
    if let Some(written) = bare_number(folded) {
        return Some(written);
    }
    let mut tokens = tokens(folded)?;
    let mut found = Found::default();
    found.take_clock(&mut tokens)?;
    found.take_offset(&mut tokens);
    found.take_words(&mut tokens)?;
    found.date(&tokens)
}

/// `45730.5`, `20250314`, `20250314101500`.
fn bare_number(text: &str) -> Option<Written> {
    let blank =
        Written { day: Day::Serial(0.0), clock: None, offset: None, calendar: None, weekday: None };
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    if whole.len() == 5 && digits(whole) && digits(fraction) && !fraction.is_empty() {
        let serial = format!("{whole}.{fraction}").parse().ok()?;
        return Some(Written { day: Day::Serial(serial), ..blank });
    }
    if !digits(text) || !matches!(text.len(), 8 | 14) {
        return None;
    }
    let part = |from: usize, to: usize| text.get(from..to)?.parse::<u32>().ok();
    let year = part(0, 4)?.try_into().ok()?;
    let day = Day::Fixed { year, month: part(4, 6)?, day: part(6, 8)?, is_short: false };
    let clock = (text.len() == 14)
        .then(|| {
            Some(Clock {
                hour: part(8, 10)?,
                minute: part(10, 12)?,
                second: part(12, 14)?,
                half: None,
            })
        })
        .flatten();
    Some(Written { day, clock, ..blank })
}

fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let run = |fits: fn(char) -> bool| rest.find(|c| !fits(c)).unwrap_or(rest.len());
        let bytes = if first.is_ascii_digit() {
            let bytes = run(|c| c.is_ascii_digit());
            tokens.push(Token::Number(rest.get(..bytes)?.parse().ok()?, bytes));
            bytes
        } else if first.is_alphabetic() {
            let bytes = run(char::is_alphabetic);
            tokens.push(Token::Word(rest.get(..bytes)?.to_owned()));
            bytes
        } else {
            let space = first.is_whitespace() || matches!(first, ',' | '،');
            tokens.push(if space { Token::Space } else { Token::Sign(first) });
            first.len_utf8()
        };
        rest = rest.get(bytes..)?;
    }
    tokens.dedup_by(|a, b| *a == Token::Space && *b == Token::Space);
    Some(tokens)
}

#[derive(Default)]
struct Found {
    clock: Option<Clock>,
    offset: Option<i32>,
    calendar: Option<Calendar>,
    weekday: Option<Weekday>,
    half: Option<Half>,
}

impl Found {
    /// `9:15`, `09:15:30`, `09:15:30.250`. None when there are two times or an impossible one.
    fn take_clock(&mut self, tokens: &mut Vec<Token>) -> Option<()> {
        use Token::{Number, Sign};
        let is_start = |at: usize| {
            matches!(tokens.get(at..at + 3), Some([Number(_, 1..=2), Sign(':'), Number(_, 2)]))
        };
        let Some(at) = (0..tokens.len()).find(|at| is_start(*at)) else {
            return (!tokens.contains(&Sign(':'))).then_some(());
        };
        let number = |at: usize| match tokens.get(at) {
            Some(Number(value, _)) => Some(*value),
            Some(_) | None => None,
        };
        let has = |at: usize, sign: char| tokens.get(at) == Some(&Sign(sign));
        let (hour, minute) = (number(at)?, number(at + 2)?);
        let (mut second, mut end) = (0, at + 3);
        if has(end, ':') {
            second = number(end + 1)?;
            end += 2;
            if has(end, '.') && number(end + 1).is_some() {
                end += 2;
            }
        }
        if hour > 23 || minute > 59 || second > 59 {
            return None;
        }
        self.clock = Some(Clock { hour, minute, second, half: None });
        tokens.splice(at..end, [Token::Clock]);
        Some(())
    }

    /// `Z`, `UTC`, `GMT+3`, `+03:00`, `+0300`, directly behind the time.
    fn take_offset(&mut self, tokens: &mut Vec<Token>) {
        let Some(clock) = tokens.iter().position(|it| *it == Token::Clock) else { return };
        let mut at = clock + 1;
        let spaced = tokens.get(at) == Some(&Token::Space);
        at += usize::from(spaced);
        let named = matches!(tokens.get(at), Some(Token::Word(it)) if matches!(it.as_str(), "z" | "utc" | "gmt"));
        let sign_at = at + usize::from(named);
        if let Some((offset, end)) = numeric_offset(tokens, sign_at, named, spaced) {
            self.offset = Some(offset);
            tokens.drain(clock + 1..end);
        } else if named {
            self.offset = Some(0);
            tokens.drain(clock + 1..=at);
        }
    }

    /// Marks of calendars and halves, days of the week, and words that say nothing.
    fn take_words(&mut self, tokens: &mut Vec<Token>) -> Option<()> {
        let mut kept: Vec<Token> = Vec::with_capacity(tokens.len());
        for token in tokens.drain(..) {
            let Token::Word(word) = &token else {
                kept.push(token);
                continue;
            };
            let before = kept.iter().rev().find(|it| **it != Token::Space);
            let half = match (word.as_str(), before) {
                ("م", Some(Token::Clock)) => Some(Half::Evening),
                _ => names::half(word),
            };
            if half.is_some() {
                self.half.is_none().then_some(())?;
                self.half = half;
            } else if let Some(calendar) = names::calendar(word) {
                self.calendar.is_none_or(|it| it == calendar).then_some(())?;
                self.calendar = Some(calendar);
            } else if let Some(weekday) = names::weekday(word) {
                self.weekday = Some(weekday);
            } else if !names::is_filler(word) {
                kept.push(token);
            }
        }
        *tokens = kept;
        if let (Some(half), Some(clock)) = (self.half, &mut self.clock) {
            clock.half = Some(half);
        }
        (self.half.is_none() || self.clock.is_some()).then_some(())
    }

    /// What is left: two or three numbers, with a month's name or with one sign between them.
    fn date(mut self, tokens: &[Token]) -> Option<Written> {
        let mut numbers: Vec<(u32, usize)> = Vec::new();
        let (mut name, mut signs) = (String::new(), Vec::new());
        for token in tokens {
            match token {
                Token::Number(value, digits) => numbers.push((*value, *digits)),
                Token::Word(word) => name.push_str(word),
                Token::Sign(sign @ ('/' | '-' | '.' | '\\')) => signs.push(*sign),
                Token::Sign(_) => return None,
                Token::Space | Token::Clock => {}
            }
        }
        let day = if name.is_empty() {
            signs.dedup();
            if signs.len() > 1 {
                return None;
            }
            three_numbers(&numbers)?
        } else {
            let (month, calendar) = names::month(&name)?;
            if self.calendar.is_some_and(|it| it != calendar) {
                return None;
            }
            self.calendar = Some(calendar);
            with_month(&numbers, month)?
        };
        let Self { clock, offset, calendar, weekday, .. } = self;
        Some(Written { day, clock, offset, calendar, weekday })
    }
}

/// The offset that begins at a sign, and where it ends.
fn numeric_offset(tokens: &[Token], at: usize, named: bool, spaced: bool) -> Option<(i32, usize)> {
    let sign = match tokens.get(at)? {
        Token::Sign('+') => 1,
        Token::Sign('-' | '\u{2212}') => -1,
        Token::Sign(_) | Token::Number(..) | Token::Word(_) | Token::Space | Token::Clock => {
            return None;
        }
    };
    let Some(Token::Number(value, digits)) = tokens.get(at + 1) else { return None };
    let minutes_of = match (tokens.get(at + 2), tokens.get(at + 3)) {
        (Some(Token::Sign(':')), Some(Token::Number(minutes, 2))) => Some(*minutes),
        (Some(Token::Sign(_)), _) => return None,
        _ => None,
    };
    let (hours, minutes, end) = match (digits, minutes_of) {
        (1..=2, Some(minutes)) => (*value, minutes, at + 4),
        (4, None) => (value / 100, value % 100, at + 2),
        (1..=2, None) if named || (!spaced && *digits == 2) => (*value, 0, at + 2),
        _ => return None,
    };
    let is_possible = hours <= 14 && minutes <= 59;
    let seconds = i32::try_from(hours * 3_600 + minutes * 60).ok()?;
    is_possible.then_some((sign * seconds, end))
}

fn three_numbers(numbers: &[(u32, usize)]) -> Option<Day> {
    let &[(a, digits_a), (b, digits_b), (c, digits_c)] = numbers else { return None };
    match (digits_a, digits_b, digits_c) {
        (4, 1..=2, 1..=2) => Some(Day::YearFirst { year: a.try_into().ok()?, numbers: [b, c] }),
        (1..=2, 1..=2, 4) => Some(Day::Numbers { numbers: [a, b, c], is_short: false }),
        (1..=2, 1..=2, 1..=2) => Some(Day::Numbers { numbers: [a, b, c], is_short: true }),
        _ => None,
    }
}

fn with_month(numbers: &[(u32, usize)], month: u32) -> Option<Day> {
    let &[(a, digits_a), (b, digits_b)] = numbers else { return None };
    let (year, day, is_short) = match (digits_a, digits_b) {
        (1..=2, 4) => (b, a, false),
        (4, 1..=2) => (a, b, false),
        (1..=2, 2) => (b, a, true),
        _ => return None,
    };
    Some(Day::Fixed { year: year.try_into().ok()?, month, day, is_short })
}
