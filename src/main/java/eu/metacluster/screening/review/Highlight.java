package eu.metacluster.screening.review;

import eu.metacluster.screening.cases.CaseReading;
import eu.metacluster.screening.scope.ScopeText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Cuts a text into plain and marked pieces. Escaping is left to the template. */
final class Highlight {

  private Highlight() {}

  /**
   * The pieces of one part of the text, in order; together they are the text. A sentence that does
   * not stand where it was found (the text has changed since) is not marked.
   */
  static List<Piece> of(String text, ScopeText.Part part, List<CaseReading.Sentence> evidence) {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < evidence.size(); i++) {
      CaseReading.Sentence one = evidence.get(i);
      if (one.part() == part
          && one.start() >= 0
          && one.end() <= text.length()
          && text.startsWith(one.sentence(), one.start())) {
        places.add(new Place(one.start(), one.end(), i + 1));
      }
    }
    places.sort(Comparator.comparingInt(Place::start));
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (Place place : places) {
      if (place.start() < at) {
        continue;
      }
      add(pieces, text.substring(at, place.start()), 0);
      add(pieces, text.substring(place.start(), place.end()), place.strength());
      at = place.end();
    }
    add(pieces, text.substring(at), 0);
    return pieces;
  }

  private static void add(List<Piece> pieces, String text, int strength) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, strength));
    }
  }

  private record Place(int start, int end, int strength) {}
}
