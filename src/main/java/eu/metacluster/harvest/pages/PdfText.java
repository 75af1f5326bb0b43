package eu.metacluster.harvest.pages;

import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.values.Prose;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * The title and the first pages' words of a PDF document.
 *
 * @param reason why there are none; null when it was read
 */
record PdfText(String title, String text, @org.jspecify.annotations.Nullable Reason reason) {

  private static final int PAGES = 40;
  private static final int LARGEST = 32 << 20;
  private static final Duration LONGEST = Duration.ofSeconds(20);

  /** Whether an answer is a PDF document, whatever the server calls it. */
  static boolean is(Answer answer) {
    try (InputStream in = answer.open()) {
      return new String(in.readNBytes(5), StandardCharsets.ISO_8859_1).equals("%PDF-");
    } catch (IOException e) {
      return false;
    }
  }

  /** Reads it; a document that is broken, locked, too large or takes too long says so. */
  static PdfText of(Answer answer) {
    return of(answer, LONGEST);
  }

  static PdfText of(Answer answer, Duration longest) {
    if (answer.size() > LARGEST) {
      return failed(Reason.TOO_LARGE);
    }
    try (PDDocument document =
        Loader.loadPDF(answer.bytes(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
      if (!document.getCurrentAccessPermission().canExtractContent()) {
        return failed(Reason.LOCKED);
      }
      PDFTextStripper stripper = new Hurried(longest);
      stripper.setSortByPosition(true);
      stripper.setEndPage(PAGES);
      Bounded words = new Bounded();
      stripper.writeText(document, words);
      String title = document.getDocumentInformation().getTitle();
      return new PdfText(
          title == null ? "" : Prose.line(title), Prose.text(words.toString()), null);
    } catch (InvalidPasswordException e) {
      return failed(Reason.LOCKED);
    } catch (Late e) {
      return failed(Reason.TAKES_TOO_LONG);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return failed(Reason.UNREADABLE);
    }
  }

  private static PdfText failed(Reason reason) {
    return new PdfText("", "", reason);
  }

  /** A document has taken more than its time. */
  private static final class Late extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** A few bytes can ask for years of work, by drawings that draw drawings; this one gives up. */
  private static final class Hurried extends PDFTextStripper {

    private final long end;

    Hurried(Duration longest) {
      end = System.nanoTime() + longest.toNanos();
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
      if (System.nanoTime() - end > 0) {
        throw new Late();
      }
      super.processOperator(operator, operands);
    }
  }

  /** Keeps what a text may have, and forgets the rest. */
  private static final class Bounded extends Writer {

    private final StringWriter kept = new StringWriter();

    @Override
    public void write(char[] buffer, int offset, int length) {
      int room = 2 * Prose.TEXT - kept.getBuffer().length();
      kept.write(buffer, offset, Math.clamp(room, 0, length));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
      return kept.toString();
    }
  }
}
