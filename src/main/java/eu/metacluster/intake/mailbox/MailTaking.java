package eu.metacluster.intake.mailbox;

import eu.metacluster.grid.RecordKind;
import eu.metacluster.intake.letters.Letters;
import eu.metacluster.intake.receiving.Receiving;
import eu.metacluster.intake.receiving.Sender;
import eu.metacluster.intake.receiving.SendingPace;
import eu.metacluster.intake.receiving.Spoofs;
import eu.metacluster.intake.receiving.Submission;
import eu.metacluster.intake.receiving.Submissions;
import eu.metacluster.people.EmailAddress;
import eu.metacluster.platform.web.Language;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes one mail: once, whatever is sent twice. A new one becomes a submission with the facts that
 * were read from it, a reply goes to its submission, and what machines sent is left alone.
 */
@Component
class MailTaking {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_SUBJECT = 500;
  private static final Pattern FRENCH =
      Pattern.compile("(?i)\\b(nous|vous|est|les|des|une|pour|dans|avec|bonjour)\\b");
  private static final Pattern ENGLISH =
      Pattern.compile("(?i)\\b(we|you|is|the|and|for|with|our|hello|dear)\\b");

  private final MailRows rows;
  private final Replies replies;
  private final Submissions submissions;
  private final Receiving receiving;
  private final Letters letters;
  private final SendingPace pace;
  private final Bounces bounces;
  private final String own;
  private final String trusted;

  MailTaking(
      MailRows rows,
      Replies replies,
      Submissions submissions,
      Receiving receiving,
      Letters letters,
      SendingPace pace,
      Bounces bounces,
      @Value("${metacluster.mail.from:metacluster@localhost}") String own,
      @Value("${metacluster.mailbox.authserv-id:}") String trusted) {
    this.rows = rows;
    this.replies = replies;
    this.submissions = submissions;
    this.receiving = receiving;
    this.letters = letters;
    this.pace = pace;
    this.bounces = bounces;
    this.own = own;
    this.trusted = trusted;
  }

  /** What became of a mail. */
  enum Outcome {
    CASE,
    REPLY,
    AUTOMATIC,
    /** A mail of ours came back. */
    BOUNCE,
    REFUSED,
    /** Its address has sent too many within an hour: it stays in the mailbox, and is not read. */
    TOO_MANY,
    /** It was read before. */
    KNOWN
  }

  /**
   * Takes a mail.
   *
   * @param hash SHA-256 of its bytes
   * @param at when it reached the mailbox
   */
  @Transactional
  public Outcome take(MimeMessage mail, byte[] hash, Instant at)
      throws MessagingException, IOException {
    UUID id = rows.open(messageId(mail, hash), hash);
    if (id == null) {
      return Outcome.KNOWN;
    }
    if (bounces.take(mail)) {
      return close(id, Outcome.BOUNCE, null);
    }
    String from = from(mail);
    if (Automatic.is(mail, from, own) || Spoofs.mixed(from) || Forged.is(mail, trusted)) {
      return close(id, Outcome.AUTOMATIC, null);
    }
    SendingPace.Excess excess = pace.mail(from).orElse(null);
    if (excess != null) {
      return tooMany(id, mail, from, excess);
    }
    ReadMail read = MailParts.read(mail);
    UUID about = replies.about(read, mail, from);
    if (about != null) {
      replies.take(about, read.body());
      return close(id, Outcome.REPLY, about);
    }
    if (read.body().isBlank() && read.documents().isEmpty()) {
      letters.refused(
          from,
          language(read),
          subject(mail),
          answered(mail),
          read.refused().stream().map(ReadMail.Refused::name).toList());
      return close(id, Outcome.REFUSED, null);
    }
    return close(id, Outcome.CASE, open(mail, read, from, at));
  }

  /** A mail that is too large to be read gets an answer that says so. */
  @Transactional
  public Outcome refuse(MimeMessage head, String key, byte[] hash) throws MessagingException {
    UUID id = rows.open(messageId(head, hash), hash);
    if (id == null) {
      return Outcome.KNOWN;
    }
    String from = from(head);
    if (Automatic.is(head, from, own) || Forged.is(head, trusted)) {
      return close(id, Outcome.AUTOMATIC, null);
    }
    SendingPace.Excess excess = pace.mail(from).orElse(null);
    if (excess != null) {
      return tooMany(id, head, from, excess);
    }
    letters.refused(from, Language.EN, subject(head), answered(head), java.util.List.of(key));
    return close(id, Outcome.REFUSED, null);
  }

  /** The first one too many of an hour gets an answer, so that nobody floods a stranger by us. */
  private Outcome tooMany(UUID id, MimeMessage mail, String from, SendingPace.Excess excess)
      throws MessagingException {
    if (excess.first()) {
      String subject = subject(mail);
      Language language =
          FRENCH.matcher(subject).results().count() > ENGLISH.matcher(subject).results().count()
              ? Language.FR
              : Language.EN;
      letters.tooMany(from, language, subject, answered(mail), excess.until());
    }
    return close(id, Outcome.TOO_MANY, null);
  }

  private Outcome close(UUID id, Outcome outcome, @org.jspecify.annotations.Nullable UUID about) {
    rows.close(id, outcome.name().toLowerCase(java.util.Locale.ROOT), about);
    return outcome;
  }

  private UUID open(MimeMessage mail, ReadMail read, String from, Instant at)
      throws MessagingException {
    MailFacts facts = MailFacts.of(subject(mail), read);
    Submissions.Typed typed =
        new Submissions.Typed(
            RecordKind.PROJECT, facts.facts(), note(read), language(read), false, null);
    UUID id = submissions.open(Submission.Way.MAIL, typed, new Sender(from, name(mail), ""));
    receiving.receive(id, at, facts.evidence());
    letters.received(id, answered(mail));
    if (!read.refused().isEmpty()) {
      letters.refused(
          from,
          language(read),
          subject(mail),
          answered(mail),
          read.refused().stream().map(ReadMail.Refused::name).toList());
    }
    return id;
  }

  /** When the documents say what it is, the mail's own words are for the committee. */
  private static String note(ReadMail read) {
    String body = read.documents().isEmpty() ? "" : read.body();
    return body.substring(0, Math.min(body.length(), 4_000));
  }

  private static Language language(ReadMail read) {
    String text = read.body() + " " + String.join(" ", read.documents());
    String some = text.substring(0, Math.min(text.length(), 4_000));
    long french = FRENCH.matcher(some).results().count();
    return french > ENGLISH.matcher(some).results().count() ? Language.FR : Language.EN;
  }

  /** The address that a mail names as its sender, in small letters; empty when it names no one. */
  static String from(MimeMessage mail) {
    try {
      Address[] from = mail.getFrom();
      return from != null && from.length == 1 && from[0] instanceof InternetAddress address
          ? EmailAddress.of(address.getAddress()).orElse("")
          : "";
    } catch (MessagingException e) {
      return "";
    }
  }

  private static String name(MimeMessage mail) throws MessagingException {
    Address[] from = mail.getFrom();
    String name =
        from != null && from.length == 1 && from[0] instanceof InternetAddress address
            ? address.getPersonal()
            : null;
    String plain = name == null ? "" : name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "").strip();
    return plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
  }

  private static String subject(MimeMessage mail) throws MessagingException {
    String[] raw = mail.getHeader("Subject");
    String subject = raw == null || raw.length == 0 || raw[0] == null ? "" : raw[0];
    try {
      subject = MimeUtility.decodeText(MimeUtility.unfold(subject));
    } catch (IOException | RuntimeException e) {
      // stays as it came
    }
    String plain =
        subject.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", " ").replaceAll("\\s+", " ").strip();
    return plain.substring(0, Math.min(plain.length(), LONGEST_SUBJECT));
  }

  private static String answered(MimeMessage mail) throws MessagingException {
    String id = mail.getMessageID();
    return id == null ? "" : id.strip();
  }

  private static String messageId(MimeMessage mail, byte[] hash) throws MessagingException {
    String id = mail.getMessageID();
    return id == null || id.isBlank() || id.length() > LONGEST_SUBJECT
        ? "sha256:" + java.util.HexFormat.of().formatHex(hash)
        : id.strip();
  }
}
