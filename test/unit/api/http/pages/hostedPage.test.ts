import { type FramedPage, hostedPageHeaders } from "../../../../../api/http/pages/contentSecurityPolicy.js";
import { renderHostedPage } from "../../../../../api/http/pages/hostedPage.js";

function directives(page: FramedPage = {}): Map<string, string> {
  const policy = hostedPageHeaders(page)["Content-Security-Policy"] ?? "";
  return new Map(
    policy.split("; ").map((part) => [part.split(" ")[0] ?? "", part.split(" ").slice(1).join(" ")]),
  );
}

describe("the hosted page's shell", () => {
  test("holds no inline script and no inline style", () => {
    const html = renderHostedPage({ signerId: "sig_1", session: "s", language: "en", title: "Paraph" });
    expect(html).not.toMatch(/<script(?![^>]* src=)/);
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/);
  });

  test("cannot be broken out of by a title, a signer's id or a session", () => {
    const bad = `"><script>alert(1)</script>`;
    const html = renderHostedPage({ signerId: bad, session: bad, language: bad, title: bad });
    expect(html).not.toContain("<script>alert");
    expect(html).toContain("&quot;&gt;&lt;script&gt;");
  });

  test.each([
    ["fr-CA", "fr"],
    ["DE", "de"],
    ["xx", "en"],
    ["constructor", "en"],
  ])("for %s tells a browser without scripts what to do in %s", (language, spoken) => {
    expect(renderHostedPage({ signerId: "s", session: "s", language, title: "t" })).toContain(
      `<html lang="${spoken}"`,
    );
  });

  test("is sent with a policy that allows nothing inline, nothing evaluated and no frame around it", () => {
    const policy = directives();
    expect(policy.get("default-src")).toBe("'none'");
    expect(policy.get("script-src")).toBe("'self'");
    expect(policy.get("style-src")).toBe("'self'");
    expect(policy.get("connect-src")).toBe("'self'");
    expect(policy.get("frame-ancestors")).toBe("'none'");
    expect(policy.get("base-uri")).toBe("'none'");
    expect(policy.get("form-action")).toBe("'none'");
    expect(policy.get("require-trusted-types-for")).toBe("'script'");
    expect([...policy.values()].join(" ")).not.toMatch(/unsafe|\*|https?:/);
  });

  test("lets an order's own pages frame it and its logo's host show the logo, and nothing else changes", () => {
    const ancestors = ["https://crm.example", "https://erp.example:8443"];
    const own = directives({
      frame_ancestors: ancestors,
      logo_url: "https://cdn.example:444/a/logo.png?x=1",
    });
    expect(own.get("frame-ancestors")).toBe("https://crm.example https://erp.example:8443");
    expect(own.get("img-src")).toBe("'self' data: blob: https://cdn.example:444");
    const usual = directives();
    for (const [name, value] of own) {
      if (name !== "frame-ancestors" && name !== "img-src")
        expect([name, value]).toEqual([name, usual.get(name)]);
    }
    expect([...own.keys()].sort()).toEqual([...usual.keys()].sort());
  });

  test("is never stored, never sniffed, and its address never leaves as a referrer", () => {
    const headers = hostedPageHeaders();
    expect(headers["Cache-Control"]).toBe("no-store");
    expect(headers["X-Content-Type-Options"]).toBe("nosniff");
    expect(headers["Referrer-Policy"]).toBe("no-referrer");
  });
});
