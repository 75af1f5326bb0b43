package eu.metacluster.platform;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * The signed-in person of a request; a controller asks for it with {@code @AuthenticationPrincipal
 * Identity me}.
 *
 * @param account the account's id, the only part that may be stored elsewhere
 * @param name what the person wants to be called; for pages only
 * @param role what the person may do
 */
public record Identity(UUID account, String name, Role role) implements AuthenticatedPrincipal {

  @Override
  public String getName() {
    return account.toString();
  }

  /** This person as Spring Security sees one who proved who they are. */
  public Authentication authentication() {
    return new Proven(this);
  }

  private static final class Proven extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Identity identity;

    Proven(Identity identity) {
      super(List.of(new SimpleGrantedAuthority(identity.role().authority())));
      this.identity = identity;
      setAuthenticated(true);
    }

    @Override
    public String getCredentials() {
      return "";
    }

    @Override
    public Identity getPrincipal() {
      return identity;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Proven proven && proven.identity.equals(identity);
    }

    @Override
    public int hashCode() {
      return identity.hashCode();
    }
  }
}
