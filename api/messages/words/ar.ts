import type { Words } from "./words.js";

export const ar: Words = {
  language: "ar",
  greeting: "مرحبًا {signer}،",
  action: {
    signer: "القراءة والتوقيع",
    approver: "القراءة والموافقة",
    witness: "القراءة والتوقيع بصفة شاهد",
  },
  invitation: {
    signer: {
      subject: "للتوقيع: {title}",
      heading: "مطلوب توقيعكم",
      lead: "تطلب منكم جهة الإرسال {sender} توقيع «{title}».",
    },
    approver: {
      subject: "للموافقة: {title}",
      heading: "مطلوبة موافقتكم",
      lead: "تطلب منكم جهة الإرسال {sender} الموافقة على «{title}».",
    },
    witness: {
      subject: "للتوقيع بصفة شاهد: {title}",
      heading: "مطلوب توقيعكم بصفة شاهد",
      lead: "تطلب منكم جهة الإرسال {sender} الشهادة على توقيع في «{title}» ثم التوقيع بدوركم.",
    },
  },
  inPlaceOf: {
    signer: "طُلب منكم التوقيع نيابةً عن {by}",
    approver: "طُلبت منكم الموافقة نيابةً عن {by}",
    witness: "طُلب منكم التوقيع بصفة شاهد نيابةً عن {by}",
  },
  reminder: {
    signer: {
      subject: "تذكير، للتوقيع: {title}",
      heading: "ما زال توقيعكم مطلوبًا",
      lead: "ما زال المستند «{title}» من {sender} بانتظار توقيعكم.",
    },
    approver: {
      subject: "تذكير، للموافقة: {title}",
      heading: "ما زالت موافقتكم مطلوبة",
      lead: "ما زال المستند «{title}» من {sender} بانتظار موافقتكم.",
    },
    witness: {
      subject: "تذكير، للتوقيع بصفة شاهد: {title}",
      heading: "ما زال توقيعكم بصفة شاهد مطلوبًا",
      lead: "ما زال المستند «{title}» من {sender} بانتظار توقيعكم بصفة شاهد.",
    },
  },
  linkChanged: {
    subject: "رابطكم الجديد: {title}",
    heading: "تغيّر الرابط الخاص بكم",
    lead: "هذا رابطكم الجديد إلى «{title}» من {sender}. الروابط التي وصلتكم سابقًا لم تعد تعمل.",
  },
  completed: {
    subject: "اكتمل التوقيع: {title}",
    heading: "وقّع الجميع",
    lead: "اكتمل توقيع «{title}» من {sender}.",
    attached: "المستندات الموقّعة مرفقة بهذه الرسالة. يُرجى الاحتفاظ بها.",
    linked: "يمكنكم قراءة المستندات الموقّعة وتنزيلها في أي وقت عبر الزر أدناه.",
    button: "الحصول على المستندات",
  },
  refused: {
    subject: "رفض: {title}",
    heading: "رُفض التوقيع",
    lead: "رفض أحد المدعوّين «{title}» من {sender}. لم يعد مطلوبًا منكم أي شيء.",
    toSender: "رُفض «{title}» من قِبل {by}. انتهى الإجراء ولم يعد بإمكان أحد التوقيع.",
  },
  expired: {
    subject: "انتهت المهلة: {title}",
    heading: "انتهت مهلة التوقيع",
    lead: "لم يكتمل «{title}» من {sender} في الوقت المحدد. لم يعد مطلوبًا منكم أي شيء.",
    toSender: "لم يكتمل «{title}» في الوقت المحدد. انتهى الإجراء ولم يعد بإمكان أحد التوقيع.",
  },
  failed: {
    subject: "تعذّر الإتمام: {title}",
    heading: "تعذّر إتمام التوقيع",
    lead: "تعذّر إتمام «{title}» من {sender}، وليس ذلك بسببكم. لم يعد مطلوبًا منكم أي شيء.",
    toSender: "تعذّر إتمام «{title}». انتهى الإجراء ولم يعد بإمكان أحد التوقيع. يُرجى إنشاء إجراء جديد.",
    causes: {
      document_lost: "فُقد مستند محفوظ.",
      document_altered: "لم يعد أحد المستندات المحفوظة كما سُلّم إلينا.",
      document_refused: "لا يمكن توقيع أحد المستندات.",
      document_not_had: "تعذّر جلب أحد المستندات، أو أن ما يُراد وضعه فيه لا يناسبه.",
    },
  },
  cancelled: {
    subject: "إلغاء: {title}",
    heading: "أُلغي التوقيع",
    lead: "ألغت جهة الإرسال {sender} «{title}». لم يعد مطلوبًا منكم أي شيء.",
  },
  removed: {
    subject: "لا شيء مطلوب بعد الآن: {title}",
    heading: "لم يعد مطلوبًا منكم أي شيء",
    lead: "لم تعد جهة الإرسال {sender} بحاجة إليكم في «{title}». الرابط الذي وصلكم لم يعد يعمل.",
  },
  code: {
    subject: "{code} هو رمز التوقيع الخاص بكم",
    heading: "الرمز الخاص بكم",
    lead: "هذا رمزكم للمستند «{title}» من {sender}:",
    life: "مدة الصلاحية: {life}.",
    once: "يُستخدم مرة واحدة فقط.",
    warning: "إذا لم تطلبوه فلا تفعلوا شيئًا ولا تعطوه لأحد: من دونه لا يُوقَّع أي شيء.",
  },
  sms: {
    invitation: {
      signer: '{sender} - للتوقيع: "{title}" {link}',
      approver: '{sender} - للموافقة: "{title}" {link}',
      witness: '{sender} - للتوقيع بصفة شاهد: "{title}" {link}',
    },
    reminder: 'تذكير: "{title}" من {sender} بانتظاركم {link}',
    linkChanged: 'رابطكم الجديد إلى "{title}" من {sender} {link}',
    completed: 'اكتمل توقيع "{title}" من {sender} {link}',
    over: '{sender}: انتهى "{title}". لم يعد مطلوبًا منكم أي شيء.',
    plain: "مستندات بانتظاركم: {link}",
    code: "{code} رمز التوقيع ({sender}). الصلاحية: {life}. لا تعطوه لأحد.",
  },
  labels: {
    documents: "المستندات",
    until: "آخر موعد",
    message: "رسالة من {sender}",
    reason: "السبب",
    missing: "ما زال مطلوبًا من",
    witnessed: "التوقيع المطلوب الشهادة عليه",
    test: "تجربة: بلا أثر قانوني",
  },
  footer: {
    paste: "إذا لم يعمل الزر فانسخوا هذا العنوان إلى المتصفح:",
    personal: "هذا الرابط خاص بكم وحدكم. يُرجى عدم إعادة توجيه هذه الرسالة.",
    behalf: "أُرسلت بالنيابة عن {sender}.",
    noAnswers: "أُرسلت هذه الرسالة آليًا، ولا يقرأ أحد الردود عليها.",
  },
};
