### الاستقبال والبحث

intake-empty = اكتب هاتف المتصل أولًا. إن كان قد تواصل معنا من قبل ظهر اسمه وحالاته، فلا تسأله عنها.
lookup-label = الهاتف، أو رقم الهوية، أو المرجع
lookup-hint = ستة أرقام تكفي، مكتوبة أو ملصقة، بأي شكل.
lookup-nobody = لا أحد بهذا الرقم على هذا الجهاز.
lookup-found =
    { $count ->
        [zero] لا حالات
        [one] حالة واحدة
        [two] حالتان
        [few] { $count } حالات
        [many] { $count } حالة
       *[other] { $count } حالة
    }
lookup-more = قد تعرف المنصة حالات أقدم. تظهر حين تتصل.
lookup-new-person = حالة لشخص جديد
lookup-new-matter = أمر جديد له
same-matter = الأمر نفسه

new-case = حالة جديدة
new-case-open = افتح الحالة
person-name = الاسم
person-phone = الهاتف
person-national-id = رقم الهوية
person-language = نكتب له بـ
new-own-words = بكلامه هو
new-own-words-hint = كما قاله، دون تهذيب.
new-subject = الموضوع في سطر
new-subject-hint = بكلامك أنت، كما يُقرأ في القائمة.
new-category = الصنف
new-category-of = { $name } ({ $unit })
new-point = المطلوب { $place }
new-point-add = طلب آخر
new-place = المكان
new-more = ما يلزم أحيانًا: ماذا جرّب، وماذا تكلّف، ومن المشكو
new-tried = جرّب قبلنا
new-people = كم متضررًا
new-cost = كم تكلّف بسببها
new-accused = الشكوى من موظف
new-accused-nobody = لا
new-confidential = سرية
new-confidential-hint = لا يظهر موضوعها ولا اسم صاحبها إلا لمن يلزمه أن يعرف.
new-take = تبقى عندي

read-back = اقرأ له قبل أن يُغلق الخط
read-reference = رقم حالته
read-holder = الحالة
read-next = يسمع منا قبل
read-open = افتح الحالة

search-empty = اكتب كلمة أو هاتفًا أو رقمًا مرجعيًا. لا فرق بين أ وا، ولا بين ة وه.
search-none = لا شيء بهذه الكلمات على هذا الجهاز.
search-hits = ما وُجد، والأحدث أولًا
search-more = في النتائج المزيد. زد كلمة لتضيق.
search-open-only = المفتوحة فقط
