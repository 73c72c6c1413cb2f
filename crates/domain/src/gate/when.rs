//! Days, times and durations in a text, of either calendar, in digits and in words.

use super::lexicon::Class;
use super::seen::{NEAR, number_end};
use super::tokens::Tokens;

pub(super) fn day(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    numeric_date(tokens, at).or_else(|| named_date(tokens, at)).or_else(|| weekday(tokens, at))
}

fn numeric_date(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let number = |at: usize| tokens.said.number(at);
    let joint = tokens.said.joint(at)?;
    if !matches!(joint.as_str(), "/" | "-" | ".") {
        return None;
    }
    let first = number(at)?;
    let second = number(at + 1)?;
    let third = (tokens.said.joint(at + 1).as_deref() == Some(joint.as_str()))
        .then(|| number(at + 2))
        .flatten();
    match third {
        Some(third) => {
            let is_year = |it: u32| (1300..=1600).contains(&it) || (1900..=2200).contains(&it);
            let is_day = |it: u32| (1..=31).contains(&it);
            let is_month = |it: u32| (1..=12).contains(&it);
            let forward = is_day(first) && is_month(second) && (is_year(third) || third < 100);
            let backward = is_year(first) && is_month(second) && is_day(third);
            (forward || backward).then_some(at + 3)
        }
        // Without a year only a stroke makes a date.
        None => (joint == "/" && (1..=31).contains(&first) && (1..=12).contains(&second))
            .then_some(at + 2),
    }
}

fn named_date(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    if is_day_number(tokens, at) {
        let between = ["of", "من", "شهر"];
        let month = (at + 1..at + 4).find(|it| !between.contains(&tokens.whole(*it)))?;
        if !is_month(tokens, month) {
            return None;
        }
        let mut end = month + 1;
        // «جمادى الآخرة», «كانون الثاني», «ربيع الأول»
        let second = ["الاخره", "الاخر", "الاولي", "الاول", "الثاني", "الثانيه"];
        if second.contains(&tokens.whole(end)) {
            end += 1;
        }
        let has_year = tokens.said.number(end).is_some_and(|it| (1300..2200).contains(&it));
        return Some(end + usize::from(has_year));
    }
    if !is_month(tokens, at) || !is_latin(tokens.whole(at)) {
        return None;
    }
    is_day_number(tokens, at + 1).then_some(at + 2)
}

fn is_day_number(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.whole(at);
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|it| word.strip_suffix(it));
    let digits = digits.unwrap_or(word);
    digits.parse::<u32>().is_ok_and(|it| (1..=31).contains(&it))
}

fn is_month(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.is(at, Class::MONTH)
}

pub(super) fn is_latin(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_lowercase())
}

/// «الأحد», «يوم خميس», "Thursday"; and a day told from the day of writing.
fn weekday(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let word = tokens.whole(at);
    if tokens.is(at, Class::RELATIVE_DAY) && !tokens.is(at, Class::EMPTY) {
        return Some(at + 1);
    }
    if tokens.is(at, Class::TODAY) {
        // Today alone is no news: «this morning» and «today at noon» are.
        let is_near = |it: usize| tokens.is(it, Class::DAYPART);
        let before = at.checked_sub(1).is_some_and(is_near);
        return (before || is_near(at + 1)).then_some(at + 1);
    }
    // "before the 20th"
    let is_nth = ["st", "nd", "rd", "th"].iter().any(|it| {
        word.strip_suffix(it)
            .is_some_and(|it| it.parse::<u32>().is_ok_and(|it| (1..=31).contains(&it)))
    });
    if is_nth && tokens.whole(at.wrapping_sub(1)) == "the" {
        return Some(at + 1);
    }
    if word == "this" && tokens.is(at + 1, Class::DAYPART) {
        return Some(at + 2);
    }
    if !tokens.is(at, Class::WEEKDAY) {
        return None;
    }
    let after_day = at.checked_sub(1).is_some_and(|it| {
        matches!(
            tokens.whole(it),
            "يوم"
                | "اليوم"
                | "ليوم"
                | "بيوم"
                | "نهار"
                | "صباح"
                | "مساء"
                | "ليله"
                | "فجر"
        )
    });
    let has_article = ["ال", "لل", "وال", "بال"].iter().any(|it| word.starts_with(it));
    let is_whole =
        is_latin(word) && (word.len() > 3 || tokens.is(at + 1, Class::DAYPART) || at > 0);
    (after_day || has_article || is_whole).then_some(at + 1)
}

pub(super) fn time(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    // «الساعة ٩», «الساعة الثامنة»
    if tokens.is(at, Class::CLOCK) && tokens.whole(at).starts_with("ال") {
        let next = at + 1;
        let is_hour = tokens.is_number(next) || tokens.is(next, Class::ORDINAL_HOUR);
        return is_hour.then(|| clock_end(tokens, next));
    }
    let is_hour = tokens.said.number(at).is_some_and(|it| it <= 24);
    if is_hour {
        // 9:30
        if tokens.said.joint(at).as_deref() == Some(":") && tokens.said.number(at + 1).is_some() {
            return Some(clock_end(tokens, at));
        }
        if tokens.is(at + 1, Class::DAYPART)
            || matches!(tokens.whole(at + 1), "و" | "ونص" | "ونصف" | "وربع")
                && tokens.is(at + 2, Class::DAYPART)
        {
            return Some(clock_end(tokens, at));
        }
        return window(tokens, at);
    }
    // "9am", «في الثامنة والنصف»
    let word = tokens.whole(at);
    let bare = word.strip_suffix("am").or_else(|| word.strip_suffix("pm"));
    if bare.is_some_and(|it| it.parse::<u32>().is_ok_and(|hour| hour <= 12)) {
        return Some(at + 1);
    }
    if tokens.is(at, Class::ORDINAL_HOUR) && word.contains("ال") {
        let is_hour = matches!(tokens.whole(at + 1), "والنصف" | "والربع" | "ونصف" | "والثلث")
            || tokens.is(at + 1, Class::DAYPART);
        return is_hour.then(|| clock_end(tokens, at));
    }
    // "at eight in the morning"
    let at_hour = tokens.is(at, Class::NUMBER)
        && matches!(tokens.whole(at.wrapping_sub(1)), "at" | "after" | "before" | "by" | "until");
    let is_part = (at + 1..at + 4).any(|it| tokens.is(it, Class::DAYPART));
    (at_hour && is_part).then_some(at + 1)
}

fn clock_end(tokens: &Tokens<'_>, at: usize) -> usize {
    let mut end = at + 1;
    while tokens.said.joint(end - 1).as_deref() == Some(":") && tokens.said.number(end).is_some() {
        end += 1;
    }
    if matches!(tokens.whole(end), "والنصف" | "ونصف" | "ونص" | "والربع" | "وربع" | "والثلث")
    {
        end += 1;
    }
    if tokens.is(end, Class::DAYPART) {
        end += 1;
    }
    end
}

/// «بين ٩ و١١», «من ٨ لـ ٤», "from 8 to 2".
fn window(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let before = at.checked_sub(1).map(|it| tokens.whole(it))?;
    if !matches!(before, "بين" | "من" | "between" | "from") {
        return None;
    }
    let word = tokens.whole(at + 1);
    if matches!(word, "الي" | "حتي" | "ل" | "لين" | "لحد" | "و" | "and" | "to" | "till" | "until")
    {
        return tokens.said.number(at + 2).filter(|it| *it <= 24).map(|_| at + 3);
    }
    let glued = word.strip_prefix('و').or_else(|| word.strip_prefix('ل'));
    glued.and_then(|it| it.parse::<u32>().ok()).filter(|it| *it <= 24).map(|_| at + 2)
}

pub(super) fn duration(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    if tokens.is(at, Class::DUAL) && !tokens.whole(at).starts_with("مرت") {
        return Some(at + 1);
    }
    if let Some(end) = number_end(tokens, at) {
        let unit = (end..end + NEAR).find(|it| tokens.is(*it, Class::TIME_UNIT))?;
        // «٢٤ ساعة» of a door that never closes is no time.
        let is_always = at.checked_sub(1).is_some_and(|it| tokens.whole(it).contains("مدار"));
        return (!is_always).then_some(unit + 1);
    }
    // «خلال أسبوع», "within a week"
    let within = matches!(tokens.whole(at), "خلال" | "within" | "غضون" | "بعد" | "كل" | "بظرف");
    let one = (at + 1..at + 3).find(|it| tokens.is(*it, Class::TIME_UNIT))?;
    let between = (at + 1..one).all(|it| matches!(tokens.whole(it), "a" | "an" | "the" | "one"));
    let word = tokens.whole(one);
    let is_one = !word.starts_with("ال")
        && !word.ends_with("days")
        && !matches!(word, "ايام" | "اسابيع" | "اشهر" | "weeks" | "months" | "hours");
    (within && between && is_one).then_some(one + 1)
}
