### Reading a file of members: its columns, why it is refused, and what is found in its rows.
### The sentences named `-also` are never shown: other names that a column may bear, between bars.

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
import-column-name-also = نام و نام خانوادگی|نام بیمه‌شده|نام بیمه‌شدهٔ اصلی

## Why the whole file is refused

file-empty = این فایل خالی است.
file-too-big = این فایل بزرگ‌تر از اندازه‌ای است که خوانده می‌شود. آن را چند بخش کنید.
file-not-table = این فایل جدول نیست. فهرست را با قالب { "XLSX" } یا { "CSV" } بفرستید.
file-extension-wrong = محتوای این فایل با پسوند نامش یکی نیست. آن را با قالب { "XLSX" } یا { "CSV" } از نو ذخیره کنید.
file-old-or-locked = این فایل یا قالب قدیمی اکسل را دارد یا رمز دارد. آن را بی‌رمز و با قالب { "XLSX" } ذخیره کنید.
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
file-header-missing = ردیف نخست باید نام ستون‌ها باشد، و هیچ نام آشنایی در آن نیست. نمونهٔ خالی را بگیرید و فهرست را در آن بریزید.
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
import-mobile-contradicts = بیمه‌شده خودش شمارهٔ همراه دیگری ثبت کرده است. همان شماره می‌ماند.

## The file of what was found

import-errors-line = ردیف
import-errors-column = ستون
import-errors-problem = اشکال
import-errors-shown = آنچه در خانه بود
