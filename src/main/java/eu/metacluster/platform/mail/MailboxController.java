package eu.metacluster.platform.mail;

import eu.metacluster.platform.Mailer;
import eu.metacluster.shared.Refusal;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The mails of the house, for administrators: what waits, what failed and why. */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class MailboxController {

  private final Outbox outbox;
  private final Mailer mailer;

  MailboxController(Outbox outbox, Mailer mailer) {
    this.outbox = outbox;
    this.mailer = mailer;
  }

  @GetMapping("/mailbox")
  String mails(Model model) {
    model.addAttribute("server", mailer.hasServer());
    model.addAttribute("mails", outbox.newest());
    return "platform/mailbox";
  }

  @GetMapping("/mailbox/{id}")
  String mail(@PathVariable UUID id, Model model) {
    model.addAttribute("mail", outbox.find(id).orElseThrow(nothing()));
    return "platform/mail";
  }

  private static Supplier<Refusal> nothing() {
    return () -> new Refusal(Refusal.Kind.NOT_FOUND, "MC-1010", "platform.mail.unknown");
  }
}
