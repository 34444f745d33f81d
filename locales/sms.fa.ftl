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
sms-provider-outbox = پروندهٔ آزمایشی

## The story behind a reference

why-sms-undelivered =
    { DAYTIME($at) }: پیامک کد به گوشی نرسید؛ { $delivery ->
        [blacklisted] دریافت پیامک روی این شماره بسته است و بیمه‌شده باید از اپراتور خود بخواهد که آن را باز کند.
       *[undelivered] گوشی خاموش یا بیرون از پوشش بوده است، یا شماره دیگر در کار نیست. اگر شماره عوض شده است، سرپرست پس از بررسی هویت و با تأیید نفر دوم آن را پاک می‌کند.
    }

## Events of the trail

event-sms-undelivered = پیامک به گوشی نرسید
event-code-sent-another-way = همان کد از فرستندهٔ دیگری فرستاده شد
