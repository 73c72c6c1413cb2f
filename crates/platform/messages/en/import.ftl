# platform import
import-title = { $file }, source { $source }
import-rows-read = { $rows ->
    [one] One row read.
   *[other] { $rows } rows read.
}
import-entered = Entered: { $rows }
import-entered-open = of these open: { $rows }
import-entered-closed = of these closed before Rida: { $rows }
import-from-form = subject put together from the form: { $rows }
import-without-person = without a person: { $rows }
import-there-already = There already: { $rows }
import-refused = Refused: { $rows }
import-assigned = Assigned to handlers: { $rows }
import-by-category = By category:
import-by-category-line = { $label }: { $rows }
import-refusals = Refused rows, with the line in the file:
import-refusal = line { $line }, { $column }: { $why }
import-refusal-row = line { $line }: { $why }
import-refusals-left-out = … and { $faults } more; --report writes all of them.
import-speed = { $rows } rows in { $seconds } s, { $speed } rows/s.
import-error-file = { $path } can't be read: { $cause }. Check the path and that you may read it.
import-error-form = The mapping { $path }, line { $line }: { $cause }.
import-error-misfit = The mapping does not fit the file or the agency. Nothing was entered.
import-error-report = The report { $path } can't be written: { $cause }.

misfit-unknown-column = The file has no column “{ $what }”.
misfit-column-twice = Several columns are called “{ $what }”. Say which one: { $what }#2 is the second.
misfit-unknown-agency = The platform knows no agency “{ $what }”. Set it up first with: platform setup DIR
misfit-unknown-unit = The agency has no unit “{ $what }”.
misfit-unknown-category = The agency has no category “{ $what }”.
misfit-broken-part = In “{ $what }” a brace is opened and not closed.
misfit-broken-time = “{ $what }” is no time of day. Write it like 08:00.
misfit-too-many-values = { $what }: more values than columns that decide the category, or none.
misfit-nothing = “{ $what }” is empty.

row-column-count = it has { $found } columns and the header has { $expected }
row-empty = it is empty and must hold something
row-key-twice = an earlier row, line { $first }, has the same key
row-future = “{ $value }” lies in the future
row-closed-before-opened = it ended before it began
row-closed-without-date = the row is over and does not say since when
row-open-with-closing-date = the row goes on and says when it ended
row-unknown-value = the mapping knows no “{ $value }” and has no default
row-too-long = it is longer than { $max } characters
row-refused = the rules refuse it: { $code }
row-parted = a line break parted it from the line above or below; put the text into quotation marks
row-shifted = its values stand in the wrong columns, as behind a comma within a text; put the text into quotation marks
row-uncorrected = it was refused before ({ $before }) and is not corrected
row-quotation = a quotation mark is not closed; only this line is left out
row-encoding = it holds bytes of another encoding than the rest of the file; export it anew as UTF-8, or name the encoding in the mapping
row-lost-letters = its letters were lost and became question marks; export it anew as UTF-8
row-control-character = it holds characters that no text has; export it anew
row-sheet-error = the spreadsheet shows an error or a formula instead of a value
row-markup = it holds HTML; export it as plain text
row-rounded = the spreadsheet rounded this number, so its last digits are lost; format the column as text and export it anew
row-key-reused = a case with this key entered before, opened on { $opened }, and says something else
row-date = “{ $value }” is not a date, or does not agree with the other dates in the column
row-date-order-ambiguous = “{ $value }” could be day first or month first; write date_order = "day-first" or "month-first" in the mapping
row-date-order-mixed = “{ $value }”: some dates in this column have the day first and some the month; export the column anew in one form
row-date-order-against = “{ $value }”: the dates in this column do not have the order that the mapping names; correct date_order or dates in the mapping
row-date-order-year = “{ $value }” could have the year first or last; write date_order = "day-first", "month-first" or "year-first" in the mapping
row-date-order-calendar = “{ $value }” could be a Hijri or a Gregorian year; write calendar = "hijri" or calendar = "gregorian" in the mapping
row-date-order-converted = “{ $value }”: a spreadsheet may have changed day and month over, because every other date in this column has a day above 12; export the column anew in one form, or write date_order in the mapping if the dates are right
row-too-old = “{ $value }” is older than anything that is imported; if it is right, write earliest = 1980-01-01 in the mapping

import-understood = Read as { $encoding }, columns separated by “{ $separator }”, header on line { $header }.
import-encoding-doubtful = No encoding makes words of some bytes. Name the right one in the mapping, for example encoding = "windows-1256".
import-day-first = { $column }: day first, as in 14/03/2025.
import-month-first = { $column }: month first, as in 03/14/2025.
import-year-first = { $column }: year first, as in 25/03/14.
import-date-question = { $column }: which number is the day, the month or the year? The column does not show it clearly; see the refused rows.
import-preview = The first rows as they are understood (key | opened | closed | category | name | phone or mail | ID | place | subject | what was done):
import-preview-row = line { $line } | { $key } | { $opened } | { $closed } | { $category } | { $name } | { $reached } | { $id } | { $place } | { $subject } | { $resolution }
import-preview-open = open
import-dry-run = Nothing has been entered. This is what an import would do:
import-letters-none = Messages to people: none. With --announce: { $texts } texts, { $mails } mails.
import-letters-would = Messages to people that would be sent: { $texts } texts, { $mails } mails.
import-letters = Messages to people queued: { $texts } texts, { $mails } mails.
import-remarks = Rows that entered without part of their data, with the line in the file:
import-blank-lines = Blank lines: { $rows }
import-left-out-above = line { $line }: above the header, left out
import-left-out-total = line { $line }: a total, left out
import-left-out-header = line { $line }: the header again, left out
import-error-report-is-read = The report { $path } is a file that this import reads. Give it another name. Nothing was entered.
import-error-report-exists = { $path } exists and is no report of an import. Give the report another name. Nothing was entered.
import-error-empty = The file is empty.
import-error-workbook = This is an Excel or OpenDocument workbook. Open it and save the sheet as CSV (UTF-8).
import-error-old-workbook = This is an Excel workbook of an old form. Open it and save the sheet as CSV (UTF-8).
import-error-pdf = This is a PDF. Export the rows as CSV.
import-error-page = This is a page of HTML or XML. Open it in a spreadsheet and save the sheet as CSV (UTF-8).
import-error-too-large = The file is larger than 256 MiB. Split it and import the parts one after the other.
import-error-read = The file can't be read: { $cause }. Nothing was entered; the same file may be imported again.

remark-no-phone = the phone cell holds no phone number
remark-filler-phone = this phone number is filler, so it was left out
remark-more-than-phone = the first phone number was taken; the cell holds more
remark-no-national-id = this is not a valid ID number, so it was left out
remark-check-digit = the check digit of the ID number does not fit, so it was left out; check it with the person
remark-id-of-another = somebody with another name and another phone has this ID number, see { $key }; it was left out
remark-several-persons = several people with different ID numbers have this phone and this name; the case was given to none of them
remark-no-mail = this is not an email address, so it was left out
