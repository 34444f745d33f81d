### What staff are told by itself. Persian.

## Trouble

alert-not-my-change = یک بیمه‌شده گفت تغییر شماره یا کد ملی کار او نبوده است؛ راه بازیابی بسته شد. بیمه‌شدهٔ { $insuredCode }، کد پیگیری: { $reference }
alert-not-me =
    یک بیمه‌شده گفت بازیابی کار او نبوده است؛ { $path ->
        [was-closed] راه بازیابی از پیش بسته بود.
        [open] راه بازیابی بسته نشد، چون گفتگو دیگر به او مربوط نیست.
       *[closed] راه بازیابی بسته شد.
    }
    بیمه‌شدهٔ { $insuredCode }، کد پیگیری: { $reference }
alert-chat =
    از گفتگوی { $platform ->
        [bale] بله
       *[telegram] تلگرام
    } { $mark }
alert-closed-for-wrong-codes = راه بازیابی بیمه‌شدهٔ { $insuredCode } بار دوم به سبب کدهای نادرست قفل شد و تا پشتیبانی قفل را برندارد بسته می‌ماند. کد پیگیری: { $reference }
alert-account-missing = سامانه برای { $waiting } بیمه‌شده حساب کاربری ندارد و درخواستشان در انتظار پشتیبانی است؛ /pending را ببینید.
alert-reset-with-staff = سامانه دربارهٔ { $waiting } بازیابی پاسخ روشنی نداده است و کار با پشتیبانی است؛ /pending را ببینید.
alert-sms-budget-spent = سقف پیامک همهٔ ربات پر شد و تا { DAYTIME($until) } کدی فرستاده نمی‌شود. اگر این شمار درخواست عادی نیست، مسئول امنیت را خبر کنید؛ /sms وضع را نشان می‌دهد.
alert-sms-resting = فرستندهٔ پیامک { $provider } چند بار پشت سر هم پاسخ درستی نداد و اندکی کنار گذاشته شد. تا بازگشت آن پیامک‌ها با فرستندهٔ بعدی می‌روند، اگر باشد؛ /sms وضع را نشان می‌دهد.
alert-sms-misconfigured = فرستندهٔ پیامک { $provider } پیامک را نپذیرفت، چون چیزی در تنظیم آن درست نیست: کلید، قالب یا طرح خرید. مسئول فنی را خبر کنید.
alert-sms-no-credit = فرستندهٔ پیامک { $provider } اعتبار ندارد و پیامک را نپذیرفت. اعتبار آن باید افزوده شود.
alert-sms-credit-low =
    اعتبار فرستندهٔ پیامک { $provider } رو به پایان است. مانده: { $unit ->
        [rials] { NUMBER($left, useGrouping: "always") } ریال
       *[messages] { NUMBER($left, useGrouping: "always") } پیامک
    }
alert-portal-silent = سامانه چند دقیقه است پاسخ نمی‌دهد. بازیابی تازه آغاز نمی‌شود و آنچه در راه است نگه داشته می‌شود. بازگشت آن را خبر می‌دهیم.
alert-portal-back = سامانه دوباره پاسخ می‌دهد و آنچه نگه داشته شده بود انجام می‌شود.
alert-most-accounts-missing = سامانه بیشتر حساب‌ها را نمی‌شناسد: در یک ساعت گذشته از { $answers } پاسخ، { $missing } پاسخ این بود که چنین حسابی نیست. احتمالاً نشانی سامانه در تنظیمات ربات اشتباه است. مسئول فنی را خبر کنید.
alert-many-wrong-pairs = در یک ساعت گذشته { $count } بار کد بیمه‌شده و کد ملی با هم جور نبود. شاید کسی کدها را می‌آزماید؛ مسئول امنیت را خبر کنید. /audit رویدادها را نشان می‌دهد.
alert-messenger-wants-rest =
    پیام‌رسان { $platform ->
        [bale] بله
       *[telegram] تلگرام
    } بیش از نیم دقیقه از ربات خواسته است کمتر پیام بفرستد. پیام‌ها همین که بپذیرد فرستاده می‌شوند و شاید بعضی‌ها بیشتر از همیشه منتظر بمانند. اگر این پیام زیاد آمد، مسئول فنی را خبر کنید.
alert-token-refused =
    پیام‌رسان { $platform ->
        [bale] بله
       *[telegram] تلگرام
    } توکن ربات را دیگر نمی‌پذیرد و ربات خاموش می‌شود تا توکن تازه‌ای داده شود. مسئول فنی را هم‌اکنون خبر کنید.
alert-update-parked = یکی از پیام‌های رسیده پس از چند بار تلاش خوانده نشد و کنار گذاشته شد. گفتگوهای دیگر ادامه دارد. مسئول فنی را خبر کنید.
alert-job-failed = کار زمان‌بندی‌شدهٔ { $job } انجام نشد. مسئول فنی را خبر کنید.
alert-jobs-missing = کارهای زمان‌بندی‌شده انجام نمی‌شود و سابقه دیگر مهر نمی‌شود. مسئول فنی را هم‌اکنون خبر کنید.
alert-trail-broken = زنجیرهٔ سابقه در جایگاه { $place } شکسته است: سطری عوض یا پاک شده است. مسئول امنیت را هم‌اکنون خبر کنید و /audit verify را ببینید.

## The morning digest

digest-title = خلاصهٔ { DAY($at) }
digest-recoveries = بازیابی‌ها: { $done } انجام‌شده، { $givenBack } برگردانده‌شده؛ اکنون { $waiting } در انتظار پشتیبانی
digest-codes = کدهای پیامکی: { $codes } فرستاده‌شده، { $delivered } رسیده
digest-cost = هزینهٔ همهٔ پیامک‌ها: { NUMBER($cost, useGrouping: "always") } ریال
digest-requests = درخواست‌های باز بیمه‌شدگان: { $requests }
digest-refusals = بیشترین مانع‌ها:
digest-refusal = برای { $count } نفر: { $reason }
digest-no-refusals = مانعی نبود که به پنج نفر رسیده باشد.
digest-credit =
    اعتبار { $provider }: { $unit ->
        [rials] { NUMBER($left, useGrouping: "always") } ریال
       *[messages] { NUMBER($left, useGrouping: "always") } پیامک
    }
digest-head = مهر سابقه تا جایگاه { $place }: { $head }. این پیام را نگه دارید؛ با /audit verify سنجیده می‌شود.
digest-no-head = سابقه هنوز مهری ندارد.

## Events of the trail

event-sms-resting = فرستندهٔ پیامک کنار گذاشته شد
event-sms-misconfigured = تنظیم فرستندهٔ پیامک درست نیست
event-sms-no-credit = فرستندهٔ پیامک اعتبار ندارد
event-sms-credit-low = اعتبار پیامک رو به پایان است
event-portal-silent = سامانه پاسخ نمی‌دهد
event-portal-back = سامانه دوباره پاسخ می‌دهد
event-most-accounts-missing = سامانه بیشتر حساب‌ها را نشناخت
event-many-wrong-pairs = مشخصات نادرست از همه‌جا
event-messenger-wants-rest = پیام‌رسان خواست کمتر پیام فرستاده شود
event-token-refused = توکن ربات پذیرفته نشد
event-update-parked = یک پیام کنار گذاشته شد
event-job-failed = یک کار زمان‌بندی‌شده انجام نشد
event-jobs-missing = کارهای زمان‌بندی‌شده انجام نمی‌شود
event-trail-broken = زنجیرهٔ سابقه شکسته است
