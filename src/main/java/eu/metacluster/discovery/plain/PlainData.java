package eu.metacluster.discovery.plain;

import eu.metacluster.people.privacy.PersonalData;
import eu.metacluster.people.privacy.Subject;
import eu.metacluster.platform.Striking;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Summaries in plain words are about records; somebody's name may stand in one, because a person of
 * the committee wrote it there or a machine did.
 */
@Component
@Order(41)
class PlainData implements PersonalData {

  private final PlainTexts texts;
  private final Striking striking;

  PlainData(PlainTexts texts, Striking striking) {
    this.texts = texts;
    this.striking = striking;
  }

  @Override
  public String key() {
    return "discovery.data.plain";
  }

  @Override
  public List<Map<String, Object>> export(Subject subject) {
    return List.of();
  }

  @Override
  public void erase(Subject subject) {
    texts.strike(subject.words(), striking);
  }
}
