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

## The story behind a reference

why-sms-undelivered =
    { DAYTIME($at) }: the SMS with the code did not reach the phone; { $delivery ->
        [blacklisted] the number does not take such messages, and the member has to ask their operator to open it.
       *[undelivered] the phone was off or out of reach, or the number is no longer in use. If it has changed, a supervisor clears it with a second person, once it is known who it is.
    }

## Events of the trail

event-sms-undelivered = SMS did not reach the phone
event-code-sent-another-way = the same code sent by another provider
