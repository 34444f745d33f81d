### Text messages: what became of them. English.

## What members hear of it

sms-undelivered =
    { $delivery ->
        [blacklisted] The SMS did not reach { $mobile }, since this number does not take such messages. Support will help you: { $support }
       *[undelivered] The SMS did not reach { $mobile }. The phone may be off, or out of reach. If it is at hand, ask for the SMS again; if it does not come either, call support: { $support }
    }

    Reference: { $reference }
sms-another-way = The SMS did not reach { $mobile }. We have sent the same code again by another way.

## How it stands, for staff

sms-asked = We are asking how SMS stands; the answer comes here.
sms-title = How SMS stands:
sms-line =
    { $provider } ({ $name }): { $breaker ->
        [closed] at work
        [open] did not answer several times, and rests for a while
       *[half-open] being tried again
    }, credit { $unit ->
        [rials] { NUMBER($left, useGrouping: "always") } rials
        [messages] { NUMBER($left, useGrouping: "always") } messages
       *[unknown] unknown
    }
sms-deliveries = The last day: { $rate } percent delivered ({ $delivered } delivered, { $undelivered } not delivered, { $blacklisted } closed to SMS, { $unknown } still unknown)
sms-deliveries-unknown = The last day: nothing is known yet of { $unknown } messages
sms-no-provider = No provider is set up.
sms-counts = All together, the last day: { $sent } accepted, { $failed } refused, { $doubt } in doubt
sms-provider-kavenegar = Kavenegar
sms-provider-smsir = SMS.ir
sms-provider-melipayamak = Melipayamak
sms-provider-kannel = Kannel
sms-provider-outbox = a test file

## A test message to oneself

usage-sms-test = your own number after { LATIN("/sms test") }, as { LATIN("/sms test 09120000000") }; or with the name of a provider, as { LATIN("/sms test kavenegar 09120000000") }
button-sms-test = Test SMS to myself
ask-test-sms =
    Send a test SMS to { $mobile }, { $provider ->
        [any] by the first provider at work.
       *[other] by { $provider } only.
    } It counts in the bot’s limit of SMS, too.
did-test-sms = The test SMS to { $mobile } has been handed over; the result comes here.
sms-tested =
    Test SMS to { $mobile }, provider { $provider }: { $result ->
        [accepted] accepted. If it does not come within minutes, look at the phone or at the provider’s line.
        [configuration] refused, since something about the provider’s settings is wrong: key, template or plan.
        [credit] refused, since the provider’s credit is used up.
        [recipient] refused, since the provider does not take this number.
        [rate] refused, since the provider has too many requests now. Try again a little later.
        [away] the provider did not answer, and no SMS went out.
        [doubt] the provider gave no clear answer. It may go out; it is not repeated by itself.
        [budget] the limit of SMS for this number, this chat or the bot is reached. Try again after { DAYTIME($until) }.
       *[vendor] the provider refused it.
    }
sms-provider-none = unknown
sms-notice-test = This is a test SMS; nothing is needed. Support: { "\u200E" }{ $support }
sms-event-test = test of SMS
event-staff-test-sms = test SMS

## Events of the trail

event-sms-undelivered = SMS did not reach the phone
event-code-sent-another-way = the same code sent by another provider
