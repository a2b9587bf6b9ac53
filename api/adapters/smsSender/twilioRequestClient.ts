import twilio from "twilio";

/**
 * The package's own HTTP client, with bounds, and with another server in Twilio's place where one is named: the
 * package knows no other setting for that than a client of one's own.
 * @param timeoutMs for a whole request
 * @param baseUrl scheme, host and port to put in the place of Twilio's
 */
export function twilioRequestClient(timeoutMs: number, baseUrl: string | undefined): twilio.RequestClient {
  const client = new RedirectedClient({ timeout: timeoutMs, keepAlive: true }, baseUrl);
  client.axios.defaults.maxContentLength = 65_536;
  return client;
}

class RedirectedClient extends twilio.RequestClient {
  readonly #baseUrl: string | undefined;

  constructor(options: ConstructorParameters<typeof twilio.RequestClient>[0], baseUrl: string | undefined) {
    super(options);
    this.#baseUrl = baseUrl;
  }

  override request: twilio.RequestClient["request"] = (options) => {
    const { pathname, search } = new URL(options.uri);
    const uri = this.#baseUrl === undefined ? options.uri : new URL(pathname + search, this.#baseUrl).href;
    return super.request({ ...options, uri });
  };
}
