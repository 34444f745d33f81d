### What staff take out: the file of recoveries and the picture of numbers.

## Asking for them

staff-command-export = فایل بازیابی‌های چند روز
staff-command-stats = نمودار و آمار چند روز گذشته
usage-stats = { LATIN("/stats") } یا { LATIN("/stats 7") } (تعداد روز، تا ۴۰۰)
usage-export = { LATIN("/export") } یا { LATIN("/export 1404/07/01 1404/07/30") }
export-which = بازیابی‌های { DAY($fromAt) } تا { DAY($toAt) }. کدام فایل را می‌خواهید؟ کد بیمه‌شدگان در آن است و گرفتن آن در سابقه ثبت می‌شود.
export-empty = از { DAY($fromAt) } تا { DAY($toAt) } بازیابی‌ای ثبت نشده است.
button-stats-in-words = همهٔ آمار به صورت متن
button-export-csv = CSV
button-export-xlsx = اکسل
span-backwards = تاریخ پایان قبل از تاریخ شروع است.
span-too-long = بازه باید حداکثر { $most } روز باشد.
span-too-many-days = بیش از دو تاریخ نوشته شده است.
event-trail-exported = فایل سابقه گرفته شد
event-resets-exported = فایل بازیابی‌ها گرفته شد

## Columns of the file

export-reference = کد پیگیری
export-insured-code = کد بیمه‌شده
export-platform = پیام‌رسان
export-state = نتیجه
export-jalali-day = تاریخ شمسی
export-gregorian-day = تاریخ میلادی
export-clock = ساعت
export-settled-jalali-day = پایان، شمسی
export-settled-gregorian-day = پایان، میلادی
export-settled-clock = پایان، ساعت
export-platform-telegram = تلگرام
export-platform-bale = بله
export-state-reserved = در حال انجام
export-state-unknown = بدون پاسخ روشن
export-state-done = انجام شد
export-state-given-back = برگشت داده شد

## The picture

chart-title = بازیابی کلمهٔ عبور
chart-span = از { DAY($fromAt) } تا { DAY($toAt) }
chart-day = روز { DAY($fromAt) }
chart-span-so-far = از { DAY($fromAt) } تا { DAY($toAt) }، ساعت { CLOCK($toAt) }
chart-day-so-far = روز { DAY($toAt) }، تا ساعت { CLOCK($toAt) }
chart-so-far = امروز تا ساعت { CLOCK($toAt) }
chart-done = بازیابی انجام‌شده
chart-success = به نتیجه رسیدند
chart-sms = پیامک، { $arrived } رسید
chart-sms-sent = پیامک ارسال‌شده
chart-cost = هزینهٔ پیامک، ریال
chart-daily = بازیابی در هر روز
chart-weekly = بازیابی در هر هفته
chart-highest = بیشترین در یک روز: { $most }
chart-highest-week = بیشترین در یک هفته: { $most }
chart-nothing = در این روزها بازیابی انجام نشده است.
chart-stops = تا کجا پیش رفتند
chart-once-a-day = هر کس روزی یک بار
chart-in-people = به تعداد افراد
chart-lost = { $lost } کمتر
chart-step-begun = مشخصات را نوشتند
chart-step-matched = مشخصات درست بود
chart-step-needed-none = به بازیابی نیاز نداشتند
chart-step-code-sent = کد برایشان ارسال شد
chart-step-code-right = کد را درست نوشتند
chart-step-done = بازیابی انجام شد
chart-refusals = چرا به نتیجه نرسیدند
chart-no-refusals = هیچ دلیلی آن‌قدر نبوده است که نشان داده شود.
chart-refusal-no-match = مشخصات پیدا نشد
chart-refusal-too-many-pairs = مشخصات نادرست پشت سر هم
chart-refusal-card-needed = شمارهٔ خود را نشان ندادند
chart-refusal-too-many-members = چند بیمه‌شده از یک گفتگو
chart-refusal-locked = قفل موقت
chart-refusal-locked-until-staff = بسته تا نظر پشتیبانی
chart-refusal-cover-not-active = بدون پوشش فعال
chart-refusal-under-way = درخواست قبلی در حال انجام
chart-refusal-portal-away = سامانه در دسترس نبود
chart-refusal-account-missing = بدون حساب در سامانه
chart-refusal-password-is-initial = کلمهٔ عبور اولیه بود
chart-refusal-number-cooling = شماره به‌تازگی تغییر کرده
chart-refusal-resets-used-up = بازیابی‌های دوره تمام شده
chart-refusal-mobile-by-staff = ثبت شماره با پشتیبانی
chart-refusal-mobile-mismatch = شماره به نام دیگری
chart-refusal-number-reported = شماره دیگر مال او نبود
chart-refusal-too-many-sends = سقف پیامک یک شماره
chart-refusal-sms-budget-spent = سقف پیامک ربات
chart-refusal-sms-refused = پیامک پذیرفته نشد
chart-refusal-sms-undelivered = پیامک به گوشی نرسید
chart-refusal-code-expired = کد منقضی شد
chart-refusal-code-wrong-last = سه بار کد نادرست
chart-refusal-reset-with-staff = سامانه پاسخ روشنی نداد
chart-refusal-other = دلیل‌های دیگر

## The same in words

stats-done-that-day = بازیابی انجام‌شده: { $done }
stats-done = بازیابی انجام‌شده: { $done }، بیشترین در یک روز { $most }
stats-still-initial = پس از بازیابی هنوز کلمهٔ عبور را تغییر نداده‌اند: { $count }
stats-success = به نتیجه رسیدند، از کسانی که به بازیابی نیاز داشتند: { $share }
stats-stops = تا کجا پیش رفتند، هر کس روزی یک بار:
stats-sms = پیامک ارسال‌شده: { $sent }، { $arrived } رسید
stats-sms-sent = پیامک ارسال‌شده: { $sent }
stats-cost = هزینهٔ پیامک: { $cost } ریال
stats-refusals = چرا به نتیجه نرسیدند، به تعداد افراد؛ دلیل‌های کمتر از ۵ نفر یک‌جا آمده است:

## Files that staff ask for

file-asked = { $what } آماده می‌شود و همین‌جا می‌آید.
file-stats = نمودار
file-recoveries = فایل بازیابی‌ها
file-recoveries-caption = بازیابی‌های { DAY($fromAt) } تا { DAY($toAt) }
file-trail = فایل سابقه
file-trail-caption =
    سابقهٔ { DAY($fromAt) } تا { DAY($toAt) }، از ردیف { $first } تا { $last } زنجیره
    نشان آخرین حلقه: { $head }
file-nothing = { $what }: در این روزها چیزی ثبت نیست و فایلی ساخته نشد.
file-too-large = { $what } بزرگ‌تر از آن شد که پیام‌رسان می‌پذیرد. بازهٔ کوتاه‌تری بخواهید.
file-not-sent = { $what } ساخته یا ارسال نشد. کمی بعد دوباره بخواهید.
file-not-allowed = { $what } دیگر در نقش شما نیست و ارسال نشد.
