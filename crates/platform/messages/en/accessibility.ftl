### The accessibility statement

access-title = Accessibility of this page
access-lead = This page is for everybody. It is built to meet the Web Content Accessibility Guidelines 2.2 at level AA.
access-works = What it does
access-script = It needs no script and no particular device.
access-keyboard = Everything can be done with the keyboard alone, and what has the focus is always marked.
access-reader = Headings, fields, tables and errors have names that screen readers read out, in Arabic from right to left and in English from left to right.
access-size = It can be enlarged to four times its size without scrolling sideways, and it follows the light or dark and the contrast of your device.
access-time = An open case closes itself for your safety after twenty minutes without a step. What was sent is kept. What you were writing is shown to you again, so that you can open the case and send it.
access-checked = How it was checked
access-checked-how = By automatic checks in a real browser, in both languages, in light and dark, on wide and narrow screens.
access-limits = Known limits
access-limits-what = The words of letters and messages are shown as they were written. We can't promise that each of them is easy to read.
access-tell = If something hinders you
access-tell-how = Tell us at any of our counters or by telephone, and name this page. You can also have your case read to you and answer in a call.
