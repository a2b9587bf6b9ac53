/** What swagger-ui-bundle.js puts into the window. */
interface SwaggerUi {
  (options: Readonly<Record<string, unknown>>): unknown;
  readonly presets: { readonly apis: unknown };
}

const { SwaggerUIBundle } = globalThis as unknown as { SwaggerUIBundle: SwaggerUi };

SwaggerUIBundle({
  url: document.querySelector<HTMLMetaElement>('meta[name="paraph-description"]')!.content,
  dom_id: "#docs",
  presets: [SwaggerUIBundle.presets.apis],
  layout: "BaseLayout",
  deepLinking: true,
  docExpansion: "list",
  displayRequestDuration: true,
  persistAuthorization: false,
  tryItOutEnabled: true,
  // Threat: the description would be sent to a stranger's validator.
  validatorUrl: null,
});
