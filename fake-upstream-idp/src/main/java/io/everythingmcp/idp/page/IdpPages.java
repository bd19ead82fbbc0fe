package io.everythingmcp.idp.page;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import io.everythingmcp.idp.http.IdpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/**
 * Pages, with everything escaped that is put into them, and a policy under which a browser runs no
 * script, loads nothing and shows them in no frame.
 */
public final class IdpPages {
  private final Configuration templates = new Configuration(Configuration.VERSION_2_3_34);
  private final String style;
  private final String styleHash;

  public IdpPages() {
    templates.setClassForTemplateLoading(IdpPages.class, "");
    templates.setDefaultEncoding(StandardCharsets.UTF_8.name());
    templates.setOutputFormat(HTMLOutputFormat.INSTANCE);
    templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    templates.setLogTemplateExceptions(false);
    templates.setLocalizedLookup(false);
    style = resource("style.css");
    styleHash = "'sha256-" + sha256(style) + "'";
  }

  /**
   * The login page. Browsers apply {@code form-action} to all redirects that follow the form, and
   * the redirects of the applications cannot be listed in advance; so the page has no {@code
   * form-action}.
   *
   * @see <a href="https://www.w3.org/TR/CSP3/#directive-form-action">CSP, form-action</a>
   */
  public IdpResponse login(int status, IdpLoginPageModel view) {
    return page(status, "login.ftlh", view, "");
  }

  /** The error page. */
  public IdpResponse problem(int status, ErrorPageModel problem) {
    return page(status, "problem.ftlh", problem, "; form-action 'none'");
  }

  private IdpResponse page(int status, String template, Object view, String formAction) {
    StringWriter out = new StringWriter();
    try {
      templates.getTemplate(template).process(Map.of("view", view, "style", style), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TemplateException e) {
      throw new IllegalStateException(template + " is wrong", e);
    }
    return IdpResponse.html(status, out.toString())
        .with(
            "Content-Security-Policy",
            "default-src 'none'; style-src "
                + styleHash
                + "; img-src data:; base-uri 'none'; frame-ancestors 'none'"
                + formAction)
        .with("X-Frame-Options", "DENY");
  }

  private static String resource(String name) {
    try (InputStream in = IdpPages.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256", e);
    }
  }
}
