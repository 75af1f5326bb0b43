package eu.metacluster.harvest.pages;

import static eu.metacluster.harvest.Recorder.values;
import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.Recorder;
import eu.metacluster.harvest.fetch.Look;
import eu.metacluster.harvest.fetch.Remotely;
import eu.metacluster.support.Loopback;
import eu.metacluster.support.SharedData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What single pages and documents state. */
class PageTests {

  private final Loopback web = new Loopback();

  PageTests() throws IOException {}

  @AfterEach
  void close() {
    web.close();
  }

  private Recorder read(String kind) throws IOException {
    return Remotely.read(new PagesConnector(), web.at("/p"), Map.of("kind", kind, "pages", "1"));
  }

  private Recorder recorded(String name) throws IOException {
    web.on("/p", "text/html; charset=utf-8", SharedData.at("payloads/events/pages/" + name));
    return read("");
  }

  @Test
  void recordedPagesInTheirOwnWords() throws IOException {
    Finding python = recorded("leiden_1.html").of(RecordKind.NEWS).getFirst();
    assertThat(values(python, Field.TITLE)).containsExactly("Programming in Python");
    assertThat(values(python, Field.LANGUAGE)).containsExactly("en");
    assertThat(values(python, Field.SUMMARY).getFirst())
        .contains("Python")
        .doesNotContain("cookie")
        .doesNotContain("Privacy");

    Finding tidy = recorded("uhasselt_2.html").findings.getFirst();
    assertThat(values(tidy, Field.TITLE).getFirst()).startsWith("Tidy data part 1");

    Finding workshop = recorded("sense_2.html").findings.getFirst();
    assertThat(values(workshop, Field.TITLE))
        .containsExactly("Workshop: Embracing multiperspectivity");
    assertThat(values(workshop, Field.SUMMARY).getFirst())
        .contains("What can we learn from artists in our daily struggle")
        .doesNotContain("Cookie");
  }

  @Test
  void aPageThatStatesEventsGivesThose() throws IOException {
    assertThat(recorded("rug.html").of(RecordKind.EVENT)).hasSize(52);
    Recorder event = recorded("wur_1.html");
    assertThat(event.findings).singleElement().matches(f -> f.kind() == RecordKind.EVENT);
  }

  @Test
  void everyRecordedPageIsReadOrSaysWhy() throws IOException {
    int findings = 0;
    for (String page :
        List.of(
            "citizen_science",
            "dans",
            "dcc",
            "lcrdm",
            "leiden",
            "leiden_2",
            "nwo",
            "odissei",
            "oscd",
            "oscm",
            "oscm_2",
            "rdnl",
            "rst",
            "sense_1",
            "sense_3",
            "tdcc",
            "uhasselt",
            "uhasselt_1")) {
      Recorder read = recorded(page + ".html");
      findings += read.findings.size();
      assertThat(read.findings).as(page).hasSize(1);
      assertThat(values(read.findings.getFirst(), Field.TITLE)).as(page).isNotEmpty();
    }
    assertThat(findings).isEqualTo(18);
  }

  @Test
  void schemaOrgOpenGraphAndMetaElements() throws IOException {
    String html =
        """
        <html lang="fr-BE"><head><title>x</title>
        <link rel="canonical" href="/canonical">
        <meta property="article:published_time" content="2026-02-03T10:00:00+01:00">
        <meta name="keywords" content="cancer, biopsie liquide">
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
          {"@type":"WebPage","name":"page"},
          {"@type":"Dataset","name":"Registre des tumeurs","description":"Un registre des tumeurs de la région et de ses hôpitaux.","license":"https://creativecommons.org/licenses/by/4.0/","datePublished":"2026-01"}]}</script>
        </head><body><p>court</p></body></html>
        """;
    web.on("/p", "text/html", html.getBytes(StandardCharsets.UTF_8));

    Finding data = read("").one(RecordKind.OUTPUT, web.at("/canonical").toString());
    assertThat(values(data, Field.TITLE)).containsExactly("Registre des tumeurs");
    assertThat(values(data, Field.SORT)).containsExactly("dataset");
    assertThat(values(data, Field.PUBLISHED_ON)).containsExactly("2026-01");
    assertThat(values(data, Field.KEYWORDS)).containsExactly("cancer, biopsie liquide");
    assertThat(values(data, Field.LANGUAGE)).containsExactly("fr");
    assertThat(values(data, Field.SUMMARY).getFirst()).startsWith("Un registre des tumeurs");
    assertThat(read("practice").of(RecordKind.PRACTICE)).hasSize(1);
  }

  @Test
  void whatCataloguesOfLibrariesRead() throws IOException {
    String html =
        """
        <html><head><meta name="citation_title" content="Liquid biopsy in practice">
        <meta name="citation_author" content="Roe, Jane"><meta name="citation_doi" content="doi:10.1234/AB.5">
        <meta name="citation_journal_title" content="Journal of Tests">
        <meta name="citation_publication_date" content="2025/11/02"></head><body></body></html>
        """;
    web.on("/p", "text/html", html.getBytes(StandardCharsets.UTF_8));
    Finding article = read("").of(RecordKind.OUTPUT).getFirst();
    assertThat(article.identifiers())
        .contains(new Identifier(Identifier.Scheme.DOI, "10.1234/ab.5"));
    assertThat(values(article, Field.CONTAINER)).containsExactly("Journal of Tests");
    assertThat(values(article, Field.PUBLISHED_ON)).containsExactly("2025-11-02");
  }

  private static byte[] pdf(String title, String text, String password) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.newLineAtOffset(50, 700);
        content.showText(text);
        content.endText();
      }
      document.getDocumentInformation().setTitle(title);
      if (!password.isEmpty()) {
        document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
      }
      document.save(out);
    }
    return out.toByteArray();
  }

  @Test
  void documentsInPdf() throws IOException {
    String words = "The working group asks every region to offer the test to all who need it.";
    web.on("/p", "application/octet-stream", pdf("Report of the working group", words, ""));
    Finding report = read("").of(RecordKind.OUTPUT).getFirst();
    assertThat(values(report, Field.TITLE)).containsExactly("Report of the working group");
    assertThat(values(report, Field.SUMMARY)).containsExactly(words);
    assertThat(values(report, Field.LANGUAGE)).containsExactly("en");

    web.on("/p", "application/pdf", pdf("Locked", words, "secret"));
    assertThat(read("").problems(Reason.LOCKED)).hasSize(1);

    byte[] whole = pdf("Broken", words, "");
    web.on("/p", "application/pdf", "%PDF-1.7 nothing".getBytes(StandardCharsets.UTF_8));
    assertThat(read("").problems(Reason.UNREADABLE)).hasSize(1);
    assertThat(whole).isNotEmpty();
  }

  @Test
  void drawingsThatDrawDrawings() throws IOException {
    web.on("/p", "application/pdf", bomb(30));
    PdfText read = PdfText.of(Look.at(web.at("/p")), Duration.ofMillis(300));
    assertThat(read.reason()).isEqualTo(Reason.TAKES_TOO_LONG);
    web.on("/p", "application/pdf", bomb(2));
    PdfText small = PdfText.of(Look.at(web.at("/p")), Duration.ofMinutes(1));
    assertThat(small.reason()).isNull();
  }

  /** A page with a drawing that draws the next one ten times, and so on. */
  private static byte[] bomb(int levels) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PDFormXObject inner = drawing(document, null);
      for (int i = 0; i < levels; i++) {
        inner = drawing(document, inner);
      }
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawForm(inner);
      }
      document.save(out);
    }
    return out.toByteArray();
  }

  private static PDFormXObject drawing(PDDocument document, @Nullable PDFormXObject inner)
      throws IOException {
    PDFormXObject drawing = new PDFormXObject(document);
    drawing.setBBox(new PDRectangle(100, 100));
    PDResources resources = new PDResources();
    drawing.setResources(resources);
    try (OutputStream content = drawing.getContentStream().createOutputStream()) {
      String draw = inner == null ? "" : "/" + resources.add(inner).getName() + " Do ";
      content.write(draw.repeat(10).getBytes(StandardCharsets.US_ASCII));
    }
    return drawing;
  }
}
