### Text messages: what became of them. English.

## What members hear of it

sms-undelivered =
    { $delivery ->
        [blacklisted] The SMS did not reach { $mobile }, since this number blocks such messages. Support will help you: { $support }
       *[undelivered] The SMS did not reach { $mobile }. The phone may be off or out of reach. If it is at hand, ask for the SMS again; if it does not come either, call support: { $support }
    }

    Reference: { $reference }
sms-another-way = The SMS did not reach { $mobile }. We have sent the same code again by another route.

## How it stands, for staff

sms-asked = We are asking the SMS providers; the answer will come here.
sms-title = The state of SMS:
sms-line =
    { $provider } ({ $name }): { $breaker ->
        [closed] working
        [open] failed to answer several times, and is left alone for a while
       *[half-open] being tried again
    }, credit { $unit ->
        [rials] { NUMBER($left, useGrouping: "always") } rials
        [messages] { NUMBER($left, useGrouping: "always") } messages
       *[unknown] unknown
    }
sms-deliveries = In the last day: { $rate } percent delivered ({ $delivered } delivered, { $undelivered } not delivered, { $blacklisted } blocked for SMS, { $unknown } still unknown)
sms-deliveries-unknown = In the last day: SMS of which nothing is known yet: { $unknown }
sms-no-provider = No provider is set up.
sms-counts = All providers, in the last day: { $sent } accepted, { $failed } refused, { $doubt } in doubt
sms-provider-kavenegar = Kavenegar
sms-provider-smsir = SMS.ir
sms-provider-melipayamak = Melipayamak
sms-provider-kannel = Kannel
sms-provider-file = a test file
# So it was called once, and rows still say so.
sms-provider-outbox = a test file

## A test message to oneself

usage-sms-test = your own number after { LATIN("/sms test") }, such as { LATIN("/sms test 09120000000") }; or with the name of a provider, such as { LATIN("/sms test kavenegar 09120000000") }
button-sms-test = Test SMS to myself
ask-test-sms =
    Send a test SMS to { $mobile }, { $provider ->
        [any] by the first provider that is working.
       *[other] by { $provider } only.
    } It counts towards the bot’s limit of SMS too.
sms-test-number = Write the mobile number that the test message is to go to, within five minutes; it is sent at once.
did-test-sms = The test SMS to { $mobile } has been handed over; the result will come here.
sms-tested =
    Test SMS to { $mobile } by provider { $provider }: { $result ->
        [accepted] accepted. If it does not arrive within minutes, check the phone or the provider’s line.
        [configuration] refused, since something about the provider’s settings is wrong: key, template or plan.
        [credit] refused, since the provider’s credit is used up.
        [recipient] refused, since the provider does not take this number.
        [rate] refused, since the provider has too many requests at the moment. Try again a little later.
        [away] the provider did not answer, and no SMS went out.
        [doubt] the provider gave no clear answer. It may still go out, and will not be repeated by itself.
        [budget] the limit of SMS for this number, this chat or the bot is reached. Try again after { DAYTIME($until) }.
       *[vendor] the provider refused it.
    }
sms-provider-none = unknown
sms-notice-test = This is a test SMS; nothing is needed. Support: { $support }
sms-event-test = SMS test
event-staff-test-sms = test SMS

## Events of the trail

event-sms-undelivered = SMS did not reach the phone
event-code-sent-another-way = the same code sent by another provider
