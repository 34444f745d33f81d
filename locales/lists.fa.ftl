### Lists of members as staff send them in the chat: asked for, read, applied and taken back. Persian.

## Asking for one

staff-command-import = خواندن فهرست بیمه‌شدگان از فایل و به کار بستن آن
usage-import = هیچ‌چیز برای فرستادن فهرست، یا status، یا apply یا undo و کد پیگیری فهرست
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
list-reading = فهرست خوانده می‌شود: تا ردیف { $line }
list-read = فهرست خوانده شد: تا ردیف { $line }
list-apply = فهرست { $reference } به کار بسته می‌شود: { $percent } درصد
list-apply-over = کار روی فهرست { $reference } پایان یافت.
list-undo = فهرست { $reference } برگردانده می‌شود: { $percent } درصد
list-undo-over = برگرداندن فهرست { $reference } پایان یافت.

## What it would change

list-judged = فهرست { $reference } خوانده شد و هنوز چیزی عوض نشده است.
list-counts = تازه: { $newcomers }، تغییر: { $changed }، بی‌تغییر: { $unchanged }، ردیف نادرست: { $faulty }
list-parts = در تغییرها: دورهٔ پوشش { $periods }، شمارهٔ همراه دیگر { $mobiles }، نخستین شمارهٔ همراه { $firstMobiles }، کد ملی دیگر { $nationalIds }، نام { $names }
list-contradicts = شمارهٔ { $contradicted } ردیف با شماره‌ای که خود بیمه‌شده ثبت کرده یکی نیست. شماره‌های خودشان می‌ماند، مگر دو نفر با عوض شدن آن‌ها موافق باشند.
list-first-faults = نخستین ردیف‌های نادرست، که کنار گذاشته می‌شوند:
list-fault = ردیف { $line }، ستون { $column }: { $problem }
list-first-changes = نخستین تغییرها:
list-change = ردیف { $line }، بیمه‌شدهٔ { $insuredCode }، { $column }: از { $before } به { $after }
list-change-stays = ردیف { $line }، بیمه‌شدهٔ { $insuredCode }، { $column }: در فهرست { $after } است و { $before } می‌ماند
list-change-first = ردیف { $line }، بیمه‌شدهٔ { $insuredCode }، { $column }: { $after } افزوده می‌شود
list-change-day = ردیف { $line }، بیمه‌شدهٔ { $insuredCode }، { $column }: از { DAY($beforeAt) } به { DAY($afterAt) }
list-change-first-day = ردیف { $line }، بیمه‌شدهٔ { $insuredCode }: دورهٔ تازهٔ پوشش تا { DAY($afterAt) }
list-changes-nothing = چیزی برای به کار بستن نیست؛ وضع اکنون همین است.
ask-apply-list =
    به کار بستن فهرست { $reference }: { $newcomers } بیمه‌شدهٔ تازه و { $changed } تغییر. { $faulty ->
        [0] ردیف نادرستی در آن نیست.
       *[other] { $faulty } ردیف نادرست کنار گذاشته می‌شود.
    }
ask-apply-list-together =
    به کار بستن فهرست { $reference }: { $newcomers } بیمه‌شدهٔ تازه و { $changed } تغییر، با { $mobiles } شمارهٔ همراه و { $nationalIds } کد ملی دیگر. { $overMembersOwn ->
        [1] شمارهٔ { $contradicted } بیمه‌شده که خودشان ثبت کرده‌اند هم عوض می‌شود.
       *[other] شماره‌هایی که بیمه‌شدگان خودشان ثبت کرده‌اند می‌ماند.
    }
did-apply-list = به کار بستن فهرست { $reference } در نوبت است. پیشرفت آن در همین پیام می‌آید.
did-apply-list-together = به کار بستن فهرست { $reference } در نوبت است. پایان کار به درخواست‌کننده گفته می‌شود.
ask-undo-list = برگرداندن فهرست { $reference }: { $newcomers } بیمه‌شدهٔ تازه و { $changed } تغییر. آنچه پس از آن عوض شده یا به کار رفته است می‌ماند.
ask-undo-list-together = برگرداندن فهرست { $reference }: { $newcomers } بیمه‌شدهٔ تازه و { $changed } تغییر، با { $mobiles } شمارهٔ همراه و { $nationalIds } کد ملی دیگر. آنچه پس از آن عوض شده یا به کار رفته است می‌ماند.
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

## Events of the trail

event-import-sent = فهرست بیمه‌شدگان فرستاده شد
event-import-judged = فهرست بیمه‌شدگان خوانده شد
event-import-refused = کار روی فهرست بیمه‌شدگان انجام نشد
event-import-dropped = فهرست بیمه‌شدگان کنار گذاشته شد
event-staff-apply-list = به کار بستن فهرست خواسته شد
event-staff-apply-list-together = به کار بستن فهرست با تأیید نفر دوم خواسته شد
event-staff-undo-list = برگرداندن فهرست خواسته شد
event-staff-undo-list-together = برگرداندن فهرست با تأیید نفر دوم خواسته شد
