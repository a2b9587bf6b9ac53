/**
 * What the holder agrees to, by language. The dialect's calls hold no consent: the caller has it from the holder in
 * pages of its own, and says so by asking for the signature. That is what stands in the order, and in its evidence.
 */
const texts: Readonly<Record<string, string>> = {
  en: "The sender states that I have read the documents in its own pages, that I agree to their content, and that I agree to sign them electronically.",
  fr: "L’expéditeur déclare que j’ai lu les documents dans ses propres pages, que j’en accepte le contenu et que j’accepte de les signer électroniquement.",
  de: "Der Absender erklärt, dass ich die Dokumente auf seinen eigenen Seiten gelesen habe, ihrem Inhalt zustimme und damit einverstanden bin, sie elektronisch zu unterzeichnen.",
  es: "El remitente declara que he leído los documentos en sus propias páginas, que acepto su contenido y que acepto firmarlos electrónicamente.",
  it: "Il mittente dichiara che ho letto i documenti nelle proprie pagine, che ne accetto il contenuto e che accetto di firmarli elettronicamente.",
  nl: "De afzender verklaart dat ik de documenten op zijn eigen pagina’s heb gelezen, akkoord ga met de inhoud en ermee instem ze elektronisch te ondertekenen.",
  pt: "O remetente declara que li os documentos nas suas próprias páginas, que aceito o seu conteúdo e que aceito assiná-los eletronicamente.",
  pl: "Nadawca oświadcza, że przeczytałem/-am dokumenty na jego własnych stronach, akceptuję ich treść i zgadzam się podpisać je elektronicznie.",
};

/** @param language BCP 47; English where we have no words in it */
export function statedConsent(language: string): string {
  return texts[language.toLowerCase().split("-")[0] ?? ""] ?? texts["en"]!;
}
