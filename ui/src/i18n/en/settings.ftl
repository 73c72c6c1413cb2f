### Settings

language-ar = العربية
language-en = English
settings-language = Language
settings-digits = Digits
digits-latin = 0123456789
digits-arabic_indic = ٠١٢٣٤٥٦٧٨٩
settings-calendar = Calendar
settings-calendar-sample = Dates will look like this:
calendar-gregorian = Gregorian
calendar-umm_al_qura = Umm al-Qura
calendar-both = Both
settings-theme = Appearance
theme-system = As the system
theme-light = Light
theme-dark = Dark
settings-text-size = Text size
text-size-percent = { $size }%
settings-rows = Rows of the list
rows-two-lines = Two lines
rows-compact = One line
settings-shortcuts = Single-letter keys
settings-shortcuts-hint = Such as R to reply and E to decide. They work outside text fields only; keys with Ctrl always work.
settings-lock = Lock the screen after
lock-never = Never
lock-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
