# platform setup
setup-done = { $agency }: set up, version { $version }.
setup-same = { $agency }: nothing changed, version { $version } stands.
setup-faults = { $faults ->
    [one] One thing is wrong in { $dir }. Nothing was changed.
   *[other] { $faults } things are wrong in { $dir }. Nothing was changed.
}
setup-fault = { $place }: { $why }
setup-place-key = { $file }, { $key }
setup-place = { $file }, line { $line }, { $key }
setup-place-line = { $file }, line { $line }
setup-place-file = { $file }
setup-demo-accounts = { $accounts ->
    [one] One demo account is ready.
   *[other] { $accounts } demo accounts are ready.
}
setup-demo-cases = { $cases ->
    [0] The living cases are there already.
    [one] One living case was opened.
   *[other] { $cases } living cases were opened.
}
setup-demo-step-refused = Case { $case }, step { $step }: the rules refuse it ({ $code }). Mend cases/.
setup-not-empty = This store holds real agencies and never becomes a demo. Choose another folder with --data.

fault-file-missing = The file is missing. Every agency has it; an empty one is not enough.
fault-file-unreadable = The file can't be read: { $cause }.
fault-file-too-large = The file is larger than 4 MiB, which is no agency's file. Look for pasted data.
fault-book-too-large = The files together are larger than 8 MiB, which no desk accepts. Shorten lists and texts.
fault-form = This is not what belongs here: { $cause }.
fault-unknown-key = This key means nothing here. Look for a slip of the pen, or remove it.
fault-bad-code = The code “{ $found }” is empty, too long or holds other than letters a–z, digits, “-”, “_” and “.”. Write another.
fault-empty-label = The label is missing in this language. Every label needs Arabic and English.
fault-unknown-unit = There is no unit “{ $found }”. Add it to units.toml or name another.
fault-unknown-post = There is no post “{ $found }”. Add it to posts.toml or name another.
fault-unknown-staff = Nobody has the code “{ $found }”. Add them to staff.toml or name somebody else.
fault-unknown-remedy = There is no remedy “{ $found }”. Add it to remedies.toml or name another.
fault-unknown-category = There is no category “{ $found }”. Add it to categories.toml or name another.
fault-parent-circular = The units above lead back to this one through “{ $found }”. Name another parent.
fault-no-manager = Nobody holds the post “{ $found }”, so the unit has no manager. Give it to somebody in staff.toml.
fault-no-post = This person holds no post. Add one, or remove the person.
fault-own-deputy = “{ $found }” is their own deputy. Name somebody else.
fault-dates-reversed = It ends ({ $found }) before it begins. Mend the dates.
fault-power-of-nobody = Nobody holds the post “{ $found }”, so nobody has this power. Give the post to somebody, or remove the power.
fault-power-of-nothing = The power names no remedy. Name one, or remove the power.
fault-wrong-currency = { $found } is not the agency's currency. Write the amount in the agency's own.
fault-negative-limit = A limit can't be below zero ({ $found }).
fault-no-limit = The remedy “{ $found }” costs money, so this power needs limit_case.
fault-nobody-grants = Nobody may grant this remedy. Add a power for it, or remove the remedy.
fault-nobody-approves = Nobody in “{ $found }” or above may answer an approval. Give a post there the right “approve”.
fault-zero = This may not be zero.
fault-too-large = { $found } is more than makes sense here.
fault-no-phrase = This gate list has no phrase in this language. Add one, or write shipped = ["ar", "en"].
fault-bad-phrases = The gate lists can't be used: { $found }.
fault-bad-prefix = “{ $found }” is not two Latin letters. Every reference begins with them.
fault-bad-region = “{ $found }” is not the two letters of a country, for example OM.
