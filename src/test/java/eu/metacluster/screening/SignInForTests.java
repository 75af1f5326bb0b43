package eu.metacluster.screening;

import eu.metacluster.platform.Identity;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.Role;
import eu.metacluster.platform.security.SessionMemory;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A door that only tests have: makes the browser somebody with a role. */
@TestComponent
@RestController
public class SignInForTests {

  private final SessionMemory memory;

  SignInForTests(SessionMemory memory) {
    this.memory = memory;
  }

  @GetMapping("/test/sign-in")
  @PublicEndpoint("Exists in tests only.")
  String signIn(
      @RequestParam UUID account,
      @RequestParam String name,
      @RequestParam Role role,
      HttpServletRequest request) {
    memory.signIn(request, new Identity(account, name, role));
    return name;
  }
}
