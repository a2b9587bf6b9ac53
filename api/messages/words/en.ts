import type { Words } from "./words.js";

export const en: Words = {
  language: "en",
  greeting: "Hello {signer},",
  action: {
    signer: "Read and sign",
    approver: "Read and approve",
    witness: "Read and sign as a witness",
  },
  invitation: {
    signer: {
      subject: "Please sign: {title}",
      heading: "Your signature is requested",
      lead: "{sender} asks you to sign “{title}”.",
    },
    approver: {
      subject: "Please approve: {title}",
      heading: "Your approval is requested",
      lead: "{sender} asks you to approve “{title}”.",
    },
    witness: {
      subject: "Please sign as a witness: {title}",
      heading: "Your signature as a witness is requested",
      lead: "{sender} asks you to witness a signature on “{title}” and to sign in your turn.",
    },
  },
  inPlaceOf: {
    signer: "{by} asked you to sign in their place",
    approver: "{by} asked you to approve in their place",
    witness: "{by} asked you to be the witness in their place",
  },
  reminder: {
    signer: {
      subject: "Reminder, please sign: {title}",
      heading: "Your signature is still missing",
      lead: "“{title}” from {sender} is still waiting for your signature.",
    },
    approver: {
      subject: "Reminder, please approve: {title}",
      heading: "Your approval is still missing",
      lead: "“{title}” from {sender} is still waiting for your approval.",
    },
    witness: {
      subject: "Reminder, please sign as a witness: {title}",
      heading: "Your signature as a witness is still missing",
      lead: "“{title}” from {sender} is still waiting for your signature as a witness.",
    },
  },
  linkChanged: {
    subject: "Your new link: {title}",
    heading: "Your link has changed",
    lead: "Here is your new link to “{title}” from {sender}. Any link sent to you before no longer works.",
  },
  completed: {
    subject: "Signed by everyone: {title}",
    heading: "Everyone has signed",
    lead: "“{title}” from {sender} is complete.",
    attached: "The signed documents are attached to this e-mail. Please keep them.",
    linked: "You can read and download the signed documents at any time with the button below.",
    button: "Get the documents",
  },
  refused: {
    subject: "Refused: {title}",
    heading: "Signature refused",
    lead: "Somebody refused “{title}” from {sender}, and it has ended. There is nothing more for you to do.",
    toSender: "{by} refused “{title}”. The order has ended; nobody can sign it any more.",
  },
  expired: {
    subject: "Expired: {title}",
    heading: "The time to sign is over",
    lead: "“{title}” from {sender} was not completed in time. There is nothing more for you to do.",
    toSender: "“{title}” was not completed in time. The order has ended; nobody can sign it any more.",
  },
  failed: {
    subject: "Cannot be completed: {title}",
    heading: "Signing cannot be completed",
    lead: "“{title}” from {sender} cannot be completed, through no fault of yours. There is nothing more for you to do.",
    toSender:
      "“{title}” cannot be completed. The order has ended; nobody can sign it any more. Please create a new one.",
    causes: {
      document_lost: "A stored document is gone.",
      document_altered: "A stored document is no longer the one that was given to us.",
      document_refused: "A document cannot be signed.",
      document_not_had: "A document could not be fetched, or what is to be placed does not fit it.",
    },
  },
  cancelled: {
    subject: "Cancelled: {title}",
    heading: "Signing cancelled",
    lead: "{sender} cancelled “{title}”. There is nothing more for you to do.",
  },
  removed: {
    subject: "Nothing more to do: {title}",
    heading: "You no longer need to act",
    lead: "{sender} no longer needs you for “{title}”. The link you received no longer works.",
  },
  code: {
    subject: "{code} is your code to sign",
    heading: "Your code",
    lead: "This is your code for “{title}” from {sender}:",
    life: "Valid for {life}.",
    once: "It works only once.",
    warning: "If you did not ask for it, do nothing and give it to nobody: without it, nothing is signed.",
  },
  sms: {
    invitation: {
      signer: '{sender} asks you to sign "{title}": {link}',
      approver: '{sender} asks you to approve "{title}": {link}',
      witness: '{sender} asks you to sign "{title}" as a witness: {link}',
    },
    reminder: 'Reminder: "{title}" from {sender} is waiting for you: {link}',
    linkChanged: 'Your new link to "{title}" from {sender}: {link}',
    completed: '"{title}" from {sender} is signed. Your documents: {link}',
    over: '{sender}: "{title}" has ended. There is nothing more for you to do.',
    plain: "Documents are waiting for you: {link}",
    code: "{code} is your code to sign for {sender}. Valid for {life}. Never share it.",
  },
  labels: {
    documents: "Documents",
    until: "Until",
    message: "Message from {sender}",
    reason: "Reason",
    missing: "Still missing",
    witnessed: "Signature to witness",
    test: "Test: without legal effect",
  },
  footer: {
    paste: "If the button does not work, copy this address into your browser:",
    personal: "This link is meant for you alone. Please do not forward this e-mail.",
    behalf: "Sent on behalf of {sender}.",
    noAnswers: "This e-mail was sent automatically; nobody reads answers to it.",
  },
};
