### What staff are told by itself. English.

## Trouble

alert-not-my-change = A member said that a change of their number or national ID was not theirs; their reset is closed. Member { $insuredCode }, reference: { $reference }
alert-not-me =
    A member said that a recovery was not theirs; { $path ->
        [was-closed] recovery had been closed before.
        [open] recovery was not closed, since the chat no longer belongs to them.
       *[closed] recovery was closed.
    }
    Member { $insuredCode }, reference { $reference }
alert-chat =
    From chat { $platform ->
        [bale] Bale
       *[telegram] Telegram
    } { $mark }
alert-closed-for-wrong-codes = Recovery for member { $insuredCode } was locked a second time for wrong codes, and stays locked until staff lift the lock. Reference: { $reference }
alert-account-missing = { $waiting ->
        [one] The portal has no account for one member, whose request waits for support; see /pending.
       *[other] The portal has no account for { $waiting } members, whose requests wait for support; see /pending.
    }
alert-reset-with-staff =
    The portal has given no clear answer about { $waiting ->
        [one] one recovery, which is
       *[other] { $waiting } recoveries, which are
    } waiting for staff; see /pending.
alert-sms-budget-spent = The limit of SMS for the whole bot was reached, and no code is sent until { DAYTIME($until) }. If so many requests are unusual, tell whoever is in charge of security; see /sms.
alert-sms-resting = The SMS provider { $provider } failed to answer properly several times in a row, and is left alone for a while. Until it is back, SMS go through the next provider, if there is one; see /sms.
alert-sms-misconfigured = The SMS provider { $provider } refused a message, since something about its settings is wrong: key, template or plan. Tell whoever runs the bot.
alert-sms-no-credit = The SMS provider { $provider } has no credit left and refused a message. Its credit has to be topped up.
alert-sms-credit-low =
    The credit of the SMS provider { $provider } is running out. Left: { $unit ->
        [rials] { NUMBER($left, useGrouping: "always") } rials
       *[messages] { NUMBER($left, useGrouping: "always") } messages
    }
alert-portal-silent = The portal has not answered for some minutes. No recovery can begin, and those under way are kept. You will hear when it is back.
alert-portal-back = The portal answers again, and what was kept is being carried out.
alert-most-accounts-missing = The portal does not know most accounts: in the last hour { $missing } of its { $answers } answers were that there is no such account. Most likely the bot has the wrong address of the portal. Tell whoever runs the bot.
alert-many-wrong-pairs = In the last hour insured code and national ID did not match { $count } times. Somebody may be trying out codes; tell whoever is in charge of security. /audit shows the events.
alert-messenger-wants-rest =
    The messenger { $platform ->
        [bale] Bale
       *[telegram] Telegram
    } has asked the bot to send less for more than half a minute. Words go out again as soon as it lets them; some people may wait longer than usual. If this comes often, tell whoever runs the bot.
alert-token-refused =
    The messenger { $platform ->
        [bale] Bale
       *[telegram] Telegram
    } no longer accepts the bot token, and the bot is shutting down until it is given a new one. Tell whoever runs the bot now.
alert-update-parked = A message that came in could not be handled after several tries, and was set aside. Other chats go on. Tell whoever runs the bot.
alert-job-failed = The scheduled job { $job } has failed. Tell whoever runs the bot.
alert-jobs-missing = Scheduled jobs are not being done, and the trail is no longer sealed. Tell whoever runs the bot now.
alert-trail-broken = The chain of the trail is broken at place { $place }: a line was changed or removed. Tell whoever is in charge of security now, and see /audit verify.

## The morning digest

digest-title = What { DAY($at) } was like
digest-recoveries = Recoveries: { $done } done, { $givenBack } given back; waiting for staff now: { $waiting }
digest-codes = Codes by SMS: { $codes } sent, { $delivered } delivered
digest-cost = Cost of all SMS: { NUMBER($cost, useGrouping: "always") } rials
digest-requests = Open requests from members: { $requests }
digest-refusals = What stopped most people:
digest-refusal = For { $count } people: { $reason }
digest-no-refusals = Nothing stopped five people or more.
digest-credit =
    Credit of { $provider }: { $unit ->
        [rials] { NUMBER($left, useGrouping: "always") } rials
       *[messages] { NUMBER($left, useGrouping: "always") } messages
    }
digest-head = Seal of the trail up to place { $place }: { $head }. Keep this message; /audit verify is compared with it.
digest-no-head = The trail has no seal yet.

## Events of the trail

event-sms-resting = an SMS provider was left alone for a while
event-sms-misconfigured = the settings of an SMS provider are wrong
event-sms-no-credit = an SMS provider has no credit
event-sms-credit-low = credit for SMS is running out
event-portal-silent = the portal does not answer
event-portal-back = the portal answers again
event-most-accounts-missing = the portal knows few of the accounts
event-many-wrong-pairs = wrong pairs from everywhere
event-messenger-wants-rest = a messenger asked for less to be sent
event-token-refused = bot token refused
event-update-parked = a message was set aside
event-job-failed = a scheduled job failed
event-jobs-missing = scheduled jobs are not done
event-trail-broken = the chain of the trail is broken
