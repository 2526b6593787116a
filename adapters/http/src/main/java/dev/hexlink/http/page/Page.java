package dev.hexlink.http.page;

import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.nio.charset.StandardCharsets;

/** A small HTML page without scripts. What it is given as text is shown as text, whatever it holds. */
public final class Page {
  private static final String POLICY = "default-src 'none'; style-src 'sha256-" + Style.HASH
      + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  private final String title;
  private final StringBuilder body = new StringBuilder();

  private Page(String title) {
    this.title = title;
  }

  public static Page titled(String title) {
    return new Page(title);
  }

  public Page paragraph(String text) {
    body.append("<p>").append(escaped(text)).append("</p>\n");
    return this;
  }

  /** A fact with its name. */
  public Page fact(String name, String value) {
    body.append("<p><strong>").append(escaped(name)).append("</strong> ").append(escaped(value)).append("</p>\n");
    return this;
  }

  /** A line of text that is meant to be copied or read letter by letter. */
  public Page code(String text) {
    body.append("<p><code>").append(escaped(text)).append("</code></p>\n");
    return this;
  }

  /** A link to an http or https address or a path of this server. */
  public Page link(String address, String text) {
    body.append("<p><a rel=\"noreferrer nofollow\" href=\"").append(escaped(address)).append("\">")
        .append(escaped(text)).append("</a></p>\n");
    return this;
  }

  /** Makes an answer show a page, with what keeps a page harmless. */
  public static void show(MutableHttpResponse<Object> response, Page page) {
    response.contentType(MediaType.of("text/html;charset=utf-8"));
    response.getHeaders().set("Content-Security-Policy", POLICY);
    response.getHeaders().set("X-Content-Type-Options", "nosniff");
    response.getHeaders().set("X-Frame-Options", "DENY");
    response.getHeaders().set("Referrer-Policy", "no-referrer");
    response.body(page.html().getBytes(StandardCharsets.UTF_8));
  }

  private String html() {
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>%s</title>
        <style>%s</style>
        </head>
        <body>
        <main>
        <h1>%s</h1>
        %s</main>
        </body>
        </html>
        """.formatted(escaped(title), Style.SHEET, escaped(title), body);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
