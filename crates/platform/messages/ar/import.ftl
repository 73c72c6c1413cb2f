# platform import
import-title = { $file }، المصدر { $source }
import-rows-read = { $rows ->
    [zero] لم يُقرأ أي صف.
    [one] قُرئ صف واحد.
    [two] قُرئ صفان.
    [few] قُرئت { $rows } صفوف.
    [many] قُرئ { $rows } صفاً.
   *[other] قُرئ { $rows } صف.
}
import-entered = دخلت: { $rows }
import-entered-open = منها مفتوحة: { $rows }
import-entered-closed = منها مغلقة قبل رضا: { $rows }
import-from-form = موضوعها مركّب من النموذج: { $rows }
import-without-person = بلا صاحب شأن: { $rows }
import-there-already = موجودة من قبل: { $rows }
import-refused = مرفوضة: { $rows }
import-assigned = أُسندت إلى المعالجين: { $rows }
import-by-category = بحسب التصنيف:
import-by-category-line = { $label }: { $rows }
import-refusals = الصفوف المرفوضة، مع رقم السطر في الملف:
import-refusal = السطر { $line }، { $column }: { $why }
import-refusal-row = السطر { $line }: { $why }
import-refusals-left-out = … و{ $faults } غيرها؛ الخيار --report يكتبها كلها.
import-speed = { $rows } صف في { $seconds } ثانية، { $speed } صف في الثانية.
import-error-file = لا يمكن قراءة { $path }: { $cause }. تحقق من المسار ومن إذن القراءة.
import-error-form = ملف المطابقة { $path }، السطر { $line }: { $cause }.
import-error-misfit = ملف المطابقة لا يوافق الملف أو الجهة. لم يدخل شيء.
import-error-report = لا يمكن كتابة التقرير { $path }: { $cause }.

misfit-unknown-column = لا عمود في الملف باسم «{ $what }».
misfit-column-twice = أعمدة عدة باسم «{ $what }». بيّن أيها: { $what }#2 هو الثاني.
misfit-unknown-agency = لا تعرف المنصة جهة «{ $what }». أعدّها أولاً بالأمر: platform setup DIR
misfit-unknown-unit = لا وحدة في الجهة باسم «{ $what }».
misfit-unknown-category = لا تصنيف في الجهة باسم «{ $what }».
misfit-broken-part = في «{ $what }» قوس فُتح ولم يُغلق.
misfit-broken-time = «{ $what }» ليس وقتاً. اكتبه هكذا: 08:00
misfit-too-many-values = { $what }: القيم أكثر من الأعمدة التي تحدد التصنيف، أو لا قيم.
misfit-nothing = «{ $what }» فارغ.

row-column-count = فيه { $found } عموداً وفي الترويسة { $expected }
row-empty = فارغ ولا بد أن يُملأ
row-key-twice = صف سابق عند السطر { $first } له المفتاح نفسه
row-future = «{ $value }» في المستقبل
row-closed-before-opened = انتهى قبل أن يبدأ
row-closed-without-date = الصف منتهٍ ولا يذكر متى
row-open-with-closing-date = الصف مستمر ويذكر متى انتهى
row-unknown-value = لا يعرف ملف المطابقة «{ $value }» ولا قيمة بديلة فيه
row-too-long = أطول من { $max } حرفاً
row-refused = ترفضه القواعد: { $code }
row-parted = فصله انقطاع سطر عما فوقه أو تحته؛ ضع النص بين علامتي اقتباس
row-shifted = قيمه في غير أعمدتها، كما يحدث بعد فاصلة داخل النص؛ ضع النص بين علامتي اقتباس
row-uncorrected = رُفض من قبل ({ $before }) ولم يُصحَّح
row-quotation = علامة اقتباس لم تُغلق؛ لم يُترك إلا هذا السطر
row-encoding = فيه بايتات بترميز غير ترميز بقية الملف؛ صدّره من جديد بترميز UTF-8 أو اذكر الترميز في ملف المطابقة
row-lost-letters = ضاعت حروفه وصارت علامات استفهام؛ صدّره من جديد بترميز UTF-8
row-control-character = فيه رموز لا ترد في نص؛ صدّره من جديد
row-sheet-error = يعرض الجدول خطأ أو معادلة بدل القيمة
row-markup = فيه وسوم HTML؛ صدّره نصاً عادياً
row-rounded = قرّب الجدول هذا الرقم فضاعت خاناته الأخيرة؛ اجعل تنسيق العمود نصاً وصدّره من جديد
row-key-reused = دخلت من قبل حالة بالمفتاح نفسه، فُتحت في { $opened }، ومضمونها مختلف
row-date = «{ $value }» ليس تاريخاً، أو لا يوافق بقية تواريخ العمود
row-date-order-ambiguous = «{ $value }» يحتمل أن يبدأ باليوم أو بالشهر؛ اكتب في ملف المطابقة date_order = "day-first" أو "month-first"
row-date-order-mixed = «{ $value }»: بعض تواريخ العمود يبدأ باليوم وبعضها بالشهر؛ صدّر العمود من جديد بشكل واحد
row-date-order-against = «{ $value }»: ترتيب تواريخ العمود غير ما في ملف المطابقة؛ صحّح date_order أو dates فيه
row-date-order-year = «{ $value }» يحتمل أن تكون السنة أولاً أو آخراً؛ اكتب في ملف المطابقة date_order = "day-first" أو "month-first" أو "year-first"
row-date-order-calendar = «{ $value }» يحتمل سنة هجرية أو ميلادية؛ اكتب في ملف المطابقة calendar = "hijri" أو calendar = "gregorian"
row-date-order-converted = «{ $value }»: ربما بدّل الجدول اليوم بالشهر، فكل تاريخ آخر في العمود يومه فوق 12؛ صدّر العمود من جديد بشكل واحد، أو اكتب date_order في ملف المطابقة إن كانت التواريخ صحيحة
row-too-old = «{ $value }» أقدم مما يُستورد؛ إن كان صحيحاً فاكتب في ملف المطابقة earliest = 1980-01-01

import-understood = قُرئ بترميز { $encoding }، والفاصل بين الأعمدة «{ $separator }»، والترويسة في السطر { $header }.
import-encoding-doubtful = لا ترميز يجعل من بعض البايتات كلمات. اذكر الترميز الصحيح في ملف المطابقة، مثل encoding = "windows-1256".
import-day-first = { $column }: اليوم أولاً، مثل 14/03/2025.
import-month-first = { $column }: الشهر أولاً، مثل 03/14/2025.
import-year-first = { $column }: السنة أولاً، مثل 25/03/14.
import-date-question = { $column }: أي الأرقام هو اليوم أو الشهر أو السنة؟ لا يتضح ذلك من العمود؛ انظر الصفوف المرفوضة.
import-preview = الصفوف الأولى كما فُهمت (المفتاح | فُتح | أُغلق | التصنيف | الاسم | الهاتف أو البريد | الهوية | المكان | الموضوع | ما تم):
import-preview-row = السطر { $line } | { $key } | { $opened } | { $closed } | { $category } | { $name } | { $reached } | { $id } | { $place } | { $subject } | { $resolution }
import-preview-open = مفتوحة
import-dry-run = لم يدخل شيء. هذا ما سيفعله الاستيراد:
import-letters-none = رسائل إلى الناس: لا شيء. مع --announce: { $texts } رسالة نصية و{ $mails } رسالة بريد.
import-letters-would = رسائل إلى الناس ستُرسل: { $texts } رسالة نصية و{ $mails } رسالة بريد.
import-letters = رسائل إلى الناس أُعدّت للإرسال: { $texts } رسالة نصية و{ $mails } رسالة بريد.
import-remarks = صفوف دخلت دون بعض بياناتها، مع رقم السطر في الملف:
import-blank-lines = أسطر خالية: { $rows }
import-left-out-above = السطر { $line }: فوق الترويسة، تُرك
import-left-out-total = السطر { $line }: مجموع، تُرك
import-left-out-header = السطر { $line }: الترويسة مكررة، تُرك
import-error-report-is-read = التقرير { $path } ملف يقرؤه هذا الاستيراد. اختر له اسماً آخر. لم يدخل شيء.
import-error-report-exists = الملف { $path } موجود وليس تقرير استيراد. اختر للتقرير اسماً آخر. لم يدخل شيء.
import-error-empty = الملف فارغ.
import-error-workbook = هذا مصنف Excel أو OpenDocument. افتحه واحفظ الورقة بصيغة CSV (UTF-8).
import-error-old-workbook = هذا مصنف Excel بصيغة قديمة. افتحه واحفظ الورقة بصيغة CSV (UTF-8).
import-error-pdf = هذا ملف PDF. صدّر الصفوف بصيغة CSV.
import-error-page = هذه صفحة HTML أو XML. افتحها في برنامج جداول واحفظ الورقة بصيغة CSV (UTF-8).
import-error-too-large = الملف أكبر من 256 ميبيبايت. قسّمه واستورد أجزاءه واحداً بعد آخر.
import-error-read = لا يمكن قراءة الملف: { $cause }. لم يدخل شيء، ويمكن استيراد الملف نفسه ثانية.

remark-no-phone = خلية الهاتف لا تحوي رقم هاتف
remark-filler-phone = رقم الهاتف حشو لا رقم حقيقي فتُرك
remark-more-than-phone = أُخذ رقم الهاتف الأول؛ وفي الخلية غيره
remark-no-national-id = ليس رقم هوية صحيحاً فتُرك
remark-check-digit = رقم التحقق في رقم الهوية غير صحيح فتُرك؛ راجعه مع صاحبه
remark-id-of-another = رقم الهوية هذا لشخص آخر باسم آخر وهاتف آخر، انظر { $key }؛ فتُرك
remark-several-persons = لهذا الهاتف وهذا الاسم أشخاص بأرقام هوية مختلفة؛ لم تُسند الحالة إلى أي منهم
remark-no-mail = ليس بريداً إلكترونياً فتُرك
