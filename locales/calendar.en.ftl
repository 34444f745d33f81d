# A day as staff write it, and why it was not understood.
day-unreadable = This date could not be read. Put the year first, such as { LATIN("1404/07/01") } or { LATIN("2025-09-23") }.
day-year-last = The year comes first, such as { LATIN("1404/07/01") }. Written this way, day and month cannot be told apart.
day-year-far = The year of this date is out of range: 1300 to 1500 in the Jalali calendar, or 1921 to 2122 in the Gregorian.
day-not-in-calendar = The calendar has no such day.
