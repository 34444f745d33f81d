### Reading a file of members: its columns, why it is refused, and what is found in its rows.
### The sentences named `-also` are never shown: other names that a column may bear, between bars.

import-column-insured-code = Insured code
import-column-insured-code-also = insured number|insured id|member code|member number|insured
import-column-national-id = National ID
import-column-national-id-also = national code|national number|national id number
import-column-cover-from = Cover from
import-column-cover-from-also = cover start|coverage from|coverage start|start date|starts on|valid from|from
import-column-cover-to = Cover to
import-column-cover-to-also = cover end|coverage to|coverage end|end date|ends on|valid to|expiry date|to
import-column-mobile = Mobile
import-column-mobile-also = mobile number|mobile phone|cell phone|phone
import-column-name = Name
import-column-name-also = full name|member name|insured name

## Why the whole file is refused

file-empty = This file is empty.
file-too-big = This file is larger than can be read. Please split it.
file-not-table = This file is not a table. Send the list as { "XLSX" } or { "CSV" }.
file-extension-wrong = This file does not hold what the end of its name promises. Save it again as { "XLSX" } or { "CSV" }.
file-old-or-locked = This file is in Excel’s old format, or it has a password. Save it as { "XLSX" }, without a password.
file-cut-short = The end of this file did not arrive. Send it again.
file-broken = This file is damaged. Save it again and send it.
file-unpacks-too-big = Unpacked, this file is larger than can be read. Send it as { "CSV" }.
file-encoding-mixed = The letters of this file are damaged. Save it again in { "UTF-8" }.
file-line-too-long =
    { $line ->
        [0] A cell of this file is longer than can be read.
       *[other] Line { $line } is longer than can be read. Perhaps a quotation mark was left open in it.
    }
file-quote-open = A quotation mark opened in line { $line } or before it is never closed.
file-too-many-columns = Line { $line } has more columns than can be read.
file-too-many-rows = This file has more rows than can be read, and was read as far as line { $line }. Please split it.
file-header-missing = The first line should hold the names of the columns, and none of them is known. Ask for the empty template and put the list into it.
file-columns-missing = These columns are missing: { $columns }
file-column-twice = These columns are there twice: { $columns }
file-no-rows = This file has the names of its columns, but no rows.

## What is wrong with a cell

import-cell-empty = This cell may not be empty.
import-cell-formula = This cell holds a formula. Put its value in its place.
import-cell-error = This cell holds an error of Excel.
import-cell-too-long = This text is longer than can be read.
import-cell-lost-digits = Excel has rounded this number, and its digits are lost. Format the column as text and type the number again.
import-cover-backwards = The cover ends before it begins.
import-cover-too-long = This period of cover is too long. Check the year.
import-code-twice = The same insured code is in line { $firstLine }.
import-insured-code-not-digits = The insured code should be digits only.
import-insured-code-too-short = The insured code is too short.
import-insured-code-too-long = The insured code is too long.
import-insured-code-misshapen = The insured code does not look the way it should.
import-national-id-not-digits = The national ID should be digits only.
import-national-id-too-short = The national ID has fewer than eight digits.
import-national-id-too-long = The national ID has more than twelve digits.
import-national-id-eleven-digits = The national ID has eleven digits. A national ID has ten, a foreign national’s code twelve.
import-national-id-is-mobile = This is a mobile number, where the national ID should be.
import-mobile-not-digits = The mobile number should be digits only.
import-mobile-too-short = The mobile number is too short.
import-mobile-too-long = The mobile number is too long.
import-mobile-landline = This is a landline number.
import-mobile-foreign = This number is from another country.
import-name-hidden-signs = This name has signs that have no shape of their own, or turn the text round.
import-name-not-a-name = This is no name: it has no letters, or a long number in it.

## What is worth a look

import-cell-left-out = The row is taken all the same, and this column changes nothing.
import-id-doubtful = The check digit of this national ID is wrong. It was accepted as it is.
import-id-shared = The same national ID is in line { $firstLine }, with another insured code.
import-mobile-shared = The same mobile number is in line { $firstLine }.
import-mobile-contradicts = The member registered another mobile number themselves. That one is kept.

## The file of what was found

import-errors-line = Line
import-errors-column = Column
import-errors-problem = Problem
import-errors-shown = What the cell held
