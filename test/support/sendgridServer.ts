import { type ProviderServer, sendJson, startProvider } from "./providerServer.js";

/**
 * Answers as SendGrid's v3 Mail Send does: checks method, path, key and body, and accepts with 202 and no body.
 * Recipients at rejected.example get 400, at later.example 429, at down.example 503, from stranger.example 403.
 */
export function startSendgridServer(apiKey: string): Promise<ProviderServer> {
  return startProvider((request, response) => {
    const refuse = (status: number, message: string, field: string | null = null) =>
      sendJson(response, status, { errors: [{ message, field, help: null }] });
    if (request.method !== "POST" || request.path !== "/v3/mail/send") return refuse(404, "not found");
    if (request.headers.authorization !== `Bearer ${apiKey}`) {
      return refuse(401, "The provided authorization grant is invalid, expired, or revoked");
    }
    if (request.headers["content-type"] !== "application/json")
      return refuse(415, "Content-Type should be JSON.");
    const mail = JSON.parse(request.body.toString("utf8"));
    const recipients = mail.personalizations?.flatMap((one: { to: { email: string }[] }) => one.to) ?? [];
    if (recipients.length !== 1) return refuse(400, "The to array is required", "personalizations.0.to");
    if (typeof mail.from?.email !== "string")
      return refuse(400, "The from object must be provided", "from.email");
    if (typeof mail.subject !== "string") return refuse(400, "The subject is required", "subject");
    const types = mail.content?.map((part: { type: string }) => part.type);
    if (types?.join() !== "text/plain,text/html")
      return refuse(400, "Plain text comes before HTML", "content");
    const [{ email }] = recipients;
    if (!/^[^@\s,]+@[^@\s,]+$/.test(email))
      return refuse(400, "Does not contain a valid address.", "to.email");
    if (email.endsWith("@rejected.example"))
      return refuse(400, `${email} is on the suppression list`, "to.email");
    if (email.endsWith("@later.example")) return refuse(429, "too many requests");
    if (email.endsWith("@down.example")) return refuse(503, "unavailable");
    if (mail.from.email.endsWith("@stranger.example")) {
      return refuse(403, "The from address does not match a verified Sender Identity", "from");
    }
    response.writeHead(202, { "x-message-id": "14c5d75ce93.dfd.64b469" }).end();
  });
}
