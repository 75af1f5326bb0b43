package eu.metacluster.membership;

import eu.metacluster.platform.web.Language;
import eu.metacluster.shared.Ids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of the agreement, and who signed them. */
@Component
class Signatures {

  private final JdbcClient jdbc;
  private final AgreementPdf pdfs;

  Signatures(JdbcClient jdbc, AgreementPdf pdfs) {
    this.jdbc = jdbc;
    this.pdfs = pdfs;
  }

  /** The version in force. */
  Agreement current() {
    return jdbc.sql("select * from membership.agreement order by version desc limit 1")
        .query(Agreement::of)
        .single();
  }

  /** Puts a new version in force; those who signed an older one keep what they signed. */
  int publish(String english, String french) {
    return jdbc.sql(
            """
            insert into membership.agreement (version, english, french)
            select max(version) + 1, ?, ? from membership.agreement returning version
            """)
        .params(english, french)
        .query(Integer.class)
        .single();
  }

  Signature sign(Entity entity, String signer, String function, Language language, UUID account) {
    Agreement agreement = current();
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    String hash = sha256(agreement.text(language).getBytes(StandardCharsets.UTF_8));
    UUID id = Ids.next();
    byte[] pdf = pdfs.of(entity, agreement, signer, function, now, hash, language);
    jdbc.sql(
            """
            insert into membership.signature (id, entity, version, language, signer,
            signer_function, account, signed_at, text_sha256, pdf, pdf_sha256)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            entity.id(),
            agreement.version(),
            language.code(),
            signer,
            function,
            account,
            Timestamp.from(now),
            hash,
            pdf,
            sha256(pdf))
        .update();
    return latest(entity.id()).orElseThrow();
  }

  Optional<Signature> latest(UUID entity) {
    return jdbc.sql(
            "select * from membership.signature where entity = ? order by signed_at desc, id desc limit 1")
        .param(entity)
        .query(Signature::of)
        .optional();
  }

  Optional<byte[]> pdf(UUID entity) {
    return jdbc.sql(
            "select pdf from membership.signature where entity = ? order by signed_at desc, id desc limit 1")
        .param(entity)
        .query((row, number) -> row.getBytes("pdf"))
        .optional();
  }

  /** What a person signed, for that person. */
  List<Map<String, Object>> by(UUID account) {
    return jdbc.sql(
            """
            select signer as name, signer_function as "function", version, signed_at as signed
            from membership.signature where account = ? order by signed_at
            """)
        .param(account)
        .query()
        .listOfRows();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
