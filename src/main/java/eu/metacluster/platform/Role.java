package eu.metacluster.platform;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.springframework.security.core.GrantedAuthority;

/** What a signed-in person may do. Each role may do everything that the ones before it may. */
public enum Role {
  MEMBER,
  COMMITTEE,
  COORDINATOR,
  ADMINISTRATOR;

  /** The name that Spring Security knows it by. */
  public String authority() {
    return "ROLE_" + name();
  }

  /** Whether this role may do what {@code needed} may. */
  public boolean covers(Role needed) {
    return compareTo(needed) >= 0;
  }

  /** The highest role among these authorities, if any is a role of ours. */
  public static Optional<Role> highestOf(Collection<? extends GrantedAuthority> authorities) {
    return Arrays.stream(values())
        .filter(
            role -> authorities.stream().anyMatch(a -> role.authority().equals(a.getAuthority())))
        .reduce((lower, higher) -> higher);
  }
}
