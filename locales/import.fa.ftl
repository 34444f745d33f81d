### Lists of members as staff send them: asked for in the chat, read and judged, applied and taken back. Persian.
### The sentences named `-also` are never shown: other names that a column may bear, between bars.

## Asking for one

staff-command-import = خواندن فهرست بیمه‌شدگان از فایل و به کار بستن آن
usage-import = هیچ‌چیز برای ارسال فهرست، یا status، یا apply، undo یا code و کد پیگیری فهرست
list-wanted = فهرست بیمه‌شدگان را همین‌جا به شکل فایل { "CSV" } یا { "XLSX" } بفرستید. پانزده دقیقه منتظر آن می‌مانیم؛ /cancel انتظار را پایان می‌دهد.
list-columns = ستون‌هایی که باید باشند: کد بیمه‌شده، کد ملی، شروع پوشش، پایان پوشش
list-columns-optional = ستون‌هایی که می‌توانند باشند: شمارهٔ همراه، نام. خانهٔ خالی در آن‌ها چیزی را عوض نمی‌کند.
list-is-only-read = فایل نخست فقط خوانده می‌شود و می‌بینید چه چیز را عوض می‌کند. تا تأیید شما چیزی عوض نمی‌شود و هر که در فهرست نباشد سر جایش می‌ماند.
button-import-csv = نمونهٔ خالی CSV
button-import-xlsx = نمونهٔ خالی اکسل
button-import = فرستادن فهرست
button-import-replace = شماره‌های خودشان هم عوض شود
file-template = نمونهٔ خالی فهرست
file-template-caption = نمونهٔ خالی فهرست بیمه‌شدگان. ردیف‌ها را زیر نام ستون‌ها بریزید و با /import بفرستید.
file-findings = فایل یافته‌های فهرست
file-findings-caption = آنچه در ردیف‌های فهرست { $reference } یافته شد، با ردیف و ستون و دلیل
list-not-awaited = این فایل خوانده نشد. برای فرستادن فهرست بیمه‌شدگان نخست /import را بفرستید.
list-is-awaited = منتظر فهرست بیمه‌شدگان هستیم. آن را به شکل فایل { "CSV" } یا { "XLSX" } بفرستید، یا با /cancel از آن بگذرید.
list-no-longer-awaited = دیگر منتظر فهرست نیستیم. هر وقت خواستید /import را بفرستید.
list-too-large = این فایل بزرگ‌تر از { $most } مگابایت است و پیام‌رسان آن را به ربات نمی‌دهد. آن را چند بخش کنید و بفرستید.
list-received = فهرست رسید. خواندن آن در نوبت است و پیشرفتش در همین پیام می‌آید.

## How far it has come

list-fetching = فهرست از پیام‌رسان گرفته می‌شود.
list-reading = فهرست خوانده می‌شود: { $percent } درصد، { $rows } ردیف
list-read = فهرست خوانده شد: { $rows } ردیف
list-apply = فهرست { $reference } به کار بسته می‌شود: { $percent } درصد
list-apply-over = کار روی فهرست { $reference } پایان یافت.
list-undo = فهرست { $reference } برگردانده می‌شود: { $percent } درصد
list-undo-over = برگرداندن فهرست { $reference } پایان یافت.

## What it would change

list-judged = فهرست { $reference } خوانده شد و هنوز چیزی عوض نشده است.
list-counts = تازه: { $newcomers }، تغییر: { $changed }، بی‌تغییر: { $unchanged }، ردیف نادرست: { $faulty }
list-part-mobiles = شمارهٔ همراه دیگر: { $count }
list-part-firstMobiles = اولین شمارهٔ همراه: { $count }
list-part-nationalIds = کد ملی دیگر: { $count }
list-part-givenBack = بازیابی‌هایی که برمی‌گردد: برای { $count } بیمه‌شده
list-part-movedPeriods = تغییر روزهای دورهٔ پوشش: { $count }
list-part-periods = دورهٔ پوشش جدید: { $count }
list-part-names = نام: { $count }
list-notices =
    به { $sms } شمارهٔ قبلی پیامک خبر ارسال می‌شود: { $hours ->
        [one] در حدود یک ساعت
       *[other] در حدود { $hours } ساعت
    }. تا آن خبر و مدتی پس از آن، کدی به شمارهٔ جدید ارسال نمی‌شود.
list-rows = تعداد ردیف‌ها: { $rows }
list-sheet = برگهٔ «{ $sheet }»، تعداد ردیف‌ها: { $rows }
list-hidden = ردیف‌های پنهان در آن: { $hidden }؛ این‌ها هم خوانده شد.
list-contradicts = شمارهٔ { $contradicted } ردیف با شماره‌ای که خود بیمه‌شده ثبت کرده یکی نیست. شماره‌های خودشان می‌ماند، مگر دو نفر با عوض شدن آن‌ها موافق باشند.
list-first-faults = نخستین ردیف‌های نادرست، که کنار گذاشته می‌شوند:
list-fault = ردیف { $line }، ستون { $column }: { $problem }
list-notices-found = این‌ها را هم ببینید؛ ردیفی به دلیل آن‌ها کنار گذاشته نمی‌شود:
list-notice = { $count } بار: { $problem } اولین بار در ردیف { $line }، ستون { $column }: { $shown }
list-notice-bare = { $count } بار: { $problem } اولین بار در ردیف { $line }، ستون { $column }
list-first-changes = نخستین تغییرها:
list-change = ردیف { $line }، بیمه‌شدهٔ { $insuredCode }، { $column }: از { $before } به { $after }
list-change-stays = ردیف { $line }، بیمه‌شدهٔ { $insuredCode }، { $column }: در فهرست { $after } است و { $before } می‌ماند
list-change-first = ردیف { $line }، بیمه‌شدهٔ { $insuredCode }، { $column }: { $after } افزوده می‌شود
list-change-day = ردیف { $line }، بیمه‌شدهٔ { $insuredCode }، { $column }: از { DAY($beforeAt) } به { DAY($afterAt) }
list-change-first-day = ردیف { $line }، بیمه‌شدهٔ { $insuredCode }، { $column } در دورهٔ جدید: { DAY($afterAt) }
list-nothing-taken = هیچ ردیفی پذیرفته نشد و چیزی برای اعمال نیست. ردیف‌های نادرست را درست کنید و فهرست را با /import دوباره بفرستید.
list-changes-nothing = چیزی برای به کار بستن نیست؛ وضع اکنون همین است.
ask-apply-list =
    به کار بستن فهرست { $reference }: { $newcomers } بیمه‌شدهٔ تازه و { $changed } تغییر. { $faulty ->
        [0] ردیف نادرستی در آن نیست.
       *[other] { $faulty } ردیف نادرست کنار گذاشته می‌شود.
    }
list-is-whole = اگر فهرست { $reference } همهٔ بیمه‌شدگان است، دکمهٔ زیر را بزنید. اول شمرده می‌شود چه کسانی در آن نیستند؛ بدون آن، هر که در فهرست نباشد سر جایش می‌ماند.
button-whole-list = این فهرست همه است
list-counting = شمردن کسانی که در فهرست { $reference } نیستند در نوبت است.
list-count-over = شمردن غایبان فهرست { $reference } پایان یافت.
list-not-to-be-counted = فهرست { $reference } را نمی‌توان فهرست همه گرفت: یا در انتظار اعمال نیست، یا کس دیگری آن را خوانده است، یا ردیف نادرستی بدون کد بیمه‌شدهٔ خوانا دارد.
list-over-not-countable = معلوم نشد چه کسانی در فهرست { $reference } نیستند. فایل را با /import دوباره بفرستید.
ask-apply-list-whole = اعمال فهرست { $reference } به عنوان فهرست همه: { $newcomers } بیمه‌شدهٔ جدید، { $changed } تغییر، و { $absent } بیمه‌شده‌ای که در آن نیستند و رفته شمرده می‌شوند. بازیابی آنان بسته می‌شود تا دوباره در فهرستی بیایند.
did-apply-list-whole = اعمال فهرست { $reference } به عنوان فهرست همه در نوبت است. پایان کار به درخواست‌کننده گفته می‌شود.
ask-apply-list-together =
    به کار بستن فهرست { $reference }: { $newcomers } بیمه‌شدهٔ تازه و { $changed } تغییر، با { $mobiles } شمارهٔ همراه دیگر، { $firstMobiles } اولین شمارهٔ همراه، { $nationalIds } کد ملی دیگر و بازیابی‌هایی که برای { $givenBack } نفر برمی‌گردد. { $overMembersOwn ->
        [1] شمارهٔ { $contradicted } بیمه‌شده که خودشان ثبت کرده‌اند هم عوض می‌شود.
       *[other] شماره‌هایی که بیمه‌شدگان خودشان ثبت کرده‌اند می‌ماند.
    }
did-apply-list = به کار بستن فهرست { $reference } در نوبت است. پیشرفت آن در همین پیام می‌آید.
did-apply-list-together = به کار بستن فهرست { $reference } در نوبت است. پایان کار به درخواست‌کننده گفته می‌شود.
ask-undo-list = برگرداندن فهرست { $reference }: { $newcomers } بیمه‌شدهٔ تازه و { $changed } تغییر. آنچه پس از آن عوض شده یا به کار رفته است می‌ماند.
ask-undo-list-together = برگرداندن فهرست { $reference }: { $newcomers } بیمه‌شدهٔ جدید و { $changed } تغییر، با { $mobiles } شمارهٔ همراه دیگر، { $firstMobiles } اولین شمارهٔ همراه و { $nationalIds } کد ملی دیگر. آنچه پس از آن عوض شده یا به کار رفته است می‌ماند.
did-undo-list = برگرداندن فهرست { $reference } در نوبت است. پیشرفت آن در همین پیام می‌آید.
did-undo-list-together = برگرداندن فهرست { $reference } در نوبت است. پایان کار به درخواست‌کننده گفته می‌شود.

## What came of it

list-useless = از این فایل چیزی برنمی‌آید و چیزی عوض نشد.
list-send-again = پس از درست کردن آن، /import را دوباره بفرستید.
list-over-too-large = این فایل بزرگ‌تر از آن است که پیام‌رسان به ربات می‌دهد. آن را چند بخش کنید و با /import بفرستید.
list-over-gone = پیام‌رسان دیگر این فایل را ندارد. آن را با /import دوباره بفرستید.
list-over-not-fetched = فایل از پیام‌رسان گرفته نشد و چیزی خوانده نشد. کمی بعد با /import دوباره بفرستید.
list-over-half-applied = بخشی از همین فایل پیش از این با کد پیگیری { $reference } به کار بسته شده و نیمه مانده است. کسی که آن را آغاز کرده با /import apply ادامه می‌دهد؛ /import undo آن را برمی‌گرداند.
list-over-applied =
    فهرست { $reference } به کار بسته شد: { $newcomers } بیمه‌شدهٔ تازه و { $changed } تغییر. { $overtaken ->
        [0] برای برگرداندن آن، /import undo و همین کد را بفرستید.
       *[other] وضع { $overtaken } بیمه‌شده در این میان عوض شده بود و دست نخورد. برای برگرداندن آن، /import undo و همین کد را بفرستید.
    }
list-over-needs-approval = فهرست { $reference } تأیید نفر دوم می‌خواهد و به کار بسته نشد. /import apply و همین کد را بفرستید.
list-over-key-changed = کلید برنامه پس از خواندن فهرست { $reference } عوض شده است و چیزی عوض نشد. فایل را با /import دوباره بفرستید.
list-over-overtaken = وضع فهرست { $reference } در این میان عوض شده بود و کاری انجام نشد. /import status آن را نشان می‌دهد.
list-over-undone =
    فهرست { $reference } برگردانده شد. { $kept ->
        [0] همه چیز چنان است که پیش از آن بود.
       *[other] { $kept } بیمه‌شده پس از آن عوض شده یا از ربات استفاده کرده بودند و چنان که هستند ماندند.
    }
list-over-not-allowed = این کار دیگر در نقش شما نیست و چیزی عوض نشد.
list-over-given-up =
    { $deed ->
        [read] پس از چند بار تلاش، فهرست خوانده نشد و چیزی عوض نشد. آن را با /import دوباره بفرستید.
        [apply] به کار بستن فهرست { $reference } نیمه ماند. /import apply و همین کد آن را ادامه می‌دهد و /import undo آن را برمی‌گرداند.
       *[undo] برگرداندن فهرست { $reference } نیمه ماند. /import undo و همین کد آن را ادامه می‌دهد.
    }

## What became of lists

lists-lately = فهرست‌هایی که تازگی خوانده شده‌اند:
lists-none = تاکنون فهرستی خوانده نشده است.
list-line =
    فهرست { $reference } در { DAYTIME($at) }، { $who }: { $state ->
        [reading] در حال خواندن یا نیمه‌خوانده
        [judged] در انتظار تأیید
        [applying] در حال به کار بستن یا نیمه‌مانده
        [done] به کار بسته شد
        [undoing] در حال برگرداندن یا نیمه‌مانده
        [undone] برگردانده شد
        [refused] کنار گذاشته شد
       *[closed] به کار بسته شد و زمان برگرداندنش گذشت
    }. تازه: { $newcomers }، تغییر: { $changed }، شمارهٔ همراه دیگر: { $mobiles }، بی‌تغییر: { $unchanged }، نادرست: { $faulty }
lists-what-next = پرسش دوباره دربارهٔ یک فهرست: /import apply و کد آن. برگرداندن: /import undo و کد آن، تا دو هفته پس از به کار بستن.
list-unknown = فهرستی با کد پیگیری { $reference } نیست. /import status کدها را نشان می‌دهد.
list-not-to-be-applied = فهرست { $reference } در انتظار به کار بستن نیست. /import status وضع آن را نشان می‌دهد.
list-of-another = فهرست { $reference } را کس دیگری خوانده است و خود او آن را به کار می‌بندد.
list-not-to-be-undone = فهرست { $reference } به کار بسته نشده، برگردانده شده، در دست کار است یا بیش از دو هفته از آن گذشته است.

## Consent to a list that is read at a shell

list-consent = فهرست { $reference } بیرون از ربات خوانده شده است: { $mobiles } شمارهٔ همراه دیگر، { $firstMobiles } اولین شمارهٔ همراه، { $nationalIds } کد ملی دیگر، و بازیابی‌هایی که برای { $givenBack } نفر برمی‌گردد.
list-consent-code = اگر این تغییرها درست است، کد { LATIN($code) } را به کسی که آن را می‌خواند بگویید. کد یک بار و تا { DAYTIME($until) } معتبر است و موافقت به نام شما ثبت می‌شود.
list-no-consent = فهرست { $reference } در انتظار کد نیست.

## Events of the trail

event-import-consent-code = کد موافقت با فهرست خوانده شد

event-import-sent = فهرست بیمه‌شدگان فرستاده شد
event-import-judged = فهرست بیمه‌شدگان خوانده شد
event-import-refused = کار روی فهرست بیمه‌شدگان انجام نشد
event-import-dropped = فهرست بیمه‌شدگان کنار گذاشته شد
event-staff-apply-list = به کار بستن فهرست خواسته شد
event-staff-apply-list-whole = اعمال فهرست همه با تأیید نفر دوم خواسته شد
event-list-left = در فهرست همه نبود و رفته شمرده شد
event-staff-apply-list-together = به کار بستن فهرست با تأیید نفر دوم خواسته شد
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
file-binary-excel = این فایل قالب دودویی اکسل ({ "XLSB" }) را دارد. آن را در اکسل باز کنید، با قالب { "XLSX" } ذخیره کنید و همان را بفرستید.
file-open-document = این فایل قالب { "ODS" } لیبره‌آفیس را دارد. آن را همان‌جا باز کنید، با قالب { "XLSX" } ذخیره کنید و همان را بفرستید.
file-web-page = این فایل، هر نامی که داشته باشد، یک صفحهٔ وب با جدول است. آن را در اکسل باز کنید، با قالب { "XLSX" } ذخیره کنید و همان را بفرستید.
file-cut-short = پایان این فایل نرسیده است. آن را دوباره بفرستید.
file-broken = این فایل آسیب دیده است. آن را از نو ذخیره کنید و بفرستید.
file-unpacks-too-big = محتوای این فایل پس از باز شدن بیش از اندازه بزرگ است. آن را با قالب { "CSV" } بفرستید.
file-encoding-mixed = نویسه‌های این فایل آسیب دیده‌اند. آن را با کدگذاری { "UTF-8" } از نو ذخیره کنید.
file-line-too-long =
    { $line ->
        [0] یک خانهٔ این فایل بیش از اندازه بلند است.
       *[other] ردیف { $line } بیش از اندازه بلند است. شاید نشانهٔ نقل‌قولی در آن باز مانده باشد.
    }
file-quote-open = نشانهٔ نقل‌قولی که در ردیف { $line } یا پیش از آن باز شده، بسته نشده است.
file-too-many-columns = ردیف { $line } ستون‌هایی بیش از اندازه دارد.
file-too-many-rows = این فایل ردیف‌هایی بیش از اندازه دارد و تا ردیف { $line } خوانده شد. آن را چند بخش کنید.
file-several-sheets = بیش از یک برگهٔ این فایل فهرست دارد: { $sheets }. برگهٔ درست را نگه دارید، بقیه را حذف یا پنهان کنید و فایل را دوباره بفرستید.
file-header-below = نام ستون‌ها در ردیف { $line } است و بالای آن هم بیمه‌شده آمده است. نام ستون‌ها را بالای همهٔ ردیف‌ها بگذارید.
file-header-missing = یکی از ردیف‌های اول باید نام ستون‌ها باشد، و هیچ نام آشنایی در آن‌ها نیست. نمونهٔ خالی را بگیرید و فهرست را در آن بریزید.
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
import-cover-too-long = این دورهٔ پوشش بیش از اندازه بلند است. سال را وارسی کنید.
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
import-mobile-landline = این شماره، شمارهٔ تلفن ثابت است.
import-mobile-foreign = این شماره از کشور دیگری است.
import-name-hidden-signs = در این نام نویسه‌هایی هست که دیده نمی‌شوند یا جهت نوشته را برمی‌گردانند.
import-name-not-a-name = این نوشته نام نیست: حرفی ندارد یا عددی بلند در آن است.

## What is worth a look

import-cell-left-out = خود ردیف پذیرفته می‌شود و این ستون چیزی را عوض نمی‌کند.
import-id-doubtful = رقم کنترل این کد ملی درست نیست. همان‌گونه که هست پذیرفته شد.
import-id-shared = همین کد ملی در ردیف { $firstLine } با کد بیمه‌شدهٔ دیگری آمده است.
import-mobile-shared = همین شمارهٔ همراه در ردیف { $firstLine } هم آمده است.
import-placeholder = این نوشته یعنی چیزی نیست، و چیزی را تغییر نمی‌دهد.
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
