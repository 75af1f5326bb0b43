package eu.metacluster.opendata.hooks;

import eu.metacluster.people.privacy.PersonalData;
import eu.metacluster.people.privacy.Subject;
import eu.metacluster.platform.Striking;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What was told to other systems lies here for a while, and may name a person in a title. */
@Component
class DeliveredWords implements PersonalData {

  private final Striking striking;

  DeliveredWords(Striking striking) {
    this.striking = striking;
  }

  @Override
  public String key() {
    return "opendata.data.deliveries";
  }

  @Override
  public List<Map<String, Object>> export(Subject subject) {
    return List.of();
  }

  @Override
  public void erase(Subject subject) {
    striking.strike(subject.words(), "opendata.delivery", "body", "answer");
  }
}
