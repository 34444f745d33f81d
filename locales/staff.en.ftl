### What staff read: commands, questions, members' files and stories. English.

## Commands

staff-help =
    Your commands as { $role ->
        [owner] owner
        [supervisor] supervisor
       *[operator] operator
    }:
help-line = { $command } { $does }
staff-command-help = Your commands
staff-command-whoami = Your name and role
staff-command-member = A member’s file
staff-command-mute = Stop answering a chat for a day, or answer it again
staff-command-why = The story behind a reference
staff-command-chats = The chats that are told about a member’s recoveries
staff-command-unlock = Lift the lock on recovery
staff-command-block = Close recovery
staff-command-unblock = Open recovery
staff-command-clearmobile = Clear a mobile number; needs a second person
staff-command-setmobile = Register a first mobile number; needs a second person
staff-command-grant = Add recoveries to the period; needs a second person
staff-command-pending = What is waiting for staff
staff-command-audit = The audit trail: read it, check it, export it
staff-command-sms = The state of text messages
staff-command-maintenance = Close and open the bot for members
staff-command-erase = Delete the data of a member who is no longer covered; needs a second person
staff-command-admins = Colleagues and their roles

usage =
    Send it like this:
    { $how }
usage-code = { LATIN($example) } (with the member’s insured code)
usage-member = { LATIN("/member 310024") } (insured code, national ID, mobile number or reference)
usage-mute = { LATIN("/mute ACDE3467") } (a reference that the chat was given)
usage-why = { LATIN("/why ACDE3467") } (the reference)
usage-setmobile = { LATIN("/setmobile 310024 09120000000") } (insured code and new mobile number)
usage-grant = { LATIN("/grant 310024 1") } (insured code and number of resets, 1 to 5)
usage-audit =
    Latest events: { LATIN("/audit") }
    Events of a member: { LATIN("/audit 310024") }
    Check the chain: { LATIN("/audit verify") } and a seal you kept
    The trail as a file: { LATIN("/audit export 1404/07/01 1404/07/30") }
usage-maintenance = To close: { LATIN("/maintenance on") } and a text for members. To open: { LATIN("/maintenance off") }
usage-admins =
    Add: { LATIN("/admins add telegram:123 operator") } and a name
    Another account: { LATIN("/admins link 3 bale:456") }
    Role: { LATIN("/admins role 3 supervisor") }
    Remove: { LATIN("/admins remove 3") }

whoami =
    { $name }, { $role ->
        [owner] owner
        [supervisor] supervisor
       *[operator] operator
    }, number { $number }
staff-not-allowed = This is not part of your role.
staff-forwarded = Forwarded commands are ignored. Type the command yourself.
staff-role =
    { $role ->
        [none] You are no longer one of the support staff. Thank you for your work.
        [owner] You are an owner now. /help shows the commands.
        [supervisor] You are a supervisor now. /help shows the commands.
       *[operator] You are an operator now. /help shows the commands.
    }

## Buttons

button-staff-yes = Do it
button-staff-no = Cancel
button-approve = I agree
button-refuse = I disagree
button-member = File
button-unlock = Lift the lock
button-block = Close recovery
button-unblock = Open recovery
button-clearmobile = Clear the number
button-grant-one = One more recovery
button-set-number = Register a number
button-chats = Chats
button-audit = Trail
button-end-chat = Stop telling this chat
button-ask-portal = Ask the portal again
button-mark-done = It was done
button-give-back = Give it back
button-account-made = Account created
button-refuse-request = Decline the request

## A member

member-not-found = No member was found. Send an insured code, a national ID, a mobile number or a reference.
members-several = { $count } members match this. Choose one; the codes in order: { $codes }
member-title = A member’s file
member-code = Insured code: { $insuredCode }
member-name = Name: { $name }
member-national-id = National ID: { $nationalId }
member-mobile =
    Mobile number: { $number }, { $source ->
        [insurer] from the insurer
        [contact] from their own contact card
        [registry] in their own name by Shahkar
       *[typed] typed
    }
member-no-mobile = Mobile number: none registered
member-cover = Cover: from { DAY($from) } to { DAY($to) }
member-cover-over = Cover is not active now; the last period was { DAY($from) } to { DAY($to) }
member-no-cover = Cover: never registered
member-used = Recoveries: { $used } of { $allowance }
way-free = Recovery: open
way-locked = Recovery: locked until { DAYTIME($until) }
way-second-lock = Recovery: locked a second time, until support lifts the lock
in-bound-chats = In their own known chats: { $what }
in-other-chats = In other chats: { $what }
way-staff-block = Recovery: closed by support
way-not-me = Recovery: closed, because the member said a recovery wasn’t theirs
member-chat =
    Chat on { $platform ->
        [bale] Bale
       *[telegram] Telegram
    } { $mark }: told since { DAY($at) }, last used { DAY($used) }
member-limits = SMS in a day: { $sends } of { $mostSends }; wrong codes in a row: { $codes } of { $mostCodes }; wrong details in a day: { $pairs } of { $mostPairs }
member-challenge = Activation code valid until { DAYTIME($expiresAt) }; text messages sent: { $sends }, wrong codes: { $wrong }
member-resets = Last recoveries:
member-reset =
    { MONTHDAY($at) }, { CLOCK($at) }: { $state ->
        [done] done
        [reserved] in progress
        [unknown] outcome unknown
       *[given-back] given back
    } ({ $reference })
member-trail = Last events:
trail-day = { DAY($at) }
trail-line = { CLOCK($at) }: { $what } ({ $who })
trail-line-of-member = { CLOCK($at) }: { $what }, member { $insuredCode } ({ $who })
trail-line-of-reference = { CLOCK($at) }: { $what }, { $reference } ({ $who })
trail-line-of-chat =
    { CLOCK($at) }: { $what }, chat on { $platform ->
        [bale] Bale
       *[telegram] Telegram
    } { $mark } ({ $who })
who-chat =
    { $platform ->
        [bale] Bale
       *[telegram] Telegram
    }, chat { $mark }
who-staff = colleague: { $name }
who-operator = technical team
who-system = automatic

## Acts: the question, and what came of it

erase-covered = Member { $insuredCode } is still covered, or soon will be, so the data stay.
erase-under-way = A recovery of member { $insuredCode } is still in progress. Try again once it is over.
erase-forgotten = This member’s data have already been deleted.
ask-are-you-sure = Go ahead? The button is valid for five minutes and works only once.
ask-needs-two = Ask a second person, supervisor or above? The button is valid for five minutes and works only once.
ask-unlock = Lift the lock on recovery for member { $insuredCode }, and forget the wrong codes, wrong pairs and SMS counted so far, in their own chat as well. The portal account is not touched.
ask-block = Close recovery for member { $insuredCode } until staff open it.
ask-unblock = Open recovery for member { $insuredCode }.
ask-erase = Delete the data of member { $insuredCode }: national ID, mobile number, name and chats, for good. Recoveries and the trail keep only what names nobody.
ask-clear-mobile = Clear the registered mobile number of member { $insuredCode }. Make sure first who is calling.
setmobile-number = Send the first mobile number of member { $insuredCode } here within five minutes. A second person has to approve it.
ask-first-mobile = Register { $mobile } as the first mobile number of member { $insuredCode }.
ask-grant =
    Add { $more ->
        [one] one recovery
       *[other] { $more } recoveries
    } to this period of cover for member { $insuredCode }.
ask-end-chat =
    From now on chat { $mark } on { $platform ->
        [bale] Bale
       *[telegram] Telegram
    } is not told about member { $insuredCode }’s recoveries and can’t say “This wasn’t me”. The chat will be told so.
ask-mark-done = Mark recovery { $reference } of member { $insuredCode } as done. Make sure first, in the portal, that the password is the initial one again.
ask-give-back = Give recovery { $reference } back to member { $insuredCode }. Make sure first, in the portal, that the password has not changed.
ask-account-made = Record that member { $insuredCode } now has an account at the portal. Check there first. They will be told.
ask-refuse-request = Decline request { $reference } of member { $insuredCode }. They will be told.
ask-mute-chat =
    Stop answering chat { $mark } on { $platform ->
        [bale] Bale
       *[telegram] Telegram
    } for { $hours } hours. Whoever writes there gets no answer; news of recoveries still arrives.
ask-unmute-chat =
    Answer chat { $mark } on { $platform ->
        [bale] Bale
       *[telegram] Telegram
    } again.
ask-close-house = Close the bot for members with this text: { $text }
ask-open-house = Open the bot for members.
ask-add =
    Add { $name } with the account { $account } on { $platform ->
        [bale] Bale
       *[telegram] Telegram
    }, as { $role ->
        [owner] owner
        [supervisor] supervisor
       *[operator] operator
    }.
ask-link =
    Add the account { $account } on { $platform ->
        [bale] Bale
       *[telegram] Telegram
    } to those of { $name }.
ask-remove = Remove { $name } from the staff.
ask-role =
    A new role for { $name }: { $role ->
        [owner] owner
        [supervisor] supervisor
       *[operator] operator
    }.
did-unlock =
    Recovery is open for member { $insuredCode }.

    Cleared: locks { $locks }, wrong codes { $wrongCodes }, wrong pairs { $wrongPairs }, SMS counted { $sends }, chats that had to wait { $chats }.
did-block = Recovery is closed for member { $insuredCode }.
did-unblock = Recovery is open for member { $insuredCode }.
did-erase = The data of member { $insuredCode } have been deleted.
did-clear-mobile = The mobile number of member { $insuredCode } has been cleared.
did-first-mobile = { $mobile } is registered for member { $insuredCode }.
did-grant =
    { $more ->
        [one] One recovery has
       *[other] { $more } recoveries have
    } been added to this period of cover for member { $insuredCode }.
did-end-chat = Chat { $mark } is no longer told about member { $insuredCode }’s recoveries.
did-mark-done = Recovery { $reference } is marked as done, and the member will be told.
did-give-back = Recovery { $reference } has been given back, and the member will be told.
did-account-made = It is on record that member { $insuredCode } has an account, and they will be told.
did-refuse-request = Request { $reference } has been declined, and the member will be told.
did-mute-chat = Chat { $mark } will not be answered for { $hours } hours. Send the same command to end this sooner.
did-unmute-chat = Chat { $mark } will be answered again.
did-close-house = The bot is closed for members. You and your colleagues can go on working.
did-open-house = The bot is open for members.
did-add = { $name } is one of the staff. A bot can’t start a chat; ask them to send /whoami once.
did-link = The new account of { $name } is registered.
did-remove = { $name } is no longer one of the staff.
did-role = { $name } has a new role.
act-dropped = Nothing was done.
act-overtaken = Things have changed in the meantime, so nothing was done. If it is still needed, send the command again.
question-over = This button has expired or has already been used. Send the command again.
nothing-to-do = There is nothing to change; it is like this already.
grant-without-cover = This member has no active period of cover, so nothing is added.

## The chats that hear of a member's recoveries

chats-of = These chats are told about member { $insuredCode }’s recoveries:
chats-none = No chat is told about member { $insuredCode }’s recoveries.
chats-line =
    Chat on { $platform ->
        [bale] Bale
       *[telegram] Telegram
    } { $mark }: since { DAY($at) }, last used { DAY($used) }
chat-not-bound = This chat is no longer told about this member’s recoveries; that ended earlier.

## Why it cannot be

account-taken = This account already belongs to a colleague, so nothing was done. /admins shows who has which.
last-owner = The last owner has to stay, or nobody could add anybody. Add another owner first.
chat-of-staff = This is a colleague’s chat and can’t be muted. Remove a colleague who has left with /admins.
has-mobile = This member has a number on record, and this command does not replace it. If it is no longer theirs, send /clearmobile first.
reset-settled = What became of this recovery is known, and it no longer waits for support.
request-closed = This request is no longer open.

## Two persons

no-second-person = This needs a second person, supervisor or above, and nobody but you has such a role now. An owner adds colleagues with /admins.
no-second-person-yet = This needs a second person who has been a supervisor or owner for some hours. The first of them may approve from { DAYTIME($from) }; send the command again then.
two-persons-too-new = Your role or account is new. You can ask for what takes two persons, and approve it, from { DAYTIME($from) }.
approval-sent = Request { $reference } has gone to your colleagues and waits for approval until { DAYTIME($until) }.
approval-asked =
    { $name } needs a second person for this. Request { $reference } is open until { DAYTIME($until) }.
approval-over = This request is closed, or it is your own and needs a second person.
approval-refused = Request { $reference } has been refused.
staff-decided =
    Request { $reference }: { $state ->
        [approved] approved and done.
        [refused] the second person did not agree, and nothing was done.
       *[other] approved, but things had changed in the meantime, and nothing was done. If it is still needed, send the command again.
    }

## What waits for staff

pending-nothing = Nothing is waiting for staff.
pending-reset =
    Recovery { $reference } of member { $insuredCode }, since { DAYTIME($at) }: { $reason ->
        [id-of-another-account] the portal knows this number for another account.
        [missing-after-unknown] the portal’s first answer was lost, and now it says that it has no such account; it may have been made.
       *[no-clear-answer] the portal has given no clear answer.
    }
pending-request =
    Request { $reference } of member { $insuredCode }, since { DAYTIME($at) }: { $request ->
        [first-mobile] register a first mobile number, with /setmobile
        [account-missing] the portal has no account for them.
       *[clear-mobile] the registered number is no longer theirs.
    }
pending-parked =
    { $parked ->
        [one] One message could not be read and was set aside.
       *[other] { $parked } messages could not be read and were set aside.
    } Tell your technical team.
portal-asked = The portal has been asked about { $reference } again. Once there is a clear answer, it leaves /pending.
staff-request =
    A member has made a new request: { $request ->
        [first-mobile] register a first mobile number with /setmobile
       *[clear-mobile] the registered number is no longer theirs.
    }
    Member { $insuredCode }, reference { $reference }

## A day as they write it, and why it was not understood

day-unreadable = This date could not be read. Put the year first, such as { LATIN("1404/07/01") } or { LATIN("2025-09-23") }.
day-year-last = The year comes first, such as { LATIN("1404/07/01") }. Written this way, day and month cannot be told apart.
day-year-far = The year of this date is out of range: 1300 to 1500 in the Jalali calendar, or 1921 to 2122 in the Gregorian.
day-not-in-calendar = The calendar has no such day.

## The trail

audit-of-all = Last events of the trail:
audit-of-member = Last events of member { $insuredCode }:
audit-empty = No events are on record.
audit-checking = The chain of the trail is being checked from its beginning to its end. The result will appear here.
audit-not-read = The chain of the trail could not be read. Please try again a little later; if it fails again, tell your technical team.
audit-sound = The chain of the trail is sound: { $sound } events.
audit-broken = The chain of the trail is broken at row { $place }; { $sound } events before it are sound. Tell your security officer.
audit-kept-found = The seal you kept stands at row { $place } of the chain: up to there nothing is missing or changed.
audit-kept-missing = The seal you kept is not in the chain: its end was cut off, it was rewritten, or the keys have changed in the meantime. Tell your security officer.
audit-missing = Line { $number } of writer { LATIN($writer) } was removed before it was sealed. Tell your security officer.
audit-forged = Line { $number } was not written by the bot, or was changed before it was sealed; it stays unsealed. Tell your security officer.
audit-unsealed = Waiting to be sealed: { $unsealed }
audit-head = Seal of the last row: { $head }

## The door

closed-sign = { $text }
maintenance-too-long = The text may have { $most } characters at most, so that it can be read at a glance on a phone.

## Who works here

admins-title = Colleagues:
admins-line =
    { $number }: { $name }, { $role ->
        [owner] owner
        [supervisor] supervisor
       *[operator] operator
    }, { $accounts }

admins-second-from = second person since { DAYTIME($from) }
admins-account-from = with account { $account } since { DAYTIME($from) }
staff-change-add = New colleague: { $name } with account { $account }, role { $role ->
        [owner] owner
        [supervisor] supervisor
       *[operator] operator
    }.
staff-change-link = Account { $account } was added to those of { $name }.
staff-change-remove = { $name } is no longer a colleague.
staff-change-role =
    The role of { $name } has changed: { $role ->
        [owner] owner
        [supervisor] supervisor
       *[operator] operator
    }.
staff-change-by = Asked for by { $by }, alone.
staff-change-by-two = Asked for by { $by }, approved by { $agreed }.
staff-change-at-shell = Done by whoever runs the bot, outside the chats.
staff-change-second = A second person from { DAYTIME($from) }. If this surprises you, speak with an owner before then.

## What members hear of it

request-granted =
    { $request ->
        [first-mobile] Your mobile number has been registered.
       *[clear-mobile] Your previous mobile number has been cleared, and you’ll be asked for the new one in your next reset.
    } { $coolOffHours ->
        [0] To reset your password, tap the button below.
       *[other] For the safety of your account, codes are sent from { $coolOffHours } hours after this change; tap the button below then.
    }

    Reference: { $reference }
request-refused =
    { $request ->
        [first-mobile] Your request to register a mobile number was declined.
       *[clear-mobile] Your request to change the mobile number was declined.
    } For advice, call support: { $support }

    Reference: { $reference }
reset-returned =
    Support has checked: your password has not changed, and none of your resets was used.

    Tap the button below whenever you like. Reference: { $reference }

## Events of the trail

event-pair-matched = code and national ID matched
event-no-match = code and national ID did not match
event-too-many-pairs = too many wrong pairs
event-card-differs = another number was shown than the one on record
event-codes-need-card = code not accepted, number not shown
event-too-many-members = too many members from one chat
event-code-perhaps-sent = not told whether the details were right
event-code-not-sent = details were right, no code sent
event-locked = recovery was locked
event-locked-until-staff = recovery was closed
event-cover-not-active = cover was not active
event-under-way = an earlier recovery was under way
event-portal-away = the portal did not answer
event-number-cooling = the number had been changed a short while ago
event-not-my-change = said a change of number or national ID was not theirs
event-list-mobile = mobile number changed by a list
event-list-national-id = national ID changed by a list
event-list-period = period of cover changed by a list
event-account-missing = no account in the portal
event-password-is-initial = password was still initial
event-resets-used-up = recoveries of the period used up
event-mobile-not-proven = number not proven
event-mobile-by-staff = number to be registered by staff
event-mobile-mismatch = number in another name in Shahkar
event-mobile-owner-unknown = no clear answer from Shahkar
event-too-many-sends = limit for text messages reached
event-send-too-soon = the last SMS had only just been sent
event-sms-budget-spent = limit for text messages of the whole bot reached
event-code-sent = activation code sent
event-code-sent-again = activation code sent again
event-sms-refused = text message not sent
event-challenge-abandoned = request abandoned
event-code-from-elsewhere = code came from elsewhere
event-code-expired = code had expired
event-challenge-over = request was over
event-number-changed = number had changed meanwhile
event-code-wrong = wrong code
event-code-wrong-last = third wrong code
event-locked-for-wrong-codes = locked for wrong codes
event-closed-for-wrong-codes = locked a second time for wrong codes
event-code-right = right code
event-mobile-registered = mobile number registered
event-reset-done = recovery done
event-reset-kept = no clear answer from the portal
event-reset-sent-again = handed to the portal again
event-reset-given-back = recovery given back
event-reset-with-staff = left to staff
event-number-reported = number no longer theirs
event-chat-not-theirs = said that the chat is not theirs
event-chat-ended = a chat is no longer told
event-not-me = said a recovery was not theirs
event-member-looked-up = file viewed
event-staff-unlock = lock lifted
event-staff-block = recovery closed
event-staff-unblock = recovery opened
event-staff-erase = member’s data deleted
event-member-forgotten = member’s data deleted after the end of cover
event-staff-end-chat = support stopped telling a chat
event-staff-clear-mobile = mobile number cleared
event-staff-first-mobile = mobile number registered by staff
event-staff-grant = recoveries added to the period
event-staff-mark-done = recovery marked as done
event-staff-give-back = recovery given back by staff
event-staff-ask-portal = portal asked again
event-staff-account-made = an account was said to be made
event-staff-refuse-request = request declined
event-staff-mute-chat = chat no longer answered for a day
event-staff-unmute-chat = chat answered again
event-staff-close-house = bot closed for members
event-staff-open-house = bot opened for members
event-staff-add = colleague added
event-staff-link = account of a colleague added
event-staff-remove = colleague removed
event-staff-role = role of a colleague changed
event-staff-not-allowed = outside the role
event-approval-asked = second person asked
event-approval-given = second person agreed
event-approval-refused = second person refused
event-import-approved = list of members approved
event-import-applied = list of members applied
event-import-undone = list of members undone
