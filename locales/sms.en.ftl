### Text messages: what became of them. English.

## What members hear of it

sms-undelivered =
    { $delivery ->
        [blacklisted] The text message did not arrive, because the number { $mobile } blocks such messages. For advice, call support: { $support }
       *[undelivered] The text message did not arrive; the phone may be off or out of reach (number { $mobile }).
    }

    Reference: { $reference }
sms-another-way = The text message did not arrive; we have sent the same code again by another route (number { $mobile }).

## How it stands, for staff

sms-asked = We are asking the SMS providers; the answer will appear here.
sms-title = The state of text messages:
sms-line =
    { $provider } ({ $name }): { $breaker ->
        [closed] working
        [open] failed several times and has been set aside for a while
       *[half-open] being tried again
    }, credit { $unit ->
        [rials] { COUNT($left) } rials
        [messages] { COUNT($left) } messages
       *[unknown] unknown
    }
sms-deliveries = In the last day: { $rate } percent delivered ({ COUNT($delivered) } delivered, { COUNT($undelivered) } not delivered, { COUNT($blacklisted) } blocked by the recipient, { COUNT($unknown) } still unknown)
sms-deliveries-unknown = In the last day: text messages of which nothing is known yet: { COUNT($unknown) }
sms-no-provider = No provider is set up.
sms-counts = All providers, in the last day: { COUNT($sent) } accepted, { COUNT($failed) } refused, { COUNT($doubt) } in doubt
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
    } It counts towards the bot’s limit for text messages too.
sms-test-number = Write the mobile number that the test message is to go to, within five minutes; it is sent at once.
did-test-sms = A test SMS to { $mobile } is being sent; the result will appear here.
sms-tested =
    Test SMS to { $mobile } by provider { $provider }: { $result ->
        [accepted] accepted. If it does not arrive within minutes, check the phone or the provider’s line.
        [configuration] refused, because something in the provider’s settings is wrong: key, template or plan.
        [credit] refused, because the provider’s credit is used up.
        [recipient] refused, because the provider does not accept this number.
        [rate] refused, because the provider has too many requests right now. Try again a little later.
        [away] the provider did not answer, and no text message went out.
        [doubt] the provider gave no clear answer. It may still go out, and will not be repeated automatically.
        [budget] the limit for text messages of this number, this chat or the bot has been reached. Try again after { DAYTIME($until) }.
       *[vendor] the provider refused it.
    }
sms-provider-none = unknown
sms-notice-test = { $brand }: This is a test message. Support: { $support }
sms-notice-test-shorter = { $brand }: Test message. { $support }
sms-event-test = SMS test
event-staff-test-sms = test SMS

## Events of the trail

event-sms-undelivered = SMS did not reach the phone
event-code-sent-another-way = the same code sent by another provider
