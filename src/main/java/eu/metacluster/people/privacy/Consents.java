package eu.metacluster.people.privacy;

import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.Shell;
import eu.metacluster.shared.Ids;
import eu.metacluster.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who agreed to what, to which text, when and how; withdrawn as easily as given. */
@Component
public class Consents {

  private final JdbcClient jdbc;
  private final Journal journal;
  private final Shell shell;
  private final List<ConsentPurpose> purposes;

  Consents(JdbcClient jdbc, Journal journal, Shell shell, ObjectProvider<ConsentPurpose> purposes) {
    this.jdbc = jdbc;
    this.journal = journal;
    this.shell = shell;
    this.purposes =
        purposes.stream().sorted((one, other) -> one.key().compareTo(other.key())).toList();
  }

  /** All that a person may agree to. */
  List<ConsentPurpose> purposes() {
    return purposes;
  }

  /** A person's ledger, the newest first. */
  List<Consent> of(UUID account) {
    return jdbc.sql(
            "select * from people.consent where account = ? order by given_at desc, id desc")
        .param(account)
        .query(Consent::of)
        .list();
  }

  /** Those of these people whose consent to a purpose holds now. */
  public Set<UUID> holding(String purpose, Collection<UUID> people) {
    return new HashSet<>(
        jdbc.sql(
                """
                select account from people.consent
                where purpose = ? and withdrawn_at is null and account = any(?)
                """)
            .params(purpose, people.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }

  /**
   * Notes that a person agreed to the present text; nothing happens when that holds already.
   *
   * @param how where it was given, one word
   * @throws Refusal MC-1211 when nobody asks for that
   */
  @Transactional
  public void give(UUID account, String key, Language language, String how) {
    ConsentPurpose purpose = purpose(key);
    String text = shell.page(language).t(key + ".text");
    String sha256 = sha256(text);
    int written =
        jdbc.sql(
                """
                insert into people.consent
                (id, account, purpose, version, language, text, text_sha256, how)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (account, purpose) where withdrawn_at is null do nothing
                """)
            .params(Ids.next(), account, key, purpose.version(), language.code(), text, sha256, how)
            .update();
    if (written > 0) {
      Map<String, ?> facts =
          Map.of("purpose", key, "version", purpose.version(), "text", sha256, "how", how);
      journal.append(new NewEntry("people.consent-given", account, account, facts));
    }
  }

  /** Notes that a person agrees no longer. */
  @Transactional
  public void withdraw(UUID account, String key, String how) {
    int ended =
        jdbc.sql(
                """
                update people.consent set withdrawn_at = now(), withdrawn_how = ?
                where account = ? and purpose = ? and withdrawn_at is null
                """)
            .params(how, account, key)
            .update();
    if (ended > 0) {
      journal.append(
          new NewEntry(
              "people.consent-withdrawn", account, account, Map.of("purpose", key, "how", how)));
    }
  }

  private ConsentPurpose purpose(String key) {
    return purposes.stream()
        .filter(each -> each.key().equals(key))
        .findFirst()
        .orElseThrow(
            () -> new Refusal(Refusal.Kind.NOT_FOUND, "MC-1211", "people.error.noPurpose"));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
