### Text messages: what became of them. Persian.

## What members hear of it

sms-undelivered =
    { $delivery ->
        [blacklisted] پیامک به { $mobile } نرسید، چون دریافت پیامک روی این شماره بسته است. برای راهنمایی با پشتیبانی تماس بگیرید: { $support }
       *[undelivered] پیامک به { $mobile } نرسید. شاید گوشی خاموش یا بیرون از پوشش باشد. اگر در دسترس است پیامک را دوباره بخواهید؛ اگر باز هم نرسید با پشتیبانی تماس بگیرید: { $support }
    }

    کد پیگیری: { $reference }
sms-another-way = پیامک به { $mobile } نرسید. همان کد را از راه دیگری دوباره فرستادیم.

## How it stands, for staff

sms-asked = وضع پیامک را می‌پرسیم؛ پاسخ همین‌جا می‌آید.
sms-title = وضع پیامک:
sms-line =
    { $provider } ({ $name }): { $breaker ->
        [closed] در کار
        [open] چند بار پاسخ نداد و اندکی کنار گذاشته شد
       *[half-open] در آزمایش دوباره
    }، اعتبار { $unit ->
        [rials] { NUMBER($left, useGrouping: "always") } ریال
        [messages] { NUMBER($left, useGrouping: "always") } پیامک
       *[unknown] نامعلوم
    }
sms-deliveries = یک شبانه‌روز گذشته: { $rate } درصد رسیده ({ $delivered } رسیده، { $undelivered } نرسیده، { $blacklisted } بسته به روی پیامک، { $unknown } هنوز نامعلوم)
sms-deliveries-unknown = یک شبانه‌روز گذشته: از رسیدن { $unknown } پیامک هنوز خبری نیست
sms-no-provider = هیچ فرستنده‌ای تنظیم نشده است.
sms-counts = همه با هم، یک شبانه‌روز گذشته: { $sent } پذیرفته، { $failed } رد، { $doubt } نامعلوم
sms-provider-kavenegar = کاوه‌نگار
sms-provider-smsir = اس‌ام‌اس‌آی‌آر
sms-provider-melipayamak = ملی‌پیامک
sms-provider-kannel = کانل
sms-provider-file = فایل آزمایشی
# So it was called once, and rows still say so.
sms-provider-outbox = فایل آزمایشی

## A test message to oneself

usage-sms-test = شمارهٔ خودتان پس از { LATIN("/sms test") }، مانند { LATIN("/sms test 09120000000") }؛ یا با نام فرستنده، مانند { LATIN("/sms test kavenegar 09120000000") }
button-sms-test = پیامک آزمایشی به خودم
ask-test-sms =
    فرستادن یک پیامک آزمایشی به { $mobile }، { $provider ->
        [any] با نخستین فرستندهٔ در کار.
       *[other] تنها با { $provider }.
    } این پیامک هم در سقف پیامک ربات شمرده می‌شود.
sms-test-number = شمارهٔ همراهی را که پیامک آزمایشی باید به آن برود تا پنج دقیقه همین‌جا بنویسید؛ پیامک بلافاصله ارسال می‌شود.
did-test-sms = پیامک آزمایشی به { $mobile } سپرده شد؛ نتیجه همین‌جا می‌آید.
sms-tested =
    پیامک آزمایشی به { $mobile } با فرستندهٔ { $provider }: { $result ->
        [accepted] پذیرفته شد. اگر تا چند دقیقه نرسید، گوشی یا خط فرستنده را بررسی کنید.
        [configuration] پذیرفته نشد، چون چیزی در تنظیم فرستنده درست نیست: کلید، قالب یا طرح خرید.
        [credit] پذیرفته نشد، چون اعتبار فرستنده تمام شده است.
        [recipient] پذیرفته نشد، چون فرستنده این شماره را نمی‌پذیرد.
        [rate] پذیرفته نشد، چون فرستنده اکنون درخواست‌های زیادی دارد. کمی بعد دوباره امتحان کنید.
        [away] فرستنده پاسخ نداد و پیامکی نرفت.
        [doubt] فرستنده پاسخ روشنی نداد. شاید برود؛ خودکار تکرار نمی‌شود.
        [budget] سقف پیامک این شماره، این گفتگو یا ربات پر است. پس از { DAYTIME($until) } دوباره امتحان کنید.
       *[vendor] فرستنده آن را نپذیرفت.
    }
sms-provider-none = نامعلوم
sms-notice-test = این پیامک آزمایشی است و کاری لازم نیست. پشتیبانی: { "\u200E" }{ $support }
sms-event-test = آزمایش پیامک
event-staff-test-sms = پیامک آزمایشی

## Events of the trail

event-sms-undelivered = پیامک به گوشی نرسید
event-code-sent-another-way = همان کد از فرستندهٔ دیگری فرستاده شد
