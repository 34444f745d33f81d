### What staff are told by itself. English.

## Trouble

alert-not-my-change =
    A member said that a change of their number or national ID wasn’t theirs; recovery was closed.
    Member { $insuredCode }, reference { $reference }
alert-not-me =
    A member said that a recovery was not theirs; { $path ->
        [was-closed] recovery had been closed before.
        [open] recovery was not closed, because the chat is no longer linked to them.
       *[closed] recovery was closed.
    }
    Member { $insuredCode }, reference { $reference }
alert-chat =
    From chat { $platform ->
        [bale] Bale
       *[telegram] Telegram
    } { $mark }
alert-account-lock =
    { $lock ->
        [done] A member’s portal account was locked after “this wasn’t me”.
        [failed] The portal did not confirm that a member’s account was locked after “this wasn’t me”.
       *[none] A member’s portal account was not locked after “this wasn’t me”: the portal has no such call.
    } { $sessions ->
        [done] All devices were signed out.
        [failed] It did not confirm that devices were signed out.
       *[none] Devices were not signed out: the portal has no such call.
    }
    { $lock ->
        [done] Only the portal’s own support can unlock it; neither a reset nor /unblock does.
       *[other] Ask the portal’s own support to lock the account.
    }
    Member { $insuredCode }, reference { $reference }
alert-closed-for-wrong-codes =
    Recovery for a member was locked a second time for wrong codes and stays locked until support lifts the lock.
    Member { $insuredCode }, reference { $reference }
alert-account-missing = { $waiting ->
        [one] The portal has no account for one member, whose request waits for support; see /pending.
       *[other] The portal has no account for { $waiting } members, whose requests wait for support; see /pending.
    }
alert-reset-with-staff =
    The portal has given no clear answer about { $waiting ->
        [one] one recovery
       *[other] { $waiting } recoveries
    }; support has to decide: /pending
alert-sms-budget-spent = The whole bot has reached its limit for text messages, { $reserve ->
        [left] except for the third that is kept for members who have recovered before: until { DAYTIME($until) } nobody else gets a code
       *[spent] and no code is sent until { DAYTIME($until) }
    }. If so many requests are unusual, tell your security officer. See also /sms
alert-sms-resting = The SMS provider { $provider } failed several times in a row and has been set aside for a while. Until it is back, text messages go through the next provider, if there is one. See also /sms
alert-sms-misconfigured = The SMS provider { $provider } refused a message because something in its settings is wrong: key, template or plan. Tell your technical team.
alert-sms-no-credit = The SMS provider { $provider } has no credit left and refused a message. Top it up.
alert-sms-credit-low =
    The credit of the SMS provider { $provider } is running out. Left: { $unit ->
        [rials] { COUNT($left) } rials
       *[messages] { COUNT($left) } messages
    }
alert-portal-silent = The portal has not answered for some minutes. No recovery can start, and those in progress are kept. You will be told when it is back.
alert-portal-back = The portal is answering again, and the requests that were kept are being carried out.
alert-most-accounts-missing = The portal does not know most accounts: in the last hour { $missing } of its { $answers } answers were that there is no such account. Most likely the bot has the wrong address of the portal. Tell your technical team.
alert-too-many-members =
    Somebody may be checking a leaked list: one chat gave the right details of { COUNT($most) } members within a day, and has to wait for a day now.

    Tell your security officer. What happened: /why { $reference }
    To stop answering that chat: /mute { $reference }
alert-many-wrong-pairs = In the last hour the insured code and the national ID did not match { $count } times. Somebody may be trying out codes; tell your security officer. For the events: /audit
alert-many-wrong-codes =
    Somebody may be guessing codes: { COUNT($count) } wrong codes across the bot, with no right one after them. Until { DAYTIME($until) } unknown chats get a code only by showing their own number; known chats go on as usual.

    Tell your security officer. For the events: /audit
alert-wrong-codes-over = The wrong codes have stopped, and unknown chats get codes as usual again.
alert-messenger-wants-rest =
    The messenger { $platform ->
        [bale] Bale
       *[telegram] Telegram
    } has been asking the bot for more than half a minute to send less. Messages go out as soon as it accepts them again; some may arrive later than usual. If this happens often, tell your technical team.
alert-token-refused =
    The messenger { $platform ->
        [bale] Bale
       *[telegram] Telegram
    } no longer accepts the bot token, and the bot is shutting down until it is given a new one. Tell your technical team now.
alert-update-parked = An incoming message could not be handled after several tries and was set aside. Other chats continue. Tell your technical team.
alert-job-failed = The scheduled job { $job } has failed. Tell your technical team.
alert-jobs-missing = Scheduled jobs are not being done, and the trail is no longer sealed. Tell your technical team now.
alert-trail-broken = The chain of the trail is broken at row { $place }: a line was changed or removed. Tell your security officer now, and see /audit verify.
alert-trail-not-genuine =
    Somebody has tampered with the trail, bypassing the bot: { $what ->
        [missing] line { $number } of writer { LATIN($writer) } was removed before it was sealed.
       *[forged] line { $number } was not written by the bot, or was changed before it was sealed. It stays unsealed.
    } Tell your security officer now, and keep the database as it is.

## The morning digest

digest-title = Report for { DAY($at) }
digest-recoveries = Recoveries: { COUNT($done) } done, { COUNT($givenBack) } given back; waiting for support now: { $waiting }
digest-codes = Codes by text message: { COUNT($codes) } sent, { COUNT($delivered) } delivered
digest-cost = Cost of all text messages: { COUNT($cost) } rials
digest-requests = Open requests from members: { COUNT($requests) }
digest-refusals = Most frequent reasons for not getting in:
digest-refusal = { $reason }: { COUNT($count) } people
digest-no-refusals = No reason applied to five people or more.
digest-credit =
    Credit of { $provider }: { $unit ->
        [rials] { COUNT($left) } rials
       *[messages] { COUNT($left) } messages
    }
digest-head = Seal of the trail up to row { $place }: { $head }. Keep this message; /audit verify checks against it.
digest-no-head = The trail has no seal yet.

## Events of the trail

event-sms-resting = an SMS provider was set aside for a while
event-sms-misconfigured = the settings of an SMS provider are wrong
event-sms-no-credit = an SMS provider has no credit
event-sms-credit-low = credit for SMS is running out
event-account-lock = the portal answered about locking the account
event-portal-silent = the portal does not answer
event-portal-back = the portal answers again
event-most-accounts-missing = the portal knows few of the accounts
event-many-wrong-codes = many wrong codes across the whole bot
event-wrong-codes-over = wrong codes have stopped
event-many-wrong-pairs = many wrong pairs across the whole bot
event-messenger-wants-rest = a messenger asked for less to be sent
event-token-refused = bot token refused
event-update-parked = a message was set aside
event-job-failed = a scheduled job failed
event-jobs-missing = scheduled jobs are not done
event-trail-broken = the chain of the trail is broken
event-trail-not-genuine = a line of the trail is forged or missing
