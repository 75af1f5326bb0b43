package eu.metacluster.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** A connection to a mail server that notes of each mail when the server may first have it. */
final class NotingTransport extends SMTPTransport {

  private final HandLog log;
  private @Nullable UUID mail;
  private boolean begun;

  NotingTransport(Session session, boolean tls, HandLog log) {
    super(session, null, tls ? "smtps" : "smtp", tls);
    this.log = log;
  }

  /** The mail that is handed over next. */
  void next(UUID id) {
    mail = id;
    begun = false;
  }

  /** Whether the server may have it. */
  boolean begun() {
    return begun;
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    note();
    super.finishData();
  }

  @Override
  protected void finishBdat() throws IOException, MessagingException {
    note();
    super.finishBdat();
  }

  private void note() {
    UUID now = mail;
    if (now != null) {
      log.begun(now);
      begun = true;
    }
  }
}
