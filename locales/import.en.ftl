### Lists of members as staff send them: asked for in the chat, read and judged, applied and taken back. English.
### The sentences named `-also` are never shown: other names that a column may bear, between bars.

## Asking for one

staff-command-import = Read a list of members from a file and apply it
usage-import =
    Send a list: { LATIN("/import") }
    Recent lists: { LATIN("/import status") }
    Apply one: { LATIN("/import apply F3H9QR9R") }
    Undo one: { LATIN("/import undo F3H9QR9R") }
    Consent code: { LATIN("/import code F3H9QR9R") }
list-wanted = Send the list of members here as a { "CSV" } or { "XLSX" } file. We will wait for fifteen minutes; to stop waiting: /cancel
list-columns = Required columns: insured code, national ID, cover from, cover to
list-columns-optional = Optional columns: mobile, name. What is left empty in them changes nothing.
list-is-only-read = The file is only read at first, and you see what it would change. Nothing changes until you confirm, and whoever is not on the list stays as they are.
button-import-csv = Empty CSV list
button-import-xlsx = Empty Excel list
button-import = Send a list
button-import-apply = Apply the list
button-import-undo = Undo the list
button-import-replace = Replace their own numbers too
file-template = The empty list
file-template-caption = An empty list of members. Put the rows below the names of the columns, and send it with /import.
file-findings = The file of what was found in the list
file-findings-caption = What was found in the rows of list { $reference }, with line, column and reason
list-not-awaited = This file was not read. To send a list of members, first send /import.
list-is-awaited = We are waiting for a list of members. Send it as a { "CSV" } or { "XLSX" } file, or leave it with /cancel.
list-no-longer-awaited = We are no longer waiting for a list. Send /import whenever you like.
list-too-large = This file is larger than { $most } megabytes, and the messenger does not hand it to a bot. Split it and send the parts.
list-received = The list has arrived. It will be read in its turn, and this message shows the progress.

## How far it has come

list-fetching = The list is being fetched from the messenger.
list-reading = The list is being read: { $percent } percent, { COUNT($rows) } rows
list-read = The list was read: { COUNT($rows) } rows
list-apply = List { $reference } is being applied: { $percent } percent
list-apply-over = The work on list { $reference } is finished.
list-undo = List { $reference } is being undone: { $percent } percent
list-undo-over = The work of undoing list { $reference } is finished.

## What it would change

list-judged = List { $reference } was read, and nothing has changed yet.
list-counts = New: { COUNT($newcomers) }, changed: { COUNT($changed) }, unchanged: { COUNT($unchanged) }, faulty rows: { COUNT($faulty) }
list-part-mobiles = Other mobile numbers: { COUNT($count) }
list-part-firstMobiles = First mobile numbers: { COUNT($count) }
list-part-nationalIds = Other national IDs: { COUNT($count) }
list-part-givenBack = Recoveries given back: to { COUNT($count) }
list-part-movedPeriods = Moved periods of cover: { COUNT($count) }
list-part-periods = New periods of cover: { COUNT($count) }
list-part-names = Names: { COUNT($count) }
list-notices =
    { $sms ->
        [one] One text message tells the number that is replaced
       *[other] { $sms } text messages tell the numbers that are replaced
    }, within { $hours ->
        [one] an hour
       *[other] { $hours } hours
    } or so. Until then, and for a while after, no code goes to the new number.
list-rows = Rows: { COUNT($rows) }
list-sheet = Sheet “{ $sheet }”, rows: { COUNT($rows) }
list-hidden = Hidden rows among them: { COUNT($hidden) }. They were read too.
list-hidden-column = The column “{ $column }” is hidden in the file. It was read too.
list-contradicts = In { COUNT($contradicted) } rows the mobile is not the one that the member registered. Their own numbers stay unless two people agree to replace them.
list-first-faults = The first faulty rows, which are left out:
list-fault = – Line { $line }, column { $column }: { $problem }
list-notices-found = Worth a look; nothing is left out for it:
list-notice =
    { $count ->
        [1] – Line { $line }, column { $column }: { $shown }. { $problem }
       *[other] – { COUNT($count) } times: { $problem } First in line { $line }, column { $column }: { $shown }
    }
list-notice-bare =
    { $count ->
        [1] – Line { $line }, column { $column }: { $problem }
       *[other] – { COUNT($count) } times: { $problem } First in line { $line }, column { $column }
    }
list-first-changes = The first changes:
list-change = – Line { $line }, member { $insuredCode }, { $column }: from { $before } to { $after }
list-change-stays = – Line { $line }, member { $insuredCode }, { $column }: the list has { $after }, and { $before } stays
list-change-first = – Line { $line }, member { $insuredCode }, { $column }: { $after } is added
list-change-day = – Line { $line }, member { $insuredCode }, { $column }: from { DAY($beforeAt) } to { DAY($afterAt) }
list-change-first-day = – Line { $line }, member { $insuredCode }, { $column } of a new period: { DAY($afterAt) }
list-nothing-taken = No row could be taken, and there is nothing to apply. Put the faulty rows right and send the list again with /import.
list-changes-nothing = There is nothing to apply; this is how things stand already.
ask-apply-list =
    Apply list { $reference }: { COUNT($newcomers) } new members and { COUNT($changed) } changes. { $faulty ->
        [0] It has no faulty rows.
        [one] One faulty row is left out.
       *[other] { $faulty } faulty rows are left out.
    }
list-is-whole = If list { $reference } is complete, tap the button below. Members who are not on it are counted first; otherwise members who are not on the list stay as they are.
button-whole-list = This list is complete
list-counting = Who is not in list { $reference } will be counted in its turn.
list-count-over = Who is not in list { $reference } has been counted.
list-not-to-be-counted = List { $reference } can’t be taken as complete: it is not waiting to be applied, was read by somebody else, or has a faulty line whose insured code cannot be read.
list-over-not-countable = It could not be told who is not in list { $reference }. Send the file again with /import.
ask-apply-list-whole = Apply list { $reference } as a complete list: { $newcomers } new members, { $changed } changes, and { $absent } members who are not in it and count as having left. Their recovery is closed until a list has them again.
did-apply-list-whole = List { $reference } will be applied in its turn as a complete list. Whoever asked for it will be told when it is done.
ask-apply-list-together =
    Apply list { $reference }: { COUNT($newcomers) } new members and { COUNT($changed) } changes{ $mobiles ->
        [0] {""}
       *[other] ; another mobile for { COUNT($mobiles) }
    }{ $firstMobiles ->
        [0] {""}
       *[other] ; a first mobile for { COUNT($firstMobiles) }
    }{ $nationalIds ->
        [0] {""}
       *[other] ; another national ID for { COUNT($nationalIds) }
    }{ $givenBack ->
        [0] {""}
       *[other] ; recoveries given back to { COUNT($givenBack) }
    }. { $overMembersOwn ->
        [1] The mobiles that { COUNT($contradicted) } members registered themselves are replaced too.
       *[other] The mobiles that members registered themselves stay.
    }
did-apply-list = List { $reference } will be applied in its turn. This message shows the progress.
did-apply-list-together = List { $reference } will be applied in its turn. Whoever asked for it will be told when it is done.
ask-undo-list = Undo list { $reference }: { COUNT($newcomers) } new members and { COUNT($changed) } changes. What was changed or used since then stays.
ask-undo-list-together =
    Undo list { $reference }: { COUNT($newcomers) } new members and { COUNT($changed) } changes{ $mobiles ->
        [0] {""}
       *[other] ; another mobile for { COUNT($mobiles) }
    }{ $firstMobiles ->
        [0] {""}
       *[other] ; a first mobile for { COUNT($firstMobiles) }
    }{ $nationalIds ->
        [0] {""}
       *[other] ; another national ID for { COUNT($nationalIds) }
    }. What was changed or used since then stays.
did-undo-list = List { $reference } will be undone in its turn. This message shows the progress.
did-undo-list-together = List { $reference } will be undone in its turn. Whoever asked for it will be told when it is done.

## What came of it

list-useless = This file can’t be used, and nothing has changed.
list-send-again = Once it is corrected, send /import again.
list-over-too-large = This file is larger than what the messenger hands to a bot. Split it and send the parts with /import.
list-over-gone = The messenger no longer has this file. Send it again with /import.
list-over-not-fetched = The file could not be fetched from the messenger, and nothing was read. Send it again a little later with /import.
list-over-half-applied = Part of this same file was applied earlier under the reference { $reference } and stopped halfway. Whoever started it can continue or undo it.
list-over-applied =
    List { $reference } has been applied: { COUNT($newcomers) } new members and { COUNT($changed) } changes. { $overtaken ->
        [0] You can undo it for two weeks.
        [one] One member had changed in the meantime and was left alone. You can undo the list for two weeks.
       *[other] { COUNT($overtaken) } members had changed in the meantime and were left alone. You can undo the list for two weeks.
    }
list-over-needs-approval = List { $reference } needs a second person and was not applied. Tap the button below.
list-over-key-changed = The application key has changed since list { $reference } was read, and nothing was applied. Send the file again with /import.
list-over-overtaken = Things had changed meanwhile for list { $reference }, and nothing was done. /import status shows how it stands.
list-over-undone =
    List { $reference } has been undone. { $kept ->
        [0] Everything is as it was before.
        [one] One member has changed since then or has used the bot, and stays as they are.
       *[other] { COUNT($kept) } members have changed since then or have used the bot, and stay as they are.
    }
list-over-not-allowed = This is no longer part of your role, and nothing has changed.
list-over-given-up =
    { $deed ->
        [read] After several tries the list could not be read, and nothing has changed. Send it again with /import.
        [apply] Applying list { $reference } stopped halfway. You can continue or undo it.
       *[undo] Undoing list { $reference } stopped halfway. To continue, tap the button below.
    }

## What became of lists

lists-lately = Lists that were read recently:
lists-none = No list has been read so far.
list-line =
    { MONTHDAY($at) }, { CLOCK($at) }, list { $reference } ({ $who }): { $state ->
        [reading] being read, or read halfway
        [judged] waiting for confirmation
        [applying] being applied, or applied halfway
        [done] applied
        [undoing] being undone, or undone halfway
        [undone] undone
        [refused] put aside
       *[closed] applied, and too old to be undone
    }. New: { COUNT($newcomers) }, changed: { COUNT($changed) }, other mobiles: { COUNT($mobiles) }, unchanged: { COUNT($unchanged) }, faulty: { COUNT($faulty) }
list-next-apply = Apply: { $command }
list-next-undo = Undo: { $command }
list-unknown = There is no list with the reference { $reference }. /import status shows the references.
list-not-to-be-applied = List { $reference } is not waiting to be applied. /import status shows how it stands.
list-of-another = List { $reference } was read by somebody else, who applies it themselves.
list-not-to-be-undone = List { $reference } was not applied, was undone already, is being worked on, or is older than two weeks.

## Consent to a list that is read at a shell

list-consent =
    List { $reference } was read at the command line{ $mobiles ->
        [0] {""}
       *[other] ; another mobile for { COUNT($mobiles) }
    }{ $firstMobiles ->
        [0] {""}
       *[other] ; a first mobile for { COUNT($firstMobiles) }
    }{ $nationalIds ->
        [0] {""}
       *[other] ; another national ID for { COUNT($nationalIds) }
    }{ $givenBack ->
        [0] {""}
       *[other] ; recoveries given back to { COUNT($givenBack) }
    }.
list-consent-code = If these changes are right, tell whoever reads the list this code: { LATIN($code) }. It works once, until { DAYTIME($until) }, and the consent is recorded as yours.
list-no-consent = List { $reference } is not waiting for a code.

## Events of the trail

event-import-consent-code = read the code to agree to a list

event-import-sent = A list of members was sent
event-import-judged = A list of members was read
event-import-refused = The work on a list of members was not done
event-import-dropped = A list of members was dropped
event-staff-apply-list = Applying a list was asked for
event-staff-apply-list-whole = applying a complete list requested by two
event-list-left = was not on the complete list and counts as having left
event-staff-apply-list-together = Applying a list by two persons was asked for
event-staff-undo-list = Taking back a list was asked for
event-staff-undo-list-together = Taking back a list by two persons was asked for

## The columns of a file

import-column-insured-code = Insured code
import-column-insured-code-also = insured number|insured id|member code|member number|insured
import-column-national-id = National ID
import-column-national-id-also = national code|national number|national id number
import-column-cover-from = Cover from
import-column-cover-from-also = cover start|coverage from|coverage start|start date|starts on|valid from|from
import-column-cover-to = Cover to
import-column-cover-to-also = cover end|coverage to|coverage end|end date|ends on|valid to|expiry date|to
import-column-mobile = Mobile
import-column-mobile-also = mobile number|mobile phone|cell phone|phone
import-column-name = Name
import-column-name-also = full name|member name|insured name|first name|given name
import-column-last-name = Last name
import-column-last-name-also = surname|family name|second name

## What people write into a cell where there is nothing

import-nothing-also = none|nil|null|nan|na|no|unknown|no mobile|not available|n/a

## Why the whole file is refused

file-empty = This file is empty.
file-too-big = This file is larger than can be read. Please split it.
file-not-table = This file is not a table. Send the list as { "XLSX" } or { "CSV" }.
file-old-excel = This file is in Excel’s old format ({ "XLS" }). Open it in Excel, save it as { "XLSX" } and send that.
file-locked = This file has a password. Open it in Excel, remove the password (File, Info, Protect Workbook), save it and send it again.
file-binary-excel = This file is in Excel’s binary format ({ "XLSB" }). Open it in Excel, save it as { "XLSX" } and send that.
file-open-document = This file is in the { "ODS" } format of LibreOffice. Open it there, save it as { "XLSX" } and send that.
file-web-page = This file is a web page with a table, whatever its name says. Open it in Excel, save it as { "XLSX" } and send that.
file-cut-short = The end of this file did not arrive. Send it again.
file-broken = This file is damaged. Save it again and send it.
file-unpacks-too-big = Unpacked, this file is larger than can be read. Send it as { "CSV" }.
file-encoding-mixed = The letters of this file are damaged. Save it again in { "UTF-8" }.
file-line-too-long =
    { $line ->
        [0] A cell of this file is longer than can be read.
       *[other] Line { $line } is longer than can be read. Perhaps a quotation mark was left open in it.
    }
file-quote-open = A quotation mark opened in line { $line } or after it is never closed. Close it or delete it.
file-too-many-columns = Line { $line } has more columns than can be read.
file-too-many-rows = This file has more rows than can be read, and was read as far as line { $line }. Please split it.
file-several-sheets = More than one sheet of this file holds a list: { $sheets }. Keep the right one, delete or hide the others, and send it again.
file-header-below = The names of the columns are in line { $line }, and there are members above it. Put the names above all rows.
file-header-missing = One of the first lines should hold the names of the columns, and none of them is known. Ask for the empty template and put the list into it.
file-columns-missing = These columns are missing: { $columns }
file-column-twice = These columns are there twice: { $columns }
file-no-rows = This file has the names of its columns, but no rows.

## What is wrong with a cell

import-cell-empty = This cell may not be empty.
import-cell-formula = This cell holds a formula. Put its value in its place.
import-cell-error = This cell holds an error of Excel.
import-cell-too-long = This text is longer than can be read.
import-cell-lost-digits = Excel has rounded this number, and its digits are lost. Format the column as text and type the number again.
import-cover-backwards = The cover ends before it begins.
import-cover-too-long = This period of cover is too long. Check the year.
import-cover-spans-two = These days overlap two periods of cover on record, so it is not clear which one they change. /member shows them.
import-line-swallowed = A quotation mark that was left open has made this line part of a cell. Close the mark or delete it.
import-code-twice = The same insured code is in line { $firstLine }.
import-insured-code-not-digits = The insured code should be digits only.
import-insured-code-too-short = The insured code is too short.
import-insured-code-too-long = The insured code is too long.
import-insured-code-misshapen = The insured code does not look the way it should.
import-national-id-not-digits = The national ID should be digits only.
import-national-id-too-short = The national ID has fewer than eight digits.
import-national-id-too-long = The national ID has more than twelve digits.
import-national-id-eleven-digits = The national ID has eleven digits. A national ID has ten, a foreign national’s code twelve.
import-national-id-is-mobile = This is a mobile number, where the national ID should be.
import-mobile-not-digits = The mobile number should be digits only.
import-mobile-too-short = The mobile number is too short.
import-mobile-too-long = The mobile number is too long.
import-mobile-is-national-id = This is a national ID, where the mobile number should be.
import-mobile-landline = This is a landline number.
import-mobile-foreign = This number is from another country.
import-name-hidden-signs = This name has signs that have no shape of their own, or turn the text round.
import-name-not-a-name = This is no name: it has no letters, or a long number in it.

## What is worth a look

import-cell-left-out = The row is taken all the same, and this column changes nothing.
import-id-doubtful = The check digit of this national ID is wrong. It was accepted as it is.
import-id-shared = The same national ID is in line { $firstLine }, with another insured code.
import-mobile-shared = The same mobile number is in line { $firstLine }.
import-placeholder = This was taken as an empty cell, and changes nothing.
import-day-with-time = There is a time of day behind this day. Check that it is the right day.
import-day-old-count = This day is kept as a number from before 1900 and was taken for a Jalali day. Check it.
import-cover-over = This cover has already ended.
import-cover-long = This cover is longer than two years.
import-cover-ahead = This cover begins more than a year from now.
import-mobile-contradicts = The member registered another mobile number themselves. That one is kept.

## The file of what was found

import-errors-line = Line
import-errors-column = Column
import-errors-problem = Problem
import-errors-shown = What the cell held
