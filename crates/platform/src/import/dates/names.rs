//! Names of months, days of the week and halves of a day, folded and without spaces.

use super::written::{Calendar, Half};
use chrono::Weekday;

const GREGORIAN: [&[&str]; 12] = [
    &["january", "jan", "يناير", "كانونالثاني", "جانفي"],
    &["february", "feb", "فبراير", "شباط", "فيفري"],
    &["march", "mar", "مارس", "اذار"],
    &["april", "apr", "ابريل", "نيسان", "افريل"],
    &["may", "مايو", "ايار", "ماي"],
    &["june", "jun", "يونيو", "يونيه", "حزيران", "جوان"],
    &["july", "jul", "يوليو", "يوليه", "تموز", "جويليه", "يوليوز"],
    &["august", "aug", "اغسطس", "اب", "اوت", "غشت"],
    &["september", "sept", "sep", "سبتمبر", "ايلول", "شتنبر"],
    &["october", "oct", "اكتوبر", "تشرينالاول"],
    &["november", "nov", "نوفمبر", "تشرينالثاني", "نونبر"],
    &["december", "dec", "ديسمبر", "كانونالاول", "دجنبر"],
];

const HIJRI: [&[&str]; 12] = [
    &["محرم", "المحرم", "muharram"],
    &["صفر", "safar"],
    &["ربيعالاول", "ربيعاول"],
    &["ربيعالاخر", "ربيعالثاني", "ربيعثاني", "ربيعاخر"],
    &["جماديالاولي", "جماديالاول", "جماداالاولي"],
    &["جماديالاخره", "جماديالثانيه", "جماديالاخر", "جماديالثاني"],
    &["رجب", "rajab"],
    &["شعبان", "shaban", "shaaban"],
    &["رمضان", "ramadan", "ramadhan"],
    &["شوال", "shawwal"],
    &["ذوالقعده", "ذيالقعده"],
    &["ذوالحجه", "ذيالحجه"],
];

const WEEKDAYS: [(Weekday, &[&str]); 7] = [
    (Weekday::Sat, &["saturday", "sat", "السبت", "سبت"]),
    (Weekday::Sun, &["sunday", "sun", "الاحد", "احد"]),
    (Weekday::Mon, &["monday", "mon", "الاثنين", "الإثنين", "اثنين"]),
    (Weekday::Tue, &["tuesday", "tues", "tue", "الثلاثاء", "ثلاثاء"]),
    (Weekday::Wed, &["wednesday", "wed", "الاربعاء", "اربعاء"]),
    (Weekday::Thu, &["thursday", "thurs", "thu", "الخميس", "خميس"]),
    (Weekday::Fri, &["friday", "fri", "الجمعه", "جمعه"]),
];

/// A month by its name, from 1, and its calendar.
pub fn month(name: &str) -> Option<(u32, Calendar)> {
    let tables = [(Calendar::Gregorian, &GREGORIAN), (Calendar::Hijri, &HIJRI)];
    tables.into_iter().find_map(|(calendar, table)| {
        let at = table.iter().position(|names| names.contains(&name))?;
        Some((u32::try_from(at).ok()? + 1, calendar))
    })
}

/// A day of the week by its name.
pub fn weekday(name: &str) -> Option<Weekday> {
    WEEKDAYS.iter().find(|(_, names)| names.contains(&name)).map(|(day, _)| *day)
}

/// A half of the day by its name; «م» alone is told from its place.
pub fn half(name: &str) -> Option<Half> {
    match name {
        "am" | "ص" | "صباحا" | "صباح" => Some(Half::Morning),
        "pm" | "مساء" | "مساءا" | "ظهرا" | "عصرا" => Some(Half::Evening),
        _ => None,
    }
}

/// A calendar by its name or its mark behind a date.
pub fn calendar(name: &str) -> Option<Calendar> {
    match name {
        "ه" | "هجري" | "هجريه" | "ah" | "hijri" => Some(Calendar::Hijri),
        "م" | "ميلادي" | "ميلاديه" | "ad" | "ce" => Some(Calendar::Gregorian),
        _ => None,
    }
}

/// Words between the parts of a date that say nothing.
pub fn is_filler(name: &str) -> bool {
    matches!(name, "t" | "at" | "on" | "يوم" | "الساعه" | "بتاريخ" | "st" | "nd" | "rd" | "th")
}
