package eu.metacluster.platform.web;

import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who looks at a page: a visitor, or a signed-in person with a role.
 *
 * @param name what to call the person; empty for a visitor
 * @param role the person's role, {@code null} for a visitor
 * @param identity the account behind it, {@code null} for a visitor
 */
public record Viewer(String name, @Nullable Role role, @Nullable Identity identity) {

  private static final Viewer VISITOR = new Viewer("", null, null);

  static Viewer current() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
      return VISITOR;
    }
    Role role = Role.highestOf(authentication.getAuthorities()).orElse(null);
    return authentication.getPrincipal() instanceof Identity identity
        ? new Viewer(identity.name(), role, identity)
        : new Viewer(authentication.getName(), role, null);
  }

  /** Whether the person has proved who they are. */
  public boolean signedIn() {
    return role != null;
  }

  /** Whether the person may do what {@code needed} may; {@code null} asks for nothing. */
  public boolean may(@Nullable Role needed) {
    return needed == null || (role != null && role.covers(needed));
  }

  /** Whether the person is on the committee or above. */
  public boolean committee() {
    return may(Role.COMMITTEE);
  }

  /** Whether the person coordinates or administers. */
  public boolean coordinator() {
    return may(Role.COORDINATOR);
  }

  /** Whether the person administers. */
  public boolean administrator() {
    return may(Role.ADMINISTRATOR);
  }
}
