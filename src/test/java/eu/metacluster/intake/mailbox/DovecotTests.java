package eu.metacluster.intake.mailbox;

import eu.metacluster.support.DovecotServer;
import java.io.IOException;

/** The story of a mail with a real Dovecot. */
class DovecotTests extends MailStory {

  @Override
  MailBox start() throws IOException {
    return MailBox.of(DovecotServer.start());
  }
}
