package eu.metacluster.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Where a person is signed in, and ending that. */
@Component
@ConditionalOnWebApplication
public class Sessions {

  private static final String DEVICE = "device";
  private static final int HANDLE_BYTES = 9;

  private final FindByIndexNameSessionRepository<? extends Session> repository;

  Sessions(FindByIndexNameSessionRepository<? extends Session> repository) {
    this.repository = repository;
  }

  /** Notes in the session of a person who just signed in what it is used with. */
  void note(HttpServletRequest request) {
    request.getSession(true).setAttribute(DEVICE, Device.of(request.getHeader("User-Agent")));
  }

  /** The person's sessions, the last used first. */
  List<OpenSession> of(UUID account, HttpServletRequest request) {
    HttpSession mine = request.getSession(false);
    return repository.findByPrincipalName(account.toString()).values().stream()
        .map(session -> describe(session, mine != null && mine.getId().equals(session.getId())))
        .sorted(Comparator.comparing(OpenSession::used).reversed())
        .toList();
  }

  private static OpenSession describe(Session session, boolean current) {
    String device = session.getAttribute(DEVICE);
    Instant used = current ? Instant.now() : session.getLastAccessedTime();
    return new OpenSession(
        handle(session.getId()),
        device == null ? "" : device,
        session.getCreationTime(),
        used,
        current);
  }

  /** Ends the session with this handle, when it is the person's; says whether it was there. */
  boolean end(UUID account, String handle) {
    List<String> ids =
        repository.findByPrincipalName(account.toString()).keySet().stream()
            .filter(id -> handle(id).equals(handle))
            .toList();
    ids.forEach(repository::deleteById);
    return !ids.isEmpty();
  }

  /** Ends all of the person's sessions but the one of this request. */
  void endOthers(UUID account, HttpServletRequest request) {
    HttpSession mine = request.getSession(false);
    repository.findByPrincipalName(account.toString()).keySet().stream()
        .filter(id -> mine == null || !id.equals(mine.getId()))
        .forEach(repository::deleteById);
  }

  /** Signs a person out everywhere. */
  public void endAll(UUID account) {
    repository.findByPrincipalName(account.toString()).keySet().forEach(repository::deleteById);
  }

  /** What a page may say instead of the session's id. */
  private static String handle(String id) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HANDLE_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
