### What staff read: commands, questions, members' files and stories. Persian.

## Commands

staff-help =
    دستورهای شما در نقش { $role ->
        [owner] مالک
        [supervisor] سرپرست
       *[operator] کارشناس
    }:
help-line = برای { $does }: { $command } { $usage }
staff-command-help = دستورهای شما
staff-command-whoami = نام و نقش شما
staff-command-member = پروندهٔ بیمه‌شده
staff-command-why = ماجرای یک کد پیگیری
staff-command-chats = گفتگوهایی که از بازیابی خبردار می‌شوند
staff-command-unlock = برداشتن قفل بازیابی
staff-command-block = بستن بازیابی
staff-command-unblock = باز کردن بازیابی
staff-command-clearmobile = پاک کردن شمارهٔ همراه، با تأیید نفر دوم
staff-command-setmobile = ثبت نخستین شمارهٔ همراه، با تأیید نفر دوم
staff-command-grant = افزودن به بازیابی‌های دوره، با تأیید نفر دوم
staff-command-pending = کارهایی که در انتظار پشتیبانی است
staff-command-audit = سابقه، درستی زنجیرهٔ آن و فایل آن
staff-command-sms = وضعیت پیامک
staff-command-maintenance = بستن و باز کردن ربات برای بیمه‌شدگان
staff-command-erase = فراموش کردن بیمه‌شده‌ای که دیگر پوشش ندارد، با تأیید نفر دوم
staff-command-admins = همکاران و نقش آنان

usage = همراه این دستور بنویسید: { $how }
usage-code = کد بیمه‌شده، مانند { LATIN("310024") }
usage-member = کد بیمه‌شده، کد ملی، شمارهٔ همراه یا کد پیگیری
usage-why = کد پیگیری، مانند { LATIN("ACDE3467") }
usage-setmobile = کد بیمه‌شده و شمارهٔ همراه، مانند { LATIN("310024 09120000000") }
usage-grant = کد بیمه‌شده و شمار بازیابی از ۱ تا ۵، مانند { LATIN("310024 1") }
usage-audit = هیچ‌چیز، یا کد بیمه‌شده، یا verify و نشانی که نگه داشته‌اید، یا export و تاریخ آغاز و پایان
usage-maintenance = واژهٔ on و متنی برای بیمه‌شدگان، یا off
usage-admins =
    { LATIN("add telegram:123 operator") } و نام، { LATIN("link 3 bale:456") }، { LATIN("role 3 supervisor") } یا { LATIN("remove 3") }

whoami =
    { $name }، { $role ->
        [owner] مالک
        [supervisor] سرپرست
       *[operator] کارشناس
    }، شمارهٔ { $number }
staff-not-allowed = این کار در نقش شما نیست.
staff-forwarded = دستور هدایت‌شده را انجام نمی‌دهیم. آن را خودتان بنویسید.
staff-role =
    { $role ->
        [none] از این پس در میان همکاران پشتیبانی نیستید. از همراهی شما سپاسگزاریم.
        [owner] نقش شما اکنون مالک است. /help دستورها را نشان می‌دهد.
        [supervisor] نقش شما اکنون سرپرست است. /help دستورها را نشان می‌دهد.
       *[operator] نقش شما اکنون کارشناس است. /help دستورها را نشان می‌دهد.
    }

## Buttons

button-staff-yes = انجام شود
button-staff-no = نه
button-approve = موافقم
button-refuse = موافق نیستم
button-member = پرونده
button-unlock = برداشتن قفل
button-block = بستن بازیابی
button-unblock = باز کردن بازیابی
button-clearmobile = پاک کردن شماره
button-grant-one = افزودن یک بازیابی
button-set-number = ثبت شماره
button-chats = گفتگوها
button-audit = سابقه
button-end-chat = پایان خبر به این گفتگو
button-ask-portal = پرسش دوباره از سامانه
button-mark-done = انجام شده است
button-give-back = برگرداندن به بیمه‌شده
button-account-made = حساب ساخته شد
button-refuse-request = رد درخواست

## A member

member-not-found = بیمه‌شده‌ای با این مشخصات پیدا نشد. کد بیمه‌شده، کد ملی، شمارهٔ همراه یا کد پیگیری را بنویسید.
members-several = این مشخصات برای { $count } بیمه‌شده ثبت شده است. یکی را انتخاب کنید؛ کدها به ترتیب: { $codes }
member-title = پروندهٔ بیمه‌شده
member-code = کد بیمه‌شده: { $insuredCode }
member-name = نام: { $name }
member-national-id = کد ملی: { $nationalId }
member-mobile =
    شمارهٔ همراه: { $number }، { $source ->
        [insurer] از بیمه‌گر
        [contact] از کارت تماس خودش
        [registry] به نام خودش در سامانهٔ شاهکار
       *[typed] نوشتهٔ خودش
    }
member-no-mobile = شمارهٔ همراه: ثبت نشده
member-cover = پوشش: از { DAY($from) } تا { DAY($to) }
member-cover-over = پوشش اکنون فعال نیست؛ آخرین دوره از { DAY($from) } تا { DAY($to) }
member-no-cover = پوشش: هرگز ثبت نشده
member-used = بازیابی: { $used } از { $allowance }
way-free = راه بازیابی: باز
way-locked = راه بازیابی: قفل تا { DAYTIME($until) }
way-second-lock = راه بازیابی: قفل دوم، تا پشتیبانی آن را بردارد
way-of-bound-chats = در گفتگوهای شناخته‌شدهٔ خودش، { $way }
way-of-other-chats = در گفتگوهای دیگر، { $way }
way-staff-block = راه بازیابی: بسته به دست پشتیبانی
way-not-me = راه بازیابی: بسته، چون بیمه‌شده گفت کار او نبوده است
member-chat =
    گفتگوی { $platform ->
        [bale] بله
       *[telegram] تلگرام
    } { $mark }: از { DAY($at) } خبردار می‌شود، آخرین استفاده { DAY($used) }
member-limits = پیامک امروز: { $sends } از { $mostSends }، کد نادرست پشت سر هم: { $codes } از { $mostCodes }، مشخصات نادرست امروز: { $pairs } از { $mostPairs }
member-challenge = کد فعال‌سازی باز تا { DAYTIME($expiresAt) }؛ { $sends } پیامک، { $wrong } کد نادرست
member-resets = آخرین بازیابی‌ها:
member-reset =
    در { DAYTIME($at) }، { $reference }، { $state ->
        [done] انجام شد
        [reserved] در راه سامانه
        [unknown] نتیجه نامعلوم
       *[given-back] برگردانده شد
    }
member-trail = آخرین رویدادها:
trail-line = در { DAYTIME($at) }، { $what }، { $who }
trail-line-of-chat =
    در { DAYTIME($at) }، { $what }، گفتگوی { $platform ->
        [bale] بله
       *[telegram] تلگرام
    } { $mark }، { $who }
who-chat =
    در { $platform ->
        [bale] بله
       *[telegram] تلگرام
    }، گفتگوی { $mark }
who-staff = همکار: { $name }
who-operator = مسئول فنی
who-system = خودکار

## Acts: the question, and what came of it

erase-covered = بیمه‌شدهٔ { $insuredCode } هنوز پوشش دارد یا پوشش او در راه است و فراموش نمی‌شود.
erase-under-way = یک بازیابی بیمه‌شدهٔ { $insuredCode } هنوز در حال انجام است. پس از پایان آن دوباره امتحان کنید.
erase-forgotten = این بیمه‌شده پیش‌تر فراموش شده است.
ask-are-you-sure = انجام شود؟ این دکمه پنج دقیقه و یک بار کار می‌کند.
ask-needs-two = درخواست به نفر دومی با نقش سرپرست یا بالاتر فرستاده شود؟ این دکمه پنج دقیقه و یک بار کار می‌کند.
ask-unlock = برداشتن قفل بازیابی بیمه‌شدهٔ { $insuredCode } و شروع دوبارهٔ شمارش کدهای نادرست، مشخصات نادرست و پیامک‌ها، در گفتگوی خودش هم. حساب سامانه دست نمی‌خورد.
ask-block = بستن راه بازیابی بیمه‌شدهٔ { $insuredCode } تا زمانی که همکاران آن را باز کنند.
ask-unblock = باز کردن راه بازیابی بیمه‌شدهٔ { $insuredCode }.
ask-erase = فراموش کردن بیمه‌شدهٔ { $insuredCode }: کد ملی، شمارهٔ همراه، نام و گفتگوهایش پاک می‌شود و برنمی‌گردد. از بازیابی‌ها و سابقه فقط آنچه نام کسی در آن نیست می‌ماند.
ask-clear-mobile = پاک کردن شمارهٔ همراه ثبت‌شدهٔ بیمه‌شدهٔ { $insuredCode }. پیش از آن هویت تماس‌گیرنده را بررسی کنید.
setmobile-number = اولین شمارهٔ همراه بیمه‌شدهٔ { $insuredCode } را تا پنج دقیقه همین‌جا بنویسید. برای ثبت آن نفر دوم هم باید تأیید کند.
ask-first-mobile = ثبت { $mobile } به عنوان نخستین شمارهٔ همراه بیمه‌شدهٔ { $insuredCode }.
ask-grant = افزودن { $more } بازیابی به این دورهٔ پوشش بیمه‌شدهٔ { $insuredCode }.
ask-end-chat =
    از این پس گفتگوی { $mark } در { $platform ->
        [bale] بله
       *[telegram] تلگرام
    } از بازیابی‌های بیمه‌شدهٔ { $insuredCode } خبردار نمی‌شود و نمی‌تواند بگوید «کار من نبود». به همان گفتگو خبر داده می‌شود.
ask-mark-done = ثبت بازیابی { $reference } بیمه‌شدهٔ { $insuredCode } به عنوان انجام‌شده. پیش از آن در سامانه ببینید که کلمهٔ عبور به حالت اولیه برگشته است.
ask-give-back = برگرداندن بازیابی { $reference } به بیمه‌شدهٔ { $insuredCode }. پیش از آن در سامانه ببینید که کلمهٔ عبور عوض نشده است.
ask-account-made = ثبت این که حساب بیمه‌شدهٔ { $insuredCode } در سامانه ساخته شده است. پیش از آن در خود سامانه ببینید. به او خبر داده می‌شود.
ask-refuse-request = رد درخواست { $reference } بیمه‌شدهٔ { $insuredCode }. به او خبر داده می‌شود.
ask-close-house = بستن ربات برای بیمه‌شدگان با این متن: { $text }
ask-open-house = باز کردن ربات برای بیمه‌شدگان.
ask-add =
    افزودن { $name } با حساب { $account } در { $platform ->
        [bale] بله
       *[telegram] تلگرام
    }، نقش { $role ->
        [owner] مالک
        [supervisor] سرپرست
       *[operator] کارشناس
    }.
ask-link =
    افزودن حساب { $account } در { $platform ->
        [bale] بله
       *[telegram] تلگرام
    } به حساب‌های { $name }.
ask-remove = بیرون بردن { $name } از میان همکاران.
ask-role =
    نقش تازه برای { $name }: { $role ->
        [owner] مالک
        [supervisor] سرپرست
       *[operator] کارشناس
    }.
did-unlock =
    راه بازیابی بیمه‌شدهٔ { $insuredCode } باز است.

    پاک شد: { $locks } قفل، { $wrongCodes } کد نادرست، { $wrongPairs } بار مشخصات نادرست، { $sends } پیامک شمرده‌شده، انتظار در { $chats } گفتگو.
did-block = راه بازیابی بیمه‌شدهٔ { $insuredCode } بسته شد.
did-unblock = راه بازیابی بیمه‌شدهٔ { $insuredCode } باز شد.
did-erase = بیمه‌شدهٔ { $insuredCode } فراموش شد.
did-clear-mobile = شمارهٔ همراه بیمه‌شدهٔ { $insuredCode } پاک شد.
did-first-mobile = شمارهٔ { $mobile } برای بیمه‌شدهٔ { $insuredCode } ثبت شد.
did-grant = { $more } بازیابی به این دورهٔ بیمه‌شدهٔ { $insuredCode } افزوده شد.
did-end-chat = گفتگوی { $mark } دیگر از بازیابی‌های بیمه‌شدهٔ { $insuredCode } خبردار نمی‌شود.
did-mark-done = بازیابی { $reference } انجام‌شده ثبت شد و به بیمه‌شده خبر داده می‌شود.
did-give-back = بازیابی { $reference } برگردانده شد و به بیمه‌شده خبر داده می‌شود.
did-account-made = ساخته شدن حساب بیمه‌شدهٔ { $insuredCode } ثبت شد و به او خبر داده می‌شود.
did-refuse-request = درخواست { $reference } رد شد و به بیمه‌شده خبر داده می‌شود.
did-close-house = ربات برای بیمه‌شدگان بسته شد. شما و همکاران همچنان می‌توانید کار کنید.
did-open-house = ربات برای بیمه‌شدگان باز شد.
did-add = { $name } به همکاران افزوده شد. ربات نمی‌تواند گفتگو را آغاز کند؛ از او بخواهید یک بار /whoami را بفرستد.
did-link = حساب تازه به نام { $name } ثبت شد.
did-remove = { $name } دیگر در میان همکاران نیست.
did-role = نقش { $name } عوض شد.
act-dropped = کاری انجام نشد.
act-overtaken = در این میان وضع عوض شده است و کاری انجام نشد. اگر هنوز لازم است، دستور را دوباره بفرستید.
question-over = این دکمه به کار رفته یا زمانش گذشته است. دستور را دوباره بفرستید.
nothing-to-do = چیزی برای تغییر نیست؛ وضع اکنون همین است.
grant-without-cover = این بیمه‌شده اکنون دورهٔ پوشش فعالی ندارد و چیزی به آن افزوده نمی‌شود.

## The chats that hear of a member's recoveries

chats-of = این گفتگوها از بازیابی‌های بیمه‌شدهٔ { $insuredCode } خبردار می‌شوند:
chats-none = هیچ گفتگویی از بازیابی‌های بیمه‌شدهٔ { $insuredCode } خبردار نمی‌شود.
chats-line =
    گفتگوی { $platform ->
        [bale] بله
       *[telegram] تلگرام
    } { $mark }: از { DAY($at) }، آخرین استفاده { DAY($used) }
chat-not-bound = این گفتگو دیگر از بازیابی‌های این بیمه‌شده خبردار نمی‌شود؛ پیش از این پایان یافته است.

## Why it cannot be

account-taken = این حساب از پیش برای یکی از همکاران ثبت شده است و کاری انجام نشد. /admins همکاران و حساب‌هایشان را نشان می‌دهد.
last-owner = آخرین مالک می‌ماند، وگرنه کسی نمی‌تواند همکاری اضافه کند. اول مالک دیگری اضافه کنید.
has-mobile = برای این بیمه‌شده شماره‌ای ثبت شده است و این دستور جای آن را نمی‌گیرد. اگر آن شماره دیگر مال او نیست، اول /clearmobile را بفرستید.
reset-settled = نتیجهٔ این بازیابی روشن شده است و دیگر در انتظار پشتیبانی نیست.
request-closed = این درخواست دیگر باز نیست.

## Two persons

no-second-person = این کار نفر دومی با نقش سرپرست یا بالاتر می‌خواهد و اکنون کسی جز شما چنین نقشی ندارد. مالک با /admins همکار تازه می‌افزاید.
no-second-person-yet = این کار نفر دومی می‌خواهد که دست‌کم چند ساعت سرپرست یا مالک بوده باشد. اولین نفر از { DAYTIME($from) } می‌تواند تأیید کند؛ پس از آن دستور را دوباره بفرستید.
two-persons-too-new = نقش یا حساب شما جدید است. از { DAYTIME($from) } می‌توانید کارهای دونفره را بخواهید یا تأیید کنید.
approval-sent = درخواست با کد پیگیری { $reference } به همکاران فرستاده شد و تا { DAYTIME($until) } منتظر تأیید است.
approval-asked =
    { $name } برای این کار تأیید نفر دوم می‌خواهد. درخواست { $reference } تا { DAYTIME($until) } باز است.
approval-over = این درخواست دیگر باز نیست، یا آن را خودتان داده‌اید و نفر دوم باید تأیید کند.
approval-refused = درخواست { $reference } رد شد.
staff-decided =
    درخواست { $reference }: { $state ->
        [approved] تأیید و انجام شد.
        [refused] نفر دوم موافق نبود و کاری انجام نشد.
       *[other] تأیید شد، ولی در این میان وضع عوض شده بود و کاری انجام نشد. اگر هنوز لازم است، دستور را دوباره بفرستید.
    }

## What waits for staff

pending-nothing = کاری در انتظار پشتیبانی نیست.
pending-reset =
    بازیابی { $reference } بیمه‌شدهٔ { $insuredCode }، از { DAYTIME($at) }: { $reason ->
        [id-of-another-account] سامانه این شماره را برای حساب دیگری می‌شناسد.
        [missing-after-unknown] پاسخ نخست سامانه نرسید و اکنون می‌گوید چنین حسابی ندارد؛ شاید بازیابی انجام شده باشد.
       *[no-clear-answer] سامانه پاسخ روشنی نداده است.
    }
pending-request =
    درخواست { $reference } بیمه‌شدهٔ { $insuredCode }، از { DAYTIME($at) }: { $request ->
        [first-mobile] ثبت نخستین شمارهٔ همراه با /setmobile
        [account-missing] سامانه برای او حساب کاربری ندارد.
       *[clear-mobile] شمارهٔ ثبت‌شده دیگر مال او نیست.
    }
pending-parked = { $parked } پیام خوانده نشد و کنار گذاشته شد. مسئول فنی را خبر کنید.
portal-asked = دربارهٔ { $reference } دوباره از سامانه پرسیدیم. اگر پاسخ روشنی برسد، از /pending بیرون می‌رود.
staff-request =
    درخواست تازه از بیمه‌شدهٔ { $insuredCode } با کد پیگیری { $reference }: { $request ->
        [first-mobile] ثبت نخستین شمارهٔ همراه با /setmobile
        [account-missing] سامانه برای او حساب کاربری ندارد.
       *[clear-mobile] شمارهٔ ثبت‌شده دیگر مال او نیست.
    }

## A day as they write it, and why it was not understood

day-unreadable = این تاریخ خوانده نشد. سال را اول بنویسید، مانند { LATIN("1404/07/01") } یا { LATIN("2025-09-23") }.
day-year-last = سال باید اول بیاید، مانند { LATIN("1404/07/01") }. در این شکل، روز و ماه از هم شناخته نمی‌شوند.
day-year-far = سالِ این تاریخ از بازهٔ پذیرفتنی بیرون است: ۱۳۰۰ تا ۱۵۰۰ هجری شمسی، یا ۱۹۲۱ تا ۲۱۲۲ میلادی.
day-not-in-calendar = چنین روزی در تقویم نیست.

## The trail

audit-of-all = آخرین رویدادهای سابقه:
audit-of-member = آخرین رویدادهای بیمه‌شدهٔ { $insuredCode }:
audit-empty = رویدادی ثبت نیست.
audit-checking = زنجیرهٔ سابقه از آغاز تا پایان سنجیده می‌شود. نتیجه همین‌جا می‌آید.
audit-not-read = زنجیرهٔ سابقه خوانده نشد. کمی بعد دوباره بفرستید؛ اگر باز هم نشد، مسئول فنی را خبر کنید.
audit-sound = زنجیرهٔ سابقه درست است: { $sound } رویداد.
audit-broken = زنجیرهٔ سابقه در جایگاه { $place } شکسته است؛ { $sound } رویداد پیش از آن درست است. مسئول امنیت را خبر کنید.
audit-kept-found = نشانی که نگه داشته‌اید در جایگاه { $place } زنجیره است: تا آنجا چیزی کم یا عوض نشده است.
audit-kept-missing = نشانی که نگه داشته‌اید در زنجیره نیست: از پایان آن بریده‌اند، آن را از نو نوشته‌اند، یا کلیدها در این میان عوض شده‌اند. مسئول امنیت را خبر کنید.
audit-unsealed = در نوبت مهر شدن: { $unsealed }
audit-head = نشان آخرین حلقه: { $head }

## The door

closed-sign = { $text }
maintenance-too-long = متن باید حداکثر { $most } نویسه باشد تا روی گوشی یک‌جا خوانده شود.

## Who works here

admins-title = همکاران:
admins-line =
    شمارهٔ { $number }: { $name }، { $role ->
        [owner] مالک
        [supervisor] سرپرست
       *[operator] کارشناس
    }، { $accounts }

admins-second-from = نفر دوم از { DAYTIME($from) }
admins-account-from = با حساب { $account } از { DAYTIME($from) }
staff-change-add = همکار جدید: { $name } با حساب { $account }، نقش { $role ->
        [owner] مالک
        [supervisor] سرپرست
       *[operator] کارشناس
    }.
staff-change-link = حساب { $account } به حساب‌های { $name } اضافه شد.
staff-change-remove = { $name } دیگر همکار نیست.
staff-change-role =
    نقش { $name } تغییر کرد: { $role ->
        [owner] مالک
        [supervisor] سرپرست
       *[operator] کارشناس
    }.
staff-change-by = به درخواست { $by }، به‌تنهایی.
staff-change-by-two = به درخواست { $by } و با تأیید { $agreed }.
staff-change-at-shell = توسط مسئول فنی، بیرون از گفتگو.
staff-change-second = نفر دوم از { DAYTIME($from) }. اگر این کار برایتان عجیب است، پیش از آن با مالک صحبت کنید.

## What members hear of it

request-granted =
    { $request ->
        [first-mobile] شمارهٔ همراه شما ثبت شد.
        [account-missing] حساب شما در سامانه آماده است.
       *[clear-mobile] شمارهٔ همراه قبلی شما پاک شد و در بازیابی بعدی شمارهٔ جدید را می‌نویسید.
    } { $coolOffHours ->
        [0] برای بازیابی کلمهٔ عبور /reset را بفرستید.
       *[other] برای امنیت حساب، کد از { $coolOffHours } ساعت پس از این تغییر ارسال می‌شود؛ آن وقت /reset را بفرستید.
    }

    کد پیگیری: { $reference }
request-refused =
    { $request ->
        [first-mobile] درخواست ثبت شمارهٔ همراه شما پذیرفته نشد.
        [account-missing] برای شما در سامانه حساب کاربری ساخته نشد.
       *[clear-mobile] درخواست عوض کردن شمارهٔ همراه شما پذیرفته نشد.
    } برای راهنمایی با پشتیبانی تماس بگیرید: { $support }

    کد پیگیری: { $reference }
reset-returned =
    همکاران پشتیبانی بررسی کردند: کلمهٔ عبور شما عوض نشده و این بازیابی از سهم شما کم نشده است.

    هر وقت خواستید /reset را بفرستید. کد پیگیری: { $reference }

## Events of the trail

event-pair-matched = کد بیمه‌شده و کد ملی جور بودند
event-no-match = کد بیمه‌شده و کد ملی جور نبودند
event-too-many-pairs = مشخصات نادرست زیاد
event-locked = راه بازیابی قفل بود
event-locked-until-staff = راه بازیابی بسته بود
event-cover-not-active = پوشش فعال نبود
event-under-way = بازیابی پیشین در راه بود
event-portal-away = سامانه پاسخ نداد
event-number-cooling = شماره تازگی تغییر کرده بود
event-not-my-change = گفت تغییر شماره یا کد ملی کار او نبوده است
event-list-mobile = شمارهٔ همراه با فهرست تغییر کرد
event-list-national-id = کد ملی با فهرست تغییر کرد
event-list-period = دورهٔ پوشش با فهرست تغییر کرد
event-account-missing = حساب در سامانه نبود
event-password-is-initial = کلمهٔ عبور در حالت اولیه بود
event-resets-used-up = بازیابی‌های دوره تمام شده بود
event-mobile-not-proven = شماره تأیید نشد
event-mobile-by-staff = شماره باید به دست پشتیبانی ثبت شود
event-mobile-mismatch = شماره در شاهکار به نام دیگری بود
event-mobile-owner-unknown = شاهکار پاسخ روشنی نداد
event-too-many-sends = سقف پیامک پر بود
event-send-too-soon = پیامک قبلی تازه فرستاده شده بود
event-sms-budget-spent = سقف پیامک ربات پر بود
event-code-sent = کد فعال‌سازی فرستاده شد
event-code-sent-again = کد فعال‌سازی دوباره فرستاده شد
event-sms-refused = پیامک فرستاده نشد
event-challenge-abandoned = درخواست کنار گذاشته شد
event-code-from-elsewhere = کد از جای دیگری آمد
event-code-expired = زمان کد گذشته بود
event-challenge-over = درخواست دیگر باز نبود
event-number-changed = شماره در این میان عوض شد
event-code-wrong = کد نادرست
event-code-wrong-last = سومین کد نادرست
event-locked-for-wrong-codes = قفل به سبب کدهای نادرست
event-closed-for-wrong-codes = قفل دوم به سبب کدهای نادرست
event-code-right = کد درست
event-mobile-registered = شمارهٔ همراه ثبت شد
event-reset-done = بازیابی انجام شد
event-reset-kept = سامانه پاسخ روشنی نداد
event-reset-sent-again = دوباره به سامانه سپرده شد
event-reset-given-back = بازیابی برگردانده شد
event-reset-with-staff = به پشتیبانی سپرده شد
event-number-reported = شماره دیگر مال او نیست
event-chat-not-theirs = گفت این گفتگو مال او نیست
event-chat-ended = خبر به گفتگو پایان یافت
event-not-me = گفت کار او نبوده است
event-member-looked-up = پرونده دیده شد
event-staff-unlock = قفل برداشته شد
event-staff-block = راه بازیابی بسته شد
event-staff-unblock = راه بازیابی باز شد
event-staff-erase = فراموش شد
event-member-forgotten = پس از پایان پوشش فراموش شد
event-staff-end-chat = خبر به گفتگو توسط پشتیبانی پایان یافت
event-staff-clear-mobile = شمارهٔ همراه پاک شد
event-staff-first-mobile = شمارهٔ همراه به دست پشتیبانی ثبت شد
event-staff-grant = به بازیابی‌های دوره افزوده شد
event-staff-mark-done = بازیابی انجام‌شده ثبت شد
event-staff-give-back = بازیابی به دست پشتیبانی برگردانده شد
event-staff-ask-portal = دوباره از سامانه پرسیده شد
event-staff-account-made = ساخته شدن حساب ثبت شد
event-staff-refuse-request = درخواست رد شد
event-staff-close-house = ربات برای بیمه‌شدگان بسته شد
event-staff-open-house = ربات برای بیمه‌شدگان باز شد
event-staff-add = همکار افزوده شد
event-staff-link = حساب همکار افزوده شد
event-staff-remove = همکار بیرون رفت
event-staff-role = نقش همکار عوض شد
event-staff-not-allowed = کار بیرون از نقش
event-approval-asked = تأیید نفر دوم خواسته شد
event-approval-given = نفر دوم تأیید کرد
event-approval-refused = نفر دوم رد کرد
event-import-approved = فهرست بیمه‌شدگان تأیید شد
event-import-applied = فهرست بیمه‌شدگان به کار بسته شد
event-import-undone = فهرست بیمه‌شدگان برگردانده شد
