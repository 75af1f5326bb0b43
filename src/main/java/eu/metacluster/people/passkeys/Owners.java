package eu.metacluster.people.passkeys;

import eu.metacluster.people.Account;
import eu.metacluster.people.Accounts;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** People as their devices know them: by the bytes of the account's id. Nothing is kept twice. */
@Component
class Owners implements PublicKeyCredentialUserEntityRepository {

  private static final int UUID_BYTES = 16;

  private final Accounts accounts;

  Owners(Accounts accounts) {
    this.accounts = accounts;
  }

  static Bytes bytes(UUID account) {
    return new Bytes(
        ByteBuffer.allocate(UUID_BYTES)
            .putLong(account.getMostSignificantBits())
            .putLong(account.getLeastSignificantBits())
            .array());
  }

  static UUID account(Bytes id) {
    ByteBuffer bytes = ByteBuffer.wrap(id.getBytes());
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
    return id.getBytes().length == UUID_BYTES ? find(account(id)) : null;
  }

  /** The name that Spring Security knows a person by is the account's id. */
  @Override
  public @Nullable PublicKeyCredentialUserEntity findByUsername(String account) {
    return find(UUID.fromString(account));
  }

  private @Nullable PublicKeyCredentialUserEntity find(UUID id) {
    return accounts.find(List.of(id)).stream()
        .filter(Account::enabled)
        .findFirst()
        .map(
            account ->
                ImmutablePublicKeyCredentialUserEntity.builder()
                    .id(bytes(account.id()))
                    .name(account.email())
                    .displayName(account.name())
                    .build())
        .orElse(null);
  }

  @Override
  public void save(PublicKeyCredentialUserEntity owner) {}

  @Override
  public void delete(Bytes id) {}
}
