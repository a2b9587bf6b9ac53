import { DOMParser, type Element } from "@xmldom/xmldom";
import { trailAsHtml, trailPolicy } from "../../../../api/auditTrail/renderings/html.js";
import { trailAsJson } from "../../../../api/auditTrail/renderings/json.js";
import { trailAsText } from "../../../../api/auditTrail/renderings/text.js";
import { trailAsXml } from "../../../../api/auditTrail/renderings/xml.js";
import { sentenceOf } from "../../../../api/auditTrail/report/sentence.js";
import { Speaker } from "../../../../api/auditTrail/report/speaker.js";
import { trailLanguages, trailWordsFor } from "../../../../api/auditTrail/words/languages.js";
import { languages } from "../../../../api/messages/words/languages.js";
import { auditTrailOf } from "../../../../engine/auditTrail/auditTrailOf.js";
import { chainOf, type ToldEvent } from "../../../support/eventChain.js";
import { everyEvent, otherEnds } from "../../../support/everyEvent.js";
import { quickestRun } from "../../../support/processorTime.js";
import { ada } from "../../../support/toldEvents/cast.js";
import { leavesOf, unsaidIn } from "../../../support/trailWalk.js";

const trail = auditTrailOf(chainOf(everyEvent));
const tags = trailLanguages.map(({ language }) => language);

describe("every value of the trail stands in", () => {
  test("the JSON, which is the trail itself, with a sentence for each step", () => {
    const { language, steps, ...rest } = JSON.parse(trailAsJson(trail, "de-AT"));
    expect(language).toBe("de");
    expect({ ...rest, steps: steps.map(({ sentence: _, ...step }: { sentence: string }) => step) }).toEqual(
      trail,
    );
    expect(steps.every(({ sentence }: { sentence: string }) => sentence.length > 3)).toBe(true);
  });

  test("the XML, member by member", () => {
    const parsed = readXml(trailAsXml(trail, "en"));
    const written = leavesOf(parsed).filter(
      ({ path }) => path !== "/language" && !path.endsWith("/sentence"),
    );
    const texts = leavesOf(trail).map(({ path, value }) => ({ path, value: String(value) }));
    expect(written).toEqual(texts);
  });

  test.each(tags)("the text and the page in %s", (language) => {
    expect(unsaidIn(withoutIsolates(trailAsText(trail, language)), trail, language)).toEqual([]);
    expect(unsaidIn(withoutIsolates(seenOf(trailAsHtml(trail, language))), trail, language)).toEqual([]);
  });
});

describe("words", () => {
  test("are there in every language that messages are written in, and in English for others", () => {
    expect(tags).toEqual(languages.map(({ language }) => language));
    expect(trailWordsFor("fi").language).toBe("en");
    expect(trailWordsFor("pt-BR").language).toBe("pt");
  });

  test.each(tags)("in %s leave no placeholder, say what English says, and differ from it", (language) => {
    const { sentences, labels, terms } = trailWordsFor(language);
    const { sentences: english } = trailWordsFor("en");
    for (const [type, sentence] of Object.entries(sentences)) {
      expect(placeholders(sentence)).toEqual(placeholders(english[type as keyof typeof english]));
    }
    const all = chainOf([...everyEvent, ...otherEnds, { type: "order.teleported" }]);
    const rendered = auditTrailOf(all);
    const speaker = new Speaker(rendered, language);
    for (const step of rendered.steps) expect(sentenceOf(speaker, step)).not.toMatch(/[{}]|undefined|NaN/);
    const own = [sentences, labels, ...Object.values(terms)].flatMap((kind) => Object.values(kind));
    expect(own.filter((text) => text.trim() !== text || text === "")).toEqual([]);
    const untranslated = Object.entries(sentences).filter(
      ([type, text]) => text === english[type as keyof typeof english],
    );
    if (language !== "en") expect(untranslated).toEqual([]);
  });

  test("that are missing in an old chain are said to be, and so are those that were withheld or erased", () => {
    const said = (events: Parameters<typeof chainOf>[0], blank = false) => {
      const chain = chainOf(events);
      const shown = blank ? chain.events.map(({ personal: _, ...event }) => event) : chain.events;
      const old = auditTrailOf({ ...chain, events: shown });
      return sentenceOf(new Speaker(old, "en"), old.steps[0]!);
    };
    const sent = { type: "code.sent", signer: ada, data: { otp: "otp_1", channel: "sms" } };
    const personal = { to: "+447700900123" };
    expect(said([sent])).toBe("Code sent (SMS) to: not recorded");
    expect(said([{ ...sent, personal }])).toBe("Code sent (SMS) to: +447700900123");
    expect(said([{ ...sent, personal }], true)).toBe("Code sent (SMS) to: not in this copy");
    expect(
      said(
        [
          { ...sent, personal },
          { type: "signer.erased", signer: ada },
        ],
        true,
      ),
    ).toBe("Code sent (SMS) to: erased");
  });
});

/** Overrides and embeddings of direction, and controls but line breaks. */
const unseen = /[\u202a-\u202e]|[^\P{Cc}\n]/u;

describe("what a stranger wrote", () => {
  const hostile = [
    "</title><script>alert(1)</script>",
    "\u202egnp.exe\u2066",
    "one\r\n== Order ==\n  State: signed",
    "nul \u0000 bell \u0007 escape \u001b[2J del \u007f nel \u0085",
    "]]>&amp;<!-- <?xml {type} {document}",
    "lone \ud800 and \ufffe",
    "zero\u200bwidth\ufeff and \u2028 line",
    '" onmouseover="x',
    "\u0645\u062d\u0645\u062f",
  ];
  const evil = auditTrailOf(
    chainOf(
      hostile.flatMap((text, index): ToldEvent[] => [
        { type: "order.created", data: { title: text, profile: text, mode: "test" } },
        { type: "document.added", data: { document: `doc_${text}`, name: text, kind: text, sha256: text } },
        {
          type: "signer.added",
          signer: `sgr_${index}`,
          data: { role: text, language: text },
          personal: { given_name: text, surname: text, email: text, country: text, external_id: text },
        },
        { type: text, signer: `sgr_${index}`, data: { [text]: text } },
        {
          type: "signer.refused",
          signer: `sgr_${index}`,
          personal: { reason: text, ip: text, user_agent: text },
        },
        { type: "consent.given", signer: `sgr_${index}`, data: { text } },
      ]),
    ),
  );

  test("adds nothing to the page but text: no element, no attribute, no direction", () => {
    const page = trailAsHtml(evil, "en");
    const [names, attributes] = [new Set<string>(), new Set<string>()];
    for (const [, name, rest] of page.matchAll(/<([a-z0-9]+)((?:\s[^>]*)?)>/g)) {
      names.add(name!);
      for (const [, attribute] of rest!.matchAll(/\s([a-z-]+)=/g)) attributes.add(attribute!);
    }
    const allowed =
      "html head meta title style body header h1 p nav ul li a main section h2 h3 h4 dl div dt dd bdi time ol";
    expect([...names].filter((name) => !allowed.split(" ").includes(name))).toEqual([]);
    expect([...attributes].filter((name) => /^on|style|src/.test(name))).toEqual([]);
    expect(page).not.toMatch(unseen);
    expect(balance(page)).toBe(0);
    expect(page).toContain("[U+202E]gnp.exe[U+2066]");
  });

  test("makes no line of its own in the text", () => {
    const text = trailAsText(evil, "en");
    expect(
      text.split("\n").filter((line) => line === "== Order ==" || /^ {2}State: signed/.test(line)),
    ).toEqual([]);
    expect(text).not.toMatch(unseen);
    expect(balance(text)).toBe(0);
  });

  test("is in the XML and the JSON what it was, and seen there for what it is", () => {
    const [xml, json] = [trailAsXml(evil, "en"), trailAsJson(evil, "en")];
    const texts = leavesOf(readXml(xml)).map(({ value }) => value);
    for (const text of hostile) expect(texts).toContain(text);
    expect(JSON.parse(json).signers.map((signer: { role: string }) => signer.role)).toEqual(hostile);
    expect(xml + json).not.toMatch(/[\u202a-\u202e\u2066-\u2069\ufeff]|[^\P{Cc}\n]/u);
  });

  test("is never looked at for placeholders", () => {
    const [step] = evil.steps.filter(({ type }) => type.includes("{document}"));
    expect(sentenceOf(new Speaker(evil, "en"), step!)).toContain("{type} {document}");
  });
});

test("the page brings its own policy, by which its style and nothing else is allowed", () => {
  expect(trailAsHtml(trail, "en")).toContain(`content="${trailPolicy}"`);
  expect(trailPolicy).toMatch(
    /^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'; base-uri 'none'; form-action 'none'$/,
  );
});

test("a trail is rendered in a few milliseconds of processor time", () => {
  const limit = 15;
  expect(quickestRun(limit, () => trailAsHtml(trail, "fr"))).toBeLessThan(limit);
});

function placeholders(sentence: string): string[] {
  return [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();
}

/** Isolates that were begun and not ended; below none, those that were ended and not begun. */
function balance(text: string): number {
  return text.split("\n").reduce((sum, line) => {
    const open = [...line].filter((character) => /[\u2066-\u2068]/.test(character)).length;
    const closed = [...line].filter((character) => character === "\u2069").length;
    return sum + Math.abs(open - closed);
  }, 0);
}

function withoutIsolates(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, "");
}

/** What is read of a page. */
function seenOf(page: string): string {
  const body = page.slice(page.indexOf("<body>")).replace(/<[^>]*>/g, " ");
  return body.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

/** The XML's elements as objects, and those that hold items as lists: what it was made of, as texts. */
function readXml(xml: string): unknown {
  return read(new DOMParser({ onError: complain }).parseFromString(xml, "application/xml").documentElement!);
}

function complain(level: string, message: string): void {
  if (level !== "warning") throw new Error(message);
}

function read(element: Element): unknown {
  const children = Array.from(element.childNodes).filter((node) => node.nodeType === 1) as Element[];
  if (children.length === 0) {
    const text = element.textContent ?? "";
    return element.getAttribute("escaped") === "json" ? JSON.parse(`"${text}"`) : text;
  }
  const names = children.map(({ tagName }) => tagName);
  const isList = listed.has(`${element.tagName}/${names[0]}`);
  return isList
    ? children.map(read)
    : Object.fromEntries(children.map((child) => [child.tagName, read(child)]));
}

const listed = new Set(
  `documents/document signers/signer messages/message custody/entry steps/step changes/change extensions/extension
   clock/advance fields/field editable_identity/field values/detail labels/detail before/detail after/detail about/detail
   further/detail details/detail revisions/revision visits/visit codes/code unlocks/unlock statements/statement
   pages/shown begun_at/time consents/consent requests/request certificates/certificate signatures/signature keys/key
   reminders/reminder deliveries/delivery failures/failure tries/try`.split(/\s+/),
);
