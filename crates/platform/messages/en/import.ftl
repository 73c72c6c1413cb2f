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
import-error-endless = The row at line { $line } is larger than 256 KiB or never ends. Look for a quotation mark that is not closed; what came before it has entered.
import-error-rows = The file can't be read after line { $line }: { $cause }. What came before it has entered; the same file may be imported again.
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
row-encoding = it is not UTF-8; save the file as UTF-8
row-empty = it is empty and must hold something
row-key-twice = an earlier row, line { $first }, has the same key
row-date = “{ $value }” is no date of the forms in the mapping
row-future = “{ $value }” lies in the future
row-closed-before-opened = it ended before it began
row-closed-without-date = the row is over and does not say since when
row-open-with-closing-date = the row goes on and says when it ended
row-phone = this is no phone number
row-unknown-value = the mapping knows no “{ $value }” and has no default
row-too-long = it is longer than { $max } characters
row-refused = the rules refuse it: { $code }
