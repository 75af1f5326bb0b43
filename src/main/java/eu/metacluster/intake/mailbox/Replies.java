package eu.metacluster.intake.mailbox;

import eu.metacluster.intake.receiving.Sender;
import eu.metacluster.intake.receiving.Submission;
import eu.metacluster.intake.receiving.Submissions;
import eu.metacluster.intake.receiving.Ways;
import eu.metacluster.intake.receiving.Ways.Purpose;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.cases.Cases;
import eu.metacluster.screening.deciding.Questions;
import eu.metacluster.shared.Refusal;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps replies with what they are about: by the link that our letter had and the reply repeats, or
 * by the mails that it names, when it comes from the same address.
 */
@Component
class Replies {

  private static final Pattern STATUS = Pattern.compile("/status/([A-Za-z0-9_-]{64})");
  private static final Pattern NAMED = Pattern.compile("<[^<>\\s]{3,400}>");
  private static final int MOST = 50;
  private static final int LONGEST = 4_000;

  private final MailRows rows;
  private final Submissions submissions;
  private final Ways ways;
  private final Cases cases;
  private final Questions questions;

  Replies(MailRows rows, Submissions submissions, Ways ways, Cases cases, Questions questions) {
    this.rows = rows;
    this.submissions = submissions;
    this.ways = ways;
    this.cases = cases;
    this.questions = questions;
  }

  /** The submission that a mail replies about, null when it is about none. */
  @Nullable UUID about(ReadMail read, MimeMessage mail, String from) throws MessagingException {
    Matcher link = STATUS.matcher(read.whole());
    while (link.find()) {
      Optional<UUID> known = opened(link.group(1));
      if (known.isPresent()) {
        return known.get();
      }
    }
    List<String> named = named(mail);
    return named.isEmpty()
        ? null
        : rows.about(named)
            .filter(
                id -> submissions.sender(id).map(Sender::email).filter(from::equals).isPresent())
            .orElse(null);
  }

  private Optional<UUID> opened(String token) {
    try {
      return submissions.find(ways.open(Purpose.STATUS, token)).map(Submission::id);
    } catch (Refusal e) {
      return Optional.empty();
    }
  }

  private static List<String> named(MimeMessage mail) throws MessagingException {
    List<String> named = new ArrayList<>();
    for (String header : List.of("In-Reply-To", "References")) {
      String[] values = mail.getHeader(header);
      if (values != null) {
        for (String value : values) {
          NAMED.matcher(value).results().limit(MOST).forEach(one -> named.add(one.group()));
        }
      }
    }
    return named;
  }

  /** Answers the committee's question with a reply, or keeps it as a word to the committee. */
  void take(UUID id, String text) {
    Submission given = submissions.find(id).orElseThrow(Ways::gone);
    String words = text.substring(0, Math.min(text.length(), LONGEST));
    CaseFile file =
        Optional.ofNullable(given.record())
            .flatMap(cases::ofRecord)
            .map(cases::holding)
            .orElse(null);
    if (file != null && !file.open() && "return".equals(file.outcome()) && !words.isBlank()) {
      questions.answer(null, file.handle(), words);
    } else {
      submissions.addNote(id, words);
    }
  }
}
