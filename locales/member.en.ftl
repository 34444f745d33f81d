### Every sentence that members and SMS carry, in English.
### Blanks: $brand and $support may stand anywhere; what ends in `At` is a moment, in `In` the milliseconds left.

## Greeting and the commands

greeting =
    Hello and welcome.

    If you have forgotten your password for the { $brand } claims portal, you can put it back to its initial value here. It usually takes less than a minute.

    Have your insured code and the principal insured’s national ID at hand, and press the button below.
help =
    This bot recovers your password for the { $brand } claims portal.

    We ask for your insured code and the principal insured’s national ID, send an activation code by SMS, and then the password goes back to its initial value.

    /reset recover the password
    /cancel stop
    /support talk to support
    /language choose the language
    /notices what this chat is told of
    /privacy what we keep about you

    If you are stuck, support will help: { $support }
privacy =
    We keep only what is needed to recover a password.

    The dialogue: what you write is encrypted, stays for fifteen minutes at most, and is erased when the dialogue ends.

    Messages: what you write in the dialogue is removed from this chat, as far as the messenger lets us. Until then the messenger has it too. The text of what comes in and goes out is encrypted too, and erased as soon as it has been dealt with; a message that the bot could not deal with stays for seven days at most.

    National ID, mobile number and name: encrypted, until { $keptDays } days after the end of your cover, or earlier if support erases them.

    Record: the time and result of each recovery and the number of your account with this messenger ({ $account }) are kept, so that questions can be answered later. The record holds no activation code and no password.

    Support: { $support }
choose-language =
    Choose a language.
    { "زبان گفتگو را انتخاب کنید." }
language-chosen = We will write in English from now on.
nothing-to-cancel = You have no recovery under way. Send /reset whenever you need one.

command-reset = Recover the password
command-cancel = Stop
command-help = Help
command-language = Language
command-privacy = Privacy
command-notices = What this chat is told of
command-support = Talk to support
command-start = Begin

# Whoever writes one of these wants a person: one after the other, with commas between.
words-for-support = support, operator, agent, human, a person, real person, somebody, someone, call you, phone number, telephone, help me, i need help
support-contact = To talk to support, call: { $support }

## Buttons

button-reset = I have forgotten my password
button-sign-in = Sign in to the portal
button-help = Help
button-privacy = Privacy
button-language = Language (زبان)
button-locale-fa = فارسی
button-locale-en = English
button-cancel = Cancel
button-it-is-right = It is right
button-share-number = Share my number
button-resend = Send the SMS again
button-new-code = New code
button-other-number = Another number
button-number-not-mine = This number is no longer mine
button-report-number = Ask support
button-keep-number = Back
button-go-on = Go on
button-begin-again = Begin again
button-not-my-change = This was not me
button-not-me = This was not me
button-not-theirs = This chat is not theirs

## Who are you?

reset-welcome =
    Dear member, we will recover your password in a few short steps.

    A password may be recovered at most { $times } times within one period of supplementary health cover. Please keep your password safe.

    What you write here is removed from the chat once we have read it.
ask-insured-code = Write your insured code.
insured-code-hint = The insured code is printed on your health insurance card and in the policy.
insured-code-not-digits = An insured code has only digits, such as 310024. Write just the digits.
insured-code-too-short = This number has { $typed } digits, fewer than an insured code. Write the whole code, such as 310024.
insured-code-too-long = This number has { $typed } digits, more than an insured code. Write the insured code alone, such as 310024.
insured-code-misshapen = This number does not look like an insured code. Copy the code from your card, such as 310024.

ask-national-id =
    Write the national ID of the principal insured.

    The principal insured is the person in whose name the family’s policy is.
national-id-hint = A national ID has ten digits, and is printed on the national ID card and in the birth certificate. Foreign nationals write their twelve-digit code.
national-id-not-digits = A national ID has only digits, such as 0012345678. Write just the digits.
national-id-too-short = This number has { $typed } digits and a national ID has ten, such as 0012345678. Include its leading zeros.
national-id-too-long = This number has { $typed } digits and a national ID has ten, such as 0012345678. Write the national ID alone.
national-id-eleven-digits = This number has eleven digits and a national ID has ten, such as 0012345678. Perhaps one digit was written twice.
national-id-is-mobile = This looks like a mobile number. This step needs the national ID: ten digits, such as 0012345678.
national-id-doubtful =
    The digits of this ID do not add up; perhaps two of them were swapped.

    Please check it once more. If it is right, press “It is right”; otherwise write the national ID again.

asking-portal = One moment; we are asking the portal about your account.
still-checking = We are still waiting for the portal. We will go on as soon as it answers.

no-match =
    We found no member with this insured code and this national ID.

    The national ID must be the principal insured’s. Please check both once more and begin again.

    If it still does not work, support will help: { $support }
    Reference: { $reference }
too-many-pairs =
    Several entries in a row did not match, so we have to wait a little to protect the accounts.

    Try again after { DAYTIME($until) }.

    Support: { $support }
    Reference: { $reference }
locked =
    Password recovery for this account is closed until { DAYTIME($until) }, because codes other than the one in the SMS were written several times in a row.

    If this was not you, tell support: { $support }
    Reference: { $reference }
locked-until-staff =
    Password recovery for this account is closed. Support can open it again.

    Support: { $support }
    Reference: { $reference }
cover-not-active =
    Passwords can be recovered only within a period of supplementary health cover, and no active period is on record for you.

    If you think otherwise, call support: { $support }
    Reference: { $reference }
under-way =
    Your earlier request is on its way to the portal. We will tell you the result here; there is nothing else to do.

    Reference: { $reference }
portal-away =
    The claims portal is not answering at the moment. No SMS was sent and none of your recoveries was used.

    Try again in a few minutes.

    Reference: { $reference }
account-missing =
    The portal has no account for this insured code, and none of your recoveries was used.

    A request to look into it has been put to support, and the outcome will be written here. To follow it up, call: { $support }
    Reference: { $reference }
password-is-initial =
    No recovery is needed, and you can sign in to the portal right away.

    The password still has its initial value, the principal insured’s national ID. Sign in with the insured code and that national ID.

    No mobile number is needed and none of your recoveries was used.
number-cooling =
    Your mobile number was changed by the insurer a short while ago. For the safety of your account no code is sent before { DAYTIME($until) }. Begin again after that.

    If you do not know of this change, tell support: { $support }
    Reference: { $reference }
resets-used-up =
    All recoveries of this period of supplementary health cover have been used. The period ends on { DAY($until) }.

    Support can advise you: { $support }
    Reference: { $reference }

## Which phone is yours?

mobile-needed = To send an activation code we need your mobile number, since none is on record for you yet.
ask-mobile =
    Write your own mobile number, or press “Share my number”.

    Whoever holds this number can reach your medical data and your family’s. Give only a number that is your own.
ask-mobile-card =
    Press “Share my number” and the messenger will send your own number.

    Whoever holds this number can reach your medical data and your family’s. That is why a typed number is not accepted.
mobile-hint = A mobile number has eleven digits and begins with 09, such as 09120000000.
mobile-not-digits = A mobile number has only digits, such as 09120000000. Write just the digits.
mobile-too-short = This number has { $typed } digits and a mobile number has { $wanted }, such as 09120000000. Write the whole number.
mobile-too-long = This number has { $typed } digits and a mobile number has { $wanted }, such as 09120000000. Write one number only.
mobile-landline = This looks like a landline. SMS reaches mobile numbers, such as 09120000000.
mobile-foreign = This number is from another country. An Iranian mobile number is needed, such as 09120000000.
contact-not-private = Share your number in the private chat with the bot.
contact-forwarded = This contact card was forwarded from elsewhere. Press “Share my number”, or write your own number, such as 09120000000.
contact-foreign = This contact card is somebody else’s. Press “Share my number”, or write your own number, such as 09120000000.
mobile-taken = We have the number.
mobile-not-proven =
    The messenger did not confirm that this number is your own.

    If the button does not work either, call support to have the number registered: { $support }
mobile-by-staff =
    The first mobile number is registered by our support staff, and your request has reached them.

    Once the number is registered, begin the recovery again.

    Support: { $support }
    Reference: { $reference }

## Whose is it? The question to the operators' register (Shahkar), and what comes of it

asking-owner = One moment; we compare the number with the operators’ register (Shahkar), so that the code reaches nobody but you.
still-asking-owner = We are still waiting for word about the number. We go on as soon as it is there.
mobile-mismatch =
    In the operators’ register (Shahkar) this number is not in the name of the principal insured. A line is often in a relative’s name and that is all right; our support staff check and register it, and your request has reached them.

    To have it checked, call support: { $support }
    Reference: { $reference }

    If a digit went wrong, or you have a number in your own name, begin the recovery anew.

## Do you hold it?

code-sent =
    An activation code is on its way by SMS and is valid for { MINUTES($expiresIn) ->
        [one] one minute
       *[other] { MINUTES($expiresIn) } minutes
    }. Where reception is poor, the SMS may come late.

    Insured code: { $insuredCode }
    Mobile number: { $mobile }
code-still-valid =
    The code that we sent to this number before is still valid, for { MINUTES($expiresIn) ->
        [one] one more minute
       *[other] { MINUTES($expiresIn) } more minutes
    }. No further SMS was sent.

    Insured code: { $insuredCode }
    Mobile number: { $mobile }
next-send = If it does not come, you can ask for the SMS again in { SECONDS($resendIn) } seconds.
no-more-sends = No further SMS will be sent for this request.
ask-code =
    { $digits ->
        [5] Write the five-digit code here.
       *[other] Write the code of { $digits } digits here.
    } Do not tell it to anyone; not even support will ask for it.
ask-new-code = Press “New code” and we will send another one. You do not need to write anything again.
code-hint = The activation code is in the SMS we sent you.
code-not-digits = Write the activation code in digits, such as 02468.
code-among-letters = Write just the digits of the activation code, such as 02468, with no other text.
code-too-short = This number has { $typed } digits and the activation code has { $wanted }, such as 02468. Include its leading zeros.
code-too-long = This number has { $typed } digits and the activation code has { $wanted }, such as 02468. Write only the code from the SMS.
code-wrong =
    This is not the code from the SMS. You can try { $left ->
        [one] one more time
       *[other] { $left } more times
    }.
code-wrong-last =
    This was not the code from the SMS either, and the request is closed.

    You can make a new one with /reset. If no SMS reaches you, support will help: { $support }
    Reference: { $reference }
code-expired = This code has expired.
challenge-over = This request is no longer open. A newer one may have taken its place, here or in another messenger.
code-right = The code was right. We are telling the portal now, and will write the result here.
code-sent-again = The same code is on its way again by SMS and is valid until { CLOCK($expiresAt) }.
resend-too-early = The SMS may still be on its way. You can ask for it again in { SECONDS($resendIn) } seconds.
sends-used-up = We will send no further SMS for this request. If one comes late, write the code in it.
sms-refused = The SMS was not sent and was not counted. You can ask for it again.
too-many-sends =
    No more SMS can be sent for now. You can ask again after { DAYTIME($until) }.

    Support: { $support }
    Reference: { $reference }
send-too-soon =
    A code has only just been sent for this insured code or this number. If you asked for it, go on in that chat.

    After { CLOCK($until) } you can begin again from here as well.

    Support: { $support }
    Reference: { $reference }
sms-budget-spent =
    A great many SMS are on their way at the moment, so we are not sending new codes. Try again after { DAYTIME($until) }.

    Reference: { $reference }

number-not-mine =
    If the registered number is no longer in your hands, support will change it after a check. Until then no code will be sent to another number.

    Registered number: { $mobile }

    Shall we pass the request on to support?
choose-a-button = Press one of the buttons below.
number-reported =
    Your request has reached support. Please call them for the check: { $support }

    Reference: { $reference }

## What came of it

reset-done =
    The recovery is done and you can sign in to the portal now.

    Your password is back to its initial value, the principal insured’s national ID. Sign in with the insured code and that national ID, and change the password at once.

    { $left ->
        [0] No further recovery is left in this period of cover, which ends on { DAY($until) }.
        [one] One more recovery is left in this period of cover, which ends on { DAY($until) }.
       *[other] { $left } more recoveries are left in this period of cover, which ends on { DAY($until) }.
    }
password-still-initial =
    You have not changed your portal password yet. Whoever knows the principal insured’s national ID can sign in with it.

    Sign in and change the password.
reset-kept =
    The portal is not answering at the moment. We are keeping your request, will carry it out, and will tell you the result here.

    There is nothing else to do. Reference: { $reference }
reset-given-back =
    The portal found no account for this insured code. No password was changed and this recovery was not counted.

    Support: { $support }
    Reference: { $reference }
reset-with-staff =
    The portal gave no clear answer, and our support staff are following up your request.

    Support: { $support }
    Reference: { $reference }
notice-reset =
    On { DAYTIME($at) } your claims portal password was recovered in { $platform ->
        [bale] Bale
       *[telegram] Telegram
    }.

    If it was you, there is nothing to do. If it was not, press the button below: recovery will be closed and support will be told.
notice-wrong-codes =
    On { DAYTIME($at) } codes other than the one in the SMS were written several times to recover your claims portal password, and that request was closed.

    Do not tell the activation code to anyone. If it was not you, tell support: { $support }
notice-identity =
    { $what ->
        [national-id] Your national ID on record was changed
        [mobile-cleared] Your mobile number on record was removed
        [mobile-first] A mobile number was put on record for you
       *[mobile-replaced] Your mobile number on record was changed
    } ({ DAYTIME($at) }, password reset of the claims portal).

    If you asked for this, nothing is needed. If not, press the button: the reset is closed and support is told.
not-me-frozen =
    Password recovery has been closed and support has been told.

    To have it opened and the account checked, call support: { $support }
    Reference: { $reference }
not-me-known = Support has been told of this already: { $support }

not-me-unlinked =
    Support has been told, but recovery was not closed, since this chat no longer belongs to that account.

    To have it closed, contact support: { $support }
    Reference: { $reference }

## Whose news comes here

notices-of =
    Since { DAY($at) } this chat is told of every recovery of the account whose insured code ends in { $tail }, because a code of that account was entered here.

    If this chat does not belong to the owner of that account, press the button below.
notices-none = This chat is told of no account’s recoveries.
chat-unlinked =
    This chat is no longer told of recoveries of the account whose insured code ends in { $tail }.

    If a code of that account is entered here again, it will be.
chat-not-linked = This chat does not belong to that account, and is told nothing of it.
chat-ended =
    This chat is no longer told of recoveries of the account whose insured code ends in { $tail }, { $because ->
        [number] because that account’s mobile number has changed.
       *[staff] because support has ended it.
    }

    If the account is yours and you did not ask for this, contact support: { $support }

## In the middle, and at the end

go-on-or-begin-again = You have a recovery under way. Do you want to go on, or begin again?
given-up =
    Let us stop here for now.

    Send /reset when you are ready, or call support: { $support }
last-try = If you cannot find it, support will help: { $support }
dialogue-cancelled = The recovery has been cancelled. Send /reset whenever you like.
dialogue-idle = Nothing came for a few minutes, so we closed the recovery and erased what you had written. Send /reset to begin again.
dialogue-too-long = This recovery took too long, so we closed it and erased what you had written. Send /reset to begin again.
went-wrong =
    Something went wrong on our side, and we have noted it. It was not your doing.

    Send /reset to begin again, or call support: { $support }
dialogue-taken-up = The bot was updated in the meantime, and we go on where we were. The activation code you have still works.
dialogue-outdated = The bot was updated in the meantime, and the recovery has to begin again. Thank you for your patience.
came-edited = We do not read edited messages. Write the answer in a new message.
came-unexpected = This does not fit this step.
came-sticker = We cannot read stickers. Write the answer.
came-voice = We cannot listen to recordings. Write the answer.
came-picture = We cannot look at pictures or videos. Write the answer.
came-location = Your location is not needed. Write the answer.
came-poll = We cannot read polls. Write the answer.
came-file = We cannot read files. Write the answer.
came-something = We cannot read this message. Write the answer.
old-button = This button is left over from an earlier dialogue and no longer works.
unknown-command = We do not know this command. /help shows the commands.
not-understood = We did not understand that. If you have forgotten your password, press the button below; /help tells you more.
write-in-private = Passwords are dealt with in private only. Write to the bot directly.
flood = Your messages came very quickly and we did not read all of them. Go on in a minute.
not-now = We cannot answer right now. Your message is not lost, and we will answer a little later.

## SMS, each at most 70 characters

sms-code = { $code } is your { $messenger } recovery code, { $minutes } min. Nobody will ask for it.
sms-messenger-telegram = Telegram
sms-messenger-bale = Bale
sms-notice-reset = Your portal password was recovered. Not you? { $support }
sms-notice-number-changed = Your number for password resets was changed. Not you? { $support }
sms-notice-wrong-codes = Wrong codes were entered for your account. Support: { $support }

## What happened, for a notice whose text lies in a vendor's panel: at most 25 characters

sms-event-reset = password recovery
sms-event-number-changed = mobile number changed
sms-event-wrong-codes = wrong codes
