### Every sentence that members and SMS carry, in English.
### Blanks: $brand and $support may stand anywhere; what ends in `At` is a moment, in `In` the milliseconds left.

## Greeting and the commands

greeting =
    Hello and welcome.

    If you’ve forgotten your password for the { $brand } claims portal, you can reset it here. It usually takes two or three minutes.

    Have your insured code and the principal insured’s national ID to hand, and tap the button below.
help =
    This bot resets your password for the { $brand } claims portal.

    We ask for your insured code and the principal insured’s national ID and text you an activation code. After that, your password is the initial one again.

    /reset Reset the password
    /cancel Cancel
    /language Choose the language
    /privacy What we keep about you

    If you get stuck, call support: { $support }
privacy =
    We keep only what is needed to reset a password.

    The conversation: what you send is encrypted, stays for fifteen minutes at most, and is erased when the conversation ends.

    Messages: what you send during the conversation is removed from this chat, as far as the messenger lets us. Until then the messenger has it too. The text of incoming and outgoing messages is also encrypted, and erased once it has been dealt with; a message the bot couldn’t deal with stays for seven days at most.

    National ID, mobile number and name: encrypted, until { $keptDays } days after the end of your cover, or earlier if support erases them.

    Record: the time and result of each reset and your account number on this messenger ({ $account }) are kept so that questions can be answered later. The record holds no activation code and no password.

    Support: { $support }
choose-language =
    Choose a language.
    { "زبان گفتگو را انتخاب کنید." }
language-chosen = We’ll use English from now on.
nothing-to-cancel = There is nothing to cancel. Whenever you need a reset, tap the button below.

command-reset = Reset the password
command-cancel = Cancel
command-help = Help
command-language = Language
command-privacy = Privacy
command-notices = What this chat is told about
command-support = Talk to support
command-start = Start

# Whoever writes one of these wants a person: one after the other, with commas between.
words-for-support = support, operator, agent, human, a person, real person, somebody, someone, call you, phone number, telephone, help me, i need help

# What people say in their own words, written in the same way.
words-for-reset = forgot, forgotten, lost my password, password, reset, start, can't sign in, cannot sign in, can't log in, cannot log in
words-for-no-sms = didn't come, hasn't come, not come, didn't arrive, hasn't arrived, not arrived, didn't get, haven't got, didn't receive, not received, no code, no text, no sms, resend, send again, send it again
words-that-greet = hello, hi, hey, good morning, good afternoon, good evening
words-that-thank = thank you, thanks
thanked = You’re welcome.
greeted = Hello.
support-contact = To talk to support, call: { $support }

## Buttons

button-reset = I forgot my password
button-sign-in = Sign in to the portal
button-help = Help
button-privacy = Privacy
button-language = Language (زبان)
button-locale-fa = فارسی
button-locale-en = English
button-cancel = Cancel
button-it-is-right = It’s correct
button-share-number = Share my number
button-resend = Resend the text message
button-new-code = New code
button-other-number = Another number
button-number-not-mine = This number is no longer mine
button-report-number = Yes, send it to support
button-keep-number = Back
button-go-on = Continue
button-begin-again = Start over
button-not-my-change = This wasn’t me
button-not-me = This wasn’t me
words-that-cancel = cancel stop quit
button-not-theirs = This isn’t their chat

## Who are you?

reset-welcome =
    Dear member, you have at most { $times } resets in one period of cover, so keep your password safe.

    Your messages are deleted from this chat.
ask-insured-code = Please send your insured code; it’s on your insurance card.
insured-code-hint = The insured code is printed on your health insurance card and in the policy.
insured-code-not-digits = An insured code has only digits, such as 310024. Send just the digits.
insured-code-too-short = This number has { $typed } digits, fewer than an insured code. Send the whole code, such as 310024.
insured-code-too-long = This number has { $typed } digits, more than an insured code. Send only the insured code, such as 310024.
insured-code-misshapen = This doesn’t look like an insured code. Copy the code from your insurance card, such as 310024.
insured-code-taken = Got it.

ask-national-id = Now send the national ID of the principal insured: the person whose name is on the family’s policy.
national-id-hint = A national ID has ten digits. It’s on the national ID card and in the birth certificate. Foreign nationals send their twelve-digit code.
national-id-not-digits = A national ID has only digits, such as 0012345678. Send just the digits.
national-id-too-short = This number has { $typed } digits; a national ID has ten, such as 0012345678. Include the leading zeros.
national-id-too-long = This number has { $typed } digits; a national ID has ten, such as 0012345678. Send only the national ID.
national-id-eleven-digits = This number has eleven digits; a national ID has ten, such as 0012345678. Perhaps one digit was typed twice.
national-id-is-mobile = This looks like a mobile number. We need the national ID here: ten digits, such as 0012345678.
national-id-doubtful =
    This national ID doesn’t look right; perhaps a digit is wrong or two are swapped.

    Please check it once more. If it’s right, tap “It’s correct”; otherwise send the national ID again.

asking-portal = One moment; we’re checking your account with the portal.
still-checking = We’re still waiting for the portal. We’ll continue as soon as it answers.

no-match =
    The insured code and the national ID don’t match.

    The national ID must be the principal insured’s. Check both and tap the button below.

    If it still doesn’t work, call support: { $support }
    Reference: { $reference }
insured-code-was = Insured code you sent: { $insuredCode }
too-many-pairs =
    The insured code and the national ID didn’t match several times in a row. To protect the accounts, please try again after { DAYTIME($until) }.

    Support: { $support }
    Reference: { $reference }
too-many-members =
    Requests for several members came from this chat today. To protect the accounts, please try again after { DAYTIME($until) }.

    Support: { $support }
    Reference: { $reference }
locked =
    Password reset for this account is closed until { DAYTIME($until) }, because a wrong code was entered several times in a row.

    If this wasn’t you, tell support: { $support }
    Reference: { $reference }
locked-until-staff =
    Password reset for this account is closed. To have it opened, call support: { $support }

    Reference: { $reference }
cover-not-active =
    Passwords can be reset only during a period of supplementary health cover, and no active period is on record for you.

    If you think this is a mistake, call support: { $support }
    Reference: { $reference }
under-way =
    Your earlier request is being carried out. We’ll tell you the result here; there’s nothing else to do.

    Reference: { $reference }
portal-away =
    The claims portal isn’t answering right now. No text message was sent, and none of your resets was used.

    Tap the button below in a few minutes.

    Reference: { $reference }
account-missing =
    The portal has no account for this insured code. None of your resets was used.

    To have an account opened, call support: { $support }
    Reference: { $reference }
password-is-initial =
    You don’t need a reset; you can sign in to the portal right away.

    Your password is still the initial one: the principal insured’s national ID. Sign in with the insured code and that national ID.

    No mobile number is needed, and none of your resets was used.
number-cooling =
    Your mobile number was changed by the insurer a short while ago. For your security, no code is sent before { DAYTIME($until) }. Start again after that.

    If you didn’t know about this change, tell support: { $support }
    Reference: { $reference }
resets-used-up =
    You have used all the resets of this period of supplementary health cover. The period ends on { DAY($until) }.

    For help, call support: { $support }
    Reference: { $reference }

## Which phone is yours?

mobile-needed = Your details are correct. There’s no mobile number on record for you yet, and the activation code has to be texted.
ask-mobile =
    Send your own mobile number, or tap “Share my number”.

    This number gives access to the family’s medical data, so give only your own.
ask-mobile-card =
    Tap “Share my number” and the messenger will send your own number.

    This number gives access to the family’s medical data, which is why we don’t accept a typed number.
card-needed = Right now, to protect the accounts, a code is sent only after the messenger has confirmed your own number.
card-differs =
    The number the messenger confirmed isn’t the one on record, so no code can be sent right now. Please try again later.

    Support: { $support }
    Reference: { $reference }
codes-need-card =
    Right now, to protect the accounts, a code is accepted only in a chat where your own number has been confirmed. Tap the button below, then share your number with the button when asked.

    Support: { $support }
    Reference: { $reference }
mobile-hint = We need your own line, where text messages reach you; its number starts with 09.
mobile-not-digits = A mobile number has only digits, such as 09120000000. Send just the digits.
mobile-too-short = This number has { $typed } digits; a mobile number has { $wanted }, such as 09120000000. Send the whole number.
mobile-too-long = This number has { $typed } digits; a mobile number has { $wanted }, such as 09120000000. Send one number only.
mobile-landline = This looks like a landline. Text messages reach only mobile numbers, such as 09120000000.
mobile-is-national-id = This looks like a national ID. We need your mobile number here: eleven digits, such as 09120000000.
mobile-foreign = This number is from another country. We need an Iranian mobile number, such as 09120000000.
contact-not-private = Share your number in the private chat with the bot.
contact-forwarded = This contact card was forwarded from elsewhere. Tap “Share my number”, or send your own number, such as 09120000000.
contact-foreign = This contact card is someone else’s. Tap “Share my number”, or send your own number, such as 09120000000.
mobile-taken = We have your number: { $mobile }
mobile-not-proven =
    The messenger didn’t confirm that this number is your own.

    Tap “Share my number”. If the button doesn’t work either, call support: { $support }
mobile-by-staff =
    Support has to register your mobile number. Your request has been sent to support.

    Once the number is registered, tap the button below.

    Support: { $support }
    Reference: { $reference }

## Whose is it? The question to the operators' register (Shahkar), and what comes of it

asking-owner = One moment; we’re checking the number with the operators’ register (Shahkar), so that the code reaches nobody but you.
still-asking-owner = We’re still waiting for the check of the number. We’ll continue as soon as we have the answer.
mobile-mismatch =
    In the operators’ register (Shahkar) this number isn’t in the name of the principal insured. A line is often in a relative’s name, and that’s fine: your request has been sent to support to check and register it.

    To have it checked, call support: { $support }
    Reference: { $reference }

    If you mistyped the number, or have one in your own name, tap the button below.

## Do you hold it?

code-sent = We’ve texted the code to { $mobile }.
code-perhaps-sent =
    If this insured code and national ID match, we’ll text a code to the number we have on record; send it here.

    If no text message comes, call support: { $support }
    Reference: { $reference }
code-perhaps-sent-again = If your details match, the same code will be texted again.
code-life =
    It is valid for { MINUTES($expiresIn) ->
        [one] one minute
       *[other] { MINUTES($expiresIn) } minutes
    }; with poor reception it may come late.
code-still-valid = The code you asked for earlier, to { $mobile }, is still valid, so no other text was sent.
next-send =
    { SECONDS($resendIn) ->
        [0] Nothing yet? Tap “Resend the text message”.
       *[other] Nothing yet? In { SECONDS($resendIn) } seconds, tap “Resend the text message”.
    }
no-more-sends = No more text messages will be sent for this request.
ask-code =
    { $digits ->
        [5] Send the five-digit code.
       *[other] Send the { $digits }-digit code.
    }
code-care =
    Insured code: { $insuredCode }
    Don’t tell anyone the code, not even support.
ask-new-code = Tap “New code” and we’ll text you another one. You don’t need to type anything again.
code-hint = The activation code is in the text message we sent you.
code-not-digits = Send the activation code in digits, such as 02468.
code-among-letters = Send just the code, such as 02468, with no other text.
code-too-short = This number has { $typed } digits; the activation code has { $wanted }, such as 02468. Include the leading zeros.
code-too-long = This number has { $typed } digits; the activation code has { $wanted }, such as 02468. Send only the code from the text message.
code-wrong =
    That code is wrong. Look at the latest text message; you can try { $left ->
        [one] one more time
       *[other] { $left } more times
    }.
code-wrong-last =
    That code was wrong too, and this request is closed.

    To make a new one, tap the button below. If no text message reaches you, call support: { $support }
    Reference: { $reference }
code-expired = This code has expired.
challenge-over = This request is closed. There may be a newer one, here or on another messenger.
code-right = The code is correct. Your password is being reset.
code-sent-again = We’ve texted the same code again. It is valid until { CLOCK($expiresAt) }.
resend-too-early = The text message may still be on its way. If it hasn’t come in { SECONDS($resendIn) } seconds, tap “Resend the text message”.
sends-used-up = No more text messages will be sent for this request. If one comes late, send the code in it.
sms-refused = The text message could not be sent, and it doesn’t count towards your limit.
tap-resend = Tap “Resend the text message”.
tap-resend-at-hand = If the phone is at hand, tap “Resend the text message”; if it still doesn’t arrive, call support: { $support }
no-sms-call-support = If you’d rather not wait, call support: { $support }
begin-again-after = You can start again after { CLOCK($expiresAt) }.
too-many-sends =
    The limit for text messages has been reached. Try again after { DAYTIME($until) }.

    Support: { $support }
    Reference: { $reference }
send-too-soon =
    A code has only just been sent for this insured code or this number. If you asked for it, continue in that chat.

    After { CLOCK($until) } you can start again here as well.

    Support: { $support }
    Reference: { $reference }
sms-budget-spent =
    We’re sending a lot of text messages right now, so no code can be sent. Try again after { DAYTIME($until) }.

    Reference: { $reference }

number-not-mine =
    If you no longer have access to the registered number, support will change it after a check. Until then, no code goes to any other number.

    Registered number: { $mobile }

    Shall we send your request to support?
choose-a-button = Tap one of the buttons below.
number-reported =
    Your request has been sent to support. Please call them for the check: { $support }

    Reference: { $reference }

## What came of it

reset-done =
    Your password has been reset: it’s the principal insured’s national ID again.

    Sign in and change it at once; a national ID is no secret.

    { $left ->
        [0] You have no resets left until { DAY($until) }.
        [one] You have one reset left until { DAY($until) }.
       *[other] You have { $left } resets left until { DAY($until) }.
    }
password-still-initial =
    You haven’t changed your portal password yet. Anyone who knows the principal insured’s national ID can sign in with it.

    Sign in and change the password.
reset-kept =
    The portal isn’t answering right now. We’ve recorded your request; it will be carried out as soon as the portal is back, and we’ll tell you the result here.

    There’s nothing else to do. Reference: { $reference }
reset-given-back =
    The portal found no account for this insured code. Your password has not changed, and none of your resets was used.

    To have an account opened, call support: { $support }
    Reference: { $reference }
reset-with-staff =
    The portal gave no clear answer, and support is looking into your request. We’ll tell you the result here.

    Support: { $support }
    Reference: { $reference }
notice-reset =
    Your claims portal password has been reset.
    { DAYTIME($at) }, on { $platform ->
        [bale] Bale
       *[telegram] Telegram
    }

    If this was you, there’s nothing to do. If it wasn’t, tap the button below: password reset will be closed and support will be told.
notice-wrong-codes =
    A wrong code was entered several times to reset your claims portal password, and that request was closed ({ DAYTIME($at) }).

    Don’t tell anyone the activation code. If this wasn’t you, tell support: { $support }
notice-identity =
    { $what ->
        [national-id] Your national ID on record was changed
        [mobile-cleared] Your mobile number on record was removed
        [mobile-first] A mobile number was put on record for you
       *[mobile-replaced] Your mobile number on record was changed
    } ({ DAYTIME($at) }, password reset of the claims portal).

    If you asked for this, there’s nothing to do. If it wasn’t you, tap the button below: password reset will be closed and support will be told.
not-me-frozen =
    Password reset has been closed and support has been told.

    To have the account checked and reset opened again, call support: { $support }
    Reference: { $reference }
account-lock =
    { $lock ->
        [done] Your portal account has been locked.
        [failed] Your portal account may not be locked.
       *[none] Your portal account couldn’t be locked.
    } { $sessions ->
        [done] All devices have been signed out.
        [failed] Devices that were signed in may still be signed in.
       *[none] Devices that were signed in are still signed in.
    }

    { $lock ->
        [done] To have the account unlocked, call support: { $support }
       *[other] To keep the account safe, call support: { $support }
    }
    Reference: { $reference }
not-me-known = Support already knows about this: { $support }
done-already = This code has already been accepted and your password has been reset. You can sign in to the portal.
password-was-reset =
    Your password has been reset and is the principal insured’s national ID, unless you’ve changed it since.

    Sign in to the portal with your insured code and that password.

not-me-unlinked =
    Support has been told, but password reset was not closed, because this chat is no longer linked to that account.

    To have it closed, call support: { $support }
    Reference: { $reference }

## Whose news comes here

notices-of =
    Since { DAY($at) } this chat has been told about every reset of the account whose insured code ends in { $tail }, because a code for that account was entered here.

    If this chat isn’t the account owner’s, tap the button below.
notices-none = This chat isn’t told about any account’s resets.
chat-unlinked =
    This chat will no longer be told about resets of the account whose insured code ends in { $tail }.

    If a code for that account is entered here again, it will be.
chat-not-linked = This chat isn’t linked to that account and isn’t told about it.
chat-ended =
    This chat will no longer be told about resets of the account whose insured code ends in { $tail }, { $because ->
        [number] because that account’s mobile number has changed.
       *[staff] because support has ended it.
    }

    If the account is yours and you didn’t ask for this, call support: { $support }

## In the middle, and at the end

go-on-or-begin-again = You have a reset in progress. Do you want to continue, or start over?
from-the-start = Starting over.
given-up =
    We’ve stopped here. Start again whenever you’re ready.

    If you need help, call support: { $support }
last-try = If you’re stuck, support will help: { $support }
dialogue-cancelled = The reset has been cancelled. Start again whenever you like.
begin-again-any-time = To start again, tap the button below.
dialogue-idle = We haven’t heard from you for a few minutes. For your security we’ve closed the reset and erased what you sent.
dialogue-too-long = This took too long. For your security we’ve closed the reset and erased what you sent.
went-wrong =
    Something went wrong on our side, and we’ve logged it. This was not your fault.

    Start again, or call support: { $support }
dialogue-taken-up = The bot was updated in the meantime; let’s carry on where we were. Your activation code is still valid.
dialogue-outdated = The bot was updated in the meantime, so we have to start over. Thank you for your patience.
came-edited = We don’t read edited messages. Send your answer as a new message.
came-unexpected = This message doesn’t answer the question below.
came-sticker = We can’t read stickers. Type your answer.
came-voice = We can’t listen to voice messages. Type your answer.
came-picture = We can’t read pictures or videos. Type your answer.
came-location = We don’t need your location. Type your answer.
came-poll = We can’t read polls. Type your answer.
came-file = We can’t read files. Type your answer.
came-something = We can’t read this message. Type your answer.
old-button = This button belongs to an earlier conversation.
unknown-command = We don’t know this command. To see the commands: /help
not-understood = We didn’t understand that. If you’ve forgotten your password, tap the button below. For help: /help
nothing-is-asked = There is no reset in progress, so we removed this message. To start, tap the button below; we’ll ask for the codes one by one.
write-in-private = Passwords can be reset only in a private chat. Send the bot a direct message.
flood = Your messages came too fast, and we didn’t read all of them. Continue in a minute.
not-now = We can’t answer right now. Your message isn’t lost; we’ll answer a little later.

## SMS, each at most 70 characters

sms-code =
    { $brand }
    Password reset code: { $code }
    Requested on { $messenger }; do not share
sms-code-shorter =
    { $brand }
    Password reset code: { $code }
    Do not share
sms-code-shortest =
    { $brand }
    Password reset code: { $code }
sms-messenger-telegram = Telegram
sms-messenger-bale = Bale
sms-notice-reset = { $brand }: Your password has been reset. Not you? { $support }
sms-notice-reset-shorter = { $brand }: Password reset. { $support }
sms-notice-number-changed = { $brand }: Your mobile number was changed. Not you? { $support }
sms-notice-number-changed-shorter = { $brand }: Number changed. { $support }
sms-notice-wrong-codes = { $brand }: Wrong codes were entered. Not you? { $support }
sms-notice-wrong-codes-shorter = { $brand }: Wrong codes. { $support }

## What happened, for a notice whose text lies in a vendor's panel: at most 25 characters

sms-event-reset = password reset
sms-event-number-changed = mobile number changed
sms-event-wrong-codes = wrong codes
