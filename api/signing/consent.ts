import type { SignerRole } from "../orders/order.js";

interface Words {
  readonly sign: string;
  readonly approve: string;
}

/** The default consent, word for word, by language; a caller can give its own with the order. */
const texts: Readonly<Record<string, Words>> = {
  en: {
    sign: "I have read the documents, I agree to their content, and I agree to sign them electronically.",
    approve: "I have read the documents, and I approve their content.",
  },
  fr: {
    sign: "J’ai lu les documents, j’en accepte le contenu et j’accepte de les signer électroniquement.",
    approve: "J’ai lu les documents et j’en approuve le contenu.",
  },
  de: {
    sign: "Ich habe die Dokumente gelesen, stimme ihrem Inhalt zu und bin damit einverstanden, sie elektronisch zu unterzeichnen.",
    approve: "Ich habe die Dokumente gelesen und stimme ihrem Inhalt zu.",
  },
  es: {
    sign: "He leído los documentos, acepto su contenido y acepto firmarlos electrónicamente.",
    approve: "He leído los documentos y apruebo su contenido.",
  },
  it: {
    sign: "Ho letto i documenti, ne accetto il contenuto e accetto di firmarli elettronicamente.",
    approve: "Ho letto i documenti e ne approvo il contenuto.",
  },
  nl: {
    sign: "Ik heb de documenten gelezen, ga akkoord met de inhoud en stem ermee in ze elektronisch te ondertekenen.",
    approve: "Ik heb de documenten gelezen en keur de inhoud goed.",
  },
  pt: {
    sign: "Li os documentos, aceito o seu conteúdo e aceito assiná-los eletronicamente.",
    approve: "Li os documentos e aprovo o seu conteúdo.",
  },
  pl: {
    sign: "Przeczytałem/-am dokumenty, akceptuję ich treść i zgadzam się podpisać je elektronicznie.",
    approve: "Przeczytałem/-am dokumenty i akceptuję ich treść.",
  },
};

/**
 * What a signer agrees to before signing, or an approver before approving.
 * @param own the order's own text, or null
 * @param language BCP 47; English where we have no words in it
 */
export function consentText(own: string | null, language: string, role: SignerRole = "signer"): string {
  if (own !== null) return own;
  const words = texts[language.toLowerCase().split("-")[0] ?? ""] ?? texts["en"]!;
  return role === "approver" ? words.approve : words.sign;
}
