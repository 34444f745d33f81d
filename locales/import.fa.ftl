### Lists of members as staff send them: asked for in the chat, read and judged, applied and taken back. Persian.
### The sentences named `-also` are never shown: other names that a column may bear, between bars.

## Asking for one

staff-command-import = خواندن فهرست بیمه‌شدگان از فایل و اعمال آن
usage-import =
    ارسال فهرست: { LATIN("/import") }
    فهرست‌های اخیر: { LATIN("/import status") }
    اعمال: { LATIN("/import apply F3H9QR9R") }
    برگرداندن: { LATIN("/import undo F3H9QR9R") }
    کد موافقت: { LATIN("/import code F3H9QR9R") }
list-wanted = فهرست بیمه‌شدگان را همین‌جا به صورت فایل { "CSV" } یا { "XLSX" } بفرستید. پانزده دقیقه منتظر آن می‌مانیم؛ انصراف: /cancel
list-columns = ستون‌هایی که باید باشند: کد بیمه‌شده، کد ملی، شروع پوشش، پایان پوشش
list-columns-optional = ستون‌هایی که می‌توانند باشند: شمارهٔ همراه، نام. خانهٔ خالی در آن‌ها چیزی را تغییر نمی‌دهد.
list-is-only-read = فایل ابتدا فقط خوانده می‌شود و می‌بینید چه چیزی را تغییر می‌دهد. تا تأیید شما چیزی تغییر نمی‌کند و هر که در فهرست نباشد سر جایش می‌ماند.
button-import-csv = نمونهٔ خالی CSV
button-import-xlsx = نمونهٔ خالی اکسل
button-import = ارسال فهرست
button-import-apply = اعمال فهرست
button-import-undo = برگرداندن فهرست
button-import-replace = شماره‌های خودشان هم تغییر کند
file-template = نمونهٔ خالی فهرست
file-template-caption = نمونهٔ خالی فهرست بیمه‌شدگان. ردیف‌ها را زیر نام ستون‌ها بریزید و با /import بفرستید.
file-findings = فایل یافته‌های فهرست
file-findings-caption = آنچه در ردیف‌های فهرست { $reference } یافته شد، با ردیف و ستون و دلیل
list-not-awaited = این فایل خوانده نشد. برای ارسال فهرست بیمه‌شدگان اول /import را بفرستید.
list-is-awaited = منتظر فهرست بیمه‌شدگان هستیم. آن را به شکل فایل { "CSV" } یا { "XLSX" } بفرستید، یا با /cancel از آن بگذرید.
list-no-longer-awaited = دیگر منتظر فهرست نیستیم. هر وقت خواستید /import را بفرستید.
list-too-large = این فایل بزرگ‌تر از { $most } مگابایت است و پیام‌رسان آن را به ربات نمی‌دهد. آن را چند بخش کنید و بفرستید.
list-received = فهرست رسید. خواندن آن در نوبت است و پیشرفتش در همین پیام می‌آید.

## How far it has come

list-fetching = فهرست از پیام‌رسان گرفته می‌شود.
list-reading = فهرست خوانده می‌شود: { $percent } درصد، { COUNT($rows) } ردیف
list-read = فهرست خوانده شد: { COUNT($rows) } ردیف
list-apply = فهرست { $reference } اعمال می‌شود: { $percent } درصد
list-apply-over = کار روی فهرست { $reference } پایان یافت.
list-undo = فهرست { $reference } برگردانده می‌شود: { $percent } درصد
list-undo-over = برگرداندن فهرست { $reference } پایان یافت.

## What it would change

list-judged = فهرست { $reference } خوانده شد و هنوز چیزی تغییر نکرده است.
list-counts = جدید: { COUNT($newcomers) }، تغییر: { COUNT($changed) }، بی‌تغییر: { COUNT($unchanged) }، نادرست: { COUNT($faulty) }
list-part-mobiles = تغییر شمارهٔ همراه: { COUNT($count) }
list-part-firstMobiles = ثبت اولین شمارهٔ همراه: { COUNT($count) }
list-part-nationalIds = تغییر کد ملی: { COUNT($count) }
list-part-givenBack = بازیابی‌هایی که برمی‌گردد: برای { COUNT($count) } بیمه‌شده
list-part-movedPeriods = تغییر روزهای دورهٔ پوشش: { COUNT($count) }
list-part-periods = دورهٔ پوشش جدید: { COUNT($count) }
list-part-names = ثبت یا تغییر نام: { COUNT($count) }
list-notices =
    به { $sms } شمارهٔ قبلی با پیامک خبر داده می‌شود، که { $hours ->
        [one] حدود یک ساعت
       *[other] حدود { $hours } ساعت
    } طول می‌کشد. تا آن زمان و مدتی پس از آن، کدی به شمارهٔ جدید ارسال نمی‌شود.
list-rows = تعداد ردیف‌ها: { COUNT($rows) }
list-sheet = برگهٔ «{ $sheet }»، تعداد ردیف‌ها: { COUNT($rows) }
list-hidden = ردیف پنهان: { COUNT($hidden) }، که آن هم خوانده شد.
list-hidden-column = ستون «{ $column }» در فایل پنهان است، ولی خوانده شد.
list-contradicts = شمارهٔ { COUNT($contradicted) } ردیف با شماره‌ای که خود بیمه‌شده ثبت کرده یکی نیست. شماره‌های خودشان می‌ماند، مگر دو نفر با تغییر آن‌ها موافق باشند.
list-first-faults = اولین ردیف‌های نادرست، که کنار گذاشته می‌شوند:
list-fault = – ردیف { $line }، ستون { $column }: { $problem }
list-notices-found = این‌ها را هم ببینید؛ ردیفی به دلیل آن‌ها کنار گذاشته نمی‌شود:
list-notice =
    { $count ->
        [1] – ردیف { $line }، ستون { $column }: { $shown }. { $problem }
       *[other] – { COUNT($count) } بار: { $problem } اولین بار در ردیف { $line }، ستون { $column }: { $shown }
    }
list-notice-bare =
    { $count ->
        [1] – ردیف { $line }، ستون { $column }: { $problem }
       *[other] – { COUNT($count) } بار: { $problem } اولین بار در ردیف { $line }، ستون { $column }
    }
list-first-changes = اولین تغییرها:
list-change = – ردیف { $line }، بیمه‌شدهٔ { $insuredCode }، { $column }: از { $before } به { $after }
list-change-stays = – ردیف { $line }، بیمه‌شدهٔ { $insuredCode }، { $column }: در فهرست { $after } است و { $before } می‌ماند
list-change-first = – ردیف { $line }، بیمه‌شدهٔ { $insuredCode }، { $column }: { $after } اضافه می‌شود
list-change-day = – ردیف { $line }، بیمه‌شدهٔ { $insuredCode }، { $column }: از { DAY($beforeAt) } به { DAY($afterAt) }
list-change-first-day = – ردیف { $line }، بیمه‌شدهٔ { $insuredCode }، { $column } در دورهٔ جدید: { DAY($afterAt) }
list-nothing-taken = هیچ ردیفی پذیرفته نشد و چیزی برای اعمال نیست. ردیف‌های نادرست را درست کنید و فهرست را با /import دوباره بفرستید.
list-changes-nothing = چیزی برای اعمال نیست؛ وضعیت همین است.
ask-apply-list =
    اعمال فهرست { $reference }: { COUNT($newcomers) } بیمه‌شدهٔ جدید و { COUNT($changed) } تغییر. { $faulty ->
        [0] ردیف نادرستی در آن نیست.
       *[other] { COUNT($faulty) } ردیف نادرست کنار گذاشته می‌شود.
    }
list-is-whole = اگر فهرست { $reference } همهٔ بیمه‌شدگان است، دکمهٔ زیر را بزنید. اول شمرده می‌شود چه کسانی در آن نیستند؛ بدون آن، هر که در فهرست نباشد سر جایش می‌ماند.
button-whole-list = این فهرست کامل است
list-counting = شمردن کسانی که در فهرست { $reference } نیستند در نوبت است.
list-count-over = کسانی که در فهرست { $reference } نیستند شمرده شدند.
list-not-to-be-counted = فهرست { $reference } را نمی‌توان فهرست کامل گرفت: یا در انتظار اعمال نیست، یا کس دیگری آن را خوانده است، یا ردیف نادرستی بدون کد بیمه‌شدهٔ خوانا دارد.
list-over-not-countable = معلوم نشد چه کسانی در فهرست { $reference } نیستند. فایل را با /import دوباره بفرستید.
ask-apply-list-whole = اعمال فهرست { $reference } به عنوان فهرست کامل: { $newcomers } بیمه‌شدهٔ جدید، { $changed } تغییر، و { $absent } بیمه‌شده‌ای که در آن نیستند و خارج‌شده از بیمه به حساب می‌آیند. بازیابی آنان بسته می‌شود تا دوباره در فهرستی بیایند.
did-apply-list-whole = اعمال فهرست { $reference } به عنوان فهرست کامل در نوبت است. پایان کار به درخواست‌کننده گفته می‌شود.
ask-apply-list-together =
    اعمال فهرست { $reference }: { COUNT($newcomers) } بیمه‌شدهٔ جدید و { COUNT($changed) } تغییر{ $mobiles ->
        [0] {""}
       *[other] ؛ تغییر شمارهٔ همراه { COUNT($mobiles) } نفر
    }{ $firstMobiles ->
        [0] {""}
       *[other] ؛ ثبت اولین شمارهٔ همراه { COUNT($firstMobiles) } نفر
    }{ $nationalIds ->
        [0] {""}
       *[other] ؛ تغییر کد ملی { COUNT($nationalIds) } نفر
    }{ $givenBack ->
        [0] {""}
       *[other] ؛ برگشت بازیابی‌ها برای { COUNT($givenBack) } نفر
    }. { $overMembersOwn ->
        [1] شمارهٔ { COUNT($contradicted) } بیمه‌شده که خودشان ثبت کرده‌اند هم تغییر می‌کند.
       *[other] شماره‌هایی که بیمه‌شدگان خودشان ثبت کرده‌اند می‌ماند.
    }
did-apply-list = اعمال فهرست { $reference } در نوبت است. پیشرفت آن در همین پیام می‌آید.
did-apply-list-together = اعمال فهرست { $reference } در نوبت است. پایان کار به درخواست‌کننده گفته می‌شود.
ask-undo-list = برگرداندن فهرست { $reference }: { COUNT($newcomers) } بیمه‌شدهٔ جدید و { COUNT($changed) } تغییر. آنچه پس از آن تغییر کرده یا استفاده شده است می‌ماند.
ask-undo-list-together =
    برگرداندن فهرست { $reference }: { COUNT($newcomers) } بیمه‌شدهٔ جدید و { COUNT($changed) } تغییر{ $mobiles ->
        [0] {""}
       *[other] ؛ تغییر شمارهٔ همراه { COUNT($mobiles) } نفر
    }{ $firstMobiles ->
        [0] {""}
       *[other] ؛ ثبت اولین شمارهٔ همراه { COUNT($firstMobiles) } نفر
    }{ $nationalIds ->
        [0] {""}
       *[other] ؛ تغییر کد ملی { COUNT($nationalIds) } نفر
    }. آنچه پس از آن تغییر کرده یا استفاده شده است می‌ماند.
did-undo-list = برگرداندن فهرست { $reference } در نوبت است. پیشرفت آن در همین پیام می‌آید.
did-undo-list-together = برگرداندن فهرست { $reference } در نوبت است. پایان کار به درخواست‌کننده گفته می‌شود.

## What came of it

list-useless = این فایل قابل استفاده نیست و چیزی تغییر نکرد.
list-send-again = پس از درست کردن آن، /import را دوباره بفرستید.
list-over-too-large = این فایل بزرگ‌تر از آن است که پیام‌رسان به ربات می‌دهد. آن را چند بخش کنید و با /import بفرستید.
list-over-gone = پیام‌رسان دیگر این فایل را ندارد. آن را با /import دوباره بفرستید.
list-over-not-fetched = فایل از پیام‌رسان گرفته نشد و چیزی خوانده نشد. کمی بعد با /import دوباره بفرستید.
list-over-half-applied = بخشی از همین فایل پیش از این با کد پیگیری { $reference } اعمال شده و نیمه‌کاره مانده است. کسی که آن را شروع کرده می‌تواند ادامه دهد یا برگرداند.
list-over-applied =
    فهرست { $reference } اعمال شد: { COUNT($newcomers) } بیمه‌شدهٔ جدید و { COUNT($changed) } تغییر. { $overtaken ->
        [0] تا دو هفته می‌توانید آن را برگردانید.
       *[other] وضعیت { COUNT($overtaken) } بیمه‌شده در این فاصله تغییر کرده بود و تغییری در آن ندادیم. تا دو هفته می‌توانید فهرست را برگردانید.
    }
list-over-needs-approval = فهرست { $reference } به تأیید نفر دوم نیاز دارد و اعمال نشد. دکمهٔ زیر را بزنید.
list-over-key-changed = کلید برنامه پس از خواندن فهرست { $reference } تغییر کرده است و چیزی تغییر نکرد. فایل را با /import دوباره بفرستید.
list-over-overtaken = وضعیت فهرست { $reference } در این فاصله تغییر کرده بود و کاری انجام نشد. /import status آن را نشان می‌دهد.
list-over-undone =
    فهرست { $reference } برگردانده شد. { $kept ->
        [0] همه چیز مانند قبل است.
       *[other] { COUNT($kept) } بیمه‌شده پس از آن تغییر کرده یا از ربات استفاده کرده بودند و همان‌طور که هستند ماندند.
    }
list-over-not-allowed = این کار دیگر در نقش شما نیست و چیزی تغییر نکرد.
list-over-given-up =
    { $deed ->
        [read] پس از چند بار تلاش، فهرست خوانده نشد و چیزی تغییر نکرد. آن را با /import دوباره بفرستید.
        [apply] اعمال فهرست { $reference } نیمه‌کاره ماند. می‌توانید ادامه دهید یا برگردانید.
       *[undo] برگرداندن فهرست { $reference } نیمه‌کاره ماند. برای ادامه، دکمهٔ زیر را بزنید.
    }

## What became of lists

lists-lately = فهرست‌هایی که به‌تازگی خوانده شده‌اند:
lists-none = تاکنون فهرستی خوانده نشده است.
list-line =
    { MONTHDAY($at) }، { CLOCK($at) }، فهرست { $reference } ({ $who }): { $state ->
        [reading] در حال خواندن یا نیمه‌خوانده
        [judged] در انتظار تأیید
        [applying] در حال اعمال یا نیمه‌مانده
        [done] اعمال شد
        [undoing] در حال برگرداندن یا نیمه‌مانده
        [undone] برگردانده شد
        [refused] کنار گذاشته شد
       *[closed] اعمال شد و مهلت برگرداندن آن تمام شد
    }. جدید: { COUNT($newcomers) }، تغییر: { COUNT($changed) }، تغییر شمارهٔ همراه: { COUNT($mobiles) }، بی‌تغییر: { COUNT($unchanged) }، نادرست: { COUNT($faulty) }
list-next-apply = اعمال: { $command }
list-next-undo = برگرداندن: { $command }
list-unknown = فهرستی با کد پیگیری { $reference } نیست. /import status کدها را نشان می‌دهد.
list-not-to-be-applied = فهرست { $reference } در انتظار اعمال نیست. /import status وضعیت آن را نشان می‌دهد.
list-of-another = فهرست { $reference } را کس دیگری خوانده است و خود او آن را اعمال می‌کند.
list-not-to-be-undone = فهرست { $reference } اعمال نشده، برگردانده شده، در دست کار است یا بیش از دو هفته از آن گذشته است.

## Consent to a list that is read at a shell

list-consent =
    فهرست { $reference } بیرون از ربات خوانده شده است{ $mobiles ->
        [0] {""}
       *[other] ؛ تغییر شمارهٔ همراه { COUNT($mobiles) } نفر
    }{ $firstMobiles ->
        [0] {""}
       *[other] ؛ ثبت اولین شمارهٔ همراه { COUNT($firstMobiles) } نفر
    }{ $nationalIds ->
        [0] {""}
       *[other] ؛ تغییر کد ملی { COUNT($nationalIds) } نفر
    }{ $givenBack ->
        [0] {""}
       *[other] ؛ برگشت بازیابی‌ها برای { COUNT($givenBack) } نفر
    }.
list-consent-code = اگر این تغییرها درست است، کد { LATIN($code) } را به کسی که آن را می‌خواند بگویید. کد یک بار و تا { DAYTIME($until) } معتبر است و موافقت به نام شما ثبت می‌شود.
list-no-consent = فهرست { $reference } در انتظار کد نیست.

## Events of the trail

event-import-consent-code = کد موافقت با فهرست خوانده شد

event-import-sent = فهرست بیمه‌شدگان ارسال شد
event-import-judged = فهرست بیمه‌شدگان خوانده شد
event-import-refused = کار روی فهرست بیمه‌شدگان انجام نشد
event-import-dropped = فهرست بیمه‌شدگان کنار گذاشته شد
event-staff-apply-list = اعمال فهرست خواسته شد
event-staff-apply-list-whole = اعمال فهرست کامل با تأیید نفر دوم خواسته شد
event-list-left = در فهرست کامل نبود و خارج‌شده به حساب آمد
event-staff-apply-list-together = اعمال فهرست با تأیید نفر دوم خواسته شد
event-staff-undo-list = برگرداندن فهرست خواسته شد
event-staff-undo-list-together = برگرداندن فهرست با تأیید نفر دوم خواسته شد

## The columns of a file

import-column-insured-code = کد بیمه‌شده
import-column-insured-code-also = کد بیمه‌شدهٔ اصلی|شمارهٔ بیمه‌شده|کد بیمه‌شدگی|شناسهٔ بیمه‌شده
import-column-national-id = کد ملی
import-column-national-id-also = شمارهٔ ملی|کد ملی بیمه‌شدهٔ اصلی|کد ملی بیمه‌شده|کد ملی اصلی
import-column-cover-from = شروع پوشش
import-column-cover-from-also = آغاز پوشش|تاریخ شروع پوشش|تاریخ آغاز پوشش|تاریخ شروع|شروع بیمه|پوشش از|از تاریخ
import-column-cover-to = پایان پوشش
import-column-cover-to-also = تاریخ پایان پوشش|تاریخ پایان|پایان بیمه|انقضای پوشش|تاریخ انقضا|پوشش تا|تا تاریخ
import-column-mobile = شمارهٔ همراه
import-column-mobile-also = تلفن همراه|همراه|موبایل|شمارهٔ موبایل|شمارهٔ تلفن همراه
import-column-name = نام
import-column-name-also = نام و نام خانوادگی|نام بیمه‌شده|نام بیمه‌شدهٔ اصلی|نام کوچک
import-column-last-name = نام خانوادگی
import-column-last-name-also = فامیلی|فامیل|نام فامیل|نام خانوادگی بیمه‌شده

## What people write into a cell where there is nothing

import-nothing-also = ندارد|ندارم|ندارند|نامشخص|نامعلوم|خالی|هیچ|فاقد|فاقد شماره|بدون شماره|بدون نام|ثبت نشده|موجود نیست|نیست

## Why the whole file is refused

file-empty = این فایل خالی است.
file-too-big = این فایل بزرگ‌تر از اندازه‌ای است که خوانده می‌شود. آن را چند بخش کنید.
file-not-table = این فایل جدول نیست. فهرست را با قالب { "XLSX" } یا { "CSV" } بفرستید.
file-old-excel = این فایل قالب قدیمی اکسل ({ "XLS" }) را دارد. آن را در اکسل باز کنید، با قالب { "XLSX" } ذخیره کنید و همان را بفرستید.
file-locked = این فایل رمز دارد. آن را در اکسل باز کنید، رمز را بردارید ({ "File > Info > Protect Workbook" })، ذخیره کنید و دوباره بفرستید.
file-binary-excel = این فایل قالب دیگری از اکسل ({ "XLSB" }) را دارد. آن را در اکسل باز کنید، با قالب { "XLSX" } ذخیره کنید و همان را بفرستید.
file-open-document = این فایل قالب { "ODS" } لیبره‌آفیس را دارد. آن را همان‌جا باز کنید، با قالب { "XLSX" } ذخیره کنید و همان را بفرستید.
file-web-page = این فایل، هر نامی که داشته باشد، یک صفحهٔ وب با جدول است. آن را در اکسل باز کنید، با قالب { "XLSX" } ذخیره کنید و همان را بفرستید.
file-cut-short = پایان این فایل نرسیده است. آن را دوباره بفرستید.
file-broken = این فایل آسیب دیده است. آن را دوباره ذخیره کنید و بفرستید.
file-unpacks-too-big = محتوای این فایل پس از باز شدن بیش از اندازه بزرگ است. آن را با قالب { "CSV" } بفرستید.
file-encoding-mixed = حروف این فایل خراب شده است. آن را با کدگذاری { "UTF-8" } دوباره ذخیره کنید.
file-line-too-long =
    { $line ->
        [0] یک خانهٔ این فایل بیش از اندازه بلند است.
       *[other] ردیف { $line } بیش از اندازه بلند است. شاید نشانهٔ نقل‌قولی در آن باز مانده باشد.
    }
file-quote-open = نشانهٔ نقل‌قولی که در ردیف { $line } یا پس از آن باز شده، بسته نشده است. آن را ببندید یا حذف کنید.
file-too-many-columns = ردیف { $line } ستون‌هایی بیش از اندازه دارد.
file-too-many-rows = این فایل ردیف‌هایی بیش از اندازه دارد و تا ردیف { $line } خوانده شد. آن را چند بخش کنید.
file-several-sheets = بیش از یک برگهٔ این فایل فهرست دارد: { $sheets }. برگهٔ درست را نگه دارید، بقیه را حذف یا پنهان کنید و فایل را دوباره بفرستید.
file-header-below = نام ستون‌ها در ردیف { $line } است و بالای آن هم بیمه‌شده آمده است. نام ستون‌ها را بالای همهٔ ردیف‌ها بگذارید.
file-header-missing = ردیف اول باید نام ستون‌ها باشد، و هیچ نام آشنایی در آن نیست. نمونهٔ خالی را بگیرید و فهرست را در آن بریزید.
file-columns-missing = این ستون‌ها در فایل نیست: { $columns }
file-column-twice = این ستون‌ها دو بار آمده‌اند: { $columns }
file-no-rows = این فایل نام ستون‌ها را دارد، ولی هیچ ردیفی ندارد.

## What is wrong with a cell

import-cell-empty = این خانه باید پر باشد.
import-cell-formula = در این خانه فرمول است. به جای آن، مقدار را بنویسید.
import-cell-error = در این خانه خطای اکسل است.
import-cell-too-long = این نوشته بیش از اندازه بلند است.
import-cell-lost-digits = اکسل این عدد را گرد کرده و رقم‌هایش از دست رفته است. قالب ستون را متن بگذارید و عدد را دوباره بنویسید.
import-cover-backwards = پایان پوشش پیش از شروع آن است.
import-cover-too-long = این دورهٔ پوشش بیش از اندازه بلند است. سال را بررسی کنید.
import-cover-spans-two = این روزها با دو دورهٔ پوشش ثبت‌شده هم‌پوشانی دارد و معلوم نیست کدام تغییر می‌کند. آن‌ها را در /member ببینید.
import-line-swallowed = نشانهٔ نقل‌قولی که باز مانده، این سطر را بخشی از یک خانه کرده است. آن نشانه را ببندید یا حذف کنید.
import-code-twice = همین کد بیمه‌شده در ردیف { $firstLine } هم آمده است.
import-insured-code-not-digits = کد بیمه‌شده باید فقط رقم باشد.
import-insured-code-too-short = کد بیمه‌شده کوتاه است.
import-insured-code-too-long = کد بیمه‌شده بلند است.
import-insured-code-misshapen = شکل کد بیمه‌شده درست نیست.
import-national-id-not-digits = کد ملی باید فقط رقم باشد.
import-national-id-too-short = کد ملی کمتر از هشت رقم دارد.
import-national-id-too-long = کد ملی بیش از دوازده رقم دارد.
import-national-id-eleven-digits = کد ملی یازده رقم دارد. کد ملی ده رقم و کد اتباع خارجی دوازده رقم است.
import-national-id-is-mobile = به جای کد ملی، شمارهٔ همراه آمده است.
import-mobile-not-digits = شمارهٔ همراه باید فقط رقم باشد.
import-mobile-too-short = شمارهٔ همراه کوتاه است.
import-mobile-too-long = شمارهٔ همراه بلند است.
import-mobile-is-national-id = به جای شمارهٔ همراه، کد ملی آمده است.
import-mobile-landline = این شماره، شمارهٔ تلفن ثابت است.
import-mobile-foreign = این شماره از کشور دیگری است.
import-name-hidden-signs = در این نام حرف‌هایی هست که دیده نمی‌شوند یا جهت نوشته را برمی‌گردانند.
import-name-not-a-name = این نوشته نام نیست: حرفی ندارد یا عددی بلند در آن است.

## What is worth a look

import-cell-left-out = خود ردیف پذیرفته می‌شود و این ستون چیزی را تغییر نمی‌دهد.
import-id-doubtful = رقم کنترل این کد ملی درست نیست. همان‌گونه که هست پذیرفته شد.
import-id-shared = همین کد ملی در ردیف { $firstLine } با کد بیمه‌شدهٔ دیگری آمده است.
import-mobile-shared = همین شمارهٔ همراه در ردیف { $firstLine } هم آمده است.
import-placeholder = این نوشته خانهٔ خالی به حساب آمد و چیزی را تغییر نمی‌دهد.
import-day-with-time = همراه این تاریخ ساعت هم آمده است. درستی روز را بررسی کنید.
import-day-old-count = این تاریخ به شکل عددی پیش از سال ۱۹۰۰ نگه داشته شده و تاریخ شمسی به حساب آمد. آن را بررسی کنید.
import-cover-over = این پوشش تمام شده است.
import-cover-long = این پوشش بیش از دو سال است.
import-cover-ahead = شروع این پوشش بیش از یک سال دیگر است.
import-mobile-contradicts = بیمه‌شده خودش شمارهٔ همراه دیگری ثبت کرده است. همان شماره می‌ماند.

## The file of what was found

import-errors-line = ردیف
import-errors-column = ستون
import-errors-problem = اشکال
import-errors-shown = آنچه در خانه بود
