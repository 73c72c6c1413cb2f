### الأوامر ومفاتيحها

palette = الأوامر
palette-find = ماذا تريد أن تفعل؟
palette-none = لا أمر بهذا الاسم هنا.
keys-title = المفاتيح
keys-go = الانتقال
keys-list = القائمة
keys-case = الحالة
keys-write = الكتابة
keys-window = النافذة

command-palette = افتح الأوامر
command-keys = اعرض المفاتيح
command-panes = انتقل إلى الجزء التالي
command-lock = اقفل الشاشة
command-settings = الإعدادات
command-go-desk = بريد العمل
command-go-approvals = الموافقات
command-go-search = ابحث
command-go-agreement = المزامنة
command-new-contact = استقبل تواصلًا
command-next = التالية
command-previous = السابقة
command-open = افتح
command-back = ارجع
command-show-changes = اعرض ما تغيّر في القائمة
command-reply = اكتب ردًا
command-note = اكتب ملاحظة داخلية
command-decide = قرّر
command-powers = صلاحياتي في هذه الحالة
command-same-matter = تواصل جديد في الأمر نفسه
command-assign = أسند الحالة
command-copy-reference = انسخ الرقم المرجعي
command-copy-with-title = انسخ الرقم المرجعي مع الموضوع
command-take-back = تراجع عن آخر إجراء
command-send = أرسل
command-turn-direction = اعكس اتجاه النص
