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
import-error-endless = الصف عند السطر { $line } أكبر من 256 كيبيبايت أو لا ينتهي. ابحث عن علامة اقتباس لم تُغلق؛ ما قبله دخل.
import-error-rows = لا يمكن قراءة الملف بعد السطر { $line }: { $cause }. ما قبله دخل، ويمكن استيراد الملف نفسه ثانية.
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
row-encoding = ليس بترميز UTF-8؛ احفظ الملف بهذا الترميز
row-empty = فارغ ولا بد أن يُملأ
row-key-twice = صف سابق عند السطر { $first } له المفتاح نفسه
row-date = «{ $value }» ليس تاريخاً بالأشكال التي في ملف المطابقة
row-future = «{ $value }» في المستقبل
row-closed-before-opened = انتهى قبل أن يبدأ
row-closed-without-date = الصف منتهٍ ولا يذكر متى
row-open-with-closing-date = الصف مستمر ويذكر متى انتهى
row-phone = ليس رقم هاتف
row-unknown-value = لا يعرف ملف المطابقة «{ $value }» ولا قيمة بديلة فيه
row-too-long = أطول من { $max } حرفاً
row-refused = ترفضه القواعد: { $code }
