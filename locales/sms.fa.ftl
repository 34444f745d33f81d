### Text messages: what became of them. Persian.

## What members hear of it

sms-undelivered =
    { $delivery ->
        [blacklisted] پیامک نرسید، چون دریافت پیامک روی شمارهٔ { $mobile } بسته است. برای راهنمایی با پشتیبانی تماس بگیرید: { $support }
       *[undelivered] پیامک نرسید؛ شاید گوشی خاموش یا بیرون از پوشش باشد (شمارهٔ { $mobile }).
    }

    کد پیگیری: { $reference }
sms-another-way = پیامک نرسید؛ همان کد را از راه دیگری دوباره ارسال کردیم (شمارهٔ { $mobile }).

## How it stands, for staff

sms-asked = وضعیت پیامک را می‌پرسیم؛ پاسخ همین‌جا می‌آید.
sms-title = وضعیت پیامک:
sms-line =
    { $provider } ({ $name }): { $breaker ->
        [closed] فعال
        [open] چند بار پاسخ نداد و موقتاً کنار گذاشته شد
       *[half-open] در حال آزمایش دوباره
    }، اعتبار { $unit ->
        [rials] { COUNT($left) } ریال
        [messages] { COUNT($left) } پیامک
       *[unknown] نامعلوم
    }
sms-deliveries = یک شبانه‌روز گذشته: { $rate } درصد رسیده ({ COUNT($delivered) } رسیده، { COUNT($undelivered) } نرسیده، { COUNT($blacklisted) } با دریافت پیامک بسته، { COUNT($unknown) } هنوز نامعلوم)
sms-deliveries-unknown = یک شبانه‌روز گذشته: از رسیدن { $unknown } پیامک هنوز خبری نیست
sms-no-provider = هیچ سرویس پیامکی تنظیم نشده است.
sms-counts = جمع یک شبانه‌روز گذشته: { COUNT($sent) } پذیرفته، { COUNT($failed) } رد، { COUNT($doubt) } نامعلوم
sms-provider-kavenegar = کاوه‌نگار
sms-provider-smsir = اس‌ام‌اس‌آی‌آر
sms-provider-melipayamak = ملی‌پیامک
sms-provider-kannel = کانل
sms-provider-file = فایل آزمایشی
# So it was called once, and rows still say so.
sms-provider-outbox = فایل آزمایشی

## A test message to oneself

usage-sms-test = شمارهٔ خودتان پس از { LATIN("/sms test") }، مانند { LATIN("/sms test 09120000000") }؛ یا با نام سرویس، مانند { LATIN("/sms test kavenegar 09120000000") }
button-sms-test = پیامک آزمایشی به خودم
ask-test-sms =
    ارسال یک پیامک آزمایشی به { $mobile }، { $provider ->
        [any] با اولین سرویس فعال.
       *[other] فقط با { $provider }.
    } این پیامک هم در سقف پیامک ربات حساب می‌شود.
sms-test-number = شمارهٔ همراهی را که پیامک آزمایشی باید به آن برود تا پنج دقیقه همین‌جا بنویسید؛ پیامک بلافاصله ارسال می‌شود.
did-test-sms = پیامک آزمایشی به { $mobile } در حال ارسال است؛ نتیجه همین‌جا می‌آید.
sms-tested =
    پیامک آزمایشی به { $mobile } با { $provider }: { $result ->
        [accepted] پذیرفته شد. اگر تا چند دقیقه نرسید، گوشی یا خط ارسال را بررسی کنید.
        [configuration] پذیرفته نشد، چون چیزی در تنظیم سرویس درست نیست: کلید، قالب یا طرح خرید.
        [credit] پذیرفته نشد، چون اعتبار سرویس تمام شده است.
        [recipient] پذیرفته نشد، چون سرویس این شماره را نمی‌پذیرد.
        [rate] پذیرفته نشد، چون سرویس الان درخواست‌های زیادی دارد. کمی بعد دوباره امتحان کنید.
        [away] سرویس پاسخ نداد و پیامکی ارسال نشد.
        [doubt] سرویس پاسخ روشنی نداد. شاید ارسال شود؛ خودکار تکرار نمی‌شود.
        [budget] سقف پیامک این شماره، این گفتگو یا ربات پر است. پس از { DAYTIME($until) } دوباره امتحان کنید.
       *[vendor] سرویس آن را نپذیرفت.
    }
sms-provider-none = نامعلوم
sms-notice-test = { $brand }: این پیامک آزمایشی است. پشتیبانی: { "\u200E" }{ $support }
sms-notice-test-shorter = { $brand }: پیامک آزمایشی. { "\u200E" }{ $support }
sms-event-test = آزمایش پیامک
event-staff-test-sms = پیامک آزمایشی

## Events of the trail

event-sms-undelivered = پیامک به گوشی نرسید
event-code-sent-another-way = همان کد با سرویس دیگری ارسال شد
