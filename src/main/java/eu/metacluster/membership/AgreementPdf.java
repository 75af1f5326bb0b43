package eu.metacluster.membership;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.Page;
import eu.metacluster.platform.web.Shell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/** The signed agreement as an accessible PDF (PDF/UA): tagged, titled, with its fonts in it. */
@Component
class AgreementPdf {

  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final Shell shell;

  AgreementPdf(Shell shell) {
    this.shell = shell;
  }

  byte[] of(
      Entity entity,
      Agreement agreement,
      String signer,
      String function,
      Instant signed,
      String hash,
      Language language) {
    Page page = shell.page(language);
    String title = page.t("membership.agreement.of", entity.name());
    StringBuilder html = head(language, title);
    html.append("<h1>").append(escaped(title)).append("</h1>");
    paragraph(html, page.t("membership.agreement.version", agreement.version()));
    agreement.paragraphs(language).forEach(each -> paragraph(html, each));
    html.append("<h2>").append(escaped(page.t("membership.sign.title"))).append("</h2>");
    paragraph(html, page.t("membership.agreement.signedBy", signer, function, entity.name()));
    paragraph(html, page.dateTime(signed));
    paragraph(html, page.t("membership.agreement.hash", hash));
    return render(html.append("</body></html>").toString());
  }

  private static StringBuilder head(Language language, String title) {
    StringBuilder html = new StringBuilder("<!DOCTYPE html><html lang=\"");
    html.append(language.code()).append("\"><head><title>").append(escaped(title));
    html.append("</title><meta name=\"subject\" content=\"").append(escaped(title));
    html.append("\"/><meta name=\"description\" content=\"").append(escaped(title));
    html.append(
        "\"/><style>@page{size:A4;margin:25mm}body{font-family:'Liberation';font-size:11pt;"
            + "line-height:1.5}h1{font-size:18pt}h2{font-size:13pt}</style></head><body>");
    return html;
  }

  private static void paragraph(StringBuilder html, String text) {
    html.append("<p>").append(escaped(text)).append("</p>");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replaceAll("\\p{Cntrl}", " ");
  }

  private static byte[] render(String html) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePdfUaAccessibility(true);
    builder.useFont(AgreementPdf::font, "Liberation");
    builder.withHtmlContent(html, null);
    builder.toStream(out);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static InputStream font() {
    InputStream font = PDDocument.class.getResourceAsStream(FONT);
    if (font == null) {
      throw new IllegalStateException("no font " + FONT);
    }
    return font;
  }
}
