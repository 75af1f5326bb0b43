package eu.metacluster.intake.mailbox;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** One mail on its way into the letterbox; it waits in a file until all of it is there. */
final class LetterboxHandler implements MessageHandler {

  private static final Logger LOG = LoggerFactory.getLogger(LetterboxHandler.class);
  private static final int PIECE = 1 << 16;

  private final LetterboxSettings settings;
  private final LetterboxWork work;
  private String from = "";

  LetterboxHandler(LetterboxSettings settings, LetterboxWork work) {
    this.settings = settings;
    this.work = work;
  }

  @Override
  public void from(String address) {
    from = address.replaceAll("[^!-~]|[<>]", "");
  }

  @Override
  public void recipient(String address) throws RejectException {
    if (!settings.recipients().contains(address.toLowerCase(Locale.ROOT))) {
      throw new RejectException(550, "5.1.1 No mail is taken for this address here");
    }
  }

  @Override
  public @Nullable String data(InputStream in) throws RejectException, IOException {
    Path file = Files.createTempFile("metacluster-letter", ".eml");
    try {
      keep(in, file);
      work.keep(file);
      return null;
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("A mail could not be kept: {}", e.toString());
      throw new RejectException(451, "4.3.0 It cannot be kept now, try again later");
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** As the last server on its way has to, it notes whom the envelope names. */
  private void keep(InputStream in, Path file) throws RejectException, IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), PIECE)) {
      out.write(("Return-Path: <" + from + ">\r\n").getBytes(StandardCharsets.US_ASCII));
      byte[] piece = new byte[PIECE];
      long size = 0;
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        size += read;
        if (size <= RawMails.LARGEST) {
          out.write(piece, 0, read);
        } else if (size > 3L * RawMails.LARGEST) {
          throw new DropConnectionException(552, "5.3.4 It does not end");
        }
      }
      if (size > RawMails.LARGEST) {
        throw new RejectException(552, "5.3.4 It is larger than 40 MB; use the form instead");
      }
    }
  }

  @Override
  public void done() {
    // nothing is kept between two mails
  }
}
