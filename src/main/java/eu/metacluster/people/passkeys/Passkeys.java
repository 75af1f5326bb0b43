package eu.metacluster.people.passkeys;

import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The passkeys of all people: public keys only, nothing that one could sign in with. */
@Component
class Passkeys implements UserCredentialRepository {

  private final JdbcClient jdbc;
  private final Journal journal;

  Passkeys(JdbcClient jdbc, Journal journal) {
    this.jdbc = jdbc;
    this.journal = journal;
  }

  /** A person's passkeys, the newest first. */
  List<Passkey> of(UUID account) {
    return jdbc.sql("select * from people.passkey where account = ? order by created_at desc")
        .param(account)
        .query(Passkey::of)
        .list();
  }

  /** Removes a passkey of this person; says whether it was there. */
  @Transactional
  public boolean remove(UUID account, String handle) {
    if (!handle.matches("([0-9a-f]{2}){1,1023}")) {
      return false;
    }
    int gone =
        jdbc.sql("delete from people.passkey where account = ? and credential_id = ?")
            .params(account, HexFormat.of().parseHex(handle))
            .update();
    if (gone > 0) {
      journal.append(new NewEntry("people.passkey-removed", account, account, Map.of()));
    }
    return gone > 0;
  }

  @Override
  public void delete(Bytes credential) {
    jdbc.sql("delete from people.passkey where credential_id = ?")
        .param(credential.getBytes())
        .update();
  }

  /** Keeps a new passkey, or what its use changed. */
  @Override
  @Transactional
  public void save(CredentialRecord record) {
    UUID account = Owners.account(record.getUserEntityUserId());
    int used =
        jdbc.sql(
                """
                update people.passkey set signature_count = ?, backup_state = ?,
                uv_initialized = ?, last_used_at = ? where credential_id = ? and account = ?
                """)
            .params(
                record.getSignatureCount(),
                record.isBackupState(),
                record.isUvInitialized(),
                Timestamp.from(record.getLastUsed()),
                record.getCredentialId().getBytes(),
                account)
            .update();
    if (used == 0) {
      insert(record, account);
      journal.append(new NewEntry("people.passkey-added", account, account, Map.of()));
    }
  }

  private void insert(CredentialRecord record, UUID account) {
    jdbc.sql(
            """
            insert into people.passkey (credential_id, account, public_key, signature_count,
            uv_initialized, transports, backup_eligible, backup_state, attestation, client_data,
            label, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Arrays.asList(
                record.getCredentialId().getBytes(),
                account,
                record.getPublicKey().getBytes(),
                record.getSignatureCount(),
                record.isUvInitialized(),
                words(record.getTransports()),
                record.isBackupEligible(),
                record.isBackupState(),
                bytes(record.getAttestationObject()),
                bytes(record.getAttestationClientDataJSON()),
                record.getLabel(),
                Timestamp.from(record.getCreated())))
        .update();
  }

  private static byte @Nullable [] bytes(@Nullable Bytes bytes) {
    return bytes == null ? null : bytes.getBytes();
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
    return jdbc.sql(
            """
            select * from people.passkey where credential_id = ? and account in
            (select id from people.account where disabled_at is null)
            """)
        .param(credential.getBytes())
        .query(Passkeys::record)
        .optional()
        .orElse(null);
  }

  @Override
  public List<CredentialRecord> findByUserId(Bytes user) {
    return jdbc.sql("select * from people.passkey where account = ?")
        .param(Owners.account(user))
        .query(Passkeys::record)
        .list();
  }

  private static CredentialRecord record(ResultSet row, int number) throws SQLException {
    Timestamp used = row.getTimestamp("last_used_at");
    Instant created = row.getTimestamp("created_at").toInstant();
    var record =
        ImmutableCredentialRecord.builder()
            .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
            .credentialId(new Bytes(row.getBytes("credential_id")))
            .userEntityUserId(Owners.bytes(row.getObject("account", UUID.class)))
            .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
            .signatureCount(row.getLong("signature_count"))
            .uvInitialized(row.getBoolean("uv_initialized"))
            .transports(transports(row.getString("transports")))
            .backupEligible(row.getBoolean("backup_eligible"))
            .backupState(row.getBoolean("backup_state"))
            .label(row.getString("label"))
            .created(created)
            .lastUsed(used == null ? created : used.toInstant());
    attest(record, row);
    return record.build();
  }

  private static void attest(
      ImmutableCredentialRecord.ImmutableCredentialRecordBuilder record, ResultSet row)
      throws SQLException {
    byte[] attestation = row.getBytes("attestation");
    byte[] clientData = row.getBytes("client_data");
    if (attestation != null) {
      record.attestationObject(new Bytes(attestation));
    }
    if (clientData != null) {
      record.attestationClientDataJSON(new Bytes(clientData));
    }
  }

  private static String words(Set<AuthenticatorTransport> transports) {
    return transports.stream()
        .map(AuthenticatorTransport::getValue)
        .collect(Collectors.joining(" "));
  }

  private static Set<AuthenticatorTransport> transports(String words) {
    return Arrays.stream(words.split(" ", -1))
        .filter(word -> !word.isEmpty())
        .map(AuthenticatorTransport::valueOf)
        .collect(Collectors.toSet());
  }
}
