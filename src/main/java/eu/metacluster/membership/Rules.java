package eu.metacluster.membership;

import eu.metacluster.platform.Role;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The partnership's own rules, as settings below {@code metacluster.membership}: {@code
 * accepted-by} (a role), {@code notice-days}, {@code months} (0: until it ends), {@code
 * administrators}, and {@code checklist.<type>} or {@code checklist.all}, a list of items.
 */
@Component
class Rules {

  static final String ADMINISTRATORS = "administrators";
  static final String AGREEMENT = "agreement";

  private static final int NOTICE_DAYS = 30;
  private static final int ADMINISTRATORS_NEEDED = 2;
  private static final List<String> USUAL =
      List.of("legal-entity", "document", ADMINISTRATORS, AGREEMENT);

  private final Environment settings;
  private final Role acceptedBy;

  Rules(Environment settings) {
    this.settings = settings;
    this.acceptedBy =
        settings.getProperty("metacluster.membership.accepted-by", Role.class, Role.COORDINATOR);
  }

  /** Who says yes or no to an application. */
  Role acceptedBy() {
    return acceptedBy;
  }

  /** Days from a withdrawal to the last day. */
  int noticeDays() {
    return settings.getProperty("metacluster.membership.notice-days", Integer.class, NOTICE_DAYS);
  }

  /** For how many months a membership is renewed; 0 when it has no end. */
  int months() {
    return settings.getProperty("metacluster.membership.months", Integer.class, 0);
  }

  int administrators() {
    return settings.getProperty(
        "metacluster.membership.administrators", Integer.class, ADMINISTRATORS_NEEDED);
  }

  /** What an organisation of this type must show. */
  List<String> checklist(EntityType type) {
    Binder binder = Binder.get(settings);
    String own = type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return binder
        .bind("metacluster.membership.checklist." + own, Bindable.listOf(String.class))
        .orElseGet(
            () ->
                binder
                    .bind("metacluster.membership.checklist.all", Bindable.listOf(String.class))
                    .orElse(USUAL));
  }
}
