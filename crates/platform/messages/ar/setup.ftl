# platform setup
setup-done = { $agency }: تم الإعداد، الإصدار { $version }.
setup-same = { $agency }: لم يتغيّر شيء، والإصدار { $version } باقٍ.
setup-faults = { $faults ->
    [zero] لا أخطاء في { $dir }.
    [one] خطأ واحد في { $dir }. لم يُغيَّر شيء.
    [two] خطآن في { $dir }. لم يُغيَّر شيء.
    [few] { $faults } أخطاء في { $dir }. لم يُغيَّر شيء.
    [many] { $faults } خطأً في { $dir }. لم يُغيَّر شيء.
   *[other] { $faults } خطأ في { $dir }. لم يُغيَّر شيء.
}
setup-fault = { $place }: { $why }
setup-place-key = { $file }، { $key }
setup-place = { $file }، السطر { $line }، { $key }
setup-place-line = { $file }، السطر { $line }
setup-place-file = { $file }
setup-demo-accounts = { $accounts ->
    [zero] لا حسابات تجريبية.
    [one] حساب تجريبي واحد جاهز.
    [two] حسابان تجريبيان جاهزان.
    [few] { $accounts } حسابات تجريبية جاهزة.
    [many] { $accounts } حساباً تجريبياً جاهزاً.
   *[other] { $accounts } حساب تجريبي جاهز.
}
setup-demo-cases = { $cases ->
    [zero] الحالات الحية موجودة من قبل.
    [one] فُتحت حالة حية واحدة.
    [two] فُتحت حالتان حيتان.
    [few] فُتحت { $cases } حالات حية.
    [many] فُتحت { $cases } حالةً حية.
   *[other] فُتحت { $cases } حالة حية.
}
setup-demo-step-refused = الحالة { $case }، الخطوة { $step }: ترفضها القواعد ({ $code }). أصلح cases/.
setup-not-empty = في هذا المخزن جهات حقيقية فلا يصبح تجريبياً. اختر مجلداً آخر بالخيار --data.

fault-file-missing = الملف غير موجود، ولكل جهة مثله، ولا يكفي ملف فارغ.
fault-file-unreadable = لا يمكن قراءة الملف: { $cause }.
fault-file-too-large = الملف أكبر من 4 ميبيبايت، وليس هذا ملف جهة. ابحث عن بيانات لُصقت فيه.
fault-book-too-large = الملفات مجتمعةً أكبر من 8 ميبيبايت، ولا يقبلها أي مكتب. اختصر القوائم والنصوص.
fault-form = ليس هذا ما يُكتب هنا: { $cause }.
fault-unknown-key = لا معنى لهذا المفتاح هنا. ابحث عن خطأ في الكتابة، أو احذفه.
fault-bad-code = الرمز «{ $found }» فارغ أو طويل أو فيه غير الحروف اللاتينية والأرقام و«-» و«_» و«.». اكتب غيره.
fault-empty-label = التسمية ناقصة بهذه اللغة. كل تسمية تُكتب بالعربية والإنجليزية.
fault-unknown-unit = لا توجد وحدة «{ $found }». أضفها إلى units.toml أو سمِّ غيرها.
fault-unknown-post = لا توجد وظيفة «{ $found }». أضفها إلى posts.toml أو سمِّ غيرها.
fault-unknown-staff = لا أحد رمزه «{ $found }». أضفه إلى staff.toml أو سمِّ غيره.
fault-unknown-remedy = لا توجد معالجة «{ $found }». أضفها إلى remedies.toml أو سمِّ غيرها.
fault-unknown-category = لا يوجد تصنيف «{ $found }». أضفه إلى categories.toml أو سمِّ غيره.
fault-parent-circular = الوحدات الأعلى تعود إلى هذه الوحدة عبر «{ $found }». سمِّ وحدة أعلى أخرى.
fault-no-manager = لا أحد يشغل الوظيفة «{ $found }»، فالوحدة بلا مدير. أسندها إلى أحد في staff.toml.
fault-no-post = هذا الموظف بلا وظيفة. أضف وظيفة، أو احذفه.
fault-own-deputy = «{ $found }» نائب نفسه. سمِّ غيره.
fault-dates-reversed = ينتهي ({ $found }) قبل أن يبدأ. أصلح التاريخين.
fault-power-of-nobody = لا أحد يشغل الوظيفة «{ $found }»، فلا أحد يملك هذه الصلاحية. أسند الوظيفة، أو احذف الصلاحية.
fault-power-of-nothing = الصلاحية لا تذكر معالجة. اذكر واحدة، أو احذف الصلاحية.
fault-wrong-currency = { $found } ليست عملة الجهة. اكتب المبلغ بعملتها.
fault-negative-limit = لا يكون الحد أقل من الصفر ({ $found }).
fault-no-limit = المعالجة «{ $found }» لها مبلغ، فتحتاج هذه الصلاحية إلى limit_case.
fault-nobody-grants = لا أحد يملك منح هذه المعالجة. أضف صلاحية لها، أو احذفها.
fault-nobody-approves = لا أحد في «{ $found }» أو فوقها يجيب على طلب موافقة. أعطِ وظيفة هناك الحق approve.
fault-zero = لا يكون هذا صفراً.
fault-too-large = { $found } أكثر مما يُعقل هنا.
fault-no-phrase = لا عبارة في هذه القائمة بهذه اللغة. أضف عبارة، أو اكتب shipped = ["ar", "en"].
fault-bad-phrases = لا تصلح قوائم البوابة: { $found }.
fault-bad-prefix = «{ $found }» ليس حرفين لاتينيين، وبهما يبدأ كل رقم حالة.
fault-bad-region = «{ $found }» ليس رمز دولة من حرفين، مثل OM.
