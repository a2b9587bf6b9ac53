import { type ProviderServer, sendJson, startProvider } from "./providerServer.js";

/** Twilio's own magic test numbers, and some more in the same manner: the error code each of them gives. */
const errors: Record<string, [status: number, code: number, message: string]> = {
  "+15005550001": [400, 21211, "The 'To' number +15005550001 is not a valid phone number."],
  "+15005550009": [400, 21614, "'To' number is not a valid mobile number"],
  "+15005550004": [400, 21610, "Attempt to send to unsubscribed recipient"],
  "+15005550002": [400, 21611, "This 'From' number has exceeded the maximum number of queued messages"],
  "+15005550029": [429, 20429, "Too Many Requests"],
  "+15005550053": [503, 20503, "Service unavailable"],
};

/** Answers as Twilio's Messages resource does: checks method, path, credentials and form, and accepts with 201. */
export function startTwilioServer(account: {
  accountSid: string;
  authToken: string;
}): Promise<ProviderServer> {
  const { accountSid, authToken } = account;
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}`;
  return startProvider((request, response) => {
    const refuse = (status: number, code: number, message: string) =>
      sendJson(response, status, {
        code,
        message,
        more_info: `https://www.twilio.com/docs/errors/${code}`,
        status,
      });
    if (request.headers.authorization !== authorization) return refuse(401, 20003, "Authenticate");
    if (request.method !== "POST" || request.path !== `/2010-04-01/Accounts/${accountSid}/Messages.json`) {
      return refuse(404, 20404, "The requested resource was not found");
    }
    if (request.headers["content-type"] !== "application/x-www-form-urlencoded") {
      return refuse(415, 20415, "Content-Type not supported");
    }
    const form = new URLSearchParams(request.body.toString("utf8"));
    const to = form.get("To");
    if (to === null) return refuse(400, 21604, "A 'To' phone number is required.");
    if (!form.get("From") === !form.get("MessagingServiceSid")) {
      return refuse(400, 21603, "A 'From' phone number is required.");
    }
    if (!form.get("Body")) return refuse(400, 21602, "Message body is required.");
    const error = errors[to];
    if (error !== undefined) return refuse(...error);
    sendJson(response, 201, {
      sid: `SM${"0123456789abcdef".repeat(2)}`,
      account_sid: accountSid,
      status: "queued",
      to,
      from: form.get("From"),
      messaging_service_sid: form.get("MessagingServiceSid"),
      body: form.get("Body"),
      error_code: null,
    });
  });
}
