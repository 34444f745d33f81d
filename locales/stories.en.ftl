### The story behind a reference: what happened, why, and what staff may do about it. English.

why-title = Reference { $reference }
why-unknown = Reference { $reference } is not in the trail. Ask the member for it again.
why-reset =
    Recovery: { $state ->
        [done] it has been done.
        [reserved] it is in progress.
        [unknown] its outcome is not known yet.
       *[given-back] it was given back, and does not count.
    }
why-request =
    Request: { $state ->
        [open] it is still open.
        [granted] it has been done.
        [refused] it was declined.
       *[withdrawn] it is no longer needed: the member has registered a number without help.
    }

## Who it is

story-no-match =
    { DAYTIME($at) }: insured code and national ID did not match. { $known ->
        [yes] The insured code is on the list, but the national ID is somebody else’s. That of the principal insured is needed, in whose name the family’s policy is.
       *[no] There is no such insured code on the list. Ask for the one on the insurance card; if it is right, the list of members has to be updated.
    }
story-too-many-pairs =
    { DAYTIME($at) }: { $cap ->
        [chat] insured code and national ID did not match several times in a row in this chat, and there was a wait.
       *[pair] wrong details had been entered for this insured code or national ID many times within a day, perhaps from other chats and by somebody else.
    }

    It opens automatically after a while. { $known ->
        [yes] After checking who is calling, an operator may open it sooner with /unlock.
       *[no] There is no such insured code on the list, so there is no command to open it either. Ask for the one on the insurance card.
    }

story-card-differs =
    { DAYTIME($at) }: many wrong codes had been entered across the bot, and unknown chats had to show their own number with the button. The number that this chat showed is not the one on record.

    It will work again when that is over. If the number on record is theirs no longer, a supervisor clears it after checking who is calling, with /clearmobile and a second person.
story-codes-need-card =
    { DAYTIME($at) }: many wrong codes had been entered across the bot, and the code of this chat was not accepted, because it had not shown its own number with the button.

    They may begin again and share their number with the button.
story-too-many-members =
    { DAYTIME($at) }: this chat had asked for several different members within a day, and gets no answer about any other member for a day.

    Somebody may be checking a list. If it is a colleague or an agent who helps several people, let each of them ask from a chat of their own. A supervisor may stop answering this chat with /mute.
story-staff-mute-chat = { DAYTIME($at) }: a supervisor stopped answering this chat for a day. The same command, /mute, answers it sooner.
story-staff-unmute-chat = { DAYTIME($at) }: a supervisor had this chat answered again.
story-code-perhaps-sent =
    { DAYTIME($at) }: wrong details had been entered for this insured code or national ID many times within a day, perhaps by somebody else. Until that is over, the bot does not tell unknown chats whether details are right. { $right ->
        [yes] The details entered here were right, and a code was sent to the number on record.
       *[no] The details entered here did not match, and no code was sent.
    }

    { $known ->
        [yes] After checking who is calling, an operator may end this with /unlock.
       *[no] There is no such insured code on the list. Ask for the one on the insurance card.
    }
story-code-not-sent =
    { DAYTIME($at) }: the details were right, but no code was sent. { $because ->
        [portal-initial] The password is still the first one: they sign in with insured code and national ID, and need no recovery.
        [portal-missing] The portal has no account for this insured code, and one has to be made.
        [card-differs] Many wrong codes had been entered across the bot, and the number that this chat showed with the button is not the one on record.
        [no-number] There is no number on record for this member.
       *[portal-away] The portal did not answer. They may try again a little later.
    }

    The chat was told nothing of it, because wrong details had been entered for this account many times. After checking who is calling, an operator may end this with /unlock.

## The way back is shut

story-locked =
    { DAYTIME($at) }: recovery was locked, because wrong codes had been entered several times in a row.

    The lock ends when its time is over. After checking who is calling, an operator may lift it sooner with /unlock.
story-locked-until-staff =
    { DAYTIME($at) }: recovery was closed, { $closedFor ->
        [not-me] because the member had said that a recovery was not theirs.
        [staff-block] because staff had closed it; a supervisor can see who and when with /audit.
       *[second-lock] because it had been locked twice in a row for wrong codes.
    }

    To open it, { $closedFor ->
        [not-me] a supervisor sends /unblock after checking who is calling.
        [staff-block] a supervisor sends /unblock.
       *[second-lock] an operator sends /unlock after carefully checking who is calling.
    }
story-locked-for-wrong-codes =
    { DAYTIME($at) }: wrong codes were entered several times in a row, and recovery was locked for a day.

    After checking who is calling, an operator may lift the lock sooner with /unlock.
story-closed-for-wrong-codes =
    { DAYTIME($at) }: wrong codes were entered in a row a second time, and recovery stays locked until support lifts the lock.

    Somebody may be trying out codes. An operator lifts the lock with /unlock, after a careful look at who is calling.
story-not-me =
    { DAYTIME($at) }: the member said that a recovery was not theirs; { $path ->
        [was-closed] recovery had been closed before.
        [open] recovery was not closed, since the chat no longer belongs to them.
       *[none] recovery was closed.
    }

    Call them, and ask them to change the password of the portal today. A supervisor who knows who is calling opens recovery with /unblock.

## Cover, and the recoveries of a period

story-cover-not-active =
    { DAYTIME($at) }: at that time no active period of cover was registered for this member.

    An operator sees the registered period with /member. If there is cover, the list of members has to be brought up to date.
story-resets-used-up =
    { DAYTIME($at) }: all recoveries of this period of cover had been used.

    With a new period, the count starts again. A supervisor may add to this one with /grant and a second person.
story-under-way =
    { DAYTIME($at) }: an earlier recovery was still on its way to the portal, and no other may begin until that is settled.

    Nothing is needed. If the portal gives no clear answer, a supervisor brings it to an end with /pending.

## The portal

story-portal-away =
    { DAYTIME($at) }: the portal did not answer. No text message was sent, and no recovery was counted.

    The member may try again a little later. If it goes on, tell your technical team.
story-number-cooling =
    { DAYTIME($at) }: the member’s number was changed a short while ago, and no code goes to it yet.

    The member has read until when. If they do not know of the change, a supervisor looks at their trail with /audit.
story-not-my-change =
    { DAYTIME($at) }: the member said that a change of their number or national ID was not theirs; their reset is closed.

    Call them on the earlier number or another that you trust. A supervisor who knows who is calling sends /unblock.
story-account-missing =
    { DAYTIME($at) }: the portal has no account for this insured code. No recovery was counted.

    The bot can do nothing here; the account has to be made in the portal itself.
story-code-right =
    { DAYTIME($at) }: the code was right, and the recovery was handed to the portal.

    Nothing is needed; the member will be told what came of it.
story-reset-done =
    { DAYTIME($at) }: the portal carried the recovery out, and the password is initial again.

    The member signs in with the insured code and the national ID of the principal insured. If they say that it was not them, a supervisor closes recovery with /block.
story-reset-kept =
    { DAYTIME($at) }: the portal gave no clear answer. The request is kept, and the portal is asked again automatically.

    Nothing is needed. If no answer comes, a supervisor brings it to an end with /pending.
story-reset-sent-again =
    { DAYTIME($at) }: the request had not reached the portal, and was sent again automatically.

    Nothing is needed; the member will be told what came of it.
story-reset-given-back =
    { DAYTIME($at) }: the portal did not know the account. The recovery was given back, and does not count.

    The account has to be made in the portal itself.
story-reset-with-staff =
    { DAYTIME($at) }: { $kept ->
        [id-of-another-account] the portal knows the number of this request for another account.
        [missing-after-unknown] the portal’s first answer was lost, and the next time it said that it has no such account; the recovery may have been made.
       *[no-clear-answer] the portal gave no clear answer in time.
    } It is left to staff, and no other recovery begins until it is settled.

    See in the portal whether the password is initial again; then a supervisor brings it to an end with /pending.

## The mobile number

story-mobile-by-staff =
    { DAYTIME($at) }: { $because ->
        [asked-enough] the operators’ register (Shahkar) had been asked about this member often enough for a day, and the request to register a number went to staff.
        [register-silent] the operators’ register (Shahkar) gave no clear answer, and had known a number in another name before. The request to register a number went to staff.
       *[policy] the first mobile number is registered by staff, and the request for it went to them.
    }

    Once it is known who is calling, a supervisor registers the number with /setmobile and a second person, or declines the request in /pending.
story-mobile-mismatch =
    { DAYTIME($at) }: by the operators’ register (Shahkar) the number they gave is not in the name of the holder of the national ID. It may be a relative’s, which is no fault.

    Once it is known who is calling, a supervisor registers the number with /setmobile and a second person, or declines the request in /pending.
story-number-reported =
    { DAYTIME($at) }: the member said that the registered number is no longer theirs. No code goes to it until staff have looked.

    Once it is known who is calling, a supervisor clears the number with /clearmobile and a second person, or declines the request in /pending.

## SMS and codes

story-too-many-sends =
    { DAYTIME($at) }: { $cap ->
        [mobile] the daily limit for text messages to this number was reached.
        [chat] the hourly limit for text messages from this chat was reached.
       *[member] the daily limit for text messages for this member was reached.
    }

    It opens automatically after a while, and there is no command for it. If no text message has arrived, an operator sees the registered number with /member and compares it with the member’s.
story-send-too-soon =
    { DAYTIME($at) }: { $cap ->
        [own-chat] a chat known to be the member’s was waiting for its code, and another chat could not end that.
       *[pause] the last SMS had only just been sent, from this chat or another.
    }

    It opens by itself after a minute or two. If the member says it was not them, somebody may know their insured code and national ID.
story-sms-budget-spent =
    { DAYTIME($at) }: { $cap ->
        [hour] the whole bot had reached its hourly limit for text messages, and nobody got a code.
       *[day] the whole bot had reached its daily limit for text messages, and nobody got a code.
    }

    It opens automatically after a while; an operator sees with /sms how things stand. If so many requests are unusual, tell your security officer.
story-sms-undelivered =
    { DAYTIME($at) }: the text message with the code did not reach the phone. { $delivery ->
        [blacklisted] The number does not take such messages.
       *[undelivered] The phone was off or out of reach, or the number is no longer in use.
    }

    The member { $delivery ->
        [blacklisted] has to ask their operator to let them through.
       *[undelivered] may ask for the code again.
    } If the number has changed, a supervisor who knows who is calling clears it with /clearmobile and a second person.
story-code-wrong-last =
    { DAYTIME($at) }: a wrong code was entered several times, and that request was closed.

    The member may begin again and get a new code. If they say that it was not them, a supervisor may close recovery with /block.

## What staff have done

story-staff-mark-done =
    { DAYTIME($at) }: staff marked the recovery as done, and the member was told.

    Nothing is needed.
story-staff-give-back =
    { DAYTIME($at) }: staff gave the recovery back to the member, and it does not count.

    Nothing is needed; the member begins again whenever they like.
story-staff-ask-portal =
    { DAYTIME($at) }: staff asked the portal again.

    If no clear answer comes, a supervisor brings it to an end with /pending.
story-staff-refuse-request =
    { DAYTIME($at) }: staff declined the member’s request, and the member was told.

    If there is reason to look again, a supervisor registers a number with /setmobile or clears it with /clearmobile, both with a second person.
story-staff-not-allowed =
    { DAYTIME($at) }: one of the staff wanted something outside their role, and nothing was done.

    A supervisor sees the events with /audit; an owner changes roles with /admins.
story-approval-asked =
    { DAYTIME($at) }: one of the staff asked a second person for consent.

    Every other supervisor has the button to agree in their own chat. The request is open for a day.
story-approval-given =
    { DAYTIME($at) }: the second person agreed.

    Nothing is needed; a supervisor sees with /audit what came of it.
story-approval-refused =
    { DAYTIME($at) }: the second person did not agree, and nothing was done.

    If it is still needed, send the command again.

## Lists of members

story-import-consent-code =
    { DAYTIME($at) }: a colleague read the code by which they agree to a list that was read at the command line.

    A supervisor sees with /import status what became of the list.
story-import-approved =
    { DAYTIME($at) }: a second person agreed to the new list of members.

    Nothing is needed; a supervisor sees with /audit what came of it.
story-import-applied =
    { DAYTIME($at) }: the new list of members was applied.

    Nothing is needed; a supervisor sees the events with /audit.
story-import-undone =
    { DAYTIME($at) }: the list of members is as it was before this list.

    Nothing is needed; a supervisor sees the events with /audit.
story-import-judged =
    { DAYTIME($at) }: a list of members was read, and nothing had changed yet.

    If it is waiting to be applied, a supervisor sends /import apply with this reference and is asked again.
story-import-refused =
    { DAYTIME($at) }: what was asked for a list of members was not done.

    A supervisor sees how the list stands with /import status.
story-import-dropped =
    { DAYTIME($at) }: this list of members was dropped, and nothing changed.

    If it is still needed, a supervisor sends the file again with /import.
story-staff-apply-list =
    { DAYTIME($at) }: a colleague asked for the list of members to be applied.

    Nothing is needed; a supervisor sees with /import status what came of it.
story-staff-apply-list-whole =
    { DAYTIME($at) }: applying a complete list was requested; members who are not on it count as having left.

    A supervisor sees with /import status what became of it.
story-staff-apply-list-together =
    { DAYTIME($at) }: the list of members began to be applied, with a second person’s consent.

    Nothing is needed; a supervisor sees with /import status what came of it.
story-staff-undo-list =
    { DAYTIME($at) }: a colleague asked for the list of members to be taken back.

    Nothing is needed; a supervisor sees with /import status what came of it.
story-staff-undo-list-together =
    { DAYTIME($at) }: the list of members began to be taken back, with a second person’s consent.

    Nothing is needed; a supervisor sees with /import status what came of it.
