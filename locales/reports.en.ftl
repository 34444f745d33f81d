### What staff take out: the file of recoveries and the picture of numbers.

## Asking for them

staff-command-export = The recoveries of some days as a file
staff-command-stats = The last days as a chart and in numbers
usage-stats = { LATIN("/stats") } or { LATIN("/stats 7") } (number of days, up to 400)
usage-export = { LATIN("/export") } or { LATIN("/export 1404/07/01 1404/07/30") }
export-which = Recoveries from { DAY($fromAt) } to { DAY($toAt) }. Which file would you like? It holds members’ insured codes, and the trail notes who took it.
export-empty = No recovery is on record from { DAY($fromAt) } to { DAY($toAt) }.
button-stats-in-words = All figures as text
button-export-csv = CSV
button-export-xlsx = Excel
span-backwards = The last day is before the first.
span-too-long = A span has at most { $most } days.
span-too-many-days = These were more than two days.
event-trail-exported = file of the trail taken
event-resets-exported = file of recoveries taken

## Columns of the file

export-reference = Reference
export-insured-code = Insured code
export-platform = Messenger
export-state = Result
export-jalali-day = Jalali date
export-gregorian-day = Gregorian date
export-clock = Time
export-settled-jalali-day = Settled, Jalali
export-settled-gregorian-day = Settled, Gregorian
export-settled-clock = Settled, time
export-platform-telegram = Telegram
export-platform-bale = Bale
export-state-reserved = On its way
export-state-unknown = No clear answer
export-state-done = Done
export-state-given-back = Given back

## The picture

chart-title = Password recovery
chart-span = { DAY($fromAt) } to { DAY($toAt) }
chart-day = { DAY($fromAt) }
chart-span-so-far = { DAY($fromAt) } to { DAY($toAt) }, { CLOCK($toAt) }
chart-day-so-far = { DAY($toAt) }, until { CLOCK($toAt) }
chart-so-far = today, until { CLOCK($toAt) }
chart-done = recoveries done
chart-success = got through
chart-sms = SMS, { $arrived } arrived
chart-sms-sent = SMS sent
chart-cost = SMS cost, rials
chart-daily = Recoveries each day
chart-weekly = Recoveries each week
chart-highest = most in a day: { $most }
chart-highest-week = most in a week: { $most }
chart-nothing = No recovery was done in these days.
chart-stops = How far people got
chart-once-a-day = each counted once a day
chart-in-people = number of people
chart-lost = { $lost } fewer
chart-step-begun = Gave their details
chart-step-matched = Details were right
chart-step-needed-none = Needed no recovery
chart-step-code-sent = Were sent a code
chart-step-code-right = Typed the right code
chart-step-done = Password recovered
chart-refusals = Why people did not get through
chart-no-refusals = No reason came up often enough to be shown.
chart-refusal-no-match = Details not found
chart-refusal-too-many-pairs = Wrong details in a row
chart-refusal-card-needed = Own number not shown
chart-refusal-too-many-members = Several members, one chat
chart-refusal-locked = Locked for a day
chart-refusal-locked-until-staff = Closed until support decides
chart-refusal-cover-not-active = No active cover
chart-refusal-under-way = Earlier request under way
chart-refusal-portal-away = Portal did not answer
chart-refusal-account-missing = No account in the portal
chart-refusal-password-is-initial = Password was the initial one
chart-refusal-number-cooling = Number changed lately
chart-refusal-resets-used-up = All recoveries used
chart-refusal-mobile-by-staff = Number is for staff to add
chart-refusal-mobile-mismatch = Number in another name
chart-refusal-number-reported = Number no longer theirs
chart-refusal-too-many-sends = SMS limit of one number
chart-refusal-sms-budget-spent = SMS limit of the bot
chart-refusal-sms-refused = SMS was refused
chart-refusal-sms-undelivered = SMS did not arrive
chart-refusal-code-expired = Code had expired
chart-refusal-code-wrong-last = Three wrong codes
chart-refusal-reset-with-staff = No clear answer from portal
chart-refusal-other = Other reasons

## The same in words

stats-done-that-day = Recoveries done: { $done }
stats-done = Recoveries done: { $done }, most in a day { $most }
stats-still-initial = Password not changed since the recovery: { $count }
stats-success = Got through, of those who needed a recovery: { $share }
stats-stops = How far people got, each counted once a day:
stats-sms = Text messages sent: { $sent }, { $arrived } arrived
stats-sms-sent = Text messages sent: { $sent }
stats-cost = SMS cost: { $cost } rials
stats-refusals = Why people did not get through, by number of people; reasons of fewer than 5 are put together:

## Files that staff ask for

file-asked = { $what } is being made and will come here.
file-stats = The chart
file-recoveries = The file of recoveries
file-recoveries-caption = Recoveries from { DAY($fromAt) } to { DAY($toAt) }
file-trail = The file of the trail
file-trail-caption =
    The trail from { DAY($fromAt) } to { DAY($toAt) }, places { $first } to { $last } of the chain
    Mark of the last link: { $head }
file-nothing = { $what }: nothing is on record for these days, so there is no file.
file-too-large = { $what } became larger than the messenger takes. Ask for fewer days.
file-not-sent = { $what } could not be made or sent. Ask again a little later.
file-not-allowed = { $what } is no longer part of your role, so it was not sent.
