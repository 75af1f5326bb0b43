package eu.metacluster.harvest.feeds;

import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Connector.Setting;
import eu.metacluster.shared.Refusal;
import java.util.Locale;

/** What the items of a feed are: its publisher knows, the feed itself does not say. */
final class ItemKind {

  static final Setting SETTING = new Setting("kind", Setting.Type.LINE, "news");

  private ItemKind() {}

  /**
   * The kind by the word that a person set.
   *
   * @throws Refusal for another word
   */
  static RecordKind of(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "news", "actualités", "nouvelles" -> RecordKind.NEWS;
      case "event", "events", "événement", "événements" -> RecordKind.EVENT;
      case "training", "trainings", "formation", "formations" -> RecordKind.TRAINING;
      case "call", "calls", "appel", "appels" -> RecordKind.CALL;
      default ->
          throw new Refusal(
              Refusal.Kind.BAD_INPUT, "MC-1460", "harvest.refusal.kind_of_items", word);
    };
  }
}
