### What staff are told by itself. Persian.

## Trouble

alert-not-my-change = یک بیمه‌شده گفت تغییر شماره یا کد ملی کار او نبوده است؛ راه بازیابی بسته شد. بیمه‌شدهٔ { $insuredCode }، کد پیگیری: { $reference }
alert-not-me =
    یک بیمه‌شده گفت بازیابی کار او نبوده است؛ { $path ->
        [was-closed] راه بازیابی از قبل بسته بود.
        [open] راه بازیابی بسته نشد، چون گفتگو دیگر به او مربوط نیست.
       *[closed] راه بازیابی بسته شد.
    }
    بیمه‌شدهٔ { $insuredCode }، کد پیگیری { $reference }
alert-chat =
    از گفتگوی { $platform ->
        [bale] بله
       *[telegram] تلگرام
    } { $mark }
alert-closed-for-wrong-codes =
    راه بازیابی یک بیمه‌شده به دلیل کدهای نادرست برای بار دوم قفل شد و تا پشتیبانی قفل را برندارد بسته می‌ماند.
    بیمه‌شدهٔ { $insuredCode }، کد پیگیری { $reference }
alert-account-missing = سامانه برای { $waiting } بیمه‌شده حساب کاربری ندارد و درخواستشان در انتظار پشتیبانی است؛ /pending را ببینید.
alert-reset-with-staff = سامانه دربارهٔ { $waiting } بازیابی پاسخ روشنی نداده است و باید پشتیبانی تعیین تکلیف کند: /pending
alert-sms-budget-spent = سقف پیامک کل ربات { $reserve ->
        [left] برای کسانی که قبلاً بازیابی نکرده‌اند پر شد و تا { DAYTIME($until) } کدی برایشان ارسال نمی‌شود؛ یک سوم آن برای دیگران مانده است
       *[spent] پر شد و تا { DAYTIME($until) } کدی ارسال نمی‌شود
    }. اگر این تعداد درخواست عادی نیست، مسئول امنیت را خبر کنید. وضعیت پیامک: /sms
alert-sms-resting = سرویس پیامک { $provider } چند بار پشت سر هم پاسخ درستی نداد و موقتاً کنار گذاشته شد. تا بازگشت آن، پیامک‌ها با سرویس بعدی ارسال می‌شود، اگر باشد. وضعیت پیامک: /sms
alert-sms-misconfigured = سرویس پیامک { $provider } پیامک را نپذیرفت، چون چیزی در تنظیم آن درست نیست: کلید، قالب یا طرح خرید. مسئول فنی را خبر کنید.
alert-sms-no-credit = سرویس پیامک { $provider } اعتبار ندارد و پیامک را نپذیرفت. اعتبار آن را افزایش دهید.
alert-sms-credit-low =
    اعتبار سرویس پیامک { $provider } رو به پایان است. مانده: { $unit ->
        [rials] { COUNT($left) } ریال
       *[messages] { COUNT($left) } پیامک
    }
alert-portal-silent = سامانه چند دقیقه است پاسخ نمی‌دهد. بازیابی جدید شروع نمی‌شود و درخواست‌های در حال انجام ثبت می‌ماند. وقتی وصل شد، خبر می‌دهیم.
alert-portal-back = سامانه دوباره پاسخ می‌دهد و درخواست‌های ثبت‌شده انجام می‌شود.
alert-most-accounts-missing = سامانه بیشتر حساب‌ها را نمی‌شناسد: در یک ساعت گذشته از { $answers } پاسخ، { $missing } پاسخ این بود که چنین حسابی نیست. احتمالاً نشانی سامانه در تنظیمات ربات اشتباه است. مسئول فنی را خبر کنید.
alert-too-many-members =
    شاید کسی فهرست لو رفته‌ای را امتحان می‌کند: از یک گفتگو در یک شبانه‌روز مشخصات درست { COUNT($most) } بیمه‌شده نوشته شد و این گفتگو تا یک روز باید صبر کند.

    مسئول امنیت را خبر کنید. شرح: /why { $reference }
    برای قطع پاسخ به این گفتگو: /mute { $reference }
alert-many-wrong-pairs = در یک ساعت گذشته { $count } بار کد بیمه‌شده و کد ملی مطابقت نداشت. شاید کسی در حال امتحان کردن کدهاست؛ مسئول امنیت را خبر کنید. رویدادها: /audit
alert-many-wrong-codes =
    شاید کسی در حال حدس زدن کدهاست: { COUNT($count) } کد نادرست در کل ربات، بدون کد درستی پس از آن‌ها. تا { DAYTIME($until) } گفتگوهای ناشناس فقط با نشان دادن شمارهٔ خود کد می‌گیرند؛ گفتگوهای شناخته‌شده مثل همیشه کار می‌کنند.

    مسئول امنیت را خبر کنید. رویدادها: /audit
alert-wrong-codes-over = کدهای نادرست فروکش کرد و گفتگوهای ناشناس دوباره مثل همیشه کد می‌گیرند.
alert-messenger-wants-rest =
    پیام‌رسان { $platform ->
        [bale] بله
       *[telegram] تلگرام
    } بیش از نیم دقیقه از ربات خواسته است کمتر پیام بفرستد. پیام‌ها همین که بپذیرد فرستاده می‌شوند و شاید بعضی‌ها بیشتر از همیشه منتظر بمانند. اگر این پیام زیاد آمد، مسئول فنی را خبر کنید.
alert-token-refused =
    پیام‌رسان { $platform ->
        [bale] بله
       *[telegram] تلگرام
    } توکن ربات را دیگر نمی‌پذیرد و ربات خاموش می‌شود تا توکن جدیدی داده شود. مسئول فنی را هم‌اکنون خبر کنید.
alert-update-parked = یکی از پیام‌های دریافتی پس از چند بار تلاش خوانده نشد و کنار گذاشته شد. گفتگوهای دیگر ادامه دارد. مسئول فنی را خبر کنید.
alert-job-failed = کار زمان‌بندی‌شدهٔ { $job } انجام نشد. مسئول فنی را خبر کنید.
alert-jobs-missing = کارهای زمان‌بندی‌شده انجام نمی‌شود و سابقه دیگر مهر نمی‌شود. مسئول فنی را هم‌اکنون خبر کنید.
alert-trail-broken = زنجیرهٔ سابقه در ردیف { $place } شکسته است: سطری تغییر کرده یا پاک شده است. مسئول امنیت را هم‌اکنون خبر کنید و /audit verify را ببینید.

## The morning digest

digest-title = گزارش { DAY($at) }
digest-recoveries = بازیابی‌ها: { COUNT($done) } انجام‌شده، { COUNT($givenBack) } برگردانده‌شده؛ الان { $waiting } در انتظار پشتیبانی
digest-codes = کدهای پیامکی: { COUNT($codes) } ارسال‌شده، { COUNT($delivered) } رسیده
digest-cost = هزینهٔ همهٔ پیامک‌ها: { COUNT($cost) } ریال
digest-requests = درخواست‌های باز بیمه‌شدگان: { COUNT($requests) }
digest-refusals = بیشترین دلیل‌ها برای نتیجه نگرفتن:
digest-refusal = { $reason }: { COUNT($count) } نفر
digest-no-refusals = هیچ دلیلی به پنج نفر نرسید.
digest-credit =
    اعتبار { $provider }: { $unit ->
        [rials] { COUNT($left) } ریال
       *[messages] { COUNT($left) } پیامک
    }
digest-head = مهر سابقه تا ردیف { $place }: { $head }. این پیام را نگه دارید؛ با /audit verify بررسی می‌شود.
digest-no-head = سابقه هنوز مهری ندارد.

## Events of the trail

event-sms-resting = سرویس پیامک کنار گذاشته شد
event-sms-misconfigured = تنظیم سرویس پیامک درست نیست
event-sms-no-credit = سرویس پیامک اعتبار ندارد
event-sms-credit-low = اعتبار پیامک رو به پایان است
event-portal-silent = سامانه پاسخ نمی‌دهد
event-portal-back = سامانه دوباره پاسخ می‌دهد
event-most-accounts-missing = سامانه بیشتر حساب‌ها را نشناخت
event-many-wrong-codes = کدهای نادرست زیاد در کل ربات
event-wrong-codes-over = کدهای نادرست فروکش کرد
event-many-wrong-pairs = مشخصات نادرست زیاد در کل ربات
event-messenger-wants-rest = پیام‌رسان خواست کمتر پیام ارسال شود
event-token-refused = توکن ربات پذیرفته نشد
event-update-parked = یک پیام کنار گذاشته شد
event-job-failed = یک کار زمان‌بندی‌شده انجام نشد
event-jobs-missing = کارهای زمان‌بندی‌شده انجام نمی‌شود
event-trail-broken = زنجیرهٔ سابقه شکسته است
