### كلمات كل رفض: ماذا حدث، وماذا تفعل

## قواعد العمل

refusal-no_right = لا تملك وظيفتك حق «{ $right }». اطلبه من مديرك.
refusal-not_owner = هذه الحالة عند غيرك الآن. خذها أو اترك لصاحبها ملاحظة.
refusal-is_accused = الشكوى تخصّك، فلا تستطيع العمل عليها.
refusal-unknown_case = هذه الحالة ليست على هذا الجهاز.
refusal-case_exists = هذه الحالة مسجلة من قبل.
refusal-unknown_code = لا تعرف ملفات الجهة هذا الرمز: { $what }.
refusal-wrong_stage = الحالة الآن «{ $stage }»، ولا معنى لهذا الإجراء هنا.
refusal-empty = ينقص: { $field }.
refusal-too_long = { $field }: أطول من الحد، وهو { $chars_max } حرفًا.
refusal-out_of_range = { $field }: القيمة خارج المدى المقبول.
refusal-limit_exceeded = حدّك في هذه الحالة { $limit } وطلبت { $asked }، فاطلب الموافقة.
refusal-daily_limit_exceeded = بقي لك اليوم { $left } وطلبت { $asked }، فاطلب الموافقة.
refusal-no_power = هذه المعالجة فوق صلاحياتك. اطلب الموافقة.
refusal-approval_demanded = تشترط الجهة موافقة على هذا القرار. اطلب الموافقة.
refusal-proof_missing = أضف الإثبات الذي تشترطه الصلاحية: صورة أو رقم إيصال أو أمر عمل.
refusal-amount_missing = اكتب المبلغ.
refusal-wrong_currency = عملة المبلغ غير عملة الجهة.
refusal-no_remedy_no_reason = اختر معالجة، أو اكتب لماذا لا معالجة.
refusal-point_unanswered = النقطة { $point } مما طلبه صاحب الشأن بلا جواب.
refusal-deflection = هذا النص يحيل صاحب الشأن إلى مكان آخر ولا يجيبه. أضف معالجة أو جوابًا أو تاريخًا، وإلا حُسب «إحالة» ولم يتوقف الوقت.
refusal-empty_formula = هذا لا يقول شيئًا بعد: { $phrases }. اكتب ما الذي تم، ومن قام به، ومتى.
refusal-favour_language = عبارة تُشعر بالمنّة أو باللوم: { $phrases }. الخدمة حق له.
refusal-no_case_fact = لا يقول هذا النص شيئًا عن الحالة بعد. أضف ما تم، أو يومًا، أو مبلغًا، أو رقمًا.
refusal-point_uncovered = النقطة { $point } جوابها «نعم» دون معالجة، ولا يذكر الخطاب ما تم. امنح معالجة أو اكتب ما تم.
refusal-gap_left = ما زال في النص فراغ: «…». املأه أو احذفه.
refusal-no_next_date = متى يسمع صاحب الشأن منا بعد هذا؟ اختر تاريخًا، أو سبب تعذّره.
refusal-next_date_unfit = اختر موعدًا قادمًا لا يتجاوز { $latest }.
refusal-slot_taken = خرج رد آخر في هذا الموضع. اقرأه ثم قرر.
refusal-already_said = هذا النص يشبه ما أُرسل له من قبل بنسبة { $percent }٪. أضف جديدًا، أو موعدًا جديدًا، أو ارفع الأمر.
refusal-unknown_approval = لا ينتظر طلب موافقة بهذا الرقم.
refusal-approval_settled = أُجيب هذا الطلب من قبل.
refusal-revision_moved = تغيّر النص بعد أن قرأته. اقرأ النسخة { $revision } ثم أجب.
refusal-own_request = لا يوافق أحد على طلبه هو.
refusal-not_approver = الطلب موجّه إلى غيرك.
refusal-approval_waits = طلب موافقة على هذه الحالة ينتظر الجواب.
refusal-nobody_above = لا يملك أحد فوقك هذه الصلاحية. أخبر مديرك.
refusal-unknown_grant = لم تُمنح هذه المعالجة.
refusal-wrong_progress = لا تنتقل المعالجة من حالها الآن إلى هذا.
refusal-wrong_decision = صدر بعده قرار آخر. افتح الحالة واقرأ القرار القائم.
refusal-already_said_by_person = قال صاحب الشأن كلمته في هذا القرار.
refusal-not_independent = المراجع يجب أن يكون من وحدة غير وحدة من عالج ومن وافق.
refusal-not_disputed = لا اعتراض على القرار.
refusal-not_due = لم يحن وقته.
refusal-reminders_missing = ذُكّر صاحب الشأن { $sent } من { $needed }.
refusal-too_late = فات وقت التراجع: خرج أثره أو بُني عليه. اكتب تصحيحًا.
refusal-not_yours = ليس هذا إجراءك.
refusal-person_empty = اكتب اسم صاحب الشأن أو هاتفه أو رقم هويته.
refusal-file_too_large = الملف أكبر من الحد، وهو { $bytes_max } م.ب. صغّره أو أرفق جزءًا منه.
refusal-bad_identifier = { $kind }: { $fault }
refusal-not_theirs = { $kind }: ليس من بيانات التواصل الحالية لصاحب الشأن.
refusal-last_address = أضف الهاتف أو البريد الجديد أيضًا، فبدونه لا يمكن الوصول إلى صاحب الشأن.
refusal-lease_over = طال الانقطاع عن المنصة. تستطيع أن تكتب وتدوّن وتسجل التواصل، أما القرار فبعد الاتصال.

## الدخول والمنصة والجهاز

refusal-wrong_password = كلمة المرور غير صحيحة.
refusal-old_password_needed = تعرف المنصة كلمة المرور هذه، وما زال هذا الجهاز يُفتح بالتي قبلها. اكتبها أيضًا؛ لم يضع شيء مما هنا.
refusal-old_password_wrong = كلمة المرور السابقة ليست هذه. لم يضع شيء مما هنا؛ اكتبها من جديد.
refusal-wrong_code = رمز الجهاز غير صحيح أو انتهى. اطلب من مديرك رمزًا جديدًا.
refusal-code_needed = هذا جهاز جديد عليك. اكتب الرمز الذي أعطاك إياه مديرك.
refusal-device_revoked = أُوقف هذا الجهاز. عملك غير المرسل محفوظ، راجع مديرك.
refusal-account_disabled = حسابك معطّل. العمل غير المرسل محفوظ على هذا الجهاز، تواصل مع مدير النظام.
refusal-no_post = لا وظيفة لك في الجهة حاليًا، فلا يمكن تسجيل الدخول. تواصل مع مدير النظام.
refusal-session_ended = أُنهيت جلستك. سجّل الدخول من جديد، لم يُفقد شيء.
refusal-offline_unlock_off = الفتح دون شبكة متوقف على هذا الجهاز. اتصل بالمنصة ثم ادخل.
refusal-unreachable = لا تجيب المنصة. تحقق من الشبكة ثم أعد المحاولة.
refusal-unauthorised = انتهت الجلسة. ادخل من جديد؛ لم يضع شيء.
refusal-no_program_for_file = لا يوجد على هذا الحاسب برنامج يفتح هذا النوع من الملفات. احفظه في مكان آخر.
refusal-too_large = أكبر من أن يُرسل مرة واحدة.
refusal-too_many = محاولات كثيرة. انتظر قليلًا ثم أعد.
refusal-other_version = إصدار المنصة لا يوافق هذا البرنامج. حدّثه ثم أعد المحاولة.
refusal-not_platform = أجاب غير المنصة، والغالب أن الشبكة تطلب دخولًا. افتح المتصفح وسجّل دخول الشبكة.
refusal-platform_failed = تعطلت المنصة. عملك محفوظ هنا ويُرسل حين تعود.
refusal-signed_out = لم يدخل أحد. ادخل أولًا.
refusal-store_in_use = رضا مفتوح على هذا الجهاز بهذا الملف نفسه. انتقل إلى نافذته.
refusal-store_newer = كتب هذه البيانات إصدار أحدث من رضا. حدّث البرنامج لتفتحها؛ لم يُمسّ منها شيء.
refusal-store_failed = تعذّرت قراءة بيانات هذا الجهاز أو كتابتها. ما حُفظ باقٍ، وما تكتبه الآن لا يُحفظ.
refusal-disk_full = امتلأ القرص، فلم يُحفظ الأخير. أفرغ مكانًا ثم تابع؛ النص أمامك باقٍ.
refusal-file_not_openable = لا يُفتح هذا النوع من هنا. احفظه خارج البرنامج إن وثقت به.
refusal-file_not_here = لم يصل هذا الملف إلى جهازك بعد. يصل عند الاتصال بالمنصة.
refusal-no_book = لم تصل قوائم الجهة بعد. انتظر الاتصال الأول بالمنصة.
refusal-nothing_to_answer = أُجيب عن هذا من قبل.
refusal-failed = تعذّر إتمام ذلك. لم يضع شيء مما حُفظ. أعد المحاولة، فإن تكرر فأبلغ الدعم بالرقم { $id }.

## ما في القواعد من رموز

right-handle = معالجة الحالات
right-assign = الإسناد
right-approve = الموافقة
right-overrule_gate = تجاوز فحص الرد
right-read_unit = قراءة حالات الوحدة
right-review = المراجعة المستقلة
right-export = التصدير
right-enrol = تسجيل الأجهزة
right-import = الاستيراد

right-correct_person = تعديل بيانات التواصل

identifier-fault-empty = لم يُكتب شيء.
identifier-fault-placeholder = هذه كلمة تعني «لا يوجد». اترك الحقل فارغًا.
identifier-fault-rounded = قرّب برنامج الجداول هذا الرقم. انسخه من عمود منسّق كنص.
identifier-fault-filler = هذه أرقام حشو. اطلب الرقم الصحيح.
identifier-fault-not_digits = هذا ليس رقمًا.
identifier-fault-wrong_length = عدد الأرقام غير صحيح.
identifier-fault-wrong_form = لا يوجد رقم كهذا. راجعه رقمًا رقمًا.
identifier-fault-unknown_country = رمز الدولة غير معروف.
identifier-fault-not_mail = هذا ليس بريدًا إلكترونيًا.

field-text = نص الرد
field-subject = الموضوع
field-own_words = كلام صاحب الشأن
field-points = ما يطلبه صاحب الشأن
field-reasons = الأسباب
field-note = الملاحظة
field-because = السبب
field-none_because = لماذا لا معالجة
field-grounds = الأسانيد
field-proof = الإثبات
field-name = الاسم
field-phone = الهاتف
field-national_id = رقم الهوية
field-people_affected = عدد المتضررين
field-place = المكان
field-amount = المبلغ
field-identifiers = بيانات التواصل
field-file = الملف
field-due = موعد الوفاء
field-next = موعد التواصل القادم
field-cause = السبب الجذري
field-since = أول يوم
field-until = آخر يوم
field-id = رقم السجل
