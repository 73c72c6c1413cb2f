### Dates and lengths of time

when-day = { when-weekday } { $day } { when-month } { $year }
when-instant = { when-weekday } { $day } { when-month } { $year }, { $time }
when-weekday = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
when-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
long-moment = less than an hour
long-hours = { $hours ->
    [one] one hour
   *[other] { $hours } hours
}
long-days = { $days ->
    [one] one day
   *[other] { $days } days
}
long-days-and-hours = { $long_days } and { $long_hours }
