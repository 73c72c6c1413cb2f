### Intake and search

intake-empty = Write the caller's phone first. If they reached us before, their name and cases appear; do not ask for them again.
lookup-label = Phone, national id or reference
lookup-hint = Six digits are enough, typed or pasted, in any form.
lookup-nobody = Nobody with this number on this computer.
lookup-found =
    { $count ->
        [one] { $count } case
       *[other] { $count } cases
    }
lookup-more = The platform may know older cases. They appear when it is reached.
lookup-new-person = Case for somebody new
lookup-new-matter = A new matter of theirs
same-matter = Same matter

new-case = New case
new-case-open = Open the case
person-name = Name
person-phone = Phone
person-national-id = National id
person-language = We write to them in
new-own-words = In their own words
new-own-words-hint = As they said it, unpolished.
new-subject = The subject in one line
new-subject-hint = In your words, as the list will show it.
new-category = Category
new-category-of = { $name } ({ $unit })
new-point = What they ask for, { $place }
new-point-add = Another
new-place = Place
new-more = Needed sometimes: what they tried, what it cost, whom it is about
new-tried = Tried before
new-people = People affected
new-cost = What it cost them
new-accused = Complaint about an official
new-accused-nobody = No
new-confidential = Confidential
new-confidential-hint = Neither its subject nor the name is shown but to those who must know.
new-take = Keep it with me

read-back = Read this to them before the call ends
read-reference = Their reference
read-holder = The case is
read-next = They hear from us before
read-open = Open the case

search-empty = Write a word, a phone or a reference. Spelling variants of Arabic letters are found alike.
search-none = Nothing with these words on this computer.
search-hits = What was found, the newest first
search-more = There is more. Add a word to narrow it down.
search-open-only = Open ones only
